import { describe, expect, it } from 'vitest'
import { mergeText } from './merge-text.ts'
import { writeMerge } from './write-merge.ts'

function merge(base: string, ours: string, theirs: string, isData = true) {
  const { pieces } = mergeText({ base, ours, theirs, isData })
  return writeMerge(pieces, { style: 'merge', labels: ['ours', 'base', 'theirs'], markerSize: 7 })
}
const clean = (text: string) => ({ text, conflicts: 0 })

describe('keys', () => {
  it('beside blanks without end are merged as ever', () => {
    const blanks = `\n${'\t'.repeat(400_000)}\n`
    expect(merge(`a: 1${blanks}`, `a: 2${blanks}`, `a: 1${blanks}b: 3\n`)).toEqual(
      clean(`a: 2${blanks}b: 3\n`),
    )
  })

  it('added at one place by two people are both there, in order where the others are', () => {
    expect(merge('a: 1\nz: 2\n', 'a: 1\nm: 3\nz: 2\n', 'a: 1\nc: 4\nz: 2\n')).toEqual(
      clean('a: 1\nc: 4\nm: 3\nz: 2\n'),
    )
    const head = (more: string) => `---\ntitle: Un\nauthors: [a]\n${more}---\n\nTexte.\n`
    expect(merge(head(''), head('scale: national\n'), head('horizon: court\n'), false)).toEqual(
      clean(head('horizon: court\nscale: national\n')),
    )
  })
  it('keep their comments', () => {
    const base = '# Tout en haut\na: 1\n# ce qui suit\nb: 2 # vérifié\n'
    expect(
      merge(base, base.replace('a: 1', 'a: 3'), `${base.replace('b: 2', 'b: 4')}c: 5\n`),
    ).toEqual(clean('# Tout en haut\na: 3\n# ce qui suit\nb: 4 # vérifié\nc: 5\n'))
  })
  it('deleted by one and changed by the other are a conflict, as are two values for one key', () => {
    expect(merge('a: 1\nb: 2\n', 'b: 2\n', 'a: 9\nb: 2\nc: 3\n').conflicts).toBe(1)
    expect(merge('a: 1\nb: 2\n', 'a: 8\nb: 2\n', 'a: 9\nb: 2\n').conflicts).toBe(1)
    expect(merge('a: 1\n', 'a: 1\nb: 2\n', 'a: 1\nb: 3\n').conflicts).toBe(1)
  })
  it('whose list one made a text, while the other inserted an item, are a conflict', () => {
    const base = 'a: 1\ntitle:\n  - guichet\nz: 2\n'
    const item = base.replace('- guichet\n', '- guichet\n  - droit\n').replace('z: 2', 'z: 3')
    for (const remade of [
      'title: guichet commune loi\n',
      'title: >-\n  école agent.\n  droit eau.\n',
      'title: {guichet: 1}\n',
    ]) {
      const text = base.replace('title:\n  - guichet\n', remade).replace('a: 1', 'a: 0')
      expect(merge(base, text, item).conflicts).toBe(1)
      expect(merge(base, item, text).conflicts).toBe(1)
    }
  })
  it('deleted by one, to whose list the other inserted an item, are a conflict: the item is of no other key', () => {
    const base = 'scale:\n  - un\n  - deux\nsummary: droit\nreview:\n  - eau\n  - prix\nlink: loi\n'
    const ours = base.replace('droit\nreview:\n  - eau\n  - prix', 'école')
    const theirs = base.replace('  - deux\n', '').replace('  - prix\n', '  - prix\n  - bois\n')
    expect(merge(base, ours, theirs).conflicts).toBe(1)
    expect(merge(base, theirs, ours).conflicts).toBe(1)
  })
  it('inserted by both at two places are a conflict, never twice', () => {
    const base =
      'title: [eau, prix]\nsummary:\n  - prix\n  - eau\nrequests:\n  partis: un\nscale: trois\n'
    const ours = base.replace(
      'requests:\n  partis: un\n',
      'note:\n  review: loi\n  partis: commune\nrequests: rien\n',
    )
    const theirs = `note: droit\n${base.replace('[eau, prix]', '[guichet]').replace('\n  - prix\n  - eau', ' 2025-01-13')}`
    expect(merge(base, ours, theirs).conflicts).toBeGreaterThan(0)
    expect(merge(base, theirs, ours).conflicts).toBeGreaterThan(0)
  })
  it('inserted below another key by both, at two places, are a conflict too', () => {
    const base = 'page:\n  a: 1\n  note: eau\n  scale: >-\n    prix agent.\n# suit\nnote: agent\n'
    const ours = base.replace('note: eau\n', 'note: loi\n  page: bois\n')
    const theirs = base.replace('  note: eau\n', '  page: agent\n  note: eau\n')
    expect(merge(base, ours, theirs).conflicts).toBeGreaterThan(0)
    expect(merge(base, theirs, ours).conflicts).toBeGreaterThan(0)
  })
  it('renamed by both are a conflict', () => {
    expect(merge('a: 1\nb: 2\n', 'un: 1\nb: 2\n', 'deux: 1\nb: 2\n').conflicts).toBe(1)
  })
})

