import { profile } from '@/lib/content/site'
import { vcard } from '@/lib/content/vcard'

export const dynamic = 'force-static'

export function GET(): Response {
  return new Response(vcard(profile()), { headers: { 'Content-Type': 'text/vcard; charset=utf-8' } })
}
