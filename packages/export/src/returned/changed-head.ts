import { OBJECT } from '@cahier/prose'
import { shown } from './change.ts'
import { formatsChanged, linesChanged } from './changed-words.ts'
import { isEmpty, type OwnText, type PrintedBlock } from './own-text.ts'
import { fieldOf, fieldText, fieldWords } from './returned-fields.ts'
import { type Returning, restOf } from './returning.ts'
import { isSameProse } from './words-to-source.ts'

/**
 * Changes a field of the head, or the title of a section; or tells of something that no text of the
 * source says.
 */
export function headChanged(work: Returning, block: PrintedBlock, now: OwnText | undefined): void {
  const { document, prefix, left, fields, emptied } = work
  const { name, text, runs } = block
  const rest = restOf(work, name)
  // Counted on the day it is printed: no text says it, and another day it reads otherwise.
  if (/^(?:status|decision|life|answer)(?:_|$)/.test(rest)) return
  if (/^dissent(?:_|$)/.test(rest)) {
    dissentChanged(work, block, now)
    return
  }
  const field = fieldOf(document, prefix, name)
  const said = now === undefined ? '' : now.parts.join(' ').trim()
  // The title of a section that was joined to what stood before it is no title any more.
  const isJoined = rest.startsWith('s_') && !isEmpty(work.own.kept.get(now?.joinedTo ?? ''))
  formatsChanged(work, { text, runs }, now)
  if (now !== undefined) linesChanged(work, text, now, '\n')
  if (!isJoined && isSameProse(text, said)) return
  if (said === '' && rest.startsWith('s_')) emptied.push(block)
  else if (field === null)
    left.push({
      why: rest.startsWith('s_') ? 'heading' : rest.startsWith('note_') ? 'note' : 'field',
      said: shown(said || text),
    })
  else if (said === '' || said.includes(OBJECT))
    left.push({ why: 'field', said: shown(said || text) })
  else fields.set(field, fieldWords(fieldText(document, field), text, said))
}

/**
 * Tells of words in a reservation or objection that no stance has today. Their order may be
 * another.
 */
function dissentChanged(
  { prefix, mine, own, left }: Returning,
  { name, text }: PrintedBlock,
  now: OwnText | undefined,
): void {
  const title = `${prefix}_dissent`
  const said = now?.parts.join(' ') ?? ''
  const known = mine
    .filter((block) => block.name.startsWith(`${title}_`))
    .map((block) => block.text)
  const isKnown = said === '' ? !own.kept.has(title) : known.some((one) => isSameProse(one, said))
  if (name !== title && !isKnown) left.push({ why: 'dissent', said: shown(said || text) })
}
