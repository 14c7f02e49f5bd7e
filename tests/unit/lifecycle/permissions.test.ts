import { describe, expect, it } from 'vitest'
import { holdsAll, neededMask, permissionBits, roleMasks, roleOf, tokenTenant } from '@/lib/lifecycle/permissions'

describe('permissions', () => {
  it('have one bit each', () => {
    const bits = Object.values(permissionBits)
    expect(bits.every((bit) => bit > 0 && (bit & (bit - 1)) === 0)).toBe(true)
    expect(new Set(bits).size).toBe(bits.length)
  })

  it('are held only when every needed bit is there', () => {
    expect(holdsAll(0b011, 0b010)).toBe(true)
    expect(holdsAll(0b001, 0b010)).toBe(false)
    expect(holdsAll(0b101, 0b111)).toBe(false)
    expect(holdsAll(0, 0b001)).toBe(false)
  })

  it('let a viewer read and an editor write, and nobody without the bit', () => {
    expect([roleMasks.viewer, roleMasks.editor, roleMasks.admin].map((mask) => holdsAll(mask, neededMask(false)))).toEqual([
      true,
      true,
      true,
    ])
    expect([roleMasks.viewer, roleMasks.editor, roleMasks.admin].map((mask) => holdsAll(mask, neededMask(true)))).toEqual([
      false,
      true,
      true,
    ])
    expect(roleOf('missing-permission')).toBe('viewer')
  })

  it('are worth nothing in another tenant', () => {
    expect([tokenTenant('none', 3), tokenTenant('wrong-tenant', 3)]).toEqual([3, 4])
  })
})
