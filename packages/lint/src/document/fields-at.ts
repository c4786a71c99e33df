import {
  type Document,
  escapePointer,
  FILE_START,
  type FieldPlace,
  isFields,
  type Json,
  type Place,
} from '@cahier/core'

/** A front-matter field: its name (or index in a list), value and place. */
export interface Field {
  readonly key: string
  readonly value: Json
  readonly place: FieldPlace
}

/**
 * The front-matter fields that match a pattern such as `/rounds/*`, in order. `*` is any item of a
 * list or key of a map.
 */
export function fieldsAt(document: Document, pattern: string): readonly Field[] {
  const found: Field[] = []
  const visit = (
    value: Json | undefined,
    pointer: string,
    key: string,
    rest: readonly string[],
  ): void => {
    const [segment, ...deeper] = rest
    if (value === undefined) return
    if (segment === undefined) {
      // Places are computed only when needed.
      const place = document.places[pointer]
      if (place !== undefined) found.push({ key, value, place })
    } else if (Array.isArray(value)) {
      const indices =
        segment === '*' ? value.keys() : /^\d+$/.test(segment) ? [Number(segment)] : []
      for (const index of indices) visit(value[index], `${pointer}/${index}`, String(index), deeper)
    } else if (isFields(value)) {
      const names =
        segment === '*' ? Object.keys(value) : Object.hasOwn(value, segment) ? [segment] : []
      for (const name of names)
        visit(value[name], `${pointer}/${escapePointer(name)}`, name, deeper)
    }
  }
  visit(document.head, '', '', pattern.split('/').slice(1))
  return found
}

/** The fields that match a pattern and are non-empty strings. */
export function textsAt(
  document: Document,
  pattern: string,
): readonly (Field & { readonly value: string })[] {
  return fieldsAt(document, pattern).filter(
    (field): field is Field & { readonly value: string } =>
      typeof field.value === 'string' && field.value !== '',
  )
}

/** The place of the value at a pointer; the start of the file when it has none. */
export function fieldPlace({ places }: Document, pointer: string): Place {
  return places[pointer]?.value ?? FILE_START
}
