import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import type { Granularity } from './merge-piece.ts'
import { mergeText } from './merge-text.ts'
import { writeMerge } from './write-merge.ts'

const DRAWING = { style: 'merge', labels: ['ours', 'base', 'theirs'], markerSize: 7 } as const
const merge = (base: string, ours: string, theirs: string, granularity: Granularity = 'sentence') =>
  writeMerge(mergeText({ base, ours, theirs }, granularity).pieces, DRAWING)
const clean = (text: string) => ({ text, conflicts: 0 })

describe('two sentences of one line', () => {
  const base = 'La commune ouvre un guichet. Il ouvre deux jours par semaine.\n'
  it('changed by two people are both changed', () => {
    expect(
      merge(
        base,
        base.replace('un guichet', 'deux guichets'),
        base.replace('deux jours', 'trois jours'),
      ),
    ).toEqual(clean('La commune ouvre deux guichets. Il ouvre trois jours par semaine.\n'))
  })
  it('one changed, one added at the end', () => {
    expect(
      merge(base, base.replace('commune', 'région'), base.replace('\n', ' Il est gratuit.\n')),
    ).toEqual(
      clean('La région ouvre un guichet. Il ouvre deux jours par semaine. Il est gratuit.\n'),
    )
  })
  it('the same change by both stands once', () => {
    const changed = base.replace('deux', 'trois')
    expect(merge(base, changed.replace('commune', 'région'), changed)).toEqual(
      clean(changed.replace('commune', 'région')),
    )
  })
})

describe('one sentence', () => {
  const base = 'Le délai est de trente jours ouvrés pour toute demande.\n'
  const [ours, theirs] = [base.replace('trente', 'vingt'), base.replace('toute', 'chaque')]
  it('changed by two people is a conflict, unless words are asked for', () => {
    expect(merge(base, ours, theirs)).toEqual({
      text: `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`,
      conflicts: 1,
    })
    expect(merge(base, ours, theirs, 'word')).toEqual(
      clean('Le délai est de vingt jours ouvrés pour chaque demande.\n'),
    )
  })
  it('is a conflict even so when the words touch, or when one side took it out', () => {
    expect(
      merge(base, base.replace('jours', 'mois'), base.replace('ouvrés', 'francs'), 'word')
        .conflicts,
    ).toBe(1)
    expect(merge(base, '', theirs, 'word').conflicts).toBe(1)
    expect(merge(base, ours, base.replace('trente', 'soixante'), 'word').conflicts).toBe(1)
  })
})

it('a sentence ends where it does in Japanese, and a line of code is one', () => {
  const text = '一つの文です。「次の文。」最後の文です。\n'
  expect(merge(text, text.replace('一つ', '二つ'), text.replace('最後', '最初'))).toEqual(
    clean('二つの文です。「次の文。」最初の文です。\n'),
  )
  const code = 'Un mot.\n\n```sh\ninstaller pain\nouvrir porte\n```\n'
  const [ours, theirs] = [code.replace('pain', 'sel'), code.replace('porte', 'fenêtre')]
  expect(merge(code, ours, theirs)).toEqual(
    clean(code.replace('pain', 'sel').replace('porte', 'fenêtre')),
  )
  expect(merge(code, ours, code.replace('installer', 'vendre')).conflicts).toBe(1)
})

it('a number keeps its unit, and the no-break space that the other put before it', () => {
  const text = (aid: string) => `Une aide de ${aid} du prix.\n`
  expect(merge(text('50 %'), text('30 %'), text('50\u00A0%'))).toEqual(clean(text('30\u00A0%')))
  expect(merge(text('50 €'), text('1 000 €'), text('50\u00A0€'))).toEqual(
    clean(text('1 000\u00A0€')),
  )
})

it('keys of a front matter that stand side by side', () => {
  const base = '---\ntitle: Un guichet\nstatus: draft # provisoire\n---\n'
  expect(
    merge(base, base.replace('Un guichet', 'Deux guichets'), base.replace('draft', 'adopted')),
  ).toEqual(clean('---\ntitle: Deux guichets\nstatus: adopted # provisoire\n---\n'))
})

