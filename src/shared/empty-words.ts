import { foldWord } from './tokens.ts'

/**
 * Words that any paper of any field may use and that name none of its subjects: function words, the adverbs and verbs that
 * papers present themselves with, and the hosts of their code. Only inside a compound, as `long-context`, do they tell.
 */
const EMPTY_WORDS = [
  // Determiners, pronouns, numbers, and what counts or compares.
  'three four five six seven eight nine ten hundred hundreds thousand thousands million millions billion billions numerous',
  'a all an another any anything both certain each either enough entire every everything few fewer following former great',
  'greater half her here his how it its itself last latter least less lesser little many more most much my neither next no',
  'none nor nothing one ones other others our own part same second several she some something such that the their them',
  'themselves there these they third this those two us various we what whatever which whichever who whole whom whose you your',
  // Prepositions, conjunctions and particles.
  'about above according across after against along although amid among and around as at away back because before behind below',
  'beneath besides between beyond but by despite down due during else etc except for from if in inside into like near of off',
  'on onto or out outside over past per plus regarding since than though through throughout thus till to together toward',
  'towards under unless unlike until up upon versus via whenever where whereas whereby wherein whether while with within without',
  // Auxiliaries, and verbs that say nothing of their own.
  'am are be became become becomes been began being can cannot come comes coming could did do does doesn doing don done gave get gets getting',
  'give given gives giving go goes going gone got had has have having is keep keeping keeps kept knew know known knows let lets made',
  'make makes making may might must need needed needs ought put puts saw say see seek seem seems seen seems shall should take taken',
  'takes taking tend tends turn turns used want wants was were will would',
  // Adverbs of time, degree, manner and argument.
  'accordingly actually addition additionally again almost already also altogether always approximately arguably badly basically best better',
  'broadly carefully clearly closely commonly completely consequently considerably consistently conversely crucially currently deeply',
  'directly drastically easily effectively efficiently entirely equally especially essentially ever exactly explicitly extensively',
  'extremely fairly far finally first firstly frequently fully fundamentally further furthermore generally greatly hardly heavily hence',
  'henceforth highly however implicitly importantly increasingly indeed inherently initially instead interestingly intuitively just largely lastly',
  'later likely mainly maybe meanwhile merely moreover mostly namely naturally nearly necessarily never nevertheless newly nonetheless',
  'not notably now nowadays often once only otherwise overall particularly partially partly perhaps possibly potentially precisely',
  'previously primarily properly purely quickly quite rapidly rarely rather readily really recently relatively remarkably respectively',
  'roughly secondly seldom severely significantly similarly simply simultaneously slightly so solely sometimes somewhat soon',
  'specifically still strictly strongly subsequently substantially successfully sufficiently surprisingly then thereby therefore',
  'today too traditionally truly typically ultimately unfortunately usually vastly very well why widely yet',
  // What papers say of any thing, and of themselves.
  'able amount amounts argue argues called common considerable crucial different difficult essential exist existing exists explore explored explores',
  'exploring extensive find finding findings finds found good high important introduce introduced introduces investigate investigated',
  'investigates kind lack lacks lead leads led long main mean means name named names necessary new notable novel obtain',
  'obtained obtains paper papers particular pertinent point points possible present presented presents previous primary promising',
  'propose proposed proposes recent remain remains respective several short show showed showing shown shows significant',
  'similar suggest suggested suggests useful way ways work works',
  // Where code and data are put, and who else wrote.
  'al available bitbucket et github gitlab huggingface',
]
  .join(' ')
  .split(' ')

/** Compounds that are as empty, though their words may not be. */
const EMPTY_COMPOUNDS = [
  'state of the art',
  'real world',
  'hugging face',
  'high quality',
  'cutting edge',
  'off the shelf',
  'open source',
]

const emptyTerms: ReadonlySet<string> = new Set(EMPTY_WORDS.map(foldWord))
const emptyCompounds: ReadonlySet<string> = new Set(
  EMPTY_COMPOUNDS.map((words) => words.split(' ').map(foldWord).join(' ')),
)
/** `iii` numbers a part; `iv` and `vi` are names of methods, too. */
const ROMAN_NUMERAL = /^[ivx]{3,}$/

/** Whether a term, as `tokenize` folds it, says nothing of what a paper is about. */
export function isEmptyTerm(term: string): boolean {
  return emptyTerms.has(term) || ROMAN_NUMERAL.test(term)
}

/** The same of a compound, by its terms with spaces between. */
export function isEmptyPhrase(key: string): boolean {
  return emptyCompounds.has(key) || key.split(' ').every(isEmptyTerm)
}
