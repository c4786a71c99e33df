import type { Outcome, Round } from '@cahier/core'
import { Document, isMap, isSeq, type Node, parseDocument, stringify } from 'yaml'

/** Text of `decisions/<proposal>.yaml` with one round more; comments and layout of the others are kept. */
export function withRound(text: string | undefined, proposal: string, round: Round): string {
  const written = { opened: round.opened, closes: round.closes, text: round.text, rule: round.rule, electorate: round.electorate, ...(Object.keys(round.notified).length > 0 && { notified: round.notified }), seal: round.seal }
  const document = text === undefined ? new Document({ proposal, rounds: [] }) : parseDocument(text)
  const rounds = document.get('rounds')
  if (!isSeq(rounds)) throw new TypeError('rounds is a list')
  rounds.flow = false
  const node = document.createNode(written) as Node
  inline(node, ['rule', 'notified'])
  rounds.add(node)
  return textOf(document)
}

/** Text of `decisions/<proposal>.yaml` with the outcome of its round number `index`. */
export function withOutcome(text: string, index: number, outcome: Outcome): string {
  const document = parseDocument(text)
  const node = document.createNode(outcome) as Node
  if (isMap(node)) {
    const stances = node.get('stances')
    if (isMap(stances)) for (const { value } of stances.items) if (isMap(value)) value.flow = true
  }
  document.setIn(['rounds', index, 'outcome'], node)
  return textOf(document)
}

/** One block of YAML, as the tool writes it everywhere: no line folded, two spaces. */
export function yamlText(value: unknown): string {
  return stringify(value, WRITING)
}

const WRITING = { lineWidth: 0, flowCollectionPadding: false } as const

function textOf(document: Document): string {
  return document.toString(WRITING)
}

function inline(node: Node, keys: readonly string[]): void {
  if (!isMap(node)) return
  for (const key of keys) {
    const value = node.get(key)
    if (isMap(value)) value.flow = true
  }
}
