import { type FormerNames, noFormerNames } from '../shared/moved.ts'

/** What areas and topics were called before, as a part of this page says for the addresses that name them. */
export function formerNames(): FormerNames {
  const said = document.querySelector<HTMLElement>('[data-former-names]')?.dataset.formerNames
  return said === undefined ? noFormerNames : JSON.parse(said)
}
