import { buildProgramme, type Programme } from '@cahier/core'
import { composeEdition } from '../compose/compose-edition.ts'
import { exporters } from '../exporters.ts'
import { MANIFEST } from '../samples/sample-programme.ts'
import { printedBlocks } from './blocks.ts'
import type { OdtParagraph } from './document/odt-paragraph.ts'
import { readReturnedOdt } from './document/returned-odt.ts'
import { matchBlocks } from './match-blocks.ts'
import { sourceAfterReturn } from './returned-text.ts'
import type { ReturnedText } from './text-update.ts'

const HEAD = `---
title: "Garder un guichet : partout"
summary: Un agent répond ; il a le temps.
requests: {partis: Voter la loi., syndicats: Exiger des postes.}
---
`
export const TEXT = `${HEAD}
## Pourquoi

Un tiers des adultes *renonce* à une démarche [@insee, p. 2], et le [courrier](autre.md) ne
suffit pas : il faut \`un guichet\` ; **ouvert à tous** "et à toutes".

> La loi le dit :
> « nul n'est tenu ».

| Texte | Portée |
| --- | --- |
| Décision n° 12 [@insee] | France ; tous |
| Rapport | rien d'autre |

## Ce que nous proposons

1. un agent par commune,
   deux jours par semaine ;
2. une ligne téléphonique.

   Elle est gratuite.

- sans compte
  - ni mot de passe
- sans attente 100 % du temps

Une dernière phrase[^a] & la fin.

[^a]: Une note de bas de page.
`
const OTHER = '---\ntitle: Autre\nsummary: Rien.\n---\n\n## Pourquoi\n\nParce que.\n'
const SOURCES =
  '- id: insee\n  type: report\n  title: Le renoncement\n  author: [{literal: Insee}]\n  issued: {date-parts: [[2022]]}\n'

export function programmeWith(text: string): Programme {
  const files = {
    'programme.yaml': MANIFEST,
    'sources.yaml': SOURCES,
    'axes/services/axis.md': '---\ntitle: Services\n---\n',
    'axes/services/autre.md': OTHER,
  }
  const sources = Object.entries({ ...files, 'axes/services/guichet.md': text }).map(
    ([path, one]) => ({ path, text: one }),
  )
  return buildProgramme({ sources, assets: [], findings: [] })
}

export function printedOf(programme: Programme): readonly OdtParagraph[] {
  const edition = composeEdition(programme, [], { kind: 'programme', status: 'all' })
  const [file] = exporters.odt?.render(edition, { readAsset: () => new Uint8Array() }) ?? []
  const read = readReturnedOdt(file?.bytes ?? new Uint8Array())
  if (typeof read === 'string') throw new Error(read)
  return read.paragraphs
}

const before = programmeWith(TEXT)
export const paragraphs = printedOf(before)
export const blocks = printedBlocks(paragraphs)
const guichet = before.proposals.find(({ id }) => id === 'guichet')
export const PREFIX = 'b_2'

export function back(worked: readonly OdtParagraph[], whole = true): ReturnedText {
  if (guichet === undefined) throw new Error('no proposal')
  return sourceAfterReturn(
    guichet.document,
    PREFIX,
    blocks,
    matchBlocks(blocks, worked),
    () => whole,
  )
}

/** Paragraphs that hold a block of the text, by the name of the block. */
export const named = paragraphs.flatMap(({ id }, rank) =>
  id.startsWith(`${PREFIX}_`) ? [{ id, rank }] : [],
)
export const rankOf = (id: string) => named.find((one) => one.id === id)?.rank ?? -1

/** The document with the words of some paragraphs otherwise; bookmarks stay around them. */
export function reworded(
  changes: ReadonlyMap<number, (words: string) => string>,
): readonly OdtParagraph[] {
  return paragraphs.map((paragraph, rank) => {
    const change = changes.get(rank)
    const [start] = paragraph.starts
    if (change === undefined || start === undefined) return paragraph
    const text = paragraph.text.slice(0, start.at) + change(paragraph.text.slice(start.at))
    return {
      ...paragraph,
      text,
      runs: runsIn(text, paragraph),
      ends: paragraph.ends.map((end) => ({ ...end, at: text.length })),
    }
  })
}

/** What stands out in a paragraph, around the same words in other ones. */
export function runsIn(text: string, { runs, text: before }: OdtParagraph): OdtParagraph['runs'] {
  return runs.flatMap((run) => {
    const wording = before.slice(run.start, run.end)
    const places = Array.from({ length: text.length }, (_, at) => at).filter((at) =>
      text.startsWith(wording, at),
    )
    const [start] = places.toSorted((a, b) => Math.abs(a - run.start) - Math.abs(b - run.start))
    return start === undefined ? [] : [{ ...run, start, end: start + wording.length }]
  })
}

/** A paragraph that nobody printed, set as another is. */
export function put(text: string, as: string, more: Partial<OdtParagraph> = {}): OdtParagraph {
  return {
    ...(paragraphs[rankOf(as)] as OdtParagraph),
    text,
    id: '',
    starts: [],
    ends: [],
    notes: [],
    runs: [],
    ...more,
  }
}

/**
 * The document without some blocks, and with paragraphs after others. Names are those of `PREFIX`,
 * without it.
 */
export function edited(
  out: readonly string[],
  into: Readonly<Record<string, readonly OdtParagraph[]>> = {},
): readonly OdtParagraph[] {
  return paragraphs.flatMap((paragraph) => {
    const name = paragraph.id.startsWith(`${PREFIX}_`) ? paragraph.id.slice(PREFIX.length + 1) : ''
    return [...(out.includes(name) ? [] : [paragraph]), ...(into[name] ?? [])]
  })
}

/** A paragraph of the document, to be put elsewhere. */
export function ownParagraph(name: string): OdtParagraph {
  return paragraphs[rankOf(`${PREFIX}_${name}`)] as OdtParagraph
}