it('a last line without a line end is merged as any other, and keeps none', () => {
  expect(merge('a: 1\nz: 2', 'a: 1\ny: 3\nz: 2', 'a: 1\nb: 4\nz: 2')).toEqual(
    clean('a: 1\nb: 4\ny: 3\nz: 2'),
  )
  expect(merge('v:\n  - a', 'v:\n  - a\n  - b', 'v:\n  - a\n  - c')).toEqual(
    clean('v:\n  - a\n  - b\n  - c'),
  )
  expect(merge('a: 1\nb: 2\nc: 3', 'a: 1\nb: 2', 'a: 0\nb: 2\nc: 3')).toEqual(clean('a: 0\nb: 2'))
  expect(merge('a: 1\nb: 2', 'a: 1\nb: 3', 'a: 1\nb: 4').conflicts).toBe(1)
  expect(merge('a: 1\nb: 2', 'a: 1\nb: 2\n', 'a: 0\nb: 2')).toEqual(clean('a: 0\nb: 2\n'))
})

describe('items', () => {
  const source = (id: string, title: string) =>
    `- id: ${id}\n  title: ${title}\n  seen: 2025-01-01\n`
  it('are identified by their id: one edited by both in two places, one added by each', () => {
    const base = `${source('a', 'Un')}\n${source('b', 'Deux')}`
    const ours = `${base.replace('Un', 'Un mot')}\n${source('c', 'Trois')}`
    const theirs = `${base.replace('2025-01-01', '2026-06-06')}\n${source('d', 'Quatre')}`
    expect(merge(base, ours, theirs)).toEqual(
      clean(
        `${base.replace('Un', 'Un mot').replace('2025-01-01', '2026-06-06')}\n${source('c', 'Trois')}\n${source('d', 'Quatre')}`,
      ),
    )
  })
  it('of two lists that both sides created are all there, an equal one once', () => {
    const [a, b, c] = [source('a', 'Un'), source('b', 'Deux'), source('c', 'Trois')]
    expect(merge('', a + c, a + b)).toEqual(clean(a + b + c))
    expect(merge('', b, a)).toEqual(clean(a + b))
    expect(merge('', '- un\n', '- deux\n').conflicts).toBe(1)
  })
  it('that both inserted under one id stand whole between the markers, and the others beside them', () => {
    const [a, b, other, c] = [
      source('a', 'Un'),
      source('b', 'Deux'),
      source('b', 'Deux mots'),
      source('c', 'Trois'),
    ]
    const torn = `<<<<<<< ours\n${b}=======\n${other}>>>>>>> theirs\n`
    for (const base of ['', a])
      expect(merge(base, a + b, a + other + c)).toEqual({ text: `${a}${torn}${c}`, conflicts: 1 })
  })
  it('of a list in brackets are inserted and deleted one by one, its comment kept', () => {
    const list = (items: string) =>
      `---\ntitle: Un\nimpacts: [${items}] # à revoir\nscale: national\n---\n\nTexte.\n`
    const merged = (ours: string, theirs: string) =>
      merge(list('libertes, climat, travail'), list(ours), list(theirs), false)
    expect(merged('libertes, climat, travail, enfants', 'climat, travail')).toEqual(
      clean(list('climat, travail, enfants')),
    )
    expect(
      merged('libertes, climat, travail, enfants', 'libertes, climat, travail, droits'),
    ).toEqual(clean(list('libertes, climat, travail, droits, enfants')))
    expect(merged('libertes, climat, enfants', 'libertes, climat, droits').conflicts).toBe(1)
    expect(merged('libertes, climat, enfants', 'libertes, climat').conflicts).toBe(1)
    expect(merged('climat, libertes, travail', 'libertes, travail, climat').conflicts).toBe(1)
  })
  it('of which each deleted those that the other left are a conflict, not a key that says nothing', () => {
    expect(
      merge('v:\n  - a\n  - b\nz: 1\n', 'v:\n  - a\nz: 1\n', 'v:\n  - b\nz: 1\n').conflicts,
    ).toBe(1)
    expect(merge('v: [a, b]\nz: 1\n', 'v: [a]\nz: 1\n', 'v: [b]\nz: 1\n').conflicts).toBe(1)
    expect(
      merge('v:\n  a: 1\n  b: 2\nz: 1\n', 'v:\n  a: 1\nz: 1\n', 'v:\n  b: 2\nz: 1\n').conflicts,
    ).toBe(1)
  })
  it('of which each side deleted one key keep the others, even when only one is left', () => {
    const [base, ours, theirs] = ['  b: 1\n  c: 2\n', '  c: 2\n', '  b: 1\n'].map(
      (rest) => `- id: a\n${rest}- id: z\n`,
    ) as [string, string, string]
    expect(merge(base, ours, theirs)).toEqual(clean('- id: a\n- id: z\n'))
  })
  it('of a plain list, changed to two things, are a conflict', () => {
    expect(merge('v:\n  - 1.0\n', 'v:\n  - 1.1\n', 'v:\n  - 1.2\n').conflicts).toBe(1)
    expect(merge('v:\n- a\n- b\n', 'v:\n- a\n- c\n- b\n', 'v:\n- a\n- b\n- d\n')).toEqual(
      clean('v:\n- a\n- c\n- b\n- d\n'),
    )
  })
})

