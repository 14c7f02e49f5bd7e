import { cv } from '@/lib/content/cv'
import { cvText } from '@/lib/content/cv-text'

export const dynamic = 'force-static'

export function GET(): Response {
  return new Response(cvText(cv()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
