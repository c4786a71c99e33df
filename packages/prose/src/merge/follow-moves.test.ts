import { describe, expect, it } from 'vitest'
import { followMoves } from './follow-moves.ts'
import { settledText } from './merge-piece.ts'
import { mergeText } from './merge-text.ts'
import { writeMerge } from './write-merge.ts'

const PARTS = [
  'Un paragraphe long pour voir où il va, mot après mot.',
  'Un deuxième, qui parle d’autre chose et reste là.',
  'Un troisième. Il a deux phrases bien à lui.',
  'Le dernier de tous, qui clôt le texte.',
]
const text = (...parts: readonly string[]) => parts.map((part) => `${part}\n`).join('\n')
const [first, second, third, last] = PARTS as [string, string, string, string]
const edited = first.replace('long', 'très long')

function merge(ours: string, theirs: string) {
  const { pieces } = mergeText({ base: text(...PARTS), ours, theirs })
  return writeMerge(pieces, { style: 'merge', labels: ['ours', 'base', 'theirs'], markerSize: 7 })
}

describe('a paragraph moved by one and edited by the other', () => {
  it('is edited where it went', () => {
    const [moved, changed] = [text(second, third, first, last), text(edited, second, third, last)]
    const both = { text: text(second, third, edited, last), conflicts: 0 }
    expect(merge(moved, changed)).toEqual(both)
    expect(merge(changed, moved)).toEqual(both)
  })
  it('is a conflict when it was rewritten', () => {
    const moved = text(second, third, first, last)
    expect(
      merge(moved, text('Rien de tel, mais une tout autre idée.', second, third, last)).conflicts,
    ).toBe(1)
  })
  it('is a conflict when it was replaced there: the other text may be the same one rewritten', () => {
    const moved = text('Une autre ouverture.', second, third, first, last)
    expect(merge(moved, text(edited, second, third, last)).conflicts).toBe(1)
  })
  it('is a conflict when the other inserted a paragraph where it was, which may go with it', () => {
    const { text: merged, conflicts } = merge(
      text(second, third, first, last),
      text(first, 'Un nouveau venu, qui ne dit rien.', second, third, last),
    )
    expect(conflicts).toBe(1)
    expect(merged).not.toContain(`rien.\n${second}`)
  })
  it('is a conflict when both inserted a paragraph above it, whoever edited it', () => {
    const [one, two] = ['Une ouverture, mot après mot.', 'Une autre, tout à fait autre.']
    expect(
      merge(text(one, edited, second, third, last), text(two, first, second, third, last))
        .conflicts,
    ).toBe(1)
  })
  it('is split where it went, where the other split it', () => {
    const [one, two] = ['Un troisième.', 'Il a deux phrases bien à lui.']
    const moved = text(third, first, second, last)
    const split = text('Un autre premier, mot après mot.', second, one, two, last)
    const { pieces } = mergeText({
      base: text(...PARTS),
      ours: moved,
      theirs: text(first, second, one, two, last),
    })
    expect(settledText(pieces)).toBe(text(one, two, first, second, last))
    expect(merge(moved, split).text).not.toContain(`${second}\n\n${two}`)
  })
  it('is a conflict when the other split it, and edited what comes next too', () => {
    const [one, two] = ['Un troisième.', 'Il a deux phrases bien à lui.']
    expect(
      merge(
        text(third, first, second, last),
        text(first, second, one, two, last.replace('tous', 'toutes')),
      ).conflicts,
    ).toBe(1)
  })
  it('stays a paragraph, where the other also edited the one that it changed places with', () => {
    const [changed, also] = [first.replace('Un', 'Mon'), second.replace('Un', 'Mon')]
    expect(merge(text(second, first, third, last), text(changed, also, third, last))).toEqual({
      text: text(also, changed, third, last),
      conflicts: 0,
    })
  })
  it('leaves what the other edited beside it, and past it, as edited', () => {
    const longer = third.replace('deux phrases', 'trois phrases')
    expect(merge(text(first, third, second, last), text(edited, second, longer, last))).toEqual({
      text: text(edited, longer, second, last),
      conflicts: 0,
    })
  })
  it('is a conflict when the other inserted a paragraph above it, which may go with it', () => {
    const shorter = third.replace('Il a deux phrases bien à lui.', '')
    expect(
      merge(
        text(third, first, second, last),
        text(first, second, 'Un nouveau venu.', shorter, last),
      ).conflicts,
    ).toBe(1)
  })
  it('does not leave what the other wrote at its end to what now stands there', () => {
    const [twice, more] = ['La valeur est tirée au sort.\nElle est gardée un an.', 'Et puis jetée.']
    const base = text(first, twice, second, third, twice, last)
    const moved = text(
      first,
      twice,
      second,
      'Tout autre chose est dit ici.\nEt rien de plus.',
      third,
      last,
      twice,
    )
    const longer = text(first, twice, second, third, `${twice} ${more}`, last)
    for (const [ours, theirs] of [
      [moved, longer],
      [longer, moved],
    ] as const)
      expect(settledText(mergeText({ base, ours, theirs }).pieces) ?? '').not.toContain(
        `rien de plus. ${more}`,
      )
  })
  it('goes with the lines that the other wrote at its end', () => {
    const lines = (own: string) => text(first, own, third, last)
    const [old, longer] = [
      'Chaque guichet ouvre tôt,\net il ferme à midi.',
      'Chaque guichet ouvre fort tôt,\net il ferme à midi.\nIl est gratuit.',
    ]
    const moved = text(first, third, last, old)
    const { pieces } = mergeText({ base: lines(old), ours: moved, theirs: lines(longer) })
    expect(settledText(pieces)).toBe(moved.replace(old, longer))
  })
})

