import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { FootnoteDefinition, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { canonicalText, digest, type FieldValue } from './digest.ts'
import { foldProse } from './fold-prose.ts'

/*
 * Texts are made with signs for what may be written in several ways: ␣ a space where a line may end, · one where it may not,
 * ⍽ the place of a French space, and « » ’ – … themselves. `written` chooses one way for each sign.
 */
interface Block {
  /** What its first line begins with, and the next ones; `null` when it cannot be cut. */
  readonly first: string
  readonly next: string | null
  readonly inline: string
}

const WORDS = [
  'guichet',
  'loi',
  'l’accueil',
  'démarche',
  'été',
  'numérique',
  'aujourd’hui',
  'œuvre',
  'CAF',
  'même',
  'qu’il',
  'garantir',
  'public',
  'où',
  'arrêté',
  '😀',
  'rendez-vous',
]
const MAP = { minKeys: 1, maxKeys: 4, noNullPrototype: true }
const word = fc.constantFrom(...WORDS)
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('␣'))
const number = fc.nat(9999).map(String)
const piece = fc.oneof(
  { weight: 4, arbitrary: phrase },
  phrase.map((words) => `*${words}*`),
  phrase.map((words) => `**${words}**`),
  phrase.map((words) => `~~${words}~~`),
  phrase.map((words) => `«⍽${words}⍽»`),
  phrase.map((words) => `*«⍽${words}⍽»*`),
  fc
    .tuple(phrase, number)
    .map(([words, page]) => `[${words}](https://exemple.fr/p${page} "L’article")`),
  fc.tuple(phrase, fc.constantFrom(':', ';', '!', '?')).map(([words, sign]) => `${words}⍽${sign}`),
  fc.tuple(phrase, phrase).map(([one, other]) => `**${one}⍽:** ${other}`),
  fc.tuple(phrase, phrase).map(([one, other]) => `${one}·–·${other}`),
  fc.tuple(number, fc.constantFrom('%', '€', '‰')).map(([amount, sign]) => `${amount}⍽${sign}`),
  number.map((page) => `[@insee, p.·${page}␣;␣-@ddd-2022]`),
  word.map((words) => `${words}[^a]`),
  number.map((line) => `\`n° ${line} :\``),
  phrase.map((words) => `${words}…␣puis`),
)
const sentence = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => `Toute␣${pieces.join('␣')}␣demain.`)
const uncut = (text: string) => text.replaceAll('␣', '·')
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: sentence.map((inline) => ({ first: '', next: '', inline })) },
  sentence.map((inline) => ({ first: '> ', next: '> ', inline })),
  sentence.map((inline) => ({ first: '- ', next: '  ', inline })),
  sentence.map((inline) => ({ first: '2. ', next: '   ', inline })),
  sentence.map((inline) => ({ first: '### ', next: null, inline: uncut(inline) })),
  fc.tuple(sentence, sentence).map(([one, other]) => ({
    first: '',
    next: null,
    inline: uncut(`| Canal | Délai |\n| --- | ---: |\n| ${one} | ${other} |`),
  })),
)
const note = sentence.map((inline) => ({ first: '[^a]: ', next: '    ', inline }))
const blocks = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 5 }), note)
  .map(([some, last]) => [...some, { first: '', next: '', inline: 'Un␣appel[^a].' }, last])

/**
 * Choices are taken in turn, from 0 to 7: of typography, the first way being a careful hand's, and
 * of where lines end, 0 being nowhere.
 */
function written(
  text: readonly Block[],
  styles: readonly number[] = [0],
  cuts: readonly number[] = [0],
): string {
  let turn = 0
  const taken = (choices: readonly number[], ways: readonly string[]) =>
    ways[(choices[turn++ % choices.length] as number) % ways.length] as string
  const choose = (...ways: readonly string[]) => taken(styles, ways)
  const sign = (one: string, next: string | null): string => {
    if (one === '␣') return next === null ? ' ' : taken(cuts, [' ', `\n${next}`, ' ', '  '])
    if (one === '·') return choose('\u00a0', ' ', '\u202f')
    if (one === '⍽') return choose('\u202f', '', ' ', '\u00a0')
    if (one === '«') return choose('«', '"', '“')
    if (one === '»') return choose('»', '"', '”')
    if (one === '’') return choose('’', "'")
    return one === '–' ? choose('–', '-', '—') : choose('…', '...')
  }
  return `${text.map(({ first, next, inline }) => first + inline.replace(/[␣·⍽«»’–…]/g, (one) => sign(one, next))).join('\n\n')}\n`
}

