/**
 * A paragraph or heading of an OpenDocument text as it is read: its words without those of its
 * notes, and whether it can be found again.
 */
export interface OdtBlock {
  readonly text: string
  /** It has an `xml:id`, and a bookmark begins in it, or in what an amendment takes out of it. */
  readonly anchored: boolean
}

/**
 * The blocks of a `content.xml` that have words, in order; the contents, comments and the store of
 * recorded changes are left out.
 */
export function odtBlocks(content: string): readonly OdtBlock[] {
  const blocks: OdtBlock[] = []
  const open: { at: number; text: string; id: boolean; bookmark: boolean }[] = []
  let skipping = ''
  for (const [whole, closing, name = '', rest = '', words = ''] of content.matchAll(
    /<(\/?)([\w:-]+)((?:"[^"]*"|[^>"])*)>|([^<]+)/g,
  )) {
    const empty = rest.endsWith('/')
    const block = open.at(-1)
    if (skipping !== '') {
      if (closing === '/' && name === skipping) skipping = ''
    } else if (!whole.startsWith('<')) {
      if (block !== undefined) block.text += words
    } else if (skipped.has(name) && !closing && !empty) skipping = name
    else if (name === 'text:p' || name === 'text:h') {
      const last = closing ? open.pop() : undefined
      if (last !== undefined)
        blocks[last.at] = { text: last.text, anchored: last.id && last.bookmark }
      else if (!closing && !empty) {
        open.push({ at: blocks.length, text: '', id: rest.includes('xml:id='), bookmark: false })
        blocks.push({ text: '', anchored: false })
      }
    } else if (block === undefined) continue
    else if (name === 'text:bookmark-start' || name === 'text:change') block.bookmark = true
    else if (name === 'text:s')
      block.text += ' '.repeat(Number(/text:c="(\d+)"/.exec(rest)?.[1] ?? 1))
    else if (name === 'text:tab' || name === 'text:line-break') block.text += '\t'
  }
  return blocks
    .map(({ text, anchored }) => ({ text: text.trim(), anchored }))
    .filter(({ text }) => text !== '')
}

const skipped = new Set([
  'text:table-of-content',
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
])
