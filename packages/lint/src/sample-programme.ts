import type { Source } from '@cahier/core'

/** The small clean programme on which the examples of the rules' pages are laid. Test material. */
export const sampleProgramme: readonly Source[] = [
  {
    path: 'programme.yaml',
    text: `title: Programme d’exemple
language: fr
timezone: Europe/Paris
axes: [services]
impacts: [{id: libertes, title: Libertés}, {id: climat, title: Climat}]
horizons: [{id: court, title: Court terme}, {id: moyen, title: Moyen terme}]
scales: [{id: commune, title: Commune}, {id: national, title: National}]
actions: [{id: garantir, title: Garantir}, {id: freiner, title: Freiner}]
addressees: [{id: partis, title: Partis}, {id: syndicats, title: Syndicats}]
sections:
  - {id: why, title: Pourquoi, required: true}
  - {id: measure, title: Ce que nous proposons, required: true, normative: true}
  - {id: objections, title: Objections et réponses}
amendment-sections: {reasons: Motifs, text: Texte}
decision: {default: {method: consent, quorum: {at-least: 2/3}}}
publication: {identifier: exemple, edition: "1", date: 2026-01-01, publisher: Collectif, licence: CC BY-SA 4.0}
`,
  },
  {
    path: 'axes/services/axis.md',
    text: '---\ntitle: Services\nquestion: Comment faire\u202F?\nproposals: [guichet]\n---\n\nIntroduction [@insee-2022].\n',
  },
  {
    path: 'axes/services/guichet.md',
    text: `---
title: Garantir un guichet
summary: Toute démarche doit pouvoir être faite en personne.
horizon: court
scale: national
action: garantir
impacts: [libertes]
requests: {partis: Voter la loi.}
---

## Pourquoi

Un tiers des adultes renonce [@insee-2022, p. 2].

## Ce que nous proposons

Un guichet par commune.
`,
  },
  {
    path: 'collectives/exemple-a.yaml',
    text: 'name: Exemple A\nkind: association\nexample: true\njoined: 2025-01-01\n',
  },
  {
    path: 'sources.yaml',
    text: '- id: insee-2022\n  type: report\n  title: Renoncement\n  level: A\n',
  },
]
