import { type JudgedStance, keyName, type Positions, type Stance } from '@cahier/core'
import { Document, isMap, isScalar, parseDocument, Scalar, YAMLMap } from 'yaml'
import { isSameValue } from '../is-same-value.ts'
import { writtenYaml } from '../keep-line-ends.ts'

/** An entry of a positions file (one member's stances). A null `stance` is still to be given. */
export type PositionsEntry = Omit<Stance, 'stance'> & { readonly stance: Stance['stance'] | null }

/** A positions file with these entries, but without the entry on the proposal `withdrawn`. */
export function withStances(
  positions: Positions | undefined,
  head: { readonly programme: string; readonly collective: string },
  entries: readonly PositionsEntry[],
  withdrawn?: string,
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
  map.delete(withdrawn)
  for (const entry of entries) map.set(document.createNode(entry.proposal), entryNode(entry))
  map.flow = map.items.length === 0
  map.items.sort((a, b) => (keyOf(a.key) < keyOf(b.key) ? -1 : 1))
  return writtenYaml(positions?.document.text, document)
}

/** True when a file without errors holds exactly this stance, date included. */
export function isAlreadyWritten(positions: Positions | undefined, stance: Stance): boolean {
  const there = positions?.stances.find(({ proposal }) => proposal === stance.proposal)
  return positions?.document.sound === true && isSameValue(there, stance)
}

/** A stance as fields of a positions file, without empty values. */
export function writtenStance(
  stance: PositionsEntry & Partial<Pick<JudgedStance, 'state' | 'why'>>,
): Readonly<Record<string, string | null>> {
  const { stance: kind, date, text, by, argument, liftsIf, state = '', why = '' } = stance
  const fields = { stance: kind, date, text, by, argument, 'lifts-if': liftsIf, state, why }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

function entryNode(entry: PositionsEntry) {
  const node = new YAMLMap()
  for (const [key, value] of Object.entries(writtenStance(entry))) {
    const scalar = new Scalar(value)
    if (key === 'argument' || key === 'lifts-if') scalar.type = Scalar.BLOCK_FOLDED
    node.set(key, scalar)
  }
  return node
}

function keyOf(key: unknown) {
  return isScalar(key) ? keyName(key) : String(key)
}
