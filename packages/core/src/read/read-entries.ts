import { foldProse, splitHead } from '@cahier/prose'
import type { Document } from '../model/document.ts'
import {
  entriesField,
  type Fields,
  fieldsOf,
  flagField,
  type Json,
  mapsField,
  numberField,
  oneOf,
  textField,
  textsField,
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

/** This file turns front matter into the model; missing fields get defaults. */
export function readAxis(id: string, document: Document | null): Axis {
  const head = fieldsOf(document?.head)
  return {
    id,
    title: textField(head, 'title') || id,
    question: textField(head, 'question'),
    document,
  }
}

export function readAmendment(document: Document): Amendment {
  const head = fieldsOf(document.head)
  const at = Array.isArray(head.at) ? head.at.filter((ordinal) => typeof ordinal === 'number') : []
  return {
    id: stemOf(document.path),
    amends: textField(head, 'amends') || folderOf(document.path),
    base: textField(head, 'base'),
    by: textField(head, 'by'),
    date: textField(head, 'date'),
    divisible: flagField(head, 'divisible'),
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
    date: textField(adopted, 'date'),
    from: textField(adopted, 'from'),
    to: textField(adopted, 'to'),
    with: textsField(adopted, 'with'),
    hunks: Array.isArray(adopted.hunks)
      ? adopted.hunks.filter((hunk) => typeof hunk === 'number')
      : [],
  }
}

export function readCollective(document: Document): Collective {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    name: textField(head, 'name') || stemOf(document.path),
    kind: textField(head, 'kind'),
    example: flagField(head, 'example'),
    joined: textField(head, 'joined'),
    left: textField(head, 'left'),
    college: textField(head, 'college'),
    weight: numberField(fieldsOf(head.weight), 'value'),
    delegates: mapsField(head, 'delegates').map((delegate) => ({
      id: textField(delegate, 'id'),
      role: textField(delegate, 'role'),
      keys: mapsField(delegate, 'keys').map((key) => ({
        key: textField(key, 'key'),
        from: textField(key, 'from'),
        revoked: textField(key, 'revoked'),
      })),
    })),
    document,
  }
}

export function readQuestion(document: Document): Question {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    title: textField(head, 'title') || stemOf(document.path),
    axis: textField(head, 'axis'),
    lead: textField(head, 'lead'),
    state: oneOf(head, 'state', ['open', 'answered'], 'open'),
    proposals: textsField(head, 'proposals'),
    document,
  }
}

const OUR_FIELDS = new Set(['level', 'claims', 'reservations', 'superseded-by', 'seen'])

export function readReferences(document: Document | null): readonly Reference[] {
  const entries = (Array.isArray(document?.head) ? (document.head as readonly Json[]) : []).map(
    fieldsOf,
  )
  return entries.filter((entry) => textField(entry, 'id') !== '').map(referenceOf)
}

function referenceOf(entry: Fields): Reference {
  return {
    id: textField(entry, 'id'),
    level: oneOf(entry, 'level', ['', 'A', 'B', 'C'], ''),
    claims: mapsField(entry, 'claims').map(claimOf),
    reservations: textField(entry, 'reservations').trim(),
    supersededBy: textField(entry, 'superseded-by'),
    seen: textField(entry, 'seen'),
    csl: Object.fromEntries(Object.entries(entry).filter(([key]) => !OUR_FIELDS.has(key))),
  }
}

function claimOf(claim: Fields): Claim {
  return {
    says: textField(claim, 'says').trim(),
    value: numberField(claim, 'value'),
    unit: textField(claim, 'unit'),
    year: numberField(claim, 'year'),
    scope: textField(claim, 'scope'),
    page: textField(claim, 'page'),
  }
}

export function readTransmission(document: Document): Transmission {
  const head = fieldsOf(document.head)
  return {
    id: stemOf(document.path),
    name: textField(head, 'name') || stemOf(document.path),
    kind: textField(head, 'kind'),
    handed: mapsField(head, 'handed').map(handingOf),
    document,
  }
}

function handingOf(handing: Fields): HandingOver {
  return {
    edition: textField(handing, 'edition'),
    date: textField(handing, 'date'),
    proposals: textsField(handing, 'proposals'),
    answers: mapsField(handing, 'answers').map((answer) => ({
      proposal: textField(answer, 'proposal'),
      answer: oneOf(answer, 'answer', ['taken-up', 'partly', 'refused'], 'refused'),
      date: textField(answer, 'date'),
      link: textField(answer, 'link'),
    })),
  }
}

export function readEdition(document: Document): PublishedEdition {
  const head = fieldsOf(document.head)
  return {
    edition: textField(head, 'edition') || stemOf(document.path),
    date: textField(head, 'date'),
    identifier: textField(head, 'identifier'),
    measures: mapsField(head, 'measures').map((measure) => ({
      id: textField(measure, 'id'),
      number: numberField(measure, 'number') ?? 0,
      title: textField(measure, 'title'),
      status: textField(measure, 'status'),
      digest: textField(measure, 'digest'),
      whole: textField(measure, 'whole'),
      round: textField(measure, 'round'),
    })),
    document,
  }
}

export function readPositions(document: Document): Positions {
  const head = fieldsOf(document.head)
  return {
    collective: textField(head, 'collective') || stemOf(document.path),
    programme: textField(head, 'programme'),
    serial: numberField(head, 'serial') ?? 0,
    stances: entriesField(head, 'positions').map(([proposal, stance]) =>
      stanceOf(proposal, stance),
    ),
    document,
  }
}

function stanceOf(proposal: string, stance: Fields): Stance {
  const written = textField(stance, 'stance')
  return {
    proposal,
    stance: STANCE_KINDS.find((kind) => kind === written) ?? null,
    date: textField(stance, 'date'),
    text: textField(stance, 'text'),
    by: textField(stance, 'by'),
    argument: textField(stance, 'argument').trim(),
    liftsIf: textField(stance, 'lifts-if').trim(),
  }
}

/** The baseline; empty when there is none or it cannot be read. */
export function readBaseline(document: Document | null): Baseline {
  return Object.fromEntries(
    Object.entries(fieldsOf(document?.head)).map(([path, counts]) => {
      const fields = fieldsOf(counts)
      return [
        path,
        Object.fromEntries(
          Object.keys(fields).map((rule) => [rule, numberField(fields, rule) ?? 0]),
        ),
      ]
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

// The end of the heading, found without parsing. Null where code or a list above might contain it.
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