it('only the lines in dispute stand between the markers', () => {
  const { text, conflicts } = merge(
    '- Un mot.\n- Deux mots.\n',
    '- Un seul mot.\n- Trois mots.\n',
    '- Un mot.\n- Quatre mots.\n',
  )
  expect({ text, conflicts }).toEqual({
    text: '- Un seul mot.\n<<<<<<< ours\n- Trois mots.\n=======\n- Quatre mots.\n>>>>>>> theirs\n',
    conflicts: 1,
  })
})

it('a sentence deleted by one and reworded by the other is a conflict, whatever else is changed beside it', () => {
  const base = 'Un guichet par commune. Il ouvre deux jours par semaine. La fin.\n'
  const out = base.replace(' Il ouvre deux jours par semaine.', '')
  const reworded = base.replace('deux', 'cinq')
  for (const theirs of [
    reworded,
    reworded.replace('commune', 'quartier'),
    reworded.replace('commune', 'commune et par bourg'),
  ])
    for (const how of ['sentence', 'word'] as const) {
      expect(merge(base, out, theirs, how).conflicts).toBe(1)
      expect(merge(base, theirs, out, how).conflicts).toBe(1)
    }
})

it('a short paragraph deleted by one and reworded by the other is a conflict, even when the one before it is changed too', () => {
  const base = 'Un guichet par commune, et un par quartier.\n\nIl ouvre tôt.\n\nLa fin du texte.\n'
  const out = base.replace('Il ouvre tôt.\n\n', '')
  const reworded = base.replace('tôt', 'tard').replace('commune', 'village')
  for (const how of ['sentence', 'word'] as const) {
    expect(merge(base, out, reworded, how).conflicts).toBe(1)
    expect(merge(base, reworded, out, how).conflicts).toBe(1)
  }
})

it('a paragraph deleted by one and reworded by the other is a conflict, even when the other deleted the one before it', () => {
  const base =
    'Le début.\n\nAbolir les sièges réservés.\n\n### Apporter son propre appareil au travail\n\n## La suite\n\nLa fin.\n'
  const out = base.replace('### Apporter son propre appareil au travail\n\n', '')
  const reworded = base.replace('propre', 'vieil').replace('Abolir les sièges réservés.\n\n', '')
  for (const how of ['sentence', 'word'] as const) {
    expect(merge(base, out, reworded, how).conflicts).toBe(1)
    expect(merge(base, reworded, out, how).conflicts).toBe(1)
  }
})

it('a sentence deleted by one and run on from the one before by the other is a conflict', () => {
  const base = 'Un guichet par commune. Il ouvre deux jours par semaine. La fin.\n'
  const out = base.replace(' Il ouvre deux jours par semaine.', '')
  for (const run of [' et il ouvre', ' ; il ouvre', ', il rouvre'])
    for (const end of ['par semaine', 'par mois', 'seulement']) {
      const theirs = base.replace('. Il ouvre', run).replace('par semaine', end)
      expect(merge(base, out, theirs, 'word').conflicts).toBe(1)
      expect(merge(base, theirs, out, 'word').conflicts).toBe(1)
    }
})

it('a word that one changed is not found again in a sentence that the other rewrote, where it stands by chance', () => {
  for (const [said, word, other, anew] of [
    [
      'Un contrôle ciblé fait peser le soupçon d’une faute.',
      'le',
      'un',
      'Les projections sont trop larges pour fixer un plafond.',
    ],
    [
      'L’interdiction déplace l’usage hors de l’école.',
      'de',
      'pour',
      'À quel âge un appareil est-il utile, et pour quoi ?',
    ],
    [
      'Quinze ans, c’est impossible pour les fabricants.',
      'pour',
      'de',
      'Les entreprises, de leur côté, publient peu.',
    ],
    [
      'Ce socle est pourtant promis à la disparition.',
      'à',
      'dans',
      'Inscrire le plafond dans la programmation.',
    ],
  ] as const) {
    const base = `Le début. ${said} La fin.\n`
    const [ours, theirs] = [base.replace(` ${word} `, ` ${other} `), base.replace(said, anew)]
    expect(merge(base, ours, theirs, 'word').conflicts).toBe(1)
    expect(merge(base, theirs, ours, 'word').conflicts).toBe(1)
  }
})

