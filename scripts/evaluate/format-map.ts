import { share, table } from './evaluation-tables.ts'
import type { Evaluation } from './gates.ts'
import { ZOOM_STEPS } from './map-scores.ts'

const FRAME_NAMES = ['landscape', 'portrait'] as const

export function frameTable({ map }: Evaluation): string {
  return table(
    ['frame', 'stress', 'crossing quality', 'neighbours kept', 'own area near', 'labels at fit'],
    FRAME_NAMES.map((frame) => {
      const scores = map.frames[frame]
      return [
        frame,
        share(scores.stress),
        share(scores.crossingQuality),
        share(scores.neighbourhoodPreservation),
        share(scores.areaCohesion),
        share(scores.shownAtFit),
      ]
    }),
  )
}

export function boxTable({ map }: Evaluation): string {
  return table(
    [
      'screen',
      'frame',
      ...ZOOM_STEPS.map((step) => `labels at ${step}×`),
      'scales',
      'label overlaps',
      'mark overlaps',
      'name overlaps',
    ],
    map.boxes.map(({ width, height, frame, shown, scales, overlaps }) => [
      `${width} × ${height}`,
      frame,
      ...shown.map((part) => share(part, 2)),
      String(scales),
      String(overlaps.labels),
      String(overlaps.marks),
      String(overlaps.names),
    ]),
    2,
  )
}

export function moveTable({ map }: Evaluation): string {
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`
  return table(
    [
      'listing left out',
      'papers only there',
      'frame',
      'mean move without',
      'most',
      'stress',
      'mean move with it again',
      'most',
      'stress',
      'new topics',
    ],
    map.moves.listings.flatMap(({ listing, papers, newTopics, without, with: again }) =>
      FRAME_NAMES.map((frame) => [
        listing,
        String(papers),
        frame,
        ...[without[frame], again[frame]].flatMap(({ mean, most, stress }) => [
          percent(mean),
          percent(most),
          share(stress),
        ]),
        String(newTopics),
      ]),
    ),
  )
}

/** The section of docs/evaluation.md about the map. */
export function formatMap(evaluation: Evaluation): string {
  const { map } = evaluation
  return `## Map

The map as published: ${map.topics} topics, ${map.links} links, ${map.communities} communities with modularity ${share(map.modularity)}.

${frameTable(evaluation)}

- Stress: mean squared relative error of the distances on the map against hops in the graph, over pairs that a path joins,
  the map scaled to its least. 0 is perfect. [Gansner, Koren & North 2004](https://doi.org/10.1007/978-3-540-31843-9_25).
- Crossing quality: 1 less the share of pairs of links that cross, of those that share no end.
- *Neighbours kept*: the share of a topic's k neighbours in the graph that are among the k nearest topics on the map.
- *Own area near*: the share of the three nearest topics that are of the topic's area. By chance it would be near a tenth.
- *Labels at fit*: the share of labels that show when the frame fits a box of 1200 × 800 pixels.

${boxTable(evaluation)}

Overlaps are counted at the five zoom steps and 24 scales between each two, by looking at every two boxes drawn. *Label*:
with another label, with another topic's mark or with the name of an area; *mark*: two marks; *name*: two names of areas.
A label shows from a scale of its own on and never goes again as one zooms in. Letters are measured in the font itself,
without kerning; where a browser sets another font, this does not hold.

The map keeps its places when listings come. Each listing was left out, the map laid out from the published one, then with
the listing again from that one; moves are shares of the frame's width, over topics that both maps have.

${moveTable(evaluation)}

Laid out from scratch twice, the second time with topics, areas and links shuffled, the maps are ${map.moves.identical ? 'identical, byte for byte' : '**not identical**'}.
Moves and this comparison are kept in \`scripts/evaluate/map-moves.json\`, which \`npm run eval\` writes anew; the other
figures are measured again by \`npm test\`.

`
}
