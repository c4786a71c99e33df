// @module-tag long
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { planClosing } from '../rounds/plan-closing.ts'
import { planFinalPeriod } from '../rounds/plan-final-period.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { planRuling } from '../rounds/plan-ruling.ts'
import { applied, type Files, programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { signed, signers, withKeys } from '../samples/signed-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { recheck } from './recheck.ts'

const FILE = 'decisions/guichet.yaml'
const RULES = [
  '{method: consent, quorum: {at-least: 2/3}, minimum-consents: 1}',
  '{method: consensus-minus, n: 1}',
  '{method: majority, at-least: 2/3, of: members}',
  '{method: lazy, days: 15, otherwise: {method: majority, more-than: 1/2, of: members}}',
  '{method: rough, final-period: 10, answered: {more-than: 1/2}, missing-at-most: 1, new-concern: hold}',
  '{method: double-majority, members: {more-than: 1/2}, weight: {at-least: 2/3}, blocking-minority: 2}',
]

/** A round of three members under a rule, with a signature and a ruling, closed. */
function closedUnder(rule: string): Files {
  const policy = `{default: ${rule}, rulings: [overruled, recused], facilitators: [animation]}`
  const founded: Files = {
    ...sampleFiles,
    'programme.yaml': `${sampleFiles['programme.yaml']}`.replace(
      '{default: {method: consent, quorum: {at-least: 1/2}}}',
      policy,
    ),
    ...Object.fromEntries(
      ['a', 'b', 'c'].map((member) => [
        `collectives/${member}.yaml`,
        `${withKeys[`collectives/${member}.yaml`]?.replace(/joined: .*\n(?:left: .*\n)?/, 'joined: 2025-01-01\n')}weight: {value: 100, source: Bilan.}\n`,
      ]),
    ),
  }
  const opened = applied(founded, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20', notified: 'all' }),
  )
  const spoken = (['consent', 'reservation', 'objection'] as const).reduce(
    (files, stance, index) =>
      applied(files, (programme) => {
        const more = { argument: 'Parce que.', liftsIf: 'Si.', ...(index === 0 && { by: 'd1' }) }
        return planStance(programme, ['a', 'b', 'c'][index] as string, 'guichet', {
          stance,
          day: '2025-03-02',
          ...more,
        })
      }),
    opened,
  )
  const votes = /^\{method: (?:majority|double)/.test(rule)
  const ruled = applied(signed(spoken, 'a', signers.d1), (programme) =>
    planRuling(programme, 'guichet', 'c', {
      ruling: votes ? 'recused' : 'overruled',
      by: 'animation',
      reason: 'Dit.',
      day: '2025-03-04',
    }),
  )
  const last = rule.includes('rough')
    ? applied(ruled, (programme) => planFinalPeriod(programme, 'guichet', '2025-03-05'))
    : ruled
  return applied(last, (programme) => planClosing(programme, 'guichet', '2025-03-21'))
}

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return inner.flatMap(([key, one]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    return [at, ...pathsIn(one, at)]
  })
}

/** Another value of the same type. */
function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value !== 'string') return null
  if (/^v1-/.test(value)) return `v1-${'0'.repeat(64)}`
  if (/^\d{4}-/.test(value)) return '2025-03-06'
  if (/^\d+\/\d+$/.test(value)) return value === '1/3' ? '1/4' : '1/3'
  return { consent: 'abstention', adopted: 'blocked', a: 'b' }[value] ?? 'consent'
}

const histories = RULES.map((rule) => {
  const files = closedUnder(rule)
  const record = parse(`${files[FILE]}`)
  return {
    files,
    record,
    paths: pathsIn(record),
    kept: Object.keys(files).filter((path) => path.startsWith('decisions/guichet/')),
  }
})

/**
 * Whether anything is wrong with a folder: its records, or the shape of the file that holds them.
 */
function isFaulty(files: Files): boolean {
  const programme = programmeOf(files)
  return recheck(programme).findings.length > 0 || programme.findings.length > 0
}

it('under each rule, what the tool wrote has no fault', () => {
  for (const { files } of histories) expect(isFaulty(files)).toBe(false)
})

it('under each rule, finds any removed or changed field of a closed round', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...histories),
      fc.nat(),
      fc.boolean(),
      ({ files, record, paths }, rank, taken) => {
        const path = paths[rank % paths.length] as Path
        const changed = structuredClone(record)
        const holder = path.slice(0, -1).reduce((inner, key) => inner[key], changed)
        const key = path.at(-1) as string
        if (!taken) holder[key] = otherThan(holder[key])
        else if (Array.isArray(holder)) holder.splice(Number(key), 1)
        else delete holder[key]
        return isFaulty({ ...files, [FILE]: stringify(changed) })
      },
    ),
    { numRuns: 50 },
  )
})

it('finds any kept file that was removed, longer by a line, or shorter by a letter', () => {
  fc.assert(
    fc.property(fc.constantFrom(...histories), fc.nat(), fc.nat(), ({ files, kept }, rank, at) => {
      const path = kept[rank % kept.length] as string
      const text = `${files[path]}`
      const cut = at % text.length
      const { [path]: _, ...rest } = files
      return [
        rest,
        { ...files, [path]: `${text}\n` },
        { ...files, [path]: text.slice(0, cut) + text.slice(cut + 1) },
      ].every(isFaulty)
    }),
    { numRuns: 10 },
  )
})
