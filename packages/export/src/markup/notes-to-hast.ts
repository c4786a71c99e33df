import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Note } from '../edition/nodes.ts'
import { flowToHast } from './flow-to-hast.ts'
import { heading } from './heading.ts'
import { callId, type NoteScope, noteId, type Page } from './page.ts'

/** The notes of an axis or a proposal, with links back to their calls; empty without notes. */
export function notesToHast(notes: readonly Note[], page: Page, scope: NoteScope): Element[] {
  if (notes.length === 0) return []
  const name = listName(page, scope)
  const items = notes.map((note, index) => {
    const id = noteId(scope, note.number)
    if (page.dialect === 'html')
      return h(
        'li',
        { id, value: note.number === index + 1 ? null : note.number },
        printed(note, page, scope),
      )
    const properties = { id, role: 'doc-footnote', 'epub:type': 'footnote' }
    return h('aside', properties, printed(note, page, scope, `${note.number}.\u00A0`))
  })
  if (page.dialect === 'html')
    return [h('section.notes', heading(page.shift + 2, name), h('ol', items))]
  // No heading: a reading system may show notes only in popups.
  const properties = { role: 'doc-endnotes', 'epub:type': 'endnotes', ariaLabel: name }
  return [h('section.notes', properties, items)]
}

/** Names the list of notes after its proposal or axis if the page has several lists. */
function listName({ edition: { words }, shift }: Page, scope: NoteScope): string {
  if (shift === 0 || scope === 'a0') return words.notes
  const owner = scope.startsWith('a')
    ? `${words.axis.toLowerCase()} ${scope.slice(1)}`
    : `§${scope}`
  return `${words.notes}, ${owner}`
}

function printed(note: Note, page: Page, scope: NoteScope, before = ''): ElementContent[] {
  const blocks = flowToHast(note.nodes, page, scope)
  const last = blocks.at(-1)
  // After a list or a table, the link back is in a paragraph of its own, with words.
  const paragraph =
    last?.type === 'element' && last.tagName === 'p'
      ? last
      : h('p', `${page.edition.words.backToCall} ${note.number}`)
  if (paragraph !== last) blocks.push(paragraph)
  paragraph.children.push(...backLinks(note, page, scope))
  if (before === '') return blocks
  const first = blocks[0]
  if (first?.type !== 'element' || first.tagName !== 'p') return [h('p', before.trim()), ...blocks]
  first.children.unshift({ type: 'text', value: before })
  return blocks
}

/** A link to each call of a note: an arrow, and a letter when there are several calls. */
function backLinks(note: Note, page: Page, scope: NoteScope): ElementContent[] {
  return Array.from({ length: note.calls }, (_, index) => index + 1).flatMap((nth) => {
    const letter = note.calls > 1 ? letterOf(nth) : ''
    const ariaLabel = [page.edition.words.backToCall, note.number, letter].filter(Boolean).join(' ')
    const href = `#${callId(scope, note.number, nth)}`
    const asBook = page.dialect === 'epub' ? { className: ['back'], role: 'doc-backlink' } : {}
    const link = h('a', { href, ariaLabel, ...asBook }, nth === 1 ? `↑${letter}` : letter)
    return [{ type: 'text', value: '\u00A0' }, link]
  })
}

/** 1 is `a`, 26 `z`, 27 `aa`. */
function letterOf(nth: number): string {
  return nth === 0
    ? ''
    : letterOf(Math.floor((nth - 1) / 26)) + String.fromCharCode(97 + ((nth - 1) % 26))
}
