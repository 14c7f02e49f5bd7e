import type { Profile } from './profile'

/** `Software engineer: backend, platform, AI systems`. */
export const roleLine = ({ role, focusLine }: Pick<Profile, 'role' | 'focusLine'>): string =>
  focusLine.length > 0 ? `${role}: ${focusLine.join(', ')}` : role
