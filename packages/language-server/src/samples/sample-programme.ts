/**
 * A small programme by path, with a round, stances and an amendment. Its digests are real: a test
 * says when they are no more. Test material.
 */
export const sampleProgramme: Readonly<Record<string, string>> = {
  'programme.yaml': `title: Programme d’exemple
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
decision: {default: {method: consent, quorum: {at-least: 1/2}}}
publication: {identifier: exemple, edition: "1", date: 2026-01-01, publisher: Collectif, licence: CC BY-SA 4.0}
`,
  'axes/services/axis.md': `---
title: Services
question: Comment faire ?
proposals: [guichet, courrier]
---

Introduction [@insee-2022].
`,
  'axes/services/guichet.md': `---
title: Garantir un guichet
summary: Toute démarche doit pouvoir être faite en personne.
horizon: court
scale: national
action: garantir
impacts: [libertes]
requests: {partis: Voter la loi.}
authors: [exemple-a]
---

## Pourquoi

Un tiers des adultes renonce [@insee-2022, p. 2], et le [courrier](courrier.md) ne suffit pas.

## Ce que nous proposons

Un guichet par commune.
`,
  'axes/services/courrier.md': `---
title: Répondre au courrier
summary: Toute administration répond au courrier dans le mois.
horizon: moyen
scale: national
action: garantir
impacts: [libertes]
requests: {partis: Voter la loi.}
---

## Pourquoi

Le courrier reste un recours [@insee-2022 ; @cour-2023].

## Ce que nous proposons

Une réponse écrite en un mois.
`,
  'collectives/exemple-a.yaml':
    'name: Exemple A\nkind: association\nexample: true\njoined: 2025-01-01\ndelegates: [{id: d1, role: Déléguée}]\n',
  'collectives/exemple-b.yaml':
    'name: Exemple B\nkind: syndicat\nexample: true\njoined: 2025-01-01\n',
  'sources.yaml': `- id: insee-2022
  type: report
  title: Le renoncement aux démarches
  author: [{literal: Insee}]
  issued: {date-parts: [[2022]]}
  level: A
  claims:
    - {says: des adultes renoncent à une démarche, value: 32, unit: "%", year: 2021, page: "2"}
- id: cour-2023
  type: report
  title: Le coût des guichets
  level: A
`,
}
