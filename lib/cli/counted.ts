/** `1 draft`, `2 drafts`. */
export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`
