import type { Json } from './document.ts'
import { isFields } from './fields.ts'

/** One segment of a JSON pointer (RFC 6901). */
export function escapePointer(segment: string): string {
  return segment.replace(/~/g, '~0').replace(/\//g, '~1')
}

/** The keys and numbers that a pointer goes through, as they are in the value. */
export function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What a pointer leads to; nothing where it leads nowhere. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root
  for (const segment of segmentsOf(pointer))
    value = Array.isArray(value)
      ? (value as readonly Json[])[Number(segment)]
      : isFields(value)
        ? value[segment]
        : undefined
  return value
}

/** What a pointer leads into: the map or the list. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}

/** The key that a pointer ends with, numbers of items left aside. */
export function nameOf(pointer: string): string {
  return segmentsOf(pointer).findLast((segment) => segment !== '' && !/^\d+$/.test(segment)) ?? ''
}
