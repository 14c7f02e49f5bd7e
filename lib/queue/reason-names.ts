/** By their numbers, as brokers call them; a test holds this list to the constants of `reason`. */
export const REASONS = [
  'rejected',
  'expired',
  'maxlen',
  'delivery_limit',
  'trimmed',
  'retention',
  'restart',
  'refused',
  'attempts',
  'connection',
] as const