const digestOf = (body: string): string => {
  const tree = parseMarkdown(body)
  return digest({
    fields: {},
    parts: [{ name: 'body', blocks: tree.children }],
    tree,
    imageDigest: (url) => url,
  })
}

const choices = fc.array(fc.nat(7), { minLength: 1, maxLength: 40 })
const RUNS = { numRuns: 60 }
/** Milliseconds, for a machine that does other things too. */
const SLOW = { timeout: 60_000 }

describe('what never changes a digest', SLOW, () => {
  it('cutting lines otherwise', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(blocks, choices, (text, ways) => {
        expect(digestOf(written(text, [0], ways))).toBe(digestOf(written(text)))
      }),
      RUNS,
    )
  })

  it('the spaces and quotes of French typography', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(blocks, choices, (text, ways) => {
        expect(digestOf(written(text, ways))).toBe(digestOf(written(text)))
      }),
      RUNS,
    )
  })

  it('line ends of Windows, accents apart, and all of it at once', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(blocks, choices, choices, (text, styles, cuts) => {
        const plain = written(text)
        expect(digestOf(plain.replaceAll('\n', '\r\n'))).toBe(digestOf(plain))
        expect(digestOf(plain.normalize('NFD'))).toBe(digestOf(plain))
        expect(digestOf(written(text, styles, cuts).normalize('NFD').replaceAll('\n', '\r'))).toBe(
          digestOf(plain),
        )
      }),
      RUNS,
    )
  })

  it('folding what is folded', () => {
    const signs = fc.constantFrom(
      ...('aé \u00a0\n:;!?«»“”"’\'–-….%€\u00ad\u200b\u0301😀'.match(/./gsu) ?? []),
    )
    fc.assert(
      fc.property(fc.array(signs), (some) => {
        expect(foldProse(foldProse(some.join('')))).toBe(foldProse(some.join('')))
      }),
    )
  })
})

describe('what always changes a digest', SLOW, () => {
  /** Changes the nth match, counted round, of a pattern in one block; `null` when there is none. */
  const changed = (
    text: readonly Block[],
    at: number,
    pattern: RegExp,
    change: (match: string) => string,
  ): readonly Block[] | null => {
    const index = at % text.length
    const { inline } = text[index] as Block
    const matches = [...inline.matchAll(pattern)]
    const match = matches[at % Math.max(1, matches.length)]
    if (match === undefined) return null
    const mended =
      inline.slice(0, match.index) + change(match[0]) + inline.slice(match.index + match[0].length)
    return text.map((one, position) => (position === index ? { ...one, inline: mended } : one))
  }
  const swapped = (letter: string) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()

  it.each<[string, RegExp, (match: string) => string]>([
    ['a word', /\p{L}{2,}/gu, (match) => `${match}s`],
    ['a word left out', /\p{L}{2,}␣/gu, () => ''],
    ['a letter', /[a-z](?=\p{L})/gu, (letter) => (letter === 'x' ? 'y' : 'x')],
    ['the case of a letter', /[b-zé](?=\p{L})/gu, swapped],
    ['a digit', /\d/g, (digit) => String((Number(digit) + 1) % 10)],
    ['the address of a link', /\(https:[^ ]*/g, (address) => `${address}x`],
    ['the title of a link', /"L’article"/g, () => '"L’alinéa"'],
    ['a citation’s author', /-@/g, () => '@'],
    ['an emphasis more', /(?<=^|␣|·)Toute(?=␣|·)/g, (match) => `*${match}*`],
    ['an emphasis less', /(?<!\*)\*[^*]+\*(?!\*)/g, (match) => match.slice(1, -1)],
    ['a stronger emphasis', /(?<!\*)\*[^*]+\*(?!\*)/g, (match) => `*${match}*`],
    ['a note call less', /(?<=\p{L})\[\^a\](?!\.)/gu, () => ''],
    ['a sign', /⍽[:;!?](?!\*)/g, (match) => `⍽${match.endsWith('?') ? '!' : '?'}`],
    ['a space in code', /`n° /g, () => '`n°  '],
  ])('%s', (_what, pattern, change) => {
    fc.assert(
      fc.property(blocks, fc.nat(), (text, at) => {
        const other = changed(text, at, pattern, change)
        fc.pre(other !== null)
        expect(digestOf(written(other))).not.toBe(digestOf(written(text)))
      }),
      { numRuns: 40 },
    )
  })

  it('a block more, a block less', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(blocks, block, fc.nat(), (text, extra, at) => {
        const index = at % (text.length - 1)
        expect(digestOf(written([...text.slice(0, index), extra, ...text.slice(index)]))).not.toBe(
          digestOf(written(text)),
        )
        expect(digestOf(written(text.filter((_, position) => position !== index)))).not.toBe(
          digestOf(written(text)),
        )
      }),
      RUNS,
    )
  })

  it('two paragraphs made one', () => {
    const paragraphs = (...some: string[]) =>
      digestOf(written(some.map((inline) => ({ first: '', next: '', inline }))))
    fc.assert(
      fc.property(sentence, sentence, (one, other) => {
        expect(paragraphs(`${one}␣${other}`)).not.toBe(paragraphs(one, other))
      }),
      RUNS,
    )
  })
})

