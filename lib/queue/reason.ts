// Why a message left its queue without having been worked off, as small numbers (see `line`). RabbitMQ counts the deaths of the first four.

export const rejected = 0
export const expired = 1
export const maxlen = 2
export const deliveryLimit = 3
export const trimmed = 4
export const retention = 5
export const restart = 6
export const refused = 7
export const attempts = 8
export const connection = 9

export const COUNTED = 4
