import { type Profile, profiles } from './profile'
import { entriesOf } from './store'

/** The owner, as every page needs them. */
export function profile(): Profile {
  const [entry] = entriesOf(profiles)
  if (!entry) throw new Error('content/profile.mdx is missing: run `npm run check`.')
  return entry.fields
}
