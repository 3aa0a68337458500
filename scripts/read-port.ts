/** The number that `--port` was given; anything but a port is refused. */
export function readPort(text: string, refuse: (message: string) => never): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535)
    refuse(`--port "${text}" is no port; give a number from 1 to 65535.`)
  return port
}
