import type { FieldPlace, Json } from '../document.ts'
import { lineStartsOf, type Place, type PlacePoint, placeAt } from '../place.ts'
import { MOST_UNITS, readYaml, tooDeepIn } from './read-yaml.ts'

/** What a list gave: a value without a fault. */
export interface ListRead {
  readonly value: Json
  /** By JSON pointer. */
  readonly places: Readonly<Record<string, FieldPlace>>
}

/** What one entry gave: its value, and its places from its own beginning. */
interface Entry {
  readonly value: Json
  readonly places: readonly (readonly [pointer: string, place: FieldPlace])[]
  /** Where the list itself stands, when it holds this entry alone. */
  readonly list: Place
}

/** What begins no entry: comments and empty lines before the first. */
const BEFORE = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*/
/** Documents in a row, directives and ends of lines of long ago: rare enough to be read whole. */
const UNUSUAL = /^(?:---|\.\.\.|%)|\r(?!\n)|\uFEFF/m

/**
 * Reads a file that is one long list, again and again as it is typed in: an entry whose text has
 * not changed is not read anew. What it gives is what `readYaml` gives. A class because it lives as
 * long as its file is typed in.
 */
export class ListReader {
  #known: ReadonlyMap<string, Entry> = new Map()

  /** `null` when the text is not a list, or has something that only reading all of it can tell. */
  read(path: string, text: string, lineStarts: readonly number[]): ListRead | null {
    if (text.length > MOST_UNITS || UNUSUAL.test(text) || tooDeepIn(text) !== null) return null
    const first = (BEFORE.exec(text) as RegExpExecArray)[0].length
    if (!text.startsWith('- ', first)) return null
    const known = new Map<string, Entry>()
    const values: Json[] = []
    const places: Record<string, FieldPlace> = {}
    const lists: Place[] = []
    for (let start = first, end = 0; start < text.length; start = end) {
      const next = text.indexOf('\n- ', start)
      end = next < 0 ? text.length : next + 1
      const written = text.slice(start, end)
      const entry = this.#known.get(written) ?? readEntry(path, written)
      if (entry === null) return null
      known.set(written, entry)
      const { line } = placeAt(lineStarts, start, start).start
      const moved = (place: Place) => ({
        start: pointFrom(place.start, start, line),
        end: pointFrom(place.end, start, line),
      })
      lists.push(moved(entry.list))
      for (const [pointer, { key, value }] of entry.places)
        places[`/${values.length}${pointer}`] = {
          key: key === null ? null : moved(key),
          value: moved(value),
        }
      values.push(entry.value)
    }
    const [one, last] = [lists[0] as Place, lists.at(-1) as Place]
    places[''] = { key: null, value: { start: one.start, end: last.end } }
    this.#known = known
    return { value: values, places }
  }
}

function readEntry(path: string, written: string): Entry | null {
  const lineStarts = lineStartsOf(written)
  const { value, spans, findings } = readYaml(path, written, lineStarts)
  if (findings.length > 0 || !Array.isArray(value) || value.length !== 1 || value[0] === null)
    return null
  const { '': list, ...others } = spans.placesIn(lineStarts)
  if (list === undefined) return null
  return {
    value: value[0] as Json,
    places: Object.entries(others).map(([pointer, place]) => [pointer.slice('/0'.length), place]),
    list: list.value,
  }
}

function pointFrom(
  { line, column, offset }: PlacePoint,
  start: number,
  firstLine: number,
): PlacePoint {
  return { line: line + firstLine - 1, column, offset: offset + start }
}
