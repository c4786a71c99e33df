import { foldProse, splitHead } from '@cahier/prose'
import type { Document } from '../model/document.ts'
import {
  entriesIn,
  type Fields,
  fieldsOf,
  flagIn,
  type Json,
  mapsIn,
  numberIn,
  oneOf,
  textIn,
  textsIn,
} from '../model/json.ts'
import type {
  Adoption,
  Amendment,
  Axis,
  Baseline,
  Claim,
  Collective,
  HandingOver,
  Programme,
  PublishedEdition,
  Question,
  Reference,
  Transmission,
} from '../model/programme.ts'
import { type Positions, STANCE_KINDS, type Stance } from '../model/stance.ts'
import { folderOf, stemOf } from './kind-of.ts'

export function readAxis(id: string, document: Document | null): Axis {
  const head = fieldsOf(document?.head)
  return { id, title: textIn(head, 'title') || id, question: textIn(head, 'question'), document }
}

export function readAmendment(document: Document): Amendment {
  const head = fieldsOf(document.head)
  const at = Array.isArray(head.at) ? head.at.filter((ordinal) => typeof ordinal === 'number') : []
  return {
    id: stemOf(document.path),
    amends: textIn(head, 'amends') || folderOf(document.path),
    base: textIn(head, 'base'),
    by: textIn(head, 'by'),
    date: textIn(head, 'date'),
    divisible: flagIn(head, 'divisible'),
    at,
    head: head.head ?? null,
    outcome: oneOf(
      head,
      'outcome',
      ['', 'adopted', 'adopted-modified', 'rejected', 'lapsed', 'withdrawn'],
      '',
    ),
    adopted:
      head.adopted === undefined || head.adopted === null
        ? null
        : adoptionOf(fieldsOf(head.adopted)),
    document,
  }
}

function adoptionOf(adopted: Fields): Adoption {
  return {
    date: textIn(adopted, 'date'),
    from: textIn(adopted, 'from'),
    to: textIn(adopted, 'to'),
    with: textsIn(adopted, 'with'),
    hunks: Array.isArray(adopted.hunks)
      ? adopted.hunks.filter((hunk) => typeof hunk === 'number')
      : [],
  }
}

export function readCollective(document: Document): Collective {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    name: textIn(head, 'name') || stemOf(document.path),
    kind: textIn(head, 'kind'),
    example: flagIn(head, 'example'),
    joined: textIn(head, 'joined'),
    left: textIn(head, 'left'),
    college: textIn(head, 'college'),
    weight: numberIn(fieldsOf(head.weight), 'value'),
    delegates: mapsIn(head, 'delegates').map((delegate) => ({
      id: textIn(delegate, 'id'),
      role: textIn(delegate, 'role'),
      keys: mapsIn(delegate, 'keys').map((key) => ({
        key: textIn(key, 'key'),
        from: textIn(key, 'from'),
        revoked: textIn(key, 'revoked'),
      })),
    })),
    document,
  }
}

export function readQuestion(document: Document): Question {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    title: textIn(head, 'title') || stemOf(document.path),
    axis: textIn(head, 'axis'),
    lead: textIn(head, 'lead'),
    state: oneOf(head, 'state', ['open', 'answered'], 'open'),
    proposals: textsIn(head, 'proposals'),
    document,
  }
}

const OUR_FIELDS = new Set(['level', 'claims', 'reservations', 'superseded-by', 'seen'])

export function readReferences(document: Document | null): readonly Reference[] {
  const entries = (Array.isArray(document?.head) ? (document.head as readonly Json[]) : []).map(
    fieldsOf,
  )
  return entries.filter((entry) => textIn(entry, 'id') !== '').map(referenceOf)
}

function referenceOf(entry: Fields): Reference {
  return {
    id: textIn(entry, 'id'),
    level: oneOf(entry, 'level', ['', 'A', 'B', 'C'], ''),
    claims: mapsIn(entry, 'claims').map(claimOf),
    reservations: textIn(entry, 'reservations').trim(),
    supersededBy: textIn(entry, 'superseded-by'),
    seen: textIn(entry, 'seen'),
    csl: Object.fromEntries(Object.entries(entry).filter(([key]) => !OUR_FIELDS.has(key))),
  }
}

function claimOf(claim: Fields): Claim {
  return {
    says: textIn(claim, 'says').trim(),
    value: numberIn(claim, 'value'),
    unit: textIn(claim, 'unit'),
    year: numberIn(claim, 'year'),
    scope: textIn(claim, 'scope'),
    page: textIn(claim, 'page'),
  }
}

export function readTransmission(document: Document): Transmission {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    name: textIn(head, 'name') || stemOf(document.path),
    kind: textIn(head, 'kind'),
    handed: mapsIn(head, 'handed').map(handingOf),
    document,
  }
}

function handingOf(handing: Fields): HandingOver {
  return {
    edition: textIn(handing, 'edition'),
    date: textIn(handing, 'date'),
    proposals: textsIn(handing, 'proposals'),
    answers: mapsIn(handing, 'answers').map((answer) => ({
      proposal: textIn(answer, 'proposal'),
      answer: oneOf(answer, 'answer', ['taken-up', 'partly', 'refused'], 'refused'),
      date: textIn(answer, 'date'),
      link: textIn(answer, 'link'),
    })),
  }
}

export function readEdition(document: Document): PublishedEdition {
  const head = fieldsOf(document.head)
  return {
    edition: textIn(head, 'edition') || stemOf(document.path),
    date: textIn(head, 'date'),
    identifier: textIn(head, 'identifier'),
    measures: mapsIn(head, 'measures').map((measure) => ({
      id: textIn(measure, 'id'),
      number: numberIn(measure, 'number') ?? 0,
      title: textIn(measure, 'title'),
      status: textIn(measure, 'status'),
      digest: textIn(measure, 'digest'),
      whole: textIn(measure, 'whole'),
      round: textIn(measure, 'round'),
    })),
    document,
  }
}

/** The stances of one member. */
export function readPositions(document: Document): Positions {
  const head = fieldsOf(document.head)
  return {
    collective: textIn(head, 'collective') || stemOf(document.path),
    programme: textIn(head, 'programme'),
    serial: numberIn(head, 'serial') ?? 0,
    stances: entriesIn(head, 'positions').map(([proposal, stance]) => stanceOf(proposal, stance)),
    document,
  }
}

function stanceOf(proposal: string, stance: Fields): Stance {
  const written = textIn(stance, 'stance')
  return {
    proposal,
    stance: STANCE_KINDS.find((kind) => kind === written) ?? null,
    date: textIn(stance, 'date'),
    text: textIn(stance, 'text'),
    by: textIn(stance, 'by'),
    argument: textIn(stance, 'argument').trim(),
    liftsIf: textIn(stance, 'lifts-if').trim(),
  }
}

/** The baseline; empty when there is none or it cannot be read. */
export function readBaseline(document: Document | null): Baseline {
  return Object.fromEntries(
    Object.entries(fieldsOf(document?.head)).map(([path, counts]) => {
      const fields = fieldsOf(counts)
      return [
        path,
        Object.fromEntries(Object.keys(fields).map((rule) => [rule, numberIn(fields, rule) ?? 0])),
      ]
    }),
  )
}

/** The marked text of an amendment, after its heading; empty when only fields change. */
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

// Finds the heading without parsing the Markdown. Null where something above it, such as code or a
// list, might contain it.
function plainHeadingEnd(text: string, title: string): number | null {
  const { bodyStart } = splitHead(text)
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
