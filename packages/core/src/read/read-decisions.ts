import {
  type CountedStance,
  type Decisions,
  type Outcome,
  RESULTS,
  type Round,
  type Ruling,
} from '../model/decisions.ts'
import type { Document } from '../model/document.ts'
import {
  byId,
  entriesField,
  type Fields,
  fieldsOf,
  mapsField,
  numberField,
  oneOf,
  optionalField,
  textField,
  textFields,
  textsField,
} from '../model/json.ts'
import { RULINGS } from '../model/manifest.ts'
import { STANCE_KINDS } from '../model/stance.ts'
import { stemOf } from '../names/kind-of.ts'
import { ruleOf } from './read-manifest.ts'

/** The rounds of one proposal, oldest first. */
export function readDecisions(document: Document): Decisions {
  const head = fieldsOf(document.head)
  const rounds = mapsField(head, 'rounds').map(roundOf)
  return {
    proposal: textField(head, 'proposal') || stemOf(document.path),
    rounds: rounds.sort((a, b) => (a.opened < b.opened ? -1 : 1)),
    document,
  }
}

function roundOf(round: Fields): Round {
  return {
    ...textFields(round, 'opened', 'closes', 'text', 'seal'),
    rule: ruleOf(fieldsOf(round.rule)),
    electorate: byMember(fieldsOf(round.electorate), numberField),
    notified: byMember(fieldsOf(round.notified), textField),
    ...(textsField(round, 'final-period').length > 0 && {
      finalPeriod: textsField(round, 'final-period'),
    }),
    rulings: mapsField(round, 'rulings').map(rulingOf),
    outcome: optionalField(round, 'outcome', outcomeOf),
  }
}

function byMember<T>(
  fields: Fields,
  valueIn: (fields: Fields, member: string) => T,
): Readonly<Record<string, T>> {
  return byId(Object.keys(fields).map((member) => [member, valueIn(fields, member)]))
}

function rulingOf(ruling: Fields): Ruling {
  const objection = textFields(fieldsOf(ruling.objection), 'date', 'text')
  return {
    ...textFields(ruling, 'on', 'by', 'date', 'reason'),
    ruling: oneOf(ruling, 'ruling', RULINGS, 'inadmissible'),
    objection: objection.date === '' ? null : objection,
    ...(textField(ruling, 'signature') !== '' && { signature: textField(ruling, 'signature') }),
  }
}

function outcomeOf(outcome: Fields): Outcome {
  return {
    result: oneOf(outcome, 'result', RESULTS, 'void'),
    ...textFields(outcome, 'closed', 'seal'),
    stances: byId(
      entriesField(outcome, 'stances').map(([member, stance]) => [member, countedOf(stance)]),
    ),
    ...(textField(outcome, 'copies') !== '' && { copies: textField(outcome, 'copies') }),
  }
}

// Absent keys stay absent, since the seal (digest of the round) covers the keys as written.
function countedOf(stance: Fields): CountedStance {
  const optional = ['text', 'by', 'argument', 'lifts-if', 'why'].filter(
    (key) => textField(stance, key) !== '',
  )
  return {
    stance: oneOf(stance, 'stance', STANCE_KINDS, 'abstention'),
    date: textField(stance, 'date'),
    state: oneOf(stance, 'state', ['fresh', 'stale', 'uncounted'], 'uncounted'),
    ...textFields(stance, ...optional),
  }
}
