import {
  type Document,
  escapePointer,
  FILE_START,
  type FieldPlace,
  isFields,
  type Json,
  type Place,
} from '@cahier/core'

/** A front-matter field. `key` is its name, or its index in a list; `pointer` its JSON pointer. */
export interface Field {
  readonly pointer: string
  readonly key: string
  readonly value: Json
  readonly place: FieldPlace
}

/**
 * The fields of front matter, or of a YAML file, that match a pattern such as `/rounds/*`. `*`
 * matches any item of a list and any key of a map.
 */
export function fieldsAt(document: Document, pattern: string): readonly Field[] {
  const found: Field[] = []
  const visit = (
    value: Json | undefined,
    pointer: string,
    key: string,
    rest: readonly string[],
  ) => {
    const [segment, ...deeper] = rest
    if (value === undefined) return
    if (segment === undefined) {
      const place = document.places[pointer]
      if (place !== undefined) found.push({ pointer, key, value, place })
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

/** `fieldsAt`, with only non-empty strings. */
export function textsAt(
  document: Document,
  pattern: string,
): readonly (Field & { readonly value: string })[] {
  return fieldsAt(document, pattern).filter(
    (field): field is Field & { readonly value: string } =>
      typeof field.value === 'string' && field.value !== '',
  )
}

/** The place of the value at a JSON pointer; the start of the file when no value is there. */
export function fieldPlace({ places }: Document, pointer: string): Place {
  return places[pointer]?.value ?? FILE_START
}
