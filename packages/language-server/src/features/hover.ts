import {
  type Document,
  folderOf,
  type Language,
  type Programme,
  stemOf,
  typeset,
  wholeDigest,
  wording,
} from '@cahier/core'
import type { Span } from '@cahier/prose'
import { descriptionIn, schemasAt, titleIn } from '../completion/schema-at.ts'
import { valuesIn } from '../completion/yaml-completions.ts'
import { type DocumentContext, isIn, spanOf } from '../context.ts'
import { nameAt } from '../names/name-uses.ts'
import { describeById, paragraphs } from '../text/describe-by-id.ts'

/** Markdown about the span under the pointer. */
export interface HoverText extends Span {
  readonly markdown: string
}

/** A text about the digest, name, key or value at an offset, or `null`. */
export function hover(
  { programme, document, day, language }: DocumentContext,
  offset: number,
): HoverText | null {
  const key = keyAt(document, offset, language)
  const digest = digestAt(document, offset, programme, language)
  if (digest !== null) return digest
  const use = nameAt(document, programme, offset)
  const text = use === null ? '' : describeById(use, programme, day, language)
  if (use !== null && text !== '') return { start: use.start, end: use.end, markdown: text }
  return key ?? valueAt(document, offset, language)
}

function valueAt(
  { kind, places, text }: Document,
  offset: number,
  language: Language,
): HoverText | null {
  for (const [pointer, { value }] of Object.entries(places)) {
    const span = spanOf(value)
    if (!isIn(span, offset)) continue
    const written = text.slice(span.start, span.end)
    const [, title] =
      schemasAt(kind, pointer)
        .flatMap((node) => valuesIn(node, language))
        .find(([value, words]) => value === written && words !== '') ?? []
    if (title !== undefined) return { ...span, markdown: `**${title}**` }
  }
  return null
}

function keyAt({ kind, places }: Document, offset: number, language: Language): HoverText | null {
  for (const [pointer, { key }] of Object.entries(places)) {
    if (key === null || !isIn(spanOf(key), offset)) continue
    const nodes = schemasAt(kind, pointer)
    const title = nodes.map((node) => titleIn(node.title, language)).find(Boolean)
    const description = nodes.map((node) => descriptionIn(node.description, language)).find(Boolean)
    const markdown = paragraphs(title && `**${title}**`, description)
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
  const { kind, path, text } = document
  for (const { 0: digest, index: start } of text.matchAll(/v1-[0-9a-f]{64}/g)) {
    const span = { start, end: start + digest.length }
    if (!isIn(span, offset)) continue
    const about =
      kind === 'positions'
        ? proposalAround(document, start)
        : (kind === 'amendment' ? folderOf : stemOf)(path)
    return { ...span, markdown: digestSentence(digest, about, programme, language) }
  }
  return null
}

function proposalAround(document: Document, offset: number) {
  const found = Object.entries(document.places).find(
    ([pointer, { value }]) => /^\/positions\/[^/]+$/.test(pointer) && isIn(spanOf(value), offset),
  )
  return found?.[0].split('/').at(-1) ?? ''
}

// `about` is the id of the proposal or axis that the digest belongs to, or `''`.
function digestSentence(digest: string, about: string, programme: Programme, language: Language) {
  const unknown = { sentence: about === '' ? UNKNOWN : UNKNOWN_OF, day: '' }
  const { sentence, day } =
    knownDigests(programme, about).find((one) => one.digest === digest) ?? unknown
  return typeset(sentence[language]({ about, day }), language)
}

const NORMATIVE = wording(
  'Empreinte de ce que « {about} » propose, tel que le texte est aujourd’hui.',
  'Digest of what “{about}” proposes, as the text stands today.',
)
const WHOLE = wording(
  'Empreinte de tout le texte de « {about} », tel qu’il est aujourd’hui.',
  'Digest of the whole text of “{about}”, as it stands today.',
)
const FROZEN = wording(
  'Empreinte de ce que « {about} » proposait à l’ouverture du tour du {day|day}. Le texte a changé depuis.',
  'Digest of what “{about}” proposed when the round opened on {day|day}. The text has changed since.',
)
const SEAL = wording(
  'Sceau du tour de « {about} » ouvert le {day|day} : il ne correspond plus dès qu’on y change quelque chose.',
  'Seal of the round of “{about}” opened on {day|day}: it no longer fits as soon as anything in it is changed.',
)
const UNKNOWN = wording(
  'Empreinte d’un texte que le dossier ne contient plus.',
  'Digest of a text that the folder no longer holds.',
)
const UNKNOWN_OF = wording(
  'Empreinte d’un texte que le dossier ne contient plus : ce n’est pas celle de « {about} » tel qu’il est aujourd’hui.',
  'Digest of a text that the folder no longer holds: it is not that of “{about}” as it stands today.',
)

function knownDigests(programme: Programme, id: string) {
  const axis = programme.axes.find((one) => one.id === id)?.document
  const proposals = programme.proposals.filter((one) => one.id === id)
  const decisions = programme.decisions.find((one) => one.proposal === id)
  return [
    ...(axis ? [{ digest: wholeDigest(axis, programme.assets), sentence: WHOLE, day: '' }] : []),
    ...proposals.flatMap(({ normative, whole }) => [
      { digest: normative, sentence: NORMATIVE, day: '' },
      { digest: whole, sentence: WHOLE, day: '' },
    ]),
    ...(decisions?.rounds ?? []).flatMap(({ opened: day, text, seal, outcome }) => [
      { digest: text, sentence: FROZEN, day },
      { digest: seal, sentence: SEAL, day },
      ...(outcome === null ? [] : [{ digest: outcome.seal, sentence: SEAL, day }]),
    ]),
  ]
}