it('what was merged once is not taken twice when it is merged again, though lines would', () => {
  const base = 'Une commune ouvre un guichet.\n\nLa fin du texte.\n'
  const edited = base.replace('un guichet', 'deux guichets')
  const added = base.replace(
    '\n\n',
    '\n\nUn paragraphe de plus, que personne ne veut lire deux fois.\n\n',
  )
  const both = added.replace('un guichet', 'deux guichets')
  for (const [ours, theirs] of [
    [edited, added],
    [both, added],
    [edited, both],
  ] as const) {
    expect(merge(base, ours, theirs)).toEqual(clean(both))
    expect(merge(base, theirs, ours)).toEqual(clean(both))
  }
})

it('two texts created separately are a conflict, even when one holds the other: they may be two proposals under one name', () => {
  const one = 'Un guichet par commune.\n\nIl ouvre deux jours par semaine.\n'
  for (const other of [
    `${one}\nIl est gratuit.\n`,
    one.replace('jours', 'jours ouvrés'),
    one.replace('.\n\n', '.\n\n---\n\n'),
  ])
    for (const how of ['sentence', 'word'] as const) {
      expect(merge('', one, other, how).conflicts).toBeGreaterThan(0)
      expect(merge('', other, one, how).conflicts).toBeGreaterThan(0)
    }
  expect(merge('', one, one)).toEqual(clean(one))
})

it('line ends of two kinds are merged by lines', () => {
  expect(merge('Un. Deux.\n', 'Un mot. Deux.\r\n', 'Un. Deux mots.\n').conflicts).toBe(1)
})

describe('marks that two people add to one sentence', () => {
  const words = 'le droit au guichet est garanti par la loi'.split(' ')
  const MARKS = [
    ['**', '**'],
    ['_', '_'],
    ['`', '`'],
    ['[', '](a.md)'],
    ['{--', '--}'],
    ['(', ')'],
    ['« ', ' »'],
  ] as const
  const range = fc.tuple(fc.nat(words.length - 1), fc.nat(4), fc.constantFrom(...MARKS))
  const marked = (from: number, more: number, [opens, closes]: readonly [string, string]) => {
    const last = Math.min(words.length - 1, from + more)
    return `Oui. ${words.map((word, at) => `${at === from ? opens : ''}${word}${at === last ? closes : ''}`).join(' ')} ici.\n`
  }
  /** The emphases, the links and the code around each word, as the reference parser reads them. */
  const around = (text: string) => {
    const found = new Map<string, string>()
    const walk = (node: Nodes, inside: readonly string[]) => {
      if ('value' in node)
        for (const word of node.value.match(/\p{L}+/gu) ?? [])
          found.set(word, [...inside, node.type].sort().join(' '))
      if ('children' in node) for (const child of node.children) walk(child, [...inside, node.type])
    }
    walk(parseMarkdown(text), [])
    return found
  }
  it('stand around the words that each chose, or are a conflict', { tags: ['long'] }, () => {
    const base = marked(0, 0, ['', ''])
    const plain = around(base)
    fc.assert(
      fc.property(range, range, (one, other) => {
        const [ours, theirs] = [marked(...one), marked(...other)]
        const { text, conflicts } = merge(base, ours, theirs, 'word')
        if (conflicts > 0 || text === ours || text === theirs) return
        const [o, t, m] = [around(ours), around(theirs), around(text)]
        for (const word of words) {
          const chosen = [o.get(word), t.get(word)].filter((marks) => marks !== plain.get(word))
          if (chosen.length < 2) expect(m.get(word)).toBe(chosen[0] ?? plain.get(word))
        }
      }),
      { numRuns: 300 },
    )
  })
  it('are a conflict where they would begin one in the other', () => {
    const base = 'Le droit au guichet est garanti.\n'
    const [first, second] = ['droit au guichet', 'guichet est garanti'] as const
    for (const [opens, closes] of MARKS) {
      const [ours, theirs] = [first, second].map((part) =>
        base.replace(part, `${opens}${part}${closes}`),
      ) as [string, string]
      expect(merge(base, ours, theirs, 'word').conflicts).toBe(1)
      expect(merge(base, theirs, ours, 'word').conflicts).toBe(1)
    }
  })
  it('are both there where they leave each other alone', () => {
    const base = 'Le droit au guichet est garanti par la loi.\n'
    const [ours, theirs] = [
      base.replace('droit', '**droit**'),
      base.replace('garanti', '[garanti](a.md)'),
    ]
    expect(merge(base, ours, theirs, 'word')).toEqual(
      clean('Le **droit** au guichet est [garanti](a.md) par la loi.\n'),
    )
  })
  it('are both there where neither goes in pairs', () => {
    const base = 'La commune vote le budget chaque année, puis compte les voix.\n'
    const [ours, theirs] = [base.replace('vote', 'a) vote'), base.replace('compte', 'b) compte')]
    expect(merge(base, ours, theirs, 'word')).toEqual(
      clean('La commune a) vote le budget chaque année, puis b) compte les voix.\n'),
    )
  })
})

