import { type Amendment, markedTextOf, type Programme } from '@cahier/core'
import { type BaseText, baseText, groupedBy, type Hunk, hunksUndoneEach } from '@cahier/prose'
import { quotationOf } from './quotation.ts'
import { quotedHunks } from './quoted-hunks.ts'

/**
 * What undoes, in a text, each hunk that was taken of some amendments, `null` for one that has no
 * certain place there; `null` when what they quote cannot be read.
 */
export function hunksUndoneByBase(
  programme: Programme,
  now: BaseText,
  adopted: readonly Amendment[],
): readonly (readonly Hunk[] | null)[] | null {
  const undone: (readonly Hunk[] | null)[] = []
  // Those that start from one text number its blocks alike.
  for (const some of groupedBy(adopted, ({ base }) => base).values()) {
    const quotation = quotationOf(
      some.map((amendment) => ({ marked: markedTextOf(amendment, programme), at: amendment.at })),
    )
    const hunks = quotation === null ? null : quotedHunks(quotation, programme, some)
    if (quotation === null || hunks === null) return null
    undone.push(...hunksUndoneEach(baseText(quotation.text), hunks, now))
  }
  return undone
}
