import type { APIRoute } from 'astro'
import { formatSecurityTxt } from '../../formats/security-txt.ts'
import { address } from '../../href.ts'
import { securityContact, securityContactSeen, siteUrl } from '../../site.ts'

export const GET: APIRoute = () =>
  new Response(
    formatSecurityTxt({
      contact: securityContact ?? `mailto:security@${new URL(siteUrl).hostname}`,
      seen: securityContactSeen,
      canonical: address('/.well-known/security.txt'),
    }),
  )
