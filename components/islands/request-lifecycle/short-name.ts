import { nameSpan } from '@/lib/lifecycle/describe'
import type { Span } from '@/lib/lifecycle/span'
import type { Words } from '@/lib/lifecycle/words'

/** "13 Database query, attempt 2" for the eye, where a sentence says "stage 13, Database query, attempt 2". */
export const shortName = (span: Span, words: Words): string => nameSpan(span, words).replace('stage ', '').replace(',', '')
