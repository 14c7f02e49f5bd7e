/** Words that stand in nearly every section: they would be most of the index and tell nothing apart. */
const common = new Set(
  'a an and are as at be been but by can do does for from has have how i if in into is it its no not of on one or so than that the their them then there they this to was we were what when where which who why will with would you'.split(
    ' ',
  ),
)

/** Plural and singular are one word. Wrong for a few, but alike in the index and in the question. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/.{2}(?:x|sh|ss)es$/.test(word)) return word.slice(0, -2)
  return word.length > 3 && /[^ius]s$/.test(word) ? word.slice(0, -1) : word
}

/** The words of a text as search knows them: no accents, no case, no plurals. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((it) => !common.has(it)).map(singular)
}
