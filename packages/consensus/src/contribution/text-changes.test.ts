import { expect, it } from 'vitest'
import { planClosing } from '../rounds/plan-closing.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { applied, type Files, programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { compareSince } from './compare-since.ts'

const MANIFEST = 'programme.yaml'
const sampledManifest = `${sampleFiles[MANIFEST]}`

function opened(files: Files): Files {
  return applied(files, (programme) =>
    planOpening(programme, 'guichet', { day: '2025-03-01', closes: '2025-03-20' }),
  )
}

it('reports a change of words that are open to a vote or adopted', { tags: ['long'] }, () => {
  const path = 'axes/services/guichet.md'
  const round = opened(sampleFiles)
  const adopted = applied(
    applied(
      applied(round, (programme) =>
        planStance(programme, 'a', 'guichet', { stance: 'consent', day: '2025-03-05' }),
      ),
      (programme) =>
        planStance(programme, 'b', 'guichet', { stance: 'consent', day: '2025-03-05' }),
    ),
    (programme) => planClosing(programme, 'guichet', '2025-03-21'),
  )
  const findingsOf = (before: Files, from: string, to: string) => {
    const text = `${before[path]}`.replace(from, to)
    return compareSince(
      programmeOf(before),
      programmeOf({ ...before, [path]: text }),
      '2025-03-22',
    ).map(
      ({ message, severity, place, data }) =>
        `${severity} ${message} ${data.parts}: ${text.slice(place.start.offset).split('\n')[0]}`,
    )
  }
  expect(findingsOf(round, 'Deux jours', 'Trois jours')).toEqual([
    'warning openTextMoved Mesure: ## Mesure',
  ])
  expect(findingsOf(adopted, 'Deux jours', 'Trois jours')).toEqual([
    'warning adoptedTextMoved Mesure: ## Mesure',
  ])
  expect(findingsOf(adopted, 'horizon: court', 'horizon: long')).toEqual([
    'warning adoptedTextMoved horizon: long',
  ])
  expect(findingsOf(round, 'Voter la loi', 'Voter une loi')).toEqual([
    'warning openTextMoved requests: {partis: Voter une loi.}',
  ])
  // Reasons, lines cut elsewhere and texts that no round is about are everybody's.
  expect(findingsOf(adopted, 'Un constat.', 'Deux constats.')).toEqual([])
  expect(findingsOf(round, 'Deux jours par', 'Deux jours\npar')).toEqual([])
  expect(findingsOf(sampleFiles, 'Deux jours', 'Trois jours')).toEqual([])
  // Nor is it said again of what was changed before.
  const changed = { ...adopted, [path]: `${adopted[path]}`.replace('Deux jours', 'Trois jours') }
  expect(findingsOf(changed, 'Trois jours', 'Quatre jours')).toEqual([])
})

it('reports a retitled term of the manifest that a voted text uses', () => {
  const round = opened(sampleFiles)
  const findingsOf = (before: Files, from: string, to: string) => {
    const manifest = sampledManifest.replace(from, to)
    return compareSince(
      programmeOf(before),
      programmeOf({ ...before, [MANIFEST]: manifest }),
      '2025-03-02',
    ).map(
      ({ message, place, data }) =>
        `${message} ${data.proposals}: ${manifest.slice(place.start.offset, place.end.offset)}`,
    )
  }
  expect(findingsOf(round, 'title: Court', 'title: Après 2060')).toEqual([
    'termRenamed guichet: Après 2060',
  ])
  expect(findingsOf(round, 'title: Partis', 'title: Voisins')).toEqual([
    'termRenamed guichet: Voisins',
  ])
  expect(findingsOf(sampleFiles, 'title: Court', 'title: Après 2060')).toEqual([])
  expect(findingsOf(round, 'title: Climat', 'title: Eau')).toEqual([])
})

it('nor which sections are voted', () => {
  const round = opened(sampleFiles)
  const findingsOf = (from: string, to: string) => {
    const manifest = sampledManifest.replace(from, to)
    return compareSince(
      programmeOf(round),
      programmeOf({ ...round, [MANIFEST]: manifest }),
      '2025-03-02',
    ).map(
      ({ message, place, data }) =>
        `${message} ${data.proposals}: ${manifest.slice(place.start.offset, place.end.offset)}`,
    )
  }
  expect(findingsOf('required: true}', 'required: true, normative: true}')).toEqual([
    'sectionsMoved guichet: sections',
  ])
  expect(findingsOf('sections:', 'sections:\n  - {id: more, title: Plus}')).toEqual([])
})

it('reports changed normative words although other sections changed too', () => {
  const path = 'axes/services/guichet.md'
  const round = opened(sampleFiles)
  const now = {
    ...round,
    [MANIFEST]: sampledManifest.replace('sections:', 'sections:\n  - {id: more, title: Plus}'),
    [path]: `${round[path]}`.replace('Deux jours', 'Trois jours'),
  }
  const findingsOf = compareSince(programmeOf(round), programmeOf(now), '2025-03-02').map(
    ({ message, data }) => `${message} ${data.parts}`,
  )
  expect(findingsOf).toEqual(['openTextMoved Mesure'])
})
