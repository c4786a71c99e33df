import { expect, it } from 'vitest'
import { hasStopped, stopAt, threadGate } from './thread-gate.ts'

it('a thread that comes too late is not let through, and does not wait', () => {
  const gate = threadGate()
  expect(hasStopped(gate)).toBe(false)
  expect(stopAt(gate)).toBe(false)
})
