import {
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
  textListField,
} from '../model/json.ts'
import { RULINGS } from '../model/manifest.ts'
import { type JudgedStance, STANCE_KINDS } from '../model/stance.ts'
import { stemOf } from '../names/kind-of.ts'
import { ruleOf } from './read-manifest.ts'

/** The rounds (votes) of one proposal, oldest first. */
export function readDecisions(document: Document): Decisions {
  const head = fieldsOf(document.head)
  const proposal = textField(head, 'proposal') || stemOf(document.path)
  const rounds = mapsField(head, 'rounds').map((round) => roundOf(round, proposal))
  return {
    proposal,
    rounds: rounds.sort((a, b) => (a.opened < b.opened ? -1 : 1)),
    document,
  }
}

function roundOf(round: Fields, proposal: string): Round {
  return {
    ...textFields(round, 'opened', 'closes', 'text', 'seal'),
    rule: ruleOf(fieldsOf(round.rule)),
    electorate: byMember(fieldsOf(round.electorate), numberField),
    notified: byMember(fieldsOf(round.notified), textField),
    ...(textListField(round, 'final-period').length > 0 && {
      finalPeriod: textListField(round, 'final-period'),
    }),
    rulings: mapsField(round, 'rulings').map(rulingOf),
    outcome: optionalField(round, 'outcome', (outcome) => outcomeOf(outcome, proposal)),
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

function outcomeOf(outcome: Fields, proposal: string): Outcome {
  return {
    result: oneOf(outcome, 'result', RESULTS, 'void'),
    ...textFields(outcome, 'closed', 'seal'),
    stances: byId(
      entriesField(outcome, 'stances').map(([member, one]) => [member, stanceOf(one, proposal)]),
    ),
    ...(textField(outcome, 'copies') !== '' && { copies: textField(outcome, 'copies') }),
  }
}

function stanceOf(stance: Fields, proposal: string): JudgedStance {
  const state = oneOf(stance, 'state', ['fresh', 'stale', 'uncounted'], 'uncounted')
  const why = textField(stance, 'why')
  return {
    proposal,
    stance: oneOf(stance, 'stance', STANCE_KINDS, 'abstention'),
    ...textFields(stance, 'date', 'text', 'by', 'argument'),
    liftsIf: textField(stance, 'lifts-if'),
    state,
    counted: state === 'fresh' || (state === 'stale' && why === 'standing'),
    why,
  }
}
