import { pageAnchors, readLooseText, type Surroundings } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import { type Asked, answersOf, type LooseDisk } from './loose-disk.ts'

/** Surroundings for one text after the other; all that it asks is noted among `asked`. */
export type NotedSurroundings = (asked: Set<Asked>) => Surroundings

/** What stands around loose texts, as the disk has it. A text that links lead to is read once, whatever their number. */
export function surroundingsOn(disk: LooseDisk, parse: Parser): NotedSurroundings {
  const answers = answersOf(disk)
  const anchorsAt = keptBy((path) => {
    const text = disk.textAt(path)
    return text === null ? null : pageAnchors(readLooseText({ path, text }, parse))
  })
  const namesIn = keptBy(disk.namesIn)
  return (asked) => {
    const noting =
      <Answer>(about: Asked[0], answer: (path: string) => Answer) =>
      (path: string) => {
        asked.add(answers(about, path))
        return answer(path)
      }
    return { isThere: noting('there', disk.isThere), anchorsAt: noting('text', anchorsAt), namesIn: noting('names', namesIn) }
  }
}

function keptBy<Value>(find: (path: string) => Value): (path: string) => Value {
  const known = new Map<string, Value>()
  return (path) => {
    const value = known.has(path) ? (known.get(path) as Value) : find(path)
    known.set(path, value)
    return value
  }
}
