import { groupedBy } from '@cahier/prose'
import type { Document } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { escapePointer, fieldsOf, nameOf, parentOf, valueAt } from '../model/json.ts'
import { FILE_START } from '../model/place.ts'
import { SCHEMA_RULE } from './schema-messages.ts'

type Findings = ReadonlyMap<string, Finding>

/** Replaces schema findings that come from one mistake by one finding. */
export function mergeFindings(
  findings: Findings,
  document: Pick<Document, 'path' | 'head' | 'places'>,
): readonly Finding[] {
  return [...withUnknownPaired(withItemsJoined(findings, document)).values()]
}

// Two items that each lack the keys of the other are one item with a dash too many.
function withItemsJoined(
  findings: Findings,
  { path, head, places }: Pick<Document, 'path' | 'head' | 'places'>,
): Findings {
  const joined = new Map(findings)
  const lacking = byMap(findings, 'missing')
  for (const [item, missing] of lacking) {
    // Already joined to the item above.
    if (joined.get(item)?.message === 'oneItem') continue
    const next = `${parentOf(item)}/${Number(item.slice(item.lastIndexOf('/') + 1)) + 1}`
    const others = lacking.get(next) ?? []
    const has = (holder: string, [pointer]: readonly [string, Finding]) =>
      Object.hasOwn(fieldsOf(valueAt(head, holder)), nameOf(pointer))
    if (
      others.length === 0 ||
      !missing.every((one) => has(next, one)) ||
      !others.every((one) => has(item, one))
    )
      continue
    for (const [pointer] of [...missing, ...others]) joined.delete(pointer)
    const [key = ''] = Object.keys(fieldsOf(valueAt(head, next)))
    const place = places[`${next}/${escapePointer(key)}`]?.key ?? FILE_START
    joined.set(next, {
      rule: SCHEMA_RULE,
      severity: 'error',
      message: 'oneItem',
      data: { key },
      path,
      place,
    })
  }
  return joined
}

// One unknown key in a map that lacks one key: probably a wrong name for it.
function withUnknownPaired(findings: Findings): Findings {
  const paired = new Map(findings)
  const lacking = byMap(findings, 'missing')
  for (const [map, [unknown, ...others]] of byMap(findings, 'unknownKey')) {
    const [missing, ...more] = lacking.get(map) ?? []
    if (unknown === undefined || missing === undefined || others.length + more.length > 0) continue
    paired.delete(missing[0])
    const { key: meant = '', glossFr = '', glossEn = '' } = missing[1].data
    paired.set(unknown[0], {
      ...unknown[1],
      message: 'unknownForMissing',
      data: { ...unknown[1].data, meant, glossFr, glossEn },
    })
  }
  return paired
}

function byMap(findings: Findings, message: string): Map<string, (readonly [string, Finding])[]> {
  const ones = [...findings].filter(([, finding]) => finding.message === message)
  return groupedBy(ones, ([pointer]) => parentOf(pointer))
}
