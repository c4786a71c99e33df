import { STANCE_KINDS, type StanceKind } from '@cahier/core'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import { labelled, listed } from '../edition/labels.ts'
import type { Measure } from '../edition/measure.ts'
import type { Member } from '../edition/member.ts'

/**
 * A square for each member that was asked or spoke, sorted by what it said: full, cut in two,
 * crossed, empty, and a dash for those who said nothing. Read without colour.
 */
export function stanceBar(
  measure: Pick<Measure, 'id'>,
  members: readonly Member[],
  edition: Edition,
): Element {
  const stances = members.flatMap(({ stances: { [measure.id]: said }, unasked }) =>
    said === undefined && unasked.includes(measure.id) ? [] : [said],
  )
  const groups = order.map((kind) => ({
    kind,
    own: stances.filter((said) => (said?.stance ?? 'silent') === kind),
  }))
  const said = groups
    .filter(({ own }) => own.length > 0)
    .map(
      ({ own }) =>
        `${labelled(own[0]?.label ?? edition.words.silent, edition.language)} ${own.length}`,
    )
  const shapes = groups
    .flatMap(({ kind, own }) => own.map(() => kind))
    .map((kind, index) => shape[kind](index * step))
  const width = Math.max(step * stances.length, 1)
  return s(
    'svg',
    {
      className: ['bar'],
      viewBox: `0 0 ${width} ${step}`,
      width,
      role: 'img',
      ariaLabel: listed(said, edition.language),
    },
    [
      s('path', { d: shapes.map(([outline]) => outline).join('') }),
      ...[shapes.map(([, ink]) => ink).join('')]
        .filter(Boolean)
        .map((d) => s('path', { className: ['full'], d })),
    ],
  )
}

type Kind = StanceKind | 'silent'

const step = 10
const order: readonly Kind[] = [...STANCE_KINDS, 'silent']

/** Outline and ink of the square that begins at `x`. */
const shape: Readonly<Record<Kind, (x: number) => readonly [outline: string, ink: string]>> = {
  consent: (x) => [square(x), `M${x + 1} 1h8v8h-8z`],
  reservation: (x) => [square(x), `M${x + 1} 1v8h8z`],
  objection: (x) => [`${square(x)}M${x + 1} 1l8 8m0-8l-8 8`, ''],
  abstention: (x) => [square(x), ''],
  silent: (x) => [`M${x + 3} 5h4`, ''],
}

function square(x: number): string {
  return `M${x + 1} 1h8v8h-8z`
}
