import type { Flaw } from './scenario'

/** One bit for each permission; a role is the sum of its bits. */
export const permissionBits = { 'orders:read': 1, 'orders:write': 2, 'members:manage': 4 } as const

export const roleMasks = { viewer: 1, editor: 3, admin: 7 } as const

export type Role = keyof typeof roleMasks

export function holdsAll(granted: number, needed: number): boolean {
  return (granted & needed) === needed
}

export function neededMask(isWrite: boolean): number {
  return isWrite ? permissionBits['orders:write'] : permissionBits['orders:read']
}

export function roleOf(flaw: Flaw): Role {
  return flaw === 'missing-permission' ? 'viewer' : 'editor'
}

/** The tenant in the token; the one in the path is the journey's own. */
export function tokenTenant(flaw: Flaw, tenant: number): number {
  return flaw === 'wrong-tenant' ? tenant + 1 : tenant
}
