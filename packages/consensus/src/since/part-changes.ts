import {
  type Document,
  type Manifest,
  normativeDigests,
  type Programme,
  type Proposal,
  sectionTermOf,
  titleOf,
} from '@cahier/core'
import {
  type DiffPiece,
  diffText,
  foldProse,
  isOurComment,
  leafBlocks,
  type Section,
} from '@cahier/prose'

/**
 * A changed part of the normative text (the text voted on). `part` is a key of the front matter,
 * `requests.<addressee>`, or `## <title>` for a section.
 */
export interface PartChange {
  readonly part: string
  /**
   * The `old` texts, joined, give the former part, with the present typography in unchanged words.
   * The `new` texts, joined, give the present part. When only an image changed, every piece is
   * `same`.
   */
  readonly pieces: readonly DiffPiece[]
}

/** The changed parts of the normative text, word by word. Typography alone is no change. */
export function partChanges(
  old: Proposal,
  young: Proposal,
  programme: Programme,
): readonly PartChange[] {
  const { manifest } = programme
  return changedParts(old, young, programme).flatMap((part) => {
    const names = part === 'requests' ? requestsIn(old, young) : [part]
    return names.flatMap((name) => {
      const pieces = piecesOf(writtenPart(old, name, manifest), writtenPart(young, name, manifest))
      return names.length > 1 && pieces.every(({ same }) => same) ? [] : [{ part: name, pieces }]
    })
  })
}

function piecesOf(old: string, young: string) {
  return diffText(old, young).map((piece) =>
    piece.same || foldProse(piece.old) !== foldProse(piece.new)
      ? piece
      : { same: true, old: piece.new, new: piece.new },
  )
}

function requestsIn(...proposals: readonly Proposal[]) {
  return [
    ...new Set(
      proposals.flatMap(({ requests }) => requests.map(({ addressee }) => `requests.${addressee}`)),
    ),
  ]
}

/** A part as people read it: titles replace the ids of vocabulary terms. */
function writtenPart(proposal: Proposal, part: string, manifest: Manifest) {
  const { title, summary, requires, requests, sections, document } = proposal
  const fields: Readonly<Record<string, string>> = {
    title,
    summary: summary.replace(/\s+/g, ' '),
    horizon: titleOf(manifest.horizons, proposal.horizon),
    scale: titleOf(manifest.scales, proposal.scale),
    action: titleOf(manifest.actions, proposal.action),
    requires: requires.toSorted().join(', '),
  }
  if (Object.hasOwn(fields, part)) return fields[part] ?? ''
  if (part.startsWith('requests.'))
    return requests.find(({ addressee }) => `requests.${addressee}` === part)?.text ?? ''
  const own = sections.filter((section) => `## ${sectionTermOf(section, manifest)?.title}` === part)
  return readableSource(
    own.flatMap(({ nodes }) => nodes),
    document,
  )
}

/** The source of blocks with one line per paragraph, then the notes and definitions they use. */
export function readableSource(nodes: readonly Block[], document: Document): string {
  const called = new Set(nodes.flatMap(callsIn))
  const definitions = (document.body?.tree.children ?? []).filter(
    (node) =>
      (node.type === 'footnoteDefinition' || node.type === 'definition') &&
      called.has(node.identifier) &&
      !nodes.includes(node),
  )
  return [...nodes, ...definitions]
    .filter((node) => node.type !== 'html' || !isOurComment(node.value))
    .map((node) => sourceOf(node, document.text))
    .join('\n\n')
}

type Block = Section['nodes'][number]

function sourceOf(node: Block, text: string) {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  let written = ''
  let from = start
  for (const { node: leaf, text: source } of leafBlocks({ type: 'root', children: [node] }, text)) {
    const at = leaf.position?.start.offset ?? from
    written +=
      text.slice(from, at) + (leaf.type === 'paragraph' ? source.replace(SOFT_BREAK, ' ') : source)
    from = leaf.position?.end.offset ?? from
  }
  return (written + text.slice(from, end)).replace(/\r\n/g, '\n')
}

// A line break inside a paragraph, with the `>` marks that follow it.
const SOFT_BREAK = /(?<!\\|\s)[ \t]?\r?\n[ \t]*(?:>[ \t]*)*/g

function callsIn(node: Block): readonly string[] {
  if (
    node.type === 'footnoteReference' ||
    node.type === 'linkReference' ||
    node.type === 'imageReference'
  )
    return [node.identifier]
  return 'children' in node ? node.children.flatMap(callsIn) : []
}

/** The names of the parts that differ: a key of the front matter, or `## <title>` of a section. */
export function changedParts(
  old: Proposal,
  young: Proposal,
  { manifest, assets }: Pick<Programme, 'manifest' | 'assets'>,
): readonly string[] {
  const [before, after] = [
    normativeDigests(old, manifest, assets),
    normativeDigests(young, manifest, assets),
  ]
  return Object.keys({ ...before, ...after }).filter((part) => before[part] !== after[part])
}
