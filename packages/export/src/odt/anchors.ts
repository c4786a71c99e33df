import type { Edition } from '../edition/edition.ts'
import { type CrossTarget, everyNode, type FlowNode } from '../edition/nodes.ts'

/**
 * Returns a function that gives a unique name for the bookmark and `xml:id` of a block.
 * `anchors('b', 7, 12)` gives `b_7_12`: block 12 in the source of proposal 7. LibreOffice and DOCX
 * keep XML names of at most 40 characters.
 */
export function newAnchors() {
  const used = new Set<string>()
  return (...words: readonly (string | number)[]): string => {
    const wanted = anchorName(words)
    let name = wanted
    for (let copy = 2; used.has(name); copy++)
      name = `${wanted.slice(0, 40 - `${copy}`.length - 1)}_${copy}`
    used.add(name)
    return name
  }
}

/**
 * Joins words to a name of at most 40 ASCII letters, digits and `_`, without a digit at the start.
 */
export function anchorName(words: readonly (string | number)[]): string {
  const plain = words
    .join('_')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
  return (/^[A-Za-z_]/.test(plain) ? plain : `_${plain}`).slice(0, 40)
}

interface Bookmarks {
  readonly targets: ReadonlyMap<string, string>
}

/**
 * The bookmark of a target, or of the proposal or axis that contains it; `''` when there is none.
 */
export function bookmarkOf({ targets }: Bookmarks, target: CrossTarget): string {
  const { id } = target
  return (
    targets.get(targetKey(target)) ??
    targets.get(targetKey({ kind: 'measure', id })) ??
    targets.get(targetKey({ kind: 'chapter', id })) ??
    ''
  )
}

/** The bookmark of a target that is in this edition. @throws when it is not. */
export function ownBookmark({ targets }: Bookmarks, target: CrossTarget): string {
  const name = targets.get(targetKey(target))
  if (name === undefined) throw new Error(`no bookmark for ${targetKey(target)}`)
  return name
}

/** The bookmarks of all targets, named before writing: references may lead to later text. */
export function bookmarkNames(
  { chapters, bibliography }: Edition,
  anchors: ReturnType<typeof newAnchors>,
): ReadonlyMap<string, string> {
  const named = (target: CrossTarget, ...words: readonly (string | number)[]) =>
    [targetKey(target), anchors(...words)] as const
  return new Map([
    ...chapters.flatMap(({ id, number, introduction, measures }) => [
      named({ kind: 'chapter', id }, 'c', number, 'title'),
      ...headingsIn(introduction).flatMap((heading) => {
        const target = { kind: 'section', id, section: heading.id } as const
        const [key, name] = named(target, 'c', number, heading.ordinal ?? 'heading')
        return [[key, name] as const, [headingKey(heading.id), name] as const]
      }),
      ...measures.flatMap((measure) => [
        named({ kind: 'measure', id: measure.id }, 'b', measure.number, 'title'),
        ...measure.sections.map((section) =>
          named(
            { kind: 'section', id: measure.id, section: section.id },
            'b',
            measure.number,
            's',
            section.id,
          ),
        ),
      ]),
    ]),
    ...bibliography.map(({ id }) => named({ kind: 'work', id }, 'w', id)),
  ])
}

/** The key in `targets` for a heading of an introduction. */
export function headingKey(id: string): string {
  return `heading ${id}`
}

function headingsIn(nodes: readonly FlowNode[]) {
  return nodes.flatMap(everyNode).flatMap((node) => {
    const { id, ordinal } = node.type === 'heading' ? (node.data ?? {}) : {}
    return id === undefined ? [] : [{ id, ordinal }]
  })
}

function targetKey(target: CrossTarget) {
  return target.kind === 'section'
    ? `section ${target.id} ${target.section}`
    : `${target.kind} ${target.id}`
}
