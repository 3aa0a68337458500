/** What the fields of the open data mean, for the page that documents it. Those of `schema` and `corpus` are told there for all. */

type Field = readonly [names: string, meaning: string]

const paperFields: readonly Field[] = [
  [
    'topics',
    'Topic id; grade main (subject or chief means) or also; basis name (the text names it) or words (it shares the topic’s vocabulary); evidence, the ranges of the words that gave it the topic.',
  ],
  [
    'related',
    'Six papers, best first: id, score from 0 to 1, topics in common, and terms, the telling words in common.',
  ],
  [
    'words',
    'The words that set it apart from other papers, at most 16, strongest first: word, and weight as a share of the strongest. By TF-IDF times how much a word says about topics, as related papers count words.',
  ],
  ['id, url', 'The permanent name and the path of its page below the base.'],
  [
    'title, abstract',
    'As published, after repairs. All ranges below count UTF-16 code units of these two.',
  ],
  ['titleMath, abstractMath', 'Ranges that are formulas, with their LaTeX source in tex.'],
  ['titleAsPrinted', 'Every printed form of the title.'],
  ['abstractAsPrinted', 'The printed forms of the abstract that differ from the published one.'],
  ['sentences', 'Ranges of the sentences of the abstract; the third is #s3 on the page.'],
  [
    'date',
    'value is YYYY-MM-DD; yearInferred is true if neither the source nor a correction gives the year.',
  ],
  ['authorCount, comments', 'Numbers; of several comment counts, the largest.'],
  ['organization', 'account and name of the badge.'],
  [
    'sightings',
    'Each record: listing, rank, lines (first and last), and what it gives: title, datePrinted (as printed), date, authorCount, organization, comments.',
  ],
  [
    'resources',
    'URLs found in the abstract: url, kind (code, data, model or project), and where they are, start and end.',
  ],
  [
    'corrections',
    'Each repair: field, rule, and the text from and to. Of a date, authorCount or organization a person has corrected, from is what the source prints; sightings keep it.',
  ],
]
const graphFields: readonly Field[] = [
  [
    'topics',
    'Of the graph: each topic by its id. Of a link, a surprise or a gap: the two ids, in alphabetical order.',
  ],
  [
    'papers, community',
    'Papers filed under the topic in either grade; its place in the list of communities, from 0, null without a link.',
  ],
  [
    'communities',
    'Topics that belong together, by the Louvain method on the links: the largest first, and in each the topic with the most papers first.',
  ],
  [
    'layouts',
    'Where the map puts topics with links, in a wide frame (landscape) and a tall one (portrait), each with width and height: x and y in pixels, y down; of the label its side and lines, and from, the least scale at which it touches nothing; places for the names of areas.',
  ],
  [
    'links',
    'Pairs that share two papers or more and have a p of at most .05, if it is among the four smallest of either topic or their q is at most .05; heaviest first.',
  ],
  [
    'observed, expected',
    'Papers filed under both topics in either grade, and how many would be if topics fell on papers independently.',
  ],
  [
    'strength',
    'Association strength: observed divided by expected, where a grade of also counts half.',
  ],
  [
    'weight',
    'Strength · c/(c + 2) · m/(m + 4), for c papers in both and m in the smaller topic: small counts weigh less.',
  ],
  [
    'p',
    'Probability of such a count or a more extreme one by chance (Fisher’s exact test, one-sided).',
  ],
  [
    'q',
    'How many pairs chance alone would put at this p or below, divided by how many are there: the false discovery rate after Heyse.',
  ],
  [
    'surprises, gaps',
    'Pairs that occur together far more often than by chance (q at most .05, three papers or more, broader topics left out), and far less often (p at most .1).',
  ],
  [
    'ratio, low, high',
    'Observed divided by expected, with the exact 95% Poisson interval of the count after Garwood.',
  ],
]
const changeFields: readonly Field[] = [
  [
    'opening',
    'The state that changes are counted from: its date (null if that was before changes were recorded), corpus (the data version), papers and listings.',
  ],
  ['date, note', 'The day of publication and a remark, both by the maintainer.'],
  ['from, to', 'Data versions before and after; the same if papers stayed as they were.'],
  ['papers, listings', 'Papers before and after; listings added and removed.'],
  [
    'added, merged, withdrawn',
    'Ids of papers; with the title they had, and into which paper the address leads.',
  ],
  [
    'titles, abstracts, facts',
    'Texts that read differently, and papers whose date, authorCount, organization or comments changed.',
  ],
  [
    'seenAgain, refiled',
    'Papers that are in a further listing; papers that gained or lost a topic or the grade of one. ids is null for more than 50 papers.',
  ],
  ['topics', 'Topics added, removed, renamed, and revised in scope, area or place.'],
  [
    'related, map',
    'How many papers have different related papers; topics new, gone and moved on the map, and how far on average, in percent of its width.',
  ],
]
const topicFields: readonly Field[] = [
  ['areas', 'id, label, scope in a sentence, url, and how many papers have a main topic of it.'],
  ['topics', 'The vocabulary: id, label, scope, url, and area, the id of its area.'],
  ['broader', 'Ids of topics that it is part of.'],
  [
    'formerly',
    'Ids that an area or a topic had before, or that became part of it; their addresses lead to it.',
  ],
  [
    'moved',
    'Pages of areas, topics and pairs that have other ids now: from and to, paths below the base.',
  ],
  ['aliases, acronyms', 'Other names that papers are filed by.'],
  ['main, also', 'How many papers are about it, and how many use or discuss it.'],
  [
    'pairs',
    'Two topics that share papers: topics (their ids, in alphabetical order), papers filed under both in either grade, expected by chance, and hasPage.',
  ],
]
const listingFields: readonly Field[] = [
  ['id, url', 'The name of the file, and the path of its page below the base.'],
  ['bytes, sha256', 'Of the saved file.'],
  ['records', 'Papers as it prints them, repeated ones too.'],
  [
    'lines',
    'How many lines are what: header, title, abstract, organization, author count, date, separator, blank.',
  ],
  ['datePrinted, date', 'The newest date it prints, and the same with a year, if one is known.'],
  ['year, yearReason', 'The year taken for dates that print none, and why, or why there is none.'],
  ['onlyHere', 'Papers that are in no other listing.'],
  ['overlap', 'For each other listing (listing), how many papers are in both.'],
  ['intersections', 'For each set of listings, how many papers are in just these.'],
]
const qualityFields: readonly Field[] = [
  [
    'merges',
    'Papers made of several records: id, sightings (listing and rank), titles as printed, and reasons.',
  ],
  [
    'disagreements',
    'Facts on which records of one paper differ: id, field, values (listing and value), and the one chosen.',
  ],
  ['corrections', 'For each rule: description, how many papers, and corrections in all.'],
  ['missing', 'For each field, how many papers lack it.'],
  [
    'datesInferred, unfiled, withdrawn',
    'How many dates have an inferred year; ids without a topic; ids withdrawn.',
  ],
  ['warnings', 'What a maintainer should look at, in sentences.'],
  [
    'topicGraph',
    'pairs of topics; observedByExpected papers in them; links, and sureLinks with a q up to .05; linkedTopics; communities, with their modularity, stability (mean adjusted mutual information with other starts) and areaAgreement (the same with areas).',
  ],
]
const glossaryFields: readonly Field[] = [
  [
    'entries',
    'Each abbreviation: short, and its meanings: long, and the papers that define it, by id.',
  ],
]
const permalinkFields: readonly Field[] = [
  ['id', 'A name that was published once.'],
  ['state', 'live, merged or withdrawn.'],
  ['into', 'Where a merged name leads; null for the others.'],
  [
    'years',
    'Years that have a page, and undated, and their months or letters, as 2025/06; some may no longer have papers.',
  ],
  ['why', 'Why it was withdrawn; null for the others.'],
]
const tableFields: readonly Field[] = [
  ['id, title, abstract', 'As in papers.json.'],
  ['url', 'The whole address of its page.'],
  ['date, year_inferred', 'Empty without a date.'],
  ['author_count, organization, comments', 'Empty where the source has none.'],
  ['listings, resources', 'Ids and addresses, separated by spaces.'],
  ['topics, topics_also', 'Ids of the topics it is about, and of those it uses or discusses.'],
]

export const dataFields: readonly { file: string; fields: readonly Field[] }[] = [
  { file: 'papers.json', fields: paperFields },
  { file: 'papers.csv', fields: tableFields },
  { file: 'topics.json', fields: topicFields },
  { file: 'graph.json', fields: graphFields },
  { file: 'glossary.json', fields: glossaryFields },
  { file: 'listings.json', fields: listingFields },
  { file: 'quality.json', fields: qualityFields },
  { file: 'permalinks.json', fields: permalinkFields },
  { file: 'changes.json', fields: changeFields },
]
