import { OBJECT } from '@cahier/prose'
import { type Change, shown } from './change.ts'
import { insertions, type Spot } from './insertions.ts'
import type { AddedText } from './own-text.ts'
import { leafNamed, type Returning, restOf, sectionNamed } from './returning.ts'
import { isSameProse } from './words-to-source.ts'

/**
 * Puts in what stands where it was not printed. Gives what puts in each block that was printed
 * elsewhere, by its name: it is to be taken out there.
 */
export function putIn(work: Returning, placed: readonly AddedText[]): ReadonlyMap<string, Change> {
  const { document, mine, own, changes, left } = work
  const insert = insertions({
    ...work,
    text: document.text,
    raise: document.kind === 'axis' ? 0 : 1,
  })
  const put = new Map<string, Change>()
  for (const added of placed) {
    const block = mine.find(({ name }) => name === added.from)
    const moved = block === undefined ? undefined : leafNamed(work, block.name)
    const words = shown(added.text.trim())
    // Of what has no words of its own, those before it tell the place.
    if (added.text.includes(OBJECT) && moved === undefined)
      left.push({
        why: 'picture',
        said: words || shown(own.kept.get(added.after)?.parts.join(' ') ?? ''),
      })
    if (words === '' && moved === undefined) continue
    const spot = spotAfter(work, added.after)
    if (spot === null) {
      left.push({ why: 'place', said: words || shown(block?.text ?? '') })
      continue
    }
    const isSame = block !== undefined && isSameProse(block.text, added.text)
    const change = insert(added, spot, isSame ? moved : undefined)
    for (const said of change.lost) left.push({ why: 'format', said })
    if (block === undefined) changes.push(change)
    else {
      put.set(block.name, change)
      if (!isSame && added.text.includes(OBJECT)) left.push({ why: 'picture', said: words })
    }
  }
  return put
}

/** The block after which a paragraph goes, by the name of what is printed before it. */
function spotAfter(work: Returning, name: string): Spot | null {
  const rest = restOf(work, name)
  const leaf = leafNamed(work, name)
  if (leaf !== undefined) return { leaf, isBefore: false }
  if (rest.startsWith('s_')) {
    const [heading] = sectionNamed(work, name)
    return heading === undefined ? null : { leaf: heading, isBefore: false }
  }
  const [first] = work.leaves
  return work.document.kind === 'axis' && first !== undefined && /^(?:title|question)$/.test(rest)
    ? { leaf: first, isBefore: true }
    : null
}
