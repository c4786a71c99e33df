import type { FieldPlace } from '../model/document.ts'
import { escapePointer } from '../model/json.ts'
import { placeAt } from '../model/place.ts'

/** Start and end offsets, in UTF-16 units. */
export type OffsetRange = readonly [start: number, end: number]

// A field takes this many numbers: see `NumbersOfField`.
const NUMBERS = 5
const NO_KEY = -1

/** The offsets of the fields of a YAML text, from which places are computed when needed. */
export class FieldOffsets {
  readonly #names: (string | number)[] = []
  readonly #numbers: number[] = []

  readonly #offset: number

  /** `offset` is where the YAML text begins in its file. */
  constructor(offset: number) {
    this.#offset = offset
  }

  /** Adds a field of the map or list with the index `parent`. Returns the index of the field. */
  add(parent: number, name: string | number, key: OffsetRange | null, value: OffsetRange) {
    this.#numbers.push(parent, ...(key ?? [NO_KEY, NO_KEY]), ...value)
    return this.#names.push(name) - 1
  }

  placesIn(lineStarts: readonly number[]): Readonly<Record<string, FieldPlace>> {
    const places: Record<string, FieldPlace> = {}
    const pointers: string[] = []
    const at = (start: number, end: number) =>
      placeAt(lineStarts, this.#offset + start, this.#offset + end)
    for (const [index, name] of this.#names.entries()) {
      const [parent, keyStart, keyEnd, start, end] = this.#numbers.slice(
        index * NUMBERS,
        (index + 1) * NUMBERS,
      ) as NumbersOfField
      const pointer = index === 0 ? '' : `${pointers[parent]}/${escapePointer(String(name))}`
      pointers.push(pointer)
      places[pointer] = {
        key: keyStart === NO_KEY ? null : at(keyStart, keyEnd),
        value: at(start, end),
      }
    }
    return places
  }
}

type NumbersOfField = [parent: number, keyStart: number, keyEnd: number, start: number, end: number]
