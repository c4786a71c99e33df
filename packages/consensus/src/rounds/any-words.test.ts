// @module-tag long
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { recheck } from '../records/recheck.ts'
import { isRefused } from '../refusals/refusal.ts'
import { applied, type Files, programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { planTransmission } from '../transmission/plan-transmission.ts'
import { planClosing } from './plan-closing.ts'
import { planOpening } from './plan-opening.ts'
import { planRuling } from './plan-ruling.ts'

const opened = applied(
  {
    ...sampleFiles,
    'programme.yaml': `${sampleFiles['programme.yaml']}`.replace(
      '1/2}}}',
      '1/2}}, rulings: [overruled], facilitators: [animation]}',
    ),
  },
  (programme) => planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
)
const TEXT = /text: (v1-\w+)/.exec(`${opened['decisions/guichet.yaml']}`)?.[1] ?? ''

/**
 * What people write: several lines, signs that mean something to YAML, spaces at the ends, other
 * alphabets.
 */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ': ',
        ' #',
        '\n',
        '\n\n',
        '- ',
        '"',
        '’',
        '{',
        '@',
        '---',
        '\t',
        '« été »',
        '…',
        '🌱',
        '\u00A0',
      ),
      fc.string(),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => `Oui${parts.join('')}`)
const stances = fc.record(
  {
    stance: fc.constantFrom('consent', 'reservation', 'objection', 'abstention', null),
    date: fc.constantFrom('2025-02-27', '2025-03-02', '2025-03-25'),
    text: fc.constantFrom(TEXT, `v1-${'0'.repeat(64)}`),
    by: fc.constantFrom('d1', 'd7'),
    argument: words,
    'lifts-if': words,
  },
  { requiredKeys: ['stance', 'date'] },
)
const files = fc.record({
  programme: fc.constantFrom('exemple', 'exemple', 'exemple', 'autre'),
  collective: fc.constantFrom('a', 'b'),
  stance: stances,
  flow: fc.boolean(),
  windows: fc.boolean(),
})

it('records any handwritten text so that it reads back the same', () => {
  let closings = 0
  fc.assert(
    fc.property(files, files, words, (a, b, reason) => {
      const written = Object.entries({ a, b }).map(
        ([member, { programme, collective, stance, flow, windows }]) => {
          const value = { programme, collective, serial: 1, positions: { guichet: stance } }
          const text = flow ? `${JSON.stringify(value)}\n` : stringify(value)
          return [`positions/${member}.yaml`, windows ? text.replaceAll('\n', '\r\n') : text]
        },
      )
      const spoken: Files = { ...opened, ...Object.fromEntries(written) }
      const before = programmeOf(spoken)
      const ruling = planRuling(before, 'guichet', 'a', {
        ruling: 'overruled',
        by: 'animation',
        reason,
        day: '2025-03-20',
      })
      const ruled = isRefused(ruling) ? spoken : applied(spoken, () => ruling)
      const closing = planClosing(programmeOf(ruled), 'guichet', '2025-03-26')
      if (isRefused(closing)) return
      closings++
      const after = programmeOf(applied(ruled, () => closing))
      expect(after.findings.filter(({ path }) => path.startsWith('decisions/'))).toEqual([])
      expect(recheck(after).findings).toEqual([])
    }),
    { numRuns: 30 },
  )
  expect(closings).toBeGreaterThan(0)
})

it('writes any argument of the command line so that it reads back the same', () => {
  fc.assert(
    fc.property(words, words, (argument, liftsIf) => {
      const spoken = applied(sampleFiles, (programme) =>
        planStance(programme, 'a', 'guichet', {
          stance: 'objection',
          day: '2025-03-01',
          argument,
          liftsIf,
        }),
      )
      const handed = applied(spoken, (programme) =>
        planTransmission(programme, {
          ...{ recipient: 'union', name: argument, kind: 'partis', for: '' },
          ...{ edition: '1', date: '2025-03-01', proposals: ['guichet'] },
        }),
      )
      const { findings, positions, transmissions } = programmeOf(handed)
      expect(findings).toEqual([])
      const [said] = positions[0]?.stances ?? []
      expect([said?.argument, said?.liftsIf]).toEqual(
        [argument, liftsIf].map((text) => text.trim().replace(/\r\n?/g, '\n')),
      )
      expect(transmissions[0]?.name).toBe(argument.replace(/\s+/g, ' ').trim())
    }),
    { numRuns: 50 },
  )
})
