/** The forms of the query language, for the help sheet; each example finds something here. */
export const queryHelp: readonly { example: string; says: string }[] = [
  { example: 'speculative decoding', says: 'both words, in any form and order' },
  {
    example: 'can a chatbot help me shop online',
    says: 'a question in your own words: papers that answer most of it come first',
  },
  { example: '"theory of mind"', says: 'these words side by side, spelled just so' },
  {
    example: 'pruning -attention',
    says: 'without a word; also pruning NOT attention, and -(attention vision) without either',
  },
  { example: 'reasoning -"chain of thought"', says: 'without a phrase' },
  { example: 'bayesian OR variational', says: 'one or the other' },
  { example: 'title:survey', says: 'in the title only' },
  { example: 'title:(survey OR review)', says: 'one field for all within brackets' },
  { example: 'abstract:"we propose"', says: 'in the abstract only' },
  {
    example: 'topic:speculative-decoding',
    says: 'filed under a topic, mainly or also, by its id, a name or abbreviation, or how its words begin',
  },
  { example: 'area:theory', says: 'filed in an area, by words of its name' },
  { example: 'listing:003 quantization', says: 'in one listing' },
  { example: 'org:qwen', says: 'from an organisation' },
  {
    example: 'year:2023..2025 hallucination',
    says: 'in these years; also year:2024, year:2024.., year:..2023',
  },
  { example: 'has:code pruning', says: 'with a link to code, data, a model or a project page' },
  { example: 'missing:date', says: 'where the source gives no date; also authors, org, resources' },
]
