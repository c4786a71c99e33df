import { type CountedStance, keyName, type Positions, type Stance } from '@cahier/core'
import { Document, isMap, isScalar, parseDocument, Scalar, YAMLMap } from 'yaml'
import { keepLineEnds } from '../keep-line-ends.ts'

/** An entry of a positions file (one member's stances). An empty `stance` is silence. */
export interface WrittenStance
  extends Pick<CountedStance, 'date' | 'by' | 'argument' | 'lifts-if'> {
  readonly stance: string
  readonly text: string
}

/** A positions file with these entries and the next serial number; null deletes an entry. */
export function withStances(
  positions: Positions | undefined,
  head: { readonly programme: string; readonly collective: string },
  entries: Readonly<Record<string, WrittenStance | null>>,
): string {
  const document =
    positions === undefined
      ? new Document({ ...head, serial: 0, positions: {} })
      : parseDocument(positions.document.text)
  document.set('serial', (positions?.serial ?? 0) + 1)
  if (!isMap(document.get('positions'))) document.set('positions', new YAMLMap())
  const map = document.get('positions') as YAMLMap
  // YAML reads an unquoted id of digits as a number, so every key is made a string.
  for (const { key } of map.items) if (isScalar(key)) key.value = keyName(key)
  for (const [proposal, entry] of Object.entries(entries)) {
    if (entry === null) map.delete(proposal)
    else map.set(document.createNode(proposal), entryNode(document, entry))
  }
  map.flow = map.items.length === 0
  map.items.sort((a, b) => (keyOf(a.key) < keyOf(b.key) ? -1 : 1))
  return keepLineEnds(
    positions?.document.text ?? '',
    document.toString({ lineWidth: 0, nullStr: '' }),
  )
}

/** True when a file without errors holds exactly this stance, date included. */
export function isAlreadyWritten(
  positions: Positions | undefined,
  proposal: string,
  entry: WrittenStance,
): boolean {
  const there: Stance | undefined = positions?.stances.find((one) => one.proposal === proposal)
  return (
    positions?.document.sound === true &&
    there !== undefined &&
    there.stance === entry.stance &&
    there.date === entry.date &&
    there.text === entry.text &&
    there.by === (entry.by ?? '') &&
    there.argument === (entry.argument ?? '') &&
    there.liftsIf === (entry['lifts-if'] ?? '')
  )
}

function entryNode(document: Document, entry: WrittenStance): YAMLMap {
  const node = new YAMLMap()
  for (const [key, value] of Object.entries(entry)) {
    if (value === undefined) continue
    const scalar = new Scalar(key === 'stance' && value === '' ? null : value)
    if (key === 'argument' || key === 'lifts-if') scalar.type = Scalar.BLOCK_FOLDED
    node.items.push(document.createPair(key, scalar))
  }
  return node
}

function keyOf(key: unknown): string {
  return isScalar(key) ? keyName(key) : String(key)
}
