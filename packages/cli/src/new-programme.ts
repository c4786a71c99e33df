import type { Language, NewFile } from '@cahier/core'

/** The files of a new programme: small, true to the model, and without a finding. */
export function newProgramme(identifier: string, day: string, language: Language): readonly NewFile[] {
  const t = TEXTS[language]
  return [
    { path: 'programme.yaml', content: t.manifest(identifier, day) },
    { path: 'README.md', content: t.readme },
    { path: `axes/${t.axis}/axis.md`, content: t.axisText },
    { path: `axes/${t.axis}/${t.proposal}.md`, content: t.proposalText },
    { path: `collectives/${t.collective}.yaml`, content: t.collectiveText(day) },
    { path: 'sources.yaml', content: t.sources(day) },
    { path: '.gitattributes', content: 'positions/** -text\nassets/** -text\ndecisions/*/** -text -merge\n' },
    { path: '.gitignore', content: 'dist/\n.cahier-*\n' },
  ]
}

const TEXTS = {
  fr: {
    axis: 'premier-axe',
    proposal: 'premiere-proposition',
    collective: 'exemple-a',
    manifest: (
      identifier: string,
      day: string,
    ) => `# Le manifeste : ce qui vaut pour tout le programme. Changez ce que vous voulez, puis lancez « cahier check ».
title: Notre programme
language: fr
timezone: Europe/Paris # où un tour finit à minuit
axes: [premier-axe]
impacts:
  - {id: liens-sociaux, title: Liens sociaux}
  - {id: climat, title: Climat}
horizons:
  - {id: court, title: Court terme}
  - {id: moyen, title: Moyen terme}
scales:
  - {id: commune, title: Commune}
  - {id: national, title: National}
actions:
  - {id: garantir, title: Garantir}
  - {id: freiner, title: Freiner}
addressees:
  - {id: partis, title: Partis}
  - {id: syndicats, title: Syndicats}
sections:
  - {id: why, title: Pourquoi, required: true}
  - {id: measure, title: Ce que nous proposons, required: true, normative: true}
  - {id: objections, title: Objections et réponses}
  - {id: questions, title: Questions ouvertes}
amendment-sections: {reasons: Motifs, text: Texte}
decision:
  default: {method: consent, quorum: {at-least: 2/3}} # ou consensus-minus, majority, double-majority, lazy, rough
# lint-options: {locale: fr-BE} # le français de Belgique ; fr-CH, de Suisse ; fr-CA, du Québec
publication:
  identifier: ${identifier}
  edition: "1"
  date: ${day}
  publisher: Notre collectif
  licence: CC BY-SA 4.0
`,
    readme: `# Notre programme

Ce dossier est un programme\u00A0: des textes et des listes, à modifier dans n’importe quel éditeur.

- \`axes/\`\u00A0: les propositions, une par fichier, rangées par axe\u202F;
- \`collectives/\`\u00A0: les collectifs membres\u202F; \`positions/\`\u00A0: ce que chacun dit de chaque proposition\u202F;
- \`sources.yaml\`\u00A0: les sources, que l’on cite ainsi\u00A0: \`[@identifiant]\`\u202F;
- \`programme.yaml\`\u00A0: les axes, les rubriques, la règle de décision.

Un texte déjà écrit ailleurs y entre proposition par proposition\u00A0: \`cahier new proposal premier-axe "Son titre"\`, puis copiez-y ses mots. S’il vient d’une édition envoyée, \`cahier import\` en fait des amendements.

\`cahier lint\` relit les textes, \`cahier status\` dit où l’on en est, \`cahier publish\` écrit le programme en HTML, EPUB et ODT.
`,
    axisText: `---
title: Premier axe
question: À quelle question cet axe répond-il\u202F?
proposals: [premiere-proposition]
---

Quelques phrases pour présenter l’axe et ce qui relie ses propositions.
`,
    proposalText: `---
title: Garantir un accueil dans chaque commune
summary: >-
  Chaque commune ouvre un accueil où toute démarche peut être faite en personne.
horizon: court
scale: commune
action: garantir
impacts: [liens-sociaux]
requests:
  partis: >-
    Inscrire cet accueil au programme municipal.
---

## Pourquoi

Un constat, avec sa source [@exemple-source].

## Ce que nous proposons

Ouvrir un accueil par commune.

Concrètement\u00A0:

- une personne présente au moins deux jours par semaine\u202F;
- toute démarche possible sur place.

## Objections et réponses

- «\u00A0C’est cher.\u00A0» Le coût reste à établir\u00A0: c’est une question ouverte.
`,
    collectiveText: (day: string) => `name: "Exemple : un collectif"
kind: association
example: true # à enlever pour un vrai collectif
joined: ${day}
delegates:
  - {id: d1, role: Déléguée ou délégué} # un rôle, jamais le nom d’une personne
`,
    sources: (day: string) => `- id: exemple-source
  type: report
  title: Un rapport d’exemple, à remplacer
  author: [{literal: Un institut}]
  issued: {date-parts: [[2025]]}
  level: A # A : page de l’auteur vue ; B : rapportée par un tiers ; C : copie, à remplacer
  seen: ${day}
`,
  },
  en: {
    axis: 'first-axis',
    proposal: 'first-proposal',
    collective: 'example-a',
    manifest: (
      identifier: string,
      day: string,
    ) => `# The manifest: what holds for the whole programme. Change what you like, then run “cahier check”.
title: Our programme
language: en
timezone: Europe/Brussels # where a round ends at midnight
axes: [first-axis]
impacts:
  - {id: social-bonds, title: Social bonds}
  - {id: climate, title: Climate}
horizons:
  - {id: short, title: Short term}
  - {id: medium, title: Medium term}
scales:
  - {id: municipal, title: Municipal}
  - {id: national, title: National}
actions:
  - {id: guarantee, title: Guarantee}
  - {id: slow-down, title: Slow down}
addressees:
  - {id: parties, title: Parties}
  - {id: unions, title: Unions}
sections:
  - {id: why, title: Why, required: true}
  - {id: measure, title: What we propose, required: true, normative: true}
  - {id: objections, title: Objections and answers}
  - {id: questions, title: Open questions}
amendment-sections: {reasons: Reasons, text: Text}
decision:
  default: {method: consent, quorum: {at-least: 2/3}} # or consensus-minus, majority, double-majority, lazy, rough
publication:
  identifier: ${identifier}
  edition: "1"
  date: ${day}
  publisher: Our collective
  licence: CC BY-SA 4.0
`,
    readme: `# Our programme

This folder is a programme: texts and lists, to be changed in any editor.

- \`axes/\`: the proposals, one per file, sorted by axis;
- \`collectives/\`: the member collectives; \`positions/\`: what each says of each proposal;
- \`sources.yaml\`: the sources, cited like this: \`[@id]\`;
- \`programme.yaml\`: the axes, the sections, the decision rule.

A text that was already written elsewhere comes in one proposal at a time: \`cahier new proposal first-axis "Its title"\`, then copy its words there. If it comes from an edition that you sent, \`cahier import\` turns it into amendments.

\`cahier lint\` checks the texts, \`cahier status\` says where things stand, \`cahier publish\` writes the programme in HTML, EPUB and ODT.
`,
    axisText: `---
title: First axis
question: Which question does this axis answer?
proposals: [first-proposal]
---

A few sentences that present the axis and what holds its proposals together.
`,
    proposalText: `---
title: Guarantee a counter in every municipality
summary: >-
  Every municipality opens a counter where any procedure can be done in person.
horizon: short
scale: municipal
action: guarantee
impacts: [social-bonds]
requests:
  parties: >-
    Put this counter in the municipal programme.
---

## Why

A finding, with its source [@example-source].

## What we propose

Open one counter in each municipality.

In practice:

- somebody there at least two days a week;
- any procedure possible on the spot.

## Objections and answers

- “It is expensive.” The cost is to be established: it is an open question.
`,
    collectiveText: (day: string) => `name: "Example: a collective"
kind: association
example: true # remove it for a real collective
joined: ${day}
delegates:
  - {id: d1, role: Delegate} # a role, never a person’s name
`,
    sources: (day: string) => `- id: example-source
  type: report
  title: An example report, to be replaced
  author: [{literal: An institute}]
  issued: {date-parts: [[2025]]}
  level: A # A: the author’s page was seen; B: reported by others; C: a copy, to be replaced
  seen: ${day}
`,
  },
} as const
