const wordsPerMinute = 230

export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / wordsPerMinute))
