/** Letters that are no base letter with a mark on it. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', þ: 'th', ð: 'd', ı: 'i' }

/** A slug made of any text: marks are taken off letters, the rest becomes hyphens. Empty where no letter is left. */
export const slugFrom = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøđłþðı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
