import fc from 'fast-check'
import { expect, it } from 'vitest'
import { admitRun, areAllAdmitted, noAdmittedRuns } from './admitted-runs.ts'
import { writtenWords } from './written-words.ts'

const text = fc.string({
  unit: fc.constantFrom('a', 'é', 'b', '’', '.', ' ', ',', '«', '\u00a0', '_', '3', '\n', '-'),
  maxLength: 24,
})

it('admits a text when each of its words, with what is stuck to it, was admitted, and no other', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), text, (before, then) => {
      const runs = noAdmittedRuns()
      const words = new Set<string>()
      for (const known of before)
        for (const { from } of writtenWords(known)) {
          admitRun(known, from, runs)
          words.add(runAt(known, from))
        }
      expect(areAllAdmitted(then, runs)).toBe(
        writtenWords(then).every(({ from }) => words.has(runAt(then, from))),
      )
    }),
  )
})

it('says nothing of what takes two units', () => {
  const runs = noAdmittedRuns()
  admitRun('𝒂', 0, runs)
  expect(areAllAdmitted('𝒂', runs)).toBe(false)
})

function runAt(text: string, from: number): string {
  return /^[^\s«,]*/.exec(text.slice(from))?.[0] ?? ''
}
