import type { Document, Json } from './document.ts'
import {
  type Fields,
  fieldsOf,
  flagIn,
  mapsIn,
  numberIn,
  oneOf,
  textIn,
  textsIn,
} from './fields.ts'
import { folderOf, stemOf } from './kind-of.ts'
import type {
  Adoption,
  Amendment,
  Axis,
  Claim,
  Collective,
  HandingOver,
  PublishedEdition,
  Question,
  Reference,
  Transmission,
} from './programme.ts'

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
