import { OBJECT } from '@cahier/prose'
import { shown } from './change.ts'
import { isEmpty, type OwnText, type PrintedBlock } from './own-text.ts'
import { fieldOf, fieldText, fieldWords } from './returned-fields.ts'
import { type Returning, restOf } from './returning.ts'
import { isSameProse } from './words-to-source.ts'

/** Changes a field of the head, or the title of a section; or tells of something that no text of the source says. */
export function headChanged(work: Returning, block: PrintedBlock, now: OwnText | undefined): void {
  const { document, prefix, left, fields, emptied } = work
  const { name, text } = block
  const rest = restOf(work, name)
  // Counted on the day it is printed: no text says it, and another day it reads otherwise.
  if (/^(?:status|dissent|decision|life|answer)(?:_|$)/.test(rest)) return
  const field = fieldOf(document, prefix, name)
  const said = now === undefined ? '' : now.parts.join(' ').trim()
  // The title of a section that was joined to what stood before it is no title any more.
  const isJoined = rest.startsWith('s_') && !isEmpty(work.own.kept.get(now?.joinedTo ?? ''))
  if (!isJoined && isSameProse(text, said)) return
  if (said === '' && rest.startsWith('s_')) emptied.push(block)
  else if (field === null)
    left.push({ why: rest.startsWith('s_') ? 'heading' : rest.startsWith('note_') ? 'note' : 'field', said: shown(said || text) })
  else if (said === '' || said.includes(OBJECT)) left.push({ why: 'field', said: shown(said || text) })
  else fields.set(field, fieldWords(fieldText(document, field), text, said))
}
