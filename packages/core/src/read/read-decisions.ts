import type {
  CountedStance,
  Decisions,
  Outcome,
  Result,
  Round,
  Ruling,
  StanceState,
} from '../model/decisions.ts'
import type { Document } from '../model/document.ts'
import {
  byId,
  entriesIn,
  type Fields,
  fieldsOf,
  mapsIn,
  numberIn,
  oneOf,
  textIn,
  textsIn,
} from '../model/json.ts'
import { STANCE_KINDS, type StanceKind } from '../model/stance.ts'
import { stemOf } from './kind-of.ts'
import { ruleOf } from './read-manifest.ts'

const RESULTS = [
  'adopted',
  'adopted-with-reservations',
  'rejected',
  'blocked',
  'no-quorum',
  'void',
] as const

/** The rounds of one proposal, oldest first. */
export function readDecisions(document: Document): Decisions {
  const head = fieldsOf(document.head)
  const rounds = mapsIn(head, 'rounds').map(roundOf)
  return {
    proposal: textIn(head, 'proposal') || stemOf(document.path),
    rounds: rounds.sort((a, b) => (a.opened < b.opened ? -1 : 1)),
    document,
  }
}

function roundOf(round: Fields): Round {
  return {
    opened: textIn(round, 'opened'),
    closes: textIn(round, 'closes'),
    text: textIn(round, 'text'),
    rule: ruleOf(fieldsOf(round.rule)),
    electorate: byMember(fieldsOf(round.electorate), numberIn),
    notified: byMember(fieldsOf(round.notified), textIn),
    seal: textIn(round, 'seal'),
    ...(textsIn(round, 'final-period').length > 0 && {
      finalPeriod: textsIn(round, 'final-period'),
    }),
    rulings: mapsIn(round, 'rulings').map(rulingOf),
    outcome:
      round.outcome === undefined || round.outcome === null
        ? null
        : outcomeOf(fieldsOf(round.outcome)),
  }
}

function byMember<T>(
  fields: Fields,
  valueIn: (fields: Fields, member: string) => T,
): Readonly<Record<string, T>> {
  return byId(Object.keys(fields).map((member) => [member, valueIn(fields, member)]))
}

function rulingOf(ruling: Fields): Ruling {
  const objection = fieldsOf(ruling.objection)
  return {
    on: textIn(ruling, 'on'),
    ruling: oneOf(ruling, 'ruling', ['inadmissible', 'overruled', 'recused'], 'inadmissible'),
    by: textIn(ruling, 'by'),
    date: textIn(ruling, 'date'),
    reason: textIn(ruling, 'reason'),
    objection:
      textIn(objection, 'date') === ''
        ? null
        : { date: textIn(objection, 'date'), text: textIn(objection, 'text') },
    ...(textIn(ruling, 'signature') !== '' && { signature: textIn(ruling, 'signature') }),
  }
}

function outcomeOf(outcome: Fields): Outcome {
  return {
    result: oneOf<Result>(outcome, 'result', RESULTS, 'void'),
    closed: textIn(outcome, 'closed'),
    stances: byId(
      entriesIn(outcome, 'stances').map(([member, stance]) => [member, countedOf(stance)]),
    ),
    ...(textIn(outcome, 'copies') !== '' && { copies: textIn(outcome, 'copies') }),
    seal: textIn(outcome, 'seal'),
  }
}

// Absent keys stay absent: a seal covers the keys as written.
function countedOf(stance: Fields): CountedStance {
  const optional = ['text', 'by', 'argument', 'lifts-if', 'why'].filter(
    (key) => textIn(stance, key) !== '',
  )
  return {
    stance: oneOf<StanceKind>(stance, 'stance', STANCE_KINDS, 'abstention'),
    date: textIn(stance, 'date'),
    state: oneOf<StanceState>(stance, 'state', ['fresh', 'stale', 'uncounted'], 'uncounted'),
    ...Object.fromEntries(optional.map((key) => [key, textIn(stance, key)])),
  }
}
