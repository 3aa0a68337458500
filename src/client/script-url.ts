/** TypeScript's library does not know Trusted Types yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}
declare global {
  interface Window {
    trustedTypes?: TrustedTypes
  }
}

// The browser lets a policy of this name be created once.
const policy = window.trustedTypes?.createPolicy('lectern', {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(url)
    return url
  },
})

/** The address of a script of this site, as browsers that check such addresses want it. */
export function scriptUrl(url: string): string {
  return policy ? policy.createScriptURL(url) : url
}