describe('the fields of a head', () => {
  const key = fc.constantFrom('title', 'a', 'été', 'B', '\uffee', '😀')
  const said = fc.constantFrom('mot', 'Mot', 'été', '« oui »', 'non')
  const { value } = fc.letrec<{ value: FieldValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 2 },
      said,
      fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(key, tie('value'), MAP),
    ),
  }))
  const fields = fc.dictionary(key, value, MAP)
  const tree = parseMarkdown('')
  const canonical = (of: Readonly<Record<string, FieldValue>>) =>
    canonicalText({ fields: of, parts: [], tree, imageDigest: (url) => url })

  it('mean the same in any order, with their accents apart, and beside others that say nothing', () => {
    const nothing = fc.constantFrom<FieldValue>('', ' ', '\u00ad', [], {}, { a: '', b: { c: [] } })
    fc.assert(
      fc.property(fields, nothing, (some, empty) => {
        const turned = Object.fromEntries(
          Object.entries(some)
            .toReversed()
            .map(([name, one]) => [name.normalize('NFD'), one]),
        )
        expect(canonical({ ...turned, zèle: empty })).toBe(canonical(some))
      }),
      RUNS,
    )
  })

  it('each count, and stand in the order of their bytes', () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        expect(canonical(one) === canonical(other)).toBe(isDeepStrictEqual(one, other))
      }),
      RUNS,
    )
    const [before, after] = [
      canonical({ '\uffee': 'un', '😀': 'deux' }).indexOf('\uffee'),
      canonical({ '😀': 'deux', '\uffee': 'un' }).indexOf('😀'),
    ]
    expect(before).toBeLessThan(after)
  })
})

it('a row of thousands of notes, each calling the next, has a digest, and another when the last one changes', {
  tags: ['long'],
}, () => {
  const digestOfRow = (last: string): string => {
    const notes = Array.from({ length: 10_000 }, (_, rank): FootnoteDefinition => {
      const next = { type: 'footnoteReference' as const, identifier: String(rank + 1) }
      const children = rank === 9999 ? [{ type: 'text' as const, value: last }] : [next]
      return {
        type: 'footnoteDefinition',
        identifier: String(rank),
        children: [{ type: 'paragraph', children }],
      }
    })
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'paragraph', children: [{ type: 'footnoteReference', identifier: '0' }] },
        ...notes,
      ],
    }
    return digest({
      fields: {},
      parts: [{ name: 'body', blocks: tree.children }],
      tree,
      imageDigest: (url) => url,
    })
  }
  expect(digestOfRow('fin')).toMatch(/^v1-[0-9a-f]{64}$/)
  expect(digestOfRow('fin')).not.toBe(digestOfRow('suite'))
})

it('of two hundred thousand blanks in an info string takes a time in proportion to them', {
  timeout: 2000,
}, () => {
  const info = `a${' '.repeat(200_000)}b`
  expect(digestOf(`\`\`\`js ${info} \nx\n\`\`\`\n`)).toBe(digestOf(`\`\`\`js ${info}\nx\n\`\`\`\n`))
})
