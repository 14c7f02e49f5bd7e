import { createRunner } from './slices'

/** For browsers that give the page no worker. */
export const runInPage = (post: Parameters<typeof createRunner>[0]): ReturnType<typeof createRunner> => createRunner(post, 8)
