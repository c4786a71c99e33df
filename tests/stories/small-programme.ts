/**
 * A small programme without a finding: two axes, four proposals (one is a draft of two lines),
 * three members, three sources, by path.
 */
export const smallProgramme: Readonly<Record<string, string>> = {
  'programme.yaml': `title: Petit programme
language: fr
timezone: Europe/Paris
axes: [services, reseaux]
impacts: [{id: libertes, title: Libertés}, {id: climat, title: Climat}, {id: liens-sociaux, title: Liens sociaux}]
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
publication: {identifier: petit-programme, edition: "1", date: 2025-06-01, publisher: Collectif, licence: CC BY-SA 4.0}
`,
  'axes/services/axis.md': `---
title: Des services pour tout le monde
question: Comment garder des services sans écran\u202F?
proposals: [guichet, courrier]
---

Deux propositions, qui se complètent.
`,
  'axes/services/guichet.md': `---
title: Garantir un guichet
summary: Toute démarche doit pouvoir être faite en personne.
horizon: court
scale: national
action: garantir
impacts: [libertes, liens-sociaux]
requests:
  partis: Voter la loi.
  syndicats: Exiger les effectifs.
authors: [exemple-a]
---

## Pourquoi

Un tiers des adultes renonce à une démarche [@insee-2022, p. 2], et le
[courrier](courrier.md) ne suffit pas.

## Ce que nous proposons

Un guichet par commune, ouvert deux jours par semaine.

## Objections et réponses

Le coût est connu [@cour-2023].
`,
  'axes/services/courrier.md': `---
title: Répondre au courrier
summary: Toute administration répond au courrier dans le mois.
horizon: moyen
scale: national
action: garantir
impacts: [libertes]
requests: {partis: Voter la loi.}
requires: [guichet]
---

## Pourquoi

Le courrier reste le recours des personnes sans connexion [@insee-2022].

## Ce que nous proposons

Une réponse écrite en un mois.
`,
  'axes/reseaux/axis.md': `---
title: Des réseaux sobres
question: De quels réseaux avons-nous besoin\u202F?
---

Un seul texte pour commencer.
`,
  'axes/reseaux/sobriete.md': `---
title: Freiner les forfaits illimités
summary: Les forfaits indiquent ce qu’ils consomment.
horizon: court
scale: national
action: freiner
impacts: [climat]
requests: {partis: Voter la loi.}
---

## Pourquoi

La consommation double tous les trois ans [@arcep-2024].

## Ce que nous proposons

Un plafond affiché sur chaque forfait.
`,
  'axes/reseaux/brouillon.md': `---
title: Une radio dans chaque commune
summary: Une radio locale reste écoutée quand tout le reste tombe.
---
`,
  'collectives/exemple-a.yaml': `name: Exemple A
kind: association
example: true
joined: 2025-01-01
delegates: [{id: d1, role: Déléguée}]
`,
  'collectives/exemple-b.yaml': `name: Exemple B
kind: syndicat
example: true
joined: 2025-01-01
`,
  'collectives/exemple-c.yaml': `name: Exemple C
kind: collectif local
example: true
joined: 2025-01-15
`,
  'sources.yaml': `- id: insee-2022
  type: report
  title: Le renoncement aux démarches
  level: A
- id: cour-2023
  type: report
  title: Le coût des guichets
  level: A
- id: arcep-2024
  type: webpage
  title: Baromètre
  level: B
`,
}
