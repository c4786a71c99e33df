import { foldProse, splitFrontMatter } from '@cahier/prose'
import type { Document } from '../model/document.ts'
import {
  entriesField,
  type Fields,
  fieldsOf,
  flagField,
  type Json,
  mapsField,
  numberField,
  numbersField,
  oneOf,
  optionalField,
  textField,
  textFields,
  textListField,
} from '../model/json.ts'
import type {
  Amendment,
  Axis,
  Baseline,
  Claim,
  Collective,
  Programme,
  PublishedEdition,
  Question,
  Reference,
  Transmission,
} from '../model/programme.ts'
import { type Positions, STANCE_KINDS, type Stance } from '../model/stance.ts'
import { folderOf, stemOf } from '../names/kind-of.ts'

/** An axis, from its front matter. All readers of this module give defaults for missing fields. */
export function readAxis(id: string, document: Document | null): Axis {
  const { title, question } = textFields(fieldsOf(document?.head), 'title', 'question')
  return { id, title: title || id, question, document }
}

export function readAmendment(document: Document): Amendment {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    ...textFields(head, 'base', 'by', 'date'),
    amends: textField(head, 'amends') || folderOf(document.path),
    divisible: flagField(head, 'divisible'),
    at: numbersField(head, 'at'),
    head: head.head ?? null,
    outcome: oneOf(
      head,
      'outcome',
      ['', 'adopted', 'adopted-modified', 'rejected', 'lapsed', 'withdrawn'],
      '',
    ),
    adopted: optionalField(head, 'adopted', (adopted) => ({
      ...textFields(adopted, 'date', 'from', 'to'),
      with: textListField(adopted, 'with'),
      hunks: numbersField(adopted, 'hunks'),
    })),
    document,
  }
}

export function readCollective(document: Document): Collective {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    ...textFields(head, 'kind', 'joined', 'left', 'college'),
    name: textField(head, 'name') || stemOf(document.path),
    example: flagField(head, 'example'),
    weight: numberField(fieldsOf(head.weight), 'value'),
    delegates: mapsField(head, 'delegates').map((delegate) => ({
      ...textFields(delegate, 'id', 'role'),
      keys: mapsField(delegate, 'keys').map((key) => textFields(key, 'key', 'from', 'revoked')),
    })),
    document,
  }
}

export function readQuestion(document: Document): Question {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    ...textFields(head, 'axis', 'lead'),
    title: textField(head, 'title') || stemOf(document.path),
    state: oneOf(head, 'state', ['open', 'answered'], 'open'),
    proposals: textListField(head, 'proposals'),
    document,
  }
}

const OUR_FIELDS = new Set(['level', 'claims', 'reservations', 'superseded-by', 'seen'])

export function readReferences(document: Document | null): readonly Reference[] {
  const entries = Array.isArray(document?.head) ? (document.head as readonly Json[]) : []
  return entries
    .map(fieldsOf)
    .filter((entry) => textField(entry, 'id') !== '')
    .map((entry) => ({
      ...textFields(entry, 'id', 'seen'),
      level: oneOf(entry, 'level', ['', 'A', 'B', 'C'], ''),
      claims: mapsField(entry, 'claims').map(claimOf),
      reservations: textField(entry, 'reservations').trim(),
      supersededBy: textField(entry, 'superseded-by'),
      csl: Object.fromEntries(Object.entries(entry).filter(([key]) => !OUR_FIELDS.has(key))),
    }))
}

function claimOf(claim: Fields): Claim {
  return {
    ...textFields(claim, 'unit', 'scope', 'page'),
    says: textField(claim, 'says').trim(),
    value: numberField(claim, 'value'),
    year: numberField(claim, 'year'),
  }
}

export function readTransmission(document: Document): Transmission {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    name: textField(head, 'name') || stemOf(document.path),
    kind: textField(head, 'kind'),
    handed: mapsField(head, 'handed').map((handing) => ({
      ...textFields(handing, 'edition', 'date'),
      proposals: textListField(handing, 'proposals'),
      answers: mapsField(handing, 'answers').map((answer) => ({
        ...textFields(answer, 'proposal', 'date', 'link'),
        answer: oneOf(answer, 'answer', ['taken-up', 'partly', 'refused'], 'refused'),
      })),
    })),
    document,
  }
}

export function readEdition(document: Document): PublishedEdition {
  const head = fieldsOf(document.head)
  return {
    ...textFields(head, 'date', 'identifier'),
    edition: textField(head, 'edition') || stemOf(document.path),
    measures: mapsField(head, 'measures').map((measure) => ({
      ...textFields(measure, 'id', 'title', 'status', 'digest', 'whole', 'round'),
      number: numberField(measure, 'number') ?? 0,
    })),
    document,
  }
}

export function readPositions(document: Document): Positions {
  const head = fieldsOf(document.head)
  const entries = entriesField(head, 'positions')
  return {
    collective: textField(head, 'collective') || stemOf(document.path),
    programme: textField(head, 'programme'),
    serial: numberField(head, 'serial') ?? 0,
    stances: entries.flatMap(([proposal, stance]) => stanceOf(proposal, stance) ?? []),
    unfilled: entries.flatMap(([proposal, stance]) =>
      stanceOf(proposal, stance) === null ? [{ proposal, ...textFields(stance, 'text') }] : [],
    ),
    document,
  }
}

// Null without a valid stance, as in a ballot that is not filled in.
function stanceOf(proposal: string, stance: Fields): Stance | null {
  const kind = STANCE_KINDS.find((one) => one === textField(stance, 'stance'))
  if (kind === undefined) return null
  return {
    proposal,
    stance: kind,
    ...textFields(stance, 'date', 'text', 'by'),
    argument: textField(stance, 'argument').trim(),
    liftsIf: textField(stance, 'lifts-if').trim(),
  }
}

/** The baseline (findings to ignore); empty when the file is missing or unreadable. */
export function readBaseline(document: Document | null): Baseline {
  return Object.fromEntries(
    Object.entries(fieldsOf(document?.head)).map(([path, value]) => {
      const counts = fieldsOf(value)
      const rules = Object.keys(counts).map((rule) => [rule, numberField(counts, rule) ?? 0])
      return [path, Object.fromEntries(rules)]
    }),
  )
}

/** The CriticMarkup text of an amendment, after its heading; empty when only fields change. */
export function markedTextOf(
  { document }: Pick<Amendment, 'document'>,
  { manifest }: Programme,
): string {
  const title = foldProse(manifest.amendmentSections.text)
  const written = plainHeadingEnd(document.text, title)
  if (written !== null) return document.text.slice(written)
  const section = document.referenceBody?.sections.find((one) => foldProse(one.title) === title)
  const end = section?.heading.position?.end.offset
  return end === undefined ? '' : document.text.slice(end)
}

// Finds the end of a heading without parsing, which is slow. Returns null when an earlier line may
// begin code, HTML or a list: a `##` line inside such a block may be no heading.
function plainHeadingEnd(text: string, title: string): number | null {
  const { bodyStart } = splitFrontMatter(text)
  for (const match of text
    .slice(bodyStart)
    .matchAll(
      /^(?:(## +(?! ))([^\r\n\u2028\u2029]*?)(?<![ \t])[ \t]*$|[ \t]*(?:```|~~~|<|[-=]+[ \t]*$|[-*+>] |\d+[.)] ))/gm,
    )) {
    if (match[1] === undefined) return null
    if (foldProse(match[2] ?? '') === title) return bodyStart + match.index + match[0].length
  }
  return null
}
