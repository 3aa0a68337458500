/** The package ships this preset without types. */
declare module 'flexsearch/lang/en' {
  import type { EncoderOptions } from 'flexsearch'

  const options: EncoderOptions
  export default options
}
