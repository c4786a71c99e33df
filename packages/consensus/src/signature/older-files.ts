import { type Programme, stemOf } from '@cahier/core'

/** A positions file that is older than one a round counted already: somebody put it back. */
export interface OlderFile {
  readonly serial: number
  /** The highest serial that a round kept a copy of. */
  readonly counted: number
}

/** The files of a folder that are older than a copy kept by one of its rounds, by member. */
export function olderFiles({ positions, records }: Pick<Programme, 'positions' | 'records'>): ReadonlyMap<string, OlderFile> {
  const highest = new Map<string, number>()
  for (const { path, text } of records) {
    if (!path.includes('/positions/')) continue
    const serial = Number(/^serial:[ \t]*(\d{1,15})/m.exec(text)?.[1] ?? 0)
    const member = stemOf(path)
    if (serial > (highest.get(member) ?? 0)) highest.set(member, serial)
  }
  const older = positions.flatMap(({ serial, document }) => {
    const member = stemOf(document.path)
    const counted = highest.get(member) ?? 0
    return serial < counted ? [[member, { serial, counted }] as const] : []
  })
  return new Map(older)
}
