import { mapById, type Outcome, type Round, type Ruling } from '@cahier/core'
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  Scalar,
  type YAMLMap,
} from 'yaml'
import { keepLineEnds } from '../keep-line-ends.ts'
import { writtenStance } from '../stances/positions-file.ts'

/** The text of `decisions/<proposal>.yaml` with a new round. Comments and layout stay. */
export function withRound(text: string | undefined, proposal: string, round: Round): string {
  const written = {
    opened: round.opened,
    closes: round.closes,
    text: round.text,
    rule: round.rule,
    electorate: round.electorate,
    ...(Object.keys(round.notified).length > 0 && { notified: round.notified }),
    seal: round.seal,
  }
  const document = text === undefined ? new Document({ proposal, rounds: [] }) : parseDocument(text)
  const rounds = document.get('rounds')
  if (!isSeq(rounds)) throw new TypeError('rounds is a list')
  rounds.flow = false
  const node = document.createNode(written) as Node
  inline(node, ['rule', 'notified'])
  rounds.add(node)
  return keepLineEnds(text ?? '', document.toString(WRITING))
}

export function withOutcome(text: string, opened: string, outcome: Outcome): string {
  return inRound(text, opened, (round, document) => {
    const stances = mapById(outcome.stances, (stance) =>
      onOneLine(document.createNode(writtenStance(stance))),
    )
    const node = document.createNode({ ...outcome, stances })
    round.set('outcome', node)
  })
}

/** The text of the file with a new ruling, which replaces the rulings numbered `replaced`. */
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
      ...(objection !== null && { objection }),
      ...(signature !== undefined && { signature: signed }),
    }) as Node
    inline(node, ['objection'])
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
): string {
  const document: Document = parseDocument(text)
  const rounds = document.get('rounds')
  const round = isSeq(rounds)
    ? rounds.items.find((one) => isMap(one) && String(one.get('opened')) === opened)
    : undefined
  if (!isMap(round)) throw new RangeError(`no round opened on ${opened}`)
  change(round, document)
  return keepLineEnds(text, document.toString(WRITING))
}

const WRITING = {
  lineWidth: 0,
  flowCollectionPadding: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const

// Writes a map on one line. Text with line ends is quoted and escaped.
function onOneLine(map: YAMLMap): YAMLMap {
  map.flow = true
  for (const { value } of map.items)
    if (isScalar(value) && /[\r\n]/.test(String(value.value))) value.type = Scalar.QUOTE_DOUBLE
  return map
}

function inline(node: Node, keys: readonly string[]): void {
  if (!isMap(node)) return
  for (const key of keys) {
    const value = node.get(key)
    if (isMap(value)) value.flow = true
  }
}