it('a stance and the text it is about are never taken from two people', () => {
  const base =
    'positions:\n  a:\n    stance: consent\n    text: v1-00\n  b:\n    stance: consent\n    text: v1-00\n'
  const ours = base.replace('stance: consent', 'stance: objection')
  const theirs = base.replace('text: v1-00', 'text: v1-11')
  expect(merge(base, ours, theirs).conflicts).toBe(1)
  expect(merge(base, ours, base.replace(/v1-00\n$/, 'v1-11\n'))).toEqual(
    clean(ours.replace(/v1-00\n$/, 'v1-11\n')),
  )
})

describe('a file that both sides created', () => {
  const said = (id: string, stance = 'consent') =>
    `  ${id}:\n    stance: ${stance}\n    date: 2025-03-02\n`
  const file = (...stances: readonly string[]) =>
    `collective: a\nserial: 1\npositions:\n${stances.join('')}`
  it('holds what each wrote below the same keys, in order', () => {
    expect(merge('', file(said('guichet')), file(said('courrier', 'objection')))).toEqual(
      clean(file(said('courrier', 'objection'), said('guichet'))),
    )
    expect(merge('', file(said('bois'), said('eau')), file(said('air')))).toEqual(
      clean(file(said('air'), said('bois'), said('eau'))),
    )
    expect(merge('', file(said('bois'), said('eau')), file(said('ciel')))).toEqual(
      clean(file(said('bois'), said('ciel'), said('eau'))),
    )
    expect(merge('', file(said('bois'), said('eau')), file(said('eau')))).toEqual(
      clean(file(said('bois'), said('eau'))),
    )
    const [noted, plain] = [`# Notes\n${file(said('eau'))}`, file(said('bois'))]
    expect(merge('', noted, plain)).toEqual(clean(`# Notes\n${file(said('bois'), said('eau'))}`))
    expect(merge('', plain, noted)).toEqual(merge('', noted, plain))
  })
  it('is a conflict when both change one thing, or write two things', () => {
    expect(merge('', file(said('bois')), file(said('bois', 'objection'))).conflicts).toBe(1)
    expect(merge('', file(said('bois')), `${file(said('eau'))}note: Un mot.\n`).conflicts).toBe(1)
    expect(merge('', 'a: 1\n', 'b: 2\n').conflicts).toBe(1)
    expect(merge('', 'a: 1\nb: 2\n', 'b: 2\na: 1\n').conflicts).toBeGreaterThan(0)
    const round = (day: string) =>
      `proposal: bois\nrounds:\n  - opened: ${day}\n    closes: 2025-05-01\n`
    expect(merge('', round('2025-03-01'), round('2025-03-02')).conflicts).toBe(1)
  })
})

describe('a serial that both raised', () => {
  const said = (id: string, stance = 'consent') =>
    `  ${id}:\n    stance: ${stance}\n    date: 2025-03-02\n`
  const file = (serial: number | string, ...stances: readonly string[]) =>
    `collective: a\nserial: ${serial}\npositions:\n${stances.join('')}`
  const base = file(4, said('eau'))
  const both = (serial: number | string) =>
    clean(file(serial, said('air'), said('eau'), said('feu')))
  it('is the greater one, whoever raised it more, and merged again changes nothing', () => {
    const [ours, theirs] = [file(5, said('air'), said('eau')), file(7, said('eau'), said('feu'))]
    expect(merge(base, ours, theirs)).toEqual(both(7))
    expect(merge(base, theirs, ours)).toEqual(both(7))
    expect(merge(base, merge(base, ours, theirs).text, ours)).toEqual(both(7))
    expect(merge('', ours, theirs)).toEqual(both(7))
    const windows = (text: string) => text.replaceAll('\n', '\r\n')
    expect(merge(windows(base), windows(ours), windows(theirs))).toEqual(
      clean(windows(both(7).text)),
    )
    const noted = '7 # revu en mars'
    expect(merge(base, ours, theirs.replace('serial: 7', `serial: ${noted}`))).toEqual(both(noted))
  })
  it('leaves the stances that both changed a conflict', () => {
    const { text, conflicts } = merge(
      base,
      file(5, said('eau', 'objection')),
      file(7, said('eau', 'reservation')),
    )
    expect([text.startsWith('collective: a\nserial: 7\n'), conflicts]).toEqual([true, 1])
  })
  it('is a conflict when somebody lowered it', () => {
    expect(merge(base, file(3, said('eau')), file(5, said('eau'))).conflicts).toBe(1)
  })
})
