import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { JudgedStance, Outcome, Round } from '@cahier/core'
import { expect, it } from 'vitest'
import { copiesDigest, openingSeal, outcomeSeal } from './seal.ts'

const round: Round = {
  opened: '2025-03-01',
  closes: '2025-03-22',
  text: 'v1-a',
  rule: { method: 'consent', quorum: { 'at-least': '2/3' } },
  electorate: { a: 1, b: null },
  notified: {},
  seal: 'v1-s',
  rulings: [],
  outcome: null,
}
const stance: JudgedStance = {
  proposal: 'p',
  stance: 'consent',
  date: '2025-03-02',
  text: 'v1-a',
  by: '',
  argument: '',
  liftsIf: '',
  state: 'fresh',
  counted: true,
  why: '',
}
const outcome: Omit<Outcome, 'seal'> = {
  result: 'adopted',
  closed: '2025-03-23',
  stances: { a: stance },
}

it.each<[string, Partial<Round>]>([
  ['opened', { opened: '2025-03-02' }],
  ['closes', { closes: '2025-03-23' }],
  ['text', { text: 'v1-b' }],
  ['the method', { rule: { method: 'lazy', quorum: { 'at-least': '2/3' } } }],
  ['the quorum', { rule: { method: 'consent', quorum: { 'more-than': '2/3' } } }],
  ['a member more', { electorate: { a: 1, b: null, c: 1 } }],
  ['a weight', { electorate: { a: 1, b: 2 } }],
])('the opening seal changes with %s', (_, change) => {
  expect(openingSeal('p', { ...round, ...change })).not.toBe(openingSeal('p', round))
})

it('changes with the proposal, but not with the order of members or with later fields', () => {
  const seal = openingSeal('p', round)
  expect(seal).toMatch(/^v1-[0-9a-f]{64}$/)
  expect(openingSeal('q', round)).not.toBe(seal)
  expect(openingSeal('p', { ...round, electorate: { b: null, a: 1 } })).toBe(seal)
  expect(openingSeal('p', { ...round, outcome: { ...outcome, seal: '' } } as Round)).toBe(seal)
})

it.each<[string, Partial<Round>, Partial<Outcome>]>([
  ['the opening seal', { seal: 'v1-t' }, {}],
  [
    'a ruling',
    {
      rulings: [
        {
          on: 'a',
          ruling: 'recused',
          by: 'f',
          date: '2025-03-10',
          reason: 'Motif.',
          objection: null,
        },
      ],
    },
    {},
  ],
  ['the day of a final period', { finalPeriod: ['2025-03-10'] }, {}],
  ['the day a member was told', { notified: { a: '2025-03-01' } }, {}],
  ['the copies', {}, { copies: 'v1-c' }],
  ['the result', {}, { result: 'blocked' }],
  ['the closing day', {}, { closed: '2025-03-24' }],
  ['a stance', {}, { stances: { a: { ...stance, state: 'stale' } } }],
  ['an argument', {}, { stances: { a: { ...stance, argument: 'Oui.' } } }],
  ['what would lift it', {}, { stances: { a: { ...stance, liftsIf: 'Un an.' } } }],
  ['who spoke', {}, { stances: { a: { ...stance, by: 'd1' } } }],
  ['a stance less', {}, { stances: {} }],
])('the seal of the outcome changes with %s', (_, inRound, inOutcome) => {
  expect(outcomeSeal({ ...round, ...inRound }, { ...outcome, ...inOutcome })).not.toBe(
    outcomeSeal(round, outcome),
  )
})

it('follows schemas/seal.md to the letter', () => {
  const page = readFileSync(new URL('../../../../schemas/seal.md', import.meta.url), 'utf8')
  const examples = [...page.matchAll(/```json\n(.*)\n```\n\n```text\n(v1-\w+)\n```/g)].map(
    ([, json = '', seal = '']) => ({ json, seal }),
  )
  for (const { json, seal } of examples)
    expect(`v1-${createHash('sha256').update(json).digest('hex')}`).toBe(seal)
  const [opened, copies, closed] = examples.map(({ json }) => JSON.parse(json))
  const files = [
    { path: 'text.md', text: '---\ntitle: Un guichet\nsummary: Partout.\n---\n' },
    {
      path: 'positions/a.yaml',
      text: 'programme: exemple\r\ncollective: a\r\nserial: 1\r\npositions: {}\r\n',
    },
  ]
  expect(Object.keys(copies)).toEqual(['positions/a.yaml', 'text.md'])
  const seals = [
    openingSeal(opened.proposal, opened),
    copiesDigest(files),
    outcomeSeal({ ...round, ...closed }, closed),
  ]
  expect(seals).toEqual(examples.map(({ seal }) => seal))
})
