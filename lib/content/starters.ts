/** Words that only stand in for the owner's: `npm run launch` finds them in what would be published. */
export const unwritten = 'To be written'

export const beginning = {
  summary: `${unwritten}: one or two plain sentences that say what a reader finds here.`,
  line: `${unwritten}.`,
  brief: [
    `${unwritten}: the problem, in a sentence.`,
    `${unwritten}: what I did about it, in a sentence.`,
    `${unwritten}: what came of it, in a sentence.`,
  ],
} as const
