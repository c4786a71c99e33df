import { type Document, fieldsOf } from '@cahier/core'
import { foldProse } from '@cahier/prose'
import { anchorName } from '../odt/anchors.ts'
import type { MatchedBlocks, PrintedBlock } from './blocks.ts'
import type { OdtParagraph } from './document/odt-paragraph.ts'
import { asShown } from './text-change.ts'
import type { UnappliedChange } from './text-update.ts'
import { isSameProse } from './words-to-source.ts'

/** Changes in an edited ODT outside its proposals and axes, as on the title page. */
export type OutsideChanges = ReturnType<typeof outsideChanges>

/** Changes in blocks whose names start with none of `prefixes`. `sources` are ids of works. */
export function outsideChanges(
  printed: readonly PrintedBlock[],
  { kept, added }: MatchedBlocks,
  prefixes: readonly string[],
  sources: ReadonlySet<string>,
) {
  const works = new Map([...sources].map((id) => [anchorName(['w', id]), id]))
  const evidence = new Map([...works].map(([name, id]) => [anchorName([name, 'remark']), id]))
  const isOutside = (name: string) => !prefixes.some((prefix) => name.startsWith(`${prefix}_`))
  const blocks = [...kept].flatMap(([name, { parts, comments }]) =>
    isOutside(name) ? { text: parts.join(' '), comments } : [],
  )
  const paragraphs = added.filter(({ after }) => isOutside(after))
  return {
    comments: [...blocks, ...paragraphs].flatMap(({ text, comments }) =>
      comments.map((comment) => ({ ...comment, on: asShown(comment.on || text) })),
    ),
    added: paragraphs.map(({ text }) => asShown(text)).filter((text) => text !== ''),
    /**
     * Lines that differ from `printed`. The caller makes `printed` by printing the source files
     * again.
     */
    changed: printed.flatMap(({ name, text }): UnappliedChange[] => {
      const now = kept.get(name)?.parts.join(' ')
      const source = evidence.get(name)
      const why = COMPARED_LINES.find(([names]) => names.test(name))?.[1] ?? 'source'
      const isCompared = why !== 'source' || works.has(name) || source !== undefined
      const words = source === undefined ? String : withoutCiting
      if (now === undefined || !isCompared || isSameProse(words(text), words(now))) return []
      const wording = asShown(now || text)
      return [{ why, wording: source === undefined ? wording : `${source}, ${wording}` }]
    }),
  }
}

// Names of the compared lines, besides those of works. Other lines vary with the day of printing or
// with the texts chosen for print.
const COMPARED_LINES = [
  [/^d_(?:title|publisher|colophon_(?:by|licence|contact))$/, 'manifest'],
  [/^d_(?:draft|examples)$/, 'notice'],
] as const

// Removes « Citée dans : 3, 12. », which depends on the texts selected.
function withoutCiting(evidence: string) {
  return evidence.replace(/\p{L}[^.:]*:[\s\d,]+\./u, '')
}

/** The requests listed at the start of a dossier that differ from those of its proposals. */
export function changedRequests(
  paragraphs: readonly OdtParagraph[],
  documents: readonly Document[],
): readonly string[] {
  const known = documents.flatMap(({ head }) => {
    const { title, requests } = fieldsOf(head)
    return Object.values(fieldsOf(requests)).map((request) =>
      [title, request].map((field) => foldProse(String(field))),
    )
  })
  return paragraphs.flatMap(({ id, starts, text }) => {
    const names = [id, ...starts.map(({ name }) => name)]
    const isRepeated = names.some((name) => name.startsWith('c_0_block'))
    const words = foldProse(text.trim())
    const isKnown = known.some(
      ([title = '', request = '']) => words.includes(title) && words.endsWith(request.trim()),
    )
    return isRepeated && !isKnown && words !== '' ? [asShown(text)] : []
  })
}
