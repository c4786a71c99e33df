import type { Document } from './document.ts'
import { fieldsOf } from './fields.ts'
import type { Finding } from './finding.ts'
import { FILE_START } from './place.ts'
import { SCHEMA_RULE } from './schema-rule.ts'

/**
 * An amendment in the folder of an axis: what it has and lacks as a proposal is nothing to know.
 */
export function amendmentAmongProposals({
  path,
  kind,
  head,
  places,
}: Pick<Document, 'path' | 'kind' | 'head' | 'places'>): Finding | null {
  const { amends, base, by, title } = fieldsOf(head)
  const isAmendment = title === undefined || base !== undefined || by !== undefined
  if (kind !== 'proposal' || typeof amends !== 'string' || !isAmendment) return null
  const place = places['/amends']?.key ?? FILE_START
  return {
    rule: SCHEMA_RULE,
    severity: 'error',
    message: 'amendmentHere',
    data: { folder: `amendments/${amends}/` },
    path,
    place,
  }
}
