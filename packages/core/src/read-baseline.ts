import type { Document } from './document.ts'
import { fieldsOf, numberIn } from './fields.ts'
import type { Baseline } from './programme.ts'

/** The findings already known; none when there is no such file, or nothing of it can be read. */
export function readBaseline(document: Document | null): Baseline {
  return Object.fromEntries(
    Object.entries(fieldsOf(document?.head)).map(([path, counts]) => {
      const fields = fieldsOf(counts)
      return [
        path,
        Object.fromEntries(Object.keys(fields).map((rule) => [rule, numberIn(fields, rule) ?? 0])),
      ]
    }),
  )
}
