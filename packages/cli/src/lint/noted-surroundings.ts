import { type PageAnchors, pageAnchors, readLooseText, type Surroundings } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import { type Asked, answersOf, type LooseDisk } from './loose-disk.ts'

/** Surroundings for one text after the other; all that it asks is noted among `asked`. */
export type NotedSurroundings = (asked: Set<Asked>) => Surroundings

/** What stands around loose texts, as the disk has it. A text that links lead to is read once, whatever their number. */
export function surroundingsOn(disk: LooseDisk, parse: Parser): NotedSurroundings {
  const answers = answersOf(disk)
  const anchors = new Map<string, PageAnchors | null>()
  return (asked) => {
    const noted = (about: Asked[0], path: string): string => {
      const answer = answers(about, path)
      asked.add(answer)
      return answer[2]
    }
    return {
      isThere: (path) => noted('there', path) === 'yes',
      anchorsAt(path) {
        noted('text', path)
        const known = anchors.get(path)
        if (known !== undefined) return known
        const text = disk.textAt(path)
        const found = text === null ? null : pageAnchors(readLooseText({ path, text }, parse))
        anchors.set(path, found)
        return found
      },
      namesIn: (path) => noted('names', path).split('/').filter(Boolean),
    }
  }
}
