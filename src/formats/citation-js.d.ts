declare module '@citation-js/core' {
  export const plugins: {
    config: {
      get(plugin: '@bibtex'): {
        format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean }
      }
    }
    output: { format(name: string, items: unknown[], options: { format: 'object' }): unknown }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
