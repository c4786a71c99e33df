import {
  baseText,
  type Hunk,
  type HunkPart,
  nearHunks,
  type Relation,
  relationOfHunks,
} from '@cahier/prose'

/** A passage to reread: amendments `a` and `b` change its sentences, without conflict. */
export interface PassageAmendedTwice {
  readonly a: string
  readonly b: string
  readonly relation: Relation
  readonly field: string
  /** The sentences concerned, in the new text. */
  readonly passage: string
}

/**
 * The passages where two amendments change the same or neighbouring sentences without conflict.
 * `earlier` holds adopted amendments, each with the hunks (changes) that would undo it.
 */
export function passagesAmendedTwice(
  text: string,
  amendments: readonly ProposedHunks[],
  earlier: readonly ProposedHunks[],
): readonly PassageAmendedTwice[] {
  const base = baseText(text)
  const splices = amendments.flatMap(({ hunks }) =>
    hunks
      .filter(({ field }) => field === '')
      .flatMap(({ parts }) => parts.map(({ splice }) => splice)),
  )
  const readings = amendments.flatMap((one, index) =>
    [...amendments.slice(index + 1), ...earlier].flatMap((other) => {
      const near = nearHunks(other.hunks)
      return one.hunks.flatMap((a) => near(a).flatMap((b) => readingOf(one.id, a, other, b)))
    }),
  )
  return [...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values()]

  function readingOf(
    one: string,
    a: Hunk,
    other: ProposedHunks,
    b: Hunk,
  ): readonly PassageAmendedTwice[] {
    const found = relationOfHunks(a, b)
    // A new change may overwrite an earlier adoption; that is no conflict.
    const relation =
      earlier.includes(other) && found !== 'adjacent' && found !== 'disjoint'
        ? 'same-sentence'
        : found
    if (relation !== 'same-sentence' && relation !== 'adjacent') return []
    return [
      {
        a: one,
        b: other.id,
        relation,
        field: a.field,
        passage: a.field === '' ? passage([...a.parts, ...b.parts]) : `${a.new} … ${b.new}`,
      },
    ]
  }

  function passage(parts: readonly HunkPart[]) {
    const first = Math.ceil(Math.min(...parts.map(({ sentences }) => sentences[0])))
    const last = Math.floor(Math.max(...parts.map(({ sentences }) => sentences[1])))
    const words = base.words.filter(
      ({ sentence }) => first <= sentence && sentence <= Math.max(first, last),
    )
    const inside = parts.map(({ splice }) => splice)
    const start = Math.min(words[0]?.start ?? 0, ...inside.map((splice) => splice.start))
    const end = Math.max(words.at(-1)?.end ?? 0, ...inside.map((splice) => splice.end))
    const unique = [
      ...new Map(
        splices.map((splice) => [`${splice.start} ${splice.end} ${splice.text}`, splice]),
      ).values(),
    ]
    const own = unique
      .filter((splice) => splice.start >= start && splice.end <= end)
      .sort((a, b) => a.start - b.start || a.end - b.end)
    let at = start
    let read = ''
    for (const splice of own) {
      if (splice.start < at) continue
      read += base.text.slice(at, splice.start) + splice.text
      at = splice.end
    }
    return (read + base.text.slice(at, end)).trim()
  }
}

interface ProposedHunks {
  readonly id: string
  readonly hunks: readonly Hunk[]
}