it('two paragraphs between rules that changed places are still so where the other edited one', () => {
  const [cats, dogs] = ['Un texte qui parle de chats.', 'Un autre qui parle de chiens.']
  const parted = (...parts: readonly string[]) =>
    text('# A', '---', parts.join('\n\n---\n\n'), '---', 'Fin du texte ici.')
  const edited = cats.replace('chats', 'chats gris')
  const texts = { base: parted(cats, dogs), ours: parted(dogs, cats), theirs: parted(edited, dogs) }
  expect(settledText(mergeText(texts).pieces)).toBe(parted(dogs, edited))
  expect(settledText(mergeText({ ...texts, ours: texts.theirs, theirs: texts.ours }).pieces)).toBe(
    parted(dogs, edited),
  )
})

describe('two blocks of code that changed places', () => {
  const [unix, windows] = ['# Linux\n./build.sh', '# Windows\nbuild.cmd']
  const fenced = (...blocks: readonly string[]) =>
    text('Avant.', ...blocks.map((block) => `\`\`\`\n${block}\n\`\`\``), 'Après.')
  const conflicts = (base: string, ours: string, theirs: string) =>
    mergeText({ base, ours, theirs }).pieces.filter(({ kind }) => kind === 'conflict').length
  it('are a conflict with what the other wrote on the fence of one', () => {
    const base = fenced(`# Linux or mac OS\n${unix}`, `# Windows PowerShell\n${windows}`)
    const swapped = fenced(`# Windows PowerShell\n${windows}`, `# Linux or mac OS\n${unix}`)
    expect(conflicts(base, swapped, base.replace('```', '```bash'))).toBeGreaterThan(0)
  })
})

it('thousands of paragraphs that moved are followed in the time that it takes to read them', {
  tags: ['long'],
  timeout: 15_000,
}, () => {
  const said = Array.from(
    { length: 12_000 },
    (_, at) =>
      `Le paragraphe ${at} dit ce que le numéro ${(at * 7919) % 10_007} ne dit pas du guichet.`,
  )
  const moved = [
    ...said.filter((_, at) => at % 3 > 0),
    ...said.filter((_, at) => at % 3 === 0).toReversed(),
  ]
  const edited = said.map((one, at) => (at % 7 === 0 ? one.replace('dit ce', 'dit bien ce') : one))
  const followed = followMoves({
    base: text(...said),
    mover: text(...moved),
    editor: text(...edited),
  })
  expect(followed?.mover.split('\n').filter((line) => line.includes('bien')).length).toBe(
    edited.filter((one) => one.includes('bien')).length,
  )
  expect(followed?.mover.replaceAll('dit bien ce', 'dit ce')).toBe(text(...moved))
})
