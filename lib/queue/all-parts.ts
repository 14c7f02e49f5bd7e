import type { Parts } from './broker'
import { kafka } from './kafka'
import { logNormal } from './log-normal'
import { rabbitmq } from './rabbitmq'
import { redis } from './redis'
import { trouble } from './trouble'

/** For builds, tests and benches, which need not ask for them one by one as a page does. */
export const ALL_PARTS: Parts = { rabbitmq, redis, kafka, trouble, logNormal }
