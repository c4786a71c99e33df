import { buildProgramme, type Plan, type Programme } from '@cahier/core'
import { isRefused } from '../refusals/refusal.ts'

/** Files by path. */
export type Files = Readonly<Record<string, string>>

/**
 * A small programme of one axis, two proposals and three members, one of whom joins late. For
 * tests.
 */
export const sampleFiles: Files = {
  'programme.yaml': `title: Exemple
language: fr
timezone: Europe/Paris
axes: [services]
impacts: [{id: climat, title: Climat}]
horizons: [{id: court, title: Court}]
scales: [{id: commune, title: Commune}]
actions: [{id: garantir, title: Garantir}]
addressees: [{id: partis, title: Partis}]
sections:
  - {id: why, title: Pourquoi, required: true}
  - {id: measure, title: Mesure, required: true, normative: true}
amendment-sections: {reasons: Motifs, text: Texte}
decision: {default: {method: consent, quorum: {at-least: 1/2}}}
publication: {identifier: exemple, edition: "1", date: 2025-06-01, publisher: Collectif, licence: CC BY-SA 4.0}
`,
  'axes/services/axis.md': '---\ntitle: Services\nquestion: Comment ?\n---\n\nIntroduction.\n',
  'axes/services/guichet.md': proposal('Un guichet par commune'),
  'axes/services/courrier.md': proposal('Une réponse en un mois'),
  'collectives/a.yaml':
    'name: A\nkind: association\njoined: 2025-01-01\ndelegates: [{id: d1, role: Déléguée}]\n',
  'collectives/b.yaml': 'name: B\nkind: association\njoined: 2025-01-01\n',
  'collectives/c.yaml': 'name: C\nkind: association\njoined: 2025-03-01\nleft: 2025-06-01\n',
}

export function proposal(title: string, more = ''): string {
  return `---
title: ${title}
summary: Partout et pour tout le monde.
horizon: court
scale: commune
action: garantir
impacts: [climat]
requests: {partis: Voter la loi.}
${more}---

## Pourquoi

Un constat.

## Mesure

Deux jours par semaine.
`
}

export function programmeOf(files: Files): Programme {
  return buildProgramme({
    sources: Object.entries(files).map(([path, text]) => ({ path, text })),
    assets: [],
    findings: [],
  })
}

/** The files after a plan is written. */
export function applied(files: Files, plan: (programme: Programme) => Plan): Files {
  const { files: written, findings } = plan(programmeOf(files))
  if (isRefused({ files: written, findings, edits: [], removals: [] }))
    throw new Error(`refused: ${findings.map(({ message }) => message)}`)
  return {
    ...files,
    ...Object.fromEntries(written.map(({ path, content }) => [path, content as string])),
  }
}

/** The message and the data of a refusal. */
export function refusalOf(plan: Plan): readonly unknown[] {
  if (plan.files.length + plan.edits.length + plan.removals.length > 0)
    throw new Error('something would be written')
  return plan.findings.map(({ message, data }) => [message, data])
}
