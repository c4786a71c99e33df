import {
  type Document,
  folderOf,
  type Language,
  type Programme,
  stemOf,
  typeset,
} from '@cahier/core'
import { dayInWords } from '@cahier/export/in-words'
import type { Span } from '@cahier/prose'
import { descriptionIn, schemasAt, titleIn } from '../completion/schema-at.ts'
import { valuesIn } from '../completion/yaml-completions.ts'
import type { DocumentContext } from '../context.ts'
import { spanOf } from '../context.ts'
import { nameAt } from '../names/name-uses.ts'
import { about, paragraphs } from '../text/about.ts'

/** Markdown about the span under the pointer. */
export interface HoverText extends Span {
  readonly markdown: string
}

/** A text about the name at an offset, the digest there, or the key or value. */
export function hover(
  { programme, document, day, language }: DocumentContext,
  offset: number,
): HoverText | null {
  const key = keyAt(document, offset, language)
  const digest = digestAt(document, offset, programme, language)
  if (digest !== null) return digest
  const use = nameAt(document, programme, offset)
  const text = use === null ? '' : about(use, programme, day, language)
  if (use !== null && text !== '') return { start: use.start, end: use.end, markdown: text }
  return key ?? valueAt(document, offset, language)
}

// The title of an allowed value.
function valueAt(
  { kind, places, text }: Document,
  offset: number,
  language: Language,
): HoverText | null {
  for (const [pointer, { value }] of Object.entries(places)) {
    const { start, end } = spanOf(value)
    if (offset < start || offset > end) continue
    const titles = schemasAt(kind, pointer).map(
      (node) =>
        valuesIn(node, language).find(([word]) => word === text.slice(start, end))?.[1] ?? '',
    )
    const title = titles.find((one) => one !== '')
    if (title !== undefined) return { start, end, markdown: `**${title}**` }
  }
  return null
}

function keyAt(document: Document, offset: number, language: Language): HoverText | null {
  for (const [pointer, { key }] of Object.entries(document.places)) {
    if (key === null || offset < key.start.offset || offset > key.end.offset) continue
    const nodes = schemasAt(document.kind, pointer)
    const title = nodes.map((node) => titleIn(node.title, language)).find((one) => one !== '') ?? ''
    const description =
      nodes.map((node) => descriptionIn(node.description, language)).find((one) => one !== '') ?? ''
    const markdown = paragraphs(title === '' ? '' : `**${title}**`, description)
    if (markdown !== '') return { ...spanOf(key), markdown }
  }
  return null
}

function digestAt(
  document: Document,
  offset: number,
  programme: Programme,
  language: Language,
): HoverText | null {
  for (const match of document.text.matchAll(/v1-[0-9a-f]{64}/g)) {
    const { index } = match
    if (index > offset) return null
    if (offset > index + match[0].length) continue
    const about =
      document.kind === 'positions'
        ? proposalAround(document, index)
        : document.kind === 'amendment'
          ? folderOf(document.path)
          : stemOf(document.path)
    return {
      start: index,
      end: index + match[0].length,
      markdown: digestSentence(match[0], about, programme, language),
    }
  }
  return null
}

/** The id of the proposal whose stance contains an offset, or `''`. */
function proposalAround(document: Document, offset: number): string {
  const found = Object.entries(document.places).find(
    ([pointer, { value }]) =>
      /^\/positions\/[^/]+$/.test(pointer) &&
      value.start.offset <= offset &&
      offset <= value.end.offset,
  )
  return found?.[0].split('/').at(-1) ?? ''
}

/**
 * What a digest belongs to: a current text, a text frozen by a round, a seal; or that it is
 * unknown.
 */
function digestSentence(
  digest: string,
  expected: string,
  programme: Programme,
  language: Language,
): string {
  const known = knownDigests(programme, expected).find((one) => one.digest === digest)
  return typeset(
    (known === undefined ? UNKNOWN : SENTENCES[known.of])[language](
      known?.about ?? expected,
      known === undefined || known.day === '' ? '' : dayInWords(known.day, language),
    ),
    language,
  )
}

type Sentence = Readonly<Record<Language, (about: string, day: string) => string>>

const SENTENCES: Readonly<Record<'normative' | 'whole' | 'frozen' | 'seal', Sentence>> = {
  normative: {
    fr: (about) => `Empreinte de ce que « ${about} » propose, tel que le texte est aujourd’hui.`,
    en: (about) => `Digest of what “${about}” proposes, as the text stands today.`,
  },
  whole: {
    fr: (about) => `Empreinte de tout le texte de « ${about} », tel qu’il est aujourd’hui.`,
    en: (about) => `Digest of the whole text of “${about}”, as it stands today.`,
  },
  frozen: {
    fr: (about, day) =>
      `Empreinte de ce que « ${about} » proposait à l’ouverture du tour du ${day}. Le texte a changé depuis.`,
    en: (about, day) =>
      `Digest of what “${about}” proposed when the round opened on ${day}. The text has changed since.`,
  },
  seal: {
    fr: (about, day) =>
      `Sceau du tour de « ${about} » ouvert le ${day} : il ne correspond plus dès qu’on y change quelque chose.`,
    en: (about, day) =>
      `Seal of the round of “${about}” opened on ${day}: it no longer fits as soon as anything in it is changed.`,
  },
}

const UNKNOWN: Sentence = {
  fr: (about) =>
    `Empreinte d’un texte que le dossier ne contient plus${about === '' ? '' : ` : ce n’est pas celle de « ${about} » tel qu’il est aujourd’hui`}.`,
  en: (about) =>
    `Digest of a text that the folder no longer holds${about === '' ? '' : `: it is not that of “${about}” as it stands today`}.`,
}

interface KnownDigest {
  readonly digest: string
  readonly of: 'normative' | 'whole' | 'frozen' | 'seal'
  readonly about: string
  /** The opening day of the round; `''` for a current text. */
  readonly day: string
}

/** The digests of one proposal: its current text, then its rounds. */
function knownDigests(programme: Programme, id: string): readonly KnownDigest[] {
  const proposal = programme.proposals.find((one) => one.id === id)
  const decisions = programme.decisions.find((one) => one.proposal === id)
  const now =
    proposal === undefined
      ? []
      : [known(proposal.normative, 'normative'), known(proposal.whole, 'whole')]
  const then = (decisions?.rounds ?? []).flatMap(({ opened, text, seal, outcome }) => [
    known(text, 'frozen', opened),
    known(seal, 'seal', opened),
    ...(outcome === null ? [] : [known(outcome.seal, 'seal', opened)]),
  ])
  return [...now, ...then]

  function known(digest: string, of: KnownDigest['of'], day = ''): KnownDigest {
    return { digest, of, about: id, day }
  }
}
