import type { Broker } from './broker'
import { front } from './front'
import { kafka } from './kafka'
import { rabbitmq } from './rabbitmq'
import { redis } from './redis'
import type { StationKind } from './simulation'

export const BROKERS: Readonly<Record<StationKind, Broker>> = { front, rabbitmq, redis, kafka }
