import type { FieldPlace } from '../model/document.ts'
import { escapePointer } from '../model/json.ts'
import { placeAt } from '../model/place.ts'

/** Where something begins and ends, in UTF-16 units. */
export type Span = readonly [start: number, end: number]

/**
 * For a field: the rank of the one it stands in, the beginning and end of its key, of its value.
 */
const NUMBERS = 5
const NONE = -1

/**
 * Where the fields of a YAML stand, in a few numbers each: every file of a programme has ten or
 * twenty, and few of their places are ever asked for. A class because it grows as the YAML is
 * walked through.
 */
export class FieldSpans {
  readonly #names: (string | number)[] = []
  readonly #numbers: number[] = []

  readonly #offset: number

  /** `offset` is where the YAML begins in its file. */
  constructor(offset: number) {
    this.#offset = offset
  }

  /**
   * Adds a field, after the one it stands in, and gives its rank; the first one stands in none. An
   * item of a list has no key.
   */
  add(parent: number, name: string | number, key: Span | null, value: Span): number {
    this.#numbers.push(parent, ...(key ?? [NONE, NONE]), ...value)
    return this.#names.push(name) - 1
  }

  /** The place of each field, by JSON pointer, in the file that has these line starts. */
  placesIn(lineStarts: readonly number[]): Readonly<Record<string, FieldPlace>> {
    const places: Record<string, FieldPlace> = {}
    const pointers: string[] = []
    const at = (start: number, end: number) =>
      placeAt(lineStarts, this.#offset + start, this.#offset + end)
    for (const [rank, name] of this.#names.entries()) {
      const [parent, keyStart, keyEnd, start, end] = this.#numbers.slice(
        rank * NUMBERS,
        (rank + 1) * NUMBERS,
      ) as NumbersOfField
      const pointer = rank === 0 ? '' : `${pointers[parent]}/${escapePointer(String(name))}`
      pointers.push(pointer)
      places[pointer] = {
        key: keyStart === NONE ? null : at(keyStart, keyEnd),
        value: at(start, end),
      }
    }
    return places
  }
}

type NumbersOfField = [parent: number, keyStart: number, keyEnd: number, start: number, end: number]
