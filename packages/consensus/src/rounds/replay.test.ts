// @module-tag long
import { dayAfter } from '@cahier/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { compareSince } from '../contribution/compare-since.ts'
import { tally } from '../counting/tally.ts'
import { recheck } from '../records/recheck.ts'
import { isRefused } from '../refusals/refusal.ts'
import { decisionRules } from '../samples/random-rules.ts'
import { type Files, programmeOf, proposal, sampleFiles } from '../samples/sample-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { planClosing } from './plan-closing.ts'
import { planFinalPeriod } from './plan-final-period.ts'
import { planOpening } from './plan-opening.ts'
import { planRuling } from './plan-ruling.ts'

const MEMBERS = ['a', 'b', 'c', 'd']
// Each history is dozens of folders, read and recomputed.
const SLOW = 60_000
const PATH = 'axes/services/guichet.md'

/** One thing that people do, so many days after the one before. */
const acts = fc.record({
  days: fc.integer({ min: 0, max: 6 }),
  member: fc.constantFrom(...MEMBERS),
  what: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'consent',
        'reservation',
        'objection',
        'abstention',
        'withdraw' as const,
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom('open', 'close' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'final-period',
        'overruled',
        'recused',
        'edit',
        'mend',
        'leave',
        'join' as const,
      ),
    },
  ),
})
type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never

const histories = fc.record({
  rule: decisionRules.chain((rule) =>
    fc.boolean().map((early) => (early ? { ...rule, 'early-close': true } : rule)),
  ),
  weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }),
  acts: fc.array(acts, { minLength: 3, maxLength: 24 }),
})

function founded({
  rule,
  weights,
}: {
  readonly rule: object
  readonly weights: readonly number[]
}): Files {
  const policy = JSON.stringify({
    default: rule,
    rulings: ['overruled', 'recused'],
    facilitators: ['animation'],
  })
  return {
    ...sampleFiles,
    'programme.yaml': `${sampleFiles['programme.yaml']}`.replace(
      '{default: {method: consent, quorum: {at-least: 1/2}}}',
      policy,
    ),
    ...Object.fromEntries(
      MEMBERS.map((member, index) => [
        `collectives/${member}.yaml`,
        `name: ${member.toUpperCase()}\nkind: association\njoined: 2025-01-01\nweight: {value: ${weights[index]}, source: Bilan.}\n`,
      ]),
    ),
  }
}

/** The folder once somebody has done one thing more; what is refused changes nothing. */
function after(files: Files, { member, what }: Act, day: string): Files {
  const programme = programmeOf(files)
  const written = (plan: ReturnType<typeof planClosing>): Files =>
    isRefused(plan)
      ? files
      : {
          ...files,
          ...Object.fromEntries(plan.files.map(({ path, content }) => [path, content as string])),
        }
  switch (what) {
    case 'open':
      return written(
        planOpening(programme, 'guichet', { day, closes: dayAfter(day, 14), notified: 'all' }),
      )
    case 'close':
      return written(planClosing(programme, 'guichet', day))
    case 'final-period':
      return written(planFinalPeriod(programme, 'guichet', day))
    case 'overruled':
    case 'recused':
      return written(
        planRuling(programme, 'guichet', member, {
          ruling: what,
          by: 'animation',
          reason: 'Dit.',
          day,
        }),
      )
    case 'edit':
      return { ...files, [PATH]: proposal(`Un guichet, dit le ${day}`) }
    case 'mend':
      return { ...files, [PATH]: `${files[PATH]}`.replace(/Un constat.*/, `Un constat du ${day}.`) }
    case 'leave':
      return {
        ...files,
        [`collectives/${member}.yaml`]: `${`${files[`collectives/${member}.yaml`]}`.replace(/^left: .*\n/m, '')}left: ${day}\n`,
      }
    case 'join':
      return {
        ...files,
        'collectives/e.yaml': `name: E\nkind: association\njoined: ${day}\nweight: {value: 1, source: Bilan.}\n`,
      }
    default:
      return written(
        planStance(programme, member, 'guichet', {
          stance: what === 'withdraw' ? null : what,
          day,
          argument: 'Parce que.',
        }),
      )
  }
}

/**
 * Every state the folder went through, with its day; a round opens first, and the last one is
 * closed.
 */
function lived({
  rule,
  weights,
  acts: all,
}: {
  rule: object
  weights: readonly number[]
  acts: readonly Act[]
}): readonly [Files, string][] {
  let [files, day] = [founded({ rule, weights }), '2025-02-01']
  const whole: readonly Act[] = [
    { days: 0, member: 'a', what: 'open' },
    ...all,
    { days: 15, member: 'a', what: 'close' },
  ]
  return whole.map((act) => {
    day = dayAfter(day, act.days)
    files = after(files, act, day)
    return [files, day]
  })
}

it(
  'whatever people do, the files alone give back every recorded outcome, and no step rewrites the one before',
  () => {
    let outcomes = 0
    fc.assert(
      fc.property(histories, (history) => {
        const states = lived(history).map(([files, day]) => [programmeOf(files), day] as const)
        const last = states.at(-1)?.[0] ?? programmeOf(sampleFiles)
        expect(last.findings).toEqual([])
        const again = recheck(last)
        expect(again.findings).toEqual([])
        outcomes += again.outcomes
        for (const [index, [programme, day]] of states.entries()) {
          const before = states[index - 1]?.[0]
          // Each step is a contribution of its day: a stance after the round replaces a counted one.
          const findingsOf = before === undefined ? [] : compareSince(before, programme, day)
          // A warning says that people moved a text or left, which they may: nothing is rewritten.
          const rewritten = findingsOf.filter(
            ({ severity, message }) => severity !== 'warning' && message !== 'withdrawnLate',
          )
          expect(rewritten).toEqual([])
        }
      }),
      { numRuns: 10 },
    )
    expect(outcomes).toBeGreaterThan(0)
  },
  SLOW,
)

it(
  'the order of files, of members and of keys means nothing',
  () => {
    fc.assert(
      fc.property(histories, (history) => {
        const [files, day] = lived(history).at(-1) ?? [sampleFiles, '2025-02-01']
        const shuffled = Object.fromEntries(
          Object.entries(files)
            .reverse()
            .map(([path, text]) => [
              path,
              path.endsWith('.yaml') && !path.startsWith('decisions/guichet/')
                ? stringify(reversed(parse(text)))
                : text,
            ]),
        )
        const [one, other] = [programmeOf(files), programmeOf(shuffled)]
        expect(bare(tally(other, day))).toEqual(bare(tally(one, day)))
        expect(recheck(other).findings).toEqual([])
        const closed = planClosing(other, 'guichet', dayAfter(day, 20))
        expect(closed.findings.map(({ message }) => message)).toEqual(
          planClosing(one, 'guichet', dayAfter(day, 20)).findings.map(({ message }) => message),
        )
        const resultOf = (written: string) => /result: (\S+)/g.exec(written)?.[1]
        expect(closed.files.map(({ content }) => resultOf(`${content}`))).toEqual(
          planClosing(one, 'guichet', dayAfter(day, 20)).files.map(({ content }) =>
            resultOf(`${content}`),
          ),
        )
      }),
      { numRuns: 10 },
    )
  },
  SLOW,
)

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

// Lists of members keep the order of their file.
function bare(verdicts: ReturnType<typeof tally>) {
  return verdicts.map(({ status, electorate, stances, missing, tally: counts, why }) => ({
    status,
    electorate: [...electorate].sort(),
    stances,
    missing: [...missing].sort(),
    counts,
    why,
  }))
}
