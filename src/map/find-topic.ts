type Labelled = readonly { label: string }[]

/** The place of the topic with this name, in any case; null if none has it. */
export function topicNamed(topics: Labelled, name: string): number | null {
  return firstPlace(topics, name, (label, sought) => label === sought)
}

/** The topic with this name, else the first whose name begins with it, else the first that has it in its name. */
export function findTopic(topics: Labelled, name: string): number | null {
  return (
    topicNamed(topics, name) ??
    firstPlace(topics, name, (label, sought) => label.startsWith(sought)) ??
    firstPlace(topics, name, (label, sought) => label.includes(sought))
  )
}

function firstPlace(
  topics: Labelled,
  name: string,
  isMeant: (label: string, sought: string) => boolean,
): number | null {
  const sought = name.trim().toLowerCase()
  const place = topics.findIndex(({ label }) => isMeant(label.toLowerCase(), sought))
  return sought === '' || place === -1 ? null : place
}
