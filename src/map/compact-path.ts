/**
 * An SVG path of straight lines (`M`, `L` and `Z` with absolute places) made smaller by a factor, rounded to whole units
 * and written with relative places, which compress to about half. Corners that fall together are left out.
 */
export function compactPath(path: string, factor: number): string {
  return path
    .split('M')
    .slice(1)
    .map((loop) => {
      const points = loop
        .replace('Z', '')
        .split('L')
        .map((point) => point.split(' ').map((value) => Math.round(Number(value) / factor)))
      let [x, y] = [0, 0]
      const steps = points.flatMap(([toX = 0, toY = 0], at) => {
        const step = [toX - x, toY - y]
        if (at > 0 && step[0] === 0 && step[1] === 0) return []
        ;[x, y] = [toX, toY]
        return at === 0 ? [`M${step.join(' ')}`] : [step.join(' ')]
      })
      const [start, ...others] = steps
      const lines = others.length > 0 ? `l${others.join(' ')}` : ''
      return `${start}${lines.replaceAll(' -', '-')}${loop.endsWith('Z') ? 'Z' : ''}`
    })
    .join('')
}