describe('whatever the texts', () => {
  const word = fc.constantFrom(
    'un',
    'mot',
    'l’eau',
    'Deux',
    '3 000 €',
    '[a](b)',
    '**',
    'fin.',
    'Oui.',
    '- ',
    'titre:',
  )
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n', '\n\n')), { maxLength: 14 })
    .map((parts) => parts.flat().join(''))
  const granularity = fc.constantFrom<Granularity>('sentence', 'word')

  it('a change of one side, or the same of both, is that change', () => {
    fc.assert(
      fc.property(text, text, granularity, (b, x, how) => {
        for (const [base, ours, theirs] of [
          [b, b, x],
          [b, x, b],
          [b, x, x],
        ] as const)
          expect(merge(base, ours, theirs, how)).toEqual(clean(x))
      }),
    )
  })

  it('sides swapped give the same text and as many conflicts', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(text, text, text, granularity, (base, ours, theirs, how) => {
        const one = merge(base, ours, theirs, how)
        const other = merge(base, theirs, ours, how)
        expect(other.conflicts).toBe(one.conflicts)
        if (one.conflicts === 0) expect(other.text).toBe(one.text)
      }),
      { numRuns: 250 },
    )
  })

  it('what was merged beyond lines is still itself, merged again with either side', {
    tags: ['long'],
  }, () => {
    fc.assert(
      fc.property(text, text, text, granularity, (base, ours, theirs, how) => {
        const { pieces, beyondLines } = mergeText({ base, ours, theirs }, how)
        const one = writeMerge(pieces, DRAWING)
        if (!beyondLines || one.conflicts > 0) return
        expect(merge(base, one.text, theirs, how)).toEqual(one)
        expect(merge(base, ours, one.text, how)).toEqual(one)
      }),
      { numRuns: 250 },
    )
  })

  it('two texts created separately are a conflict unless they say the same: they may be two proposals under one name', () => {
    fc.assert(
      fc.property(text, text, granularity, (ours, theirs, how) => {
        const said = (of: string) => (of.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
        fc.pre(ours !== '' && theirs !== '' && said(ours) !== said(theirs))
        expect(merge('', ours, theirs, how).conflicts).toBeGreaterThan(0)
        expect(merge('', ours, `${ours}\n\n${theirs}`, how).conflicts).toBeGreaterThan(0)
      }),
    )
  })

  it('every word that comes out went in', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(text, text, text, granularity, (base, ours, theirs, how) => {
        const words = (of: string) => of.match(/[\p{L}\p{N}]+/gu) ?? []
        const known = new Set([base, ours, theirs].flatMap(words))
        for (const piece of mergeText({ base, ours, theirs }, how).pieces) {
          if (piece.kind === 'settled')
            expect(words(piece.text).filter((one) => !known.has(one))).toEqual([])
        }
      }),
    )
  })
})
