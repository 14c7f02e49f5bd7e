// Which member of a consumer group reads which partition. `owners[p]` is a member number, or -1.

/** Kafka's RangeAssignor for one topic: contiguous ranges, the first members get one more. */
export function rangeAssignment(members: readonly number[], partitions: number): number[] {
  const sorted = [...members].sort((a, b) => a - b)
  const share = Math.floor(partitions / sorted.length)
  const extra = partitions % sorted.length
  const owners: number[] = []
  sorted.forEach((member, at) => {
    for (let taken = 0; taken < share + (at < extra ? 1 : 0); taken += 1) owners.push(member)
  })
  return sorted.length === 0 ? new Array<number>(partitions).fill(-1) : owners
}

/** CooperativeStickyAssignor for one topic: balanced to within one, and as few partitions as possible change hands. */
export function stickyAssignment(members: readonly number[], before: readonly number[]): number[] {
  const sorted = [...members].sort((a, b) => a - b)
  if (sorted.length === 0) return before.map(() => -1)
  const share = Math.floor(before.length / sorted.length)
  let extras = before.length % sorted.length
  const load = new Map(sorted.map((member) => [member, 0]))
  const owners = before.map((owner) => {
    const held = load.get(owner)
    if (held === undefined || held > share || (held === share && extras === 0)) return -1
    if (held === share) extras -= 1
    load.set(owner, held + 1)
    return owner
  })
  return owners.map((owner) => {
    if (owner !== -1) return owner
    const least = sorted.reduce((best, member) => (load.get(member)! < load.get(best)! ? member : best))
    load.set(least, load.get(least)! + 1)
    return least
  })
}
