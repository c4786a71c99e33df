import { mapById, type Outcome, type Round, type Ruling } from '@cahier/core'
import { Document, isMap, isScalar, isSeq, parseDocument, Scalar, type YAMLMap } from 'yaml'
import { writtenYaml } from '../keep-line-ends.ts'
import { writtenStance } from '../stances/positions-file.ts'

/** The text of `decisions/<proposal>.yaml` with a new round. Comments and layout stay. */
export function withRound(text: string | undefined, proposal: string, round: Round): string {
  const document = text === undefined ? new Document({ proposal, rounds: [] }) : parseDocument(text)
  const rounds = document.get('rounds')
  if (!isSeq(rounds)) throw new TypeError('rounds is a list')
  rounds.flow = false
  const { opened, closes, text: digest, rule, electorate, notified, seal } = round
  const isNotified = Object.keys(notified).length > 0
  const written = {
    ...{ opened, closes, text: digest },
    rule: document.createNode(rule, { flow: true }),
    electorate,
    ...(isNotified && { notified: document.createNode(notified, { flow: true }) }),
    seal,
  }
  rounds.add(document.createNode(written))
  return writtenYaml(text, document)
}

export function withOutcome(text: string, opened: string, outcome: Outcome): string {
  return inRound(text, opened, (round, document) => {
    const stances = mapById(outcome.stances, (stance) =>
      onOneLine(document.createNode(writtenStance(stance))),
    )
    round.set('outcome', document.createNode({ ...outcome, stances }))
  })
}

/** The text of the file with a new ruling on a member. The rulings at `replaced` are removed. */
export function withRuling(
  text: string,
  opened: string,
  { objection, reason, signature, ...ruling }: Ruling,
  replaced: readonly number[] = [],
): string {
  return inRound(text, opened, (round, document) => {
    const prose = new Scalar(reason)
    prose.type = Scalar.BLOCK_FOLDED
    const signed = new Scalar(signature)
    signed.type = Scalar.BLOCK_LITERAL
    const node = document.createNode({
      ...ruling,
      reason: prose,
      ...(objection !== null && { objection: document.createNode(objection, { flow: true }) }),
      ...(signature !== undefined && { signature: signed }),
    })
    const rulings = round.get('rulings')
    if (isSeq(rulings) && rulings.items.length > 0) {
      rulings.flow = false
      rulings.items = rulings.items.filter((_, rank) => !replaced.includes(rank))
      rulings.add(node)
    } else round.set('rulings', document.createNode([node]))
  })
}

export function withFinalPeriod(text: string, opened: string, began: string): string {
  return inRound(text, opened, (round, document) => {
    const days = round.get('final-period')
    if (isSeq(days)) days.add(document.createNode(began))
    else round.set('final-period', document.createNode([began], { flow: true }))
  })
}

function inRound(
  text: string,
  opened: string,
  change: (round: YAMLMap, document: Document) => void,
) {
  const document: Document = parseDocument(text)
  const rounds = document.get('rounds')
  const round = isSeq(rounds)
    ? rounds.items.find((one) => isMap(one) && String(one.get('opened')) === opened)
    : undefined
  if (!isMap(round)) throw new RangeError(`no round opened on ${opened}`)
  change(round, document)
  return writtenYaml(text, document)
}

// Only a quoted text can have line ends and stay on one line.
function onOneLine(map: YAMLMap) {
  map.flow = true
  for (const { value } of map.items)
    if (isScalar(value) && /[\r\n]/.test(String(value.value))) value.type = Scalar.QUOTE_DOUBLE
  return map
}
