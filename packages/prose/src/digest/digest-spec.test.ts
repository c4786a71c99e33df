import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { canonicalText } from './digest.ts'

/*
 * The digest once more, from schemas/digest.md alone: bytes instead of strings, a line with a sign for each mark instead of a walk
 * with offsets. It shares the parser with the reference and nothing else.
 */

/**
 * The tree as JSON, as another language would see it: a node has those of these keys that its type
 * has.
 */
interface Node {
  readonly type: string
  readonly children: readonly Node[]
  readonly value: string
  readonly depth: number
  readonly ordered: boolean
  readonly start: number
  readonly lang: string | null
  readonly meta: string | null
  readonly align: readonly (string | null)[]
  readonly url: string
  readonly title: string | null
  readonly alt: string | null
  readonly identifier: string
}
/** A block's text, with one of three signs in the place of each mark, and the marks in order. */
interface Line {
  readonly text: string
  readonly marks: readonly Buffer[]
}

const NOTHING = '\u0001'
const WORD = '\u0002'
const BREAK = '\u0003'

const atom = (text: string): Buffer => Buffer.from(`${Buffer.from(text).length}:${text}`)
const group = (...members: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('('), ...members, Buffer.from(')')])

const FOLDED: readonly (readonly [string, string])[] = [
  ['\u2018\u2019\u201b\u02bc\u2032\u00b4\u0060', "'"],
  ['\u00ab\u00bb\u201c\u201d\u201e\u201f', '"'],
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '-'],
]

function folded(text: string): string {
  const visible = [...text].filter((char) => !'\u00ad\u200b\u2060\ufeff'.includes(char)).join('')
  const chars = [...visible.normalize('NFC')].map(
    (char) => FOLDED.find(([from]) => from.includes(char))?.[1] ?? char,
  )
  return chars.join('').replace(/\.\.\.+/g, '\u2026')
}

const SPACE = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const RUN = new RegExp(`${SPACE}(?:(?:${SPACE}|${NOTHING})*${SPACE})?`, 'g')
const DROPS = `[:;!?"%\u2030\u20ac\u2026${BREAK}]`

function spaced(text: string): string {
  return text.replace(RUN, (run, at: number) => {
    const dropped =
      new RegExp(`(?:^|${DROPS})${NOTHING}*$`).test(text.slice(0, at)) ||
      new RegExp(`^${NOTHING}*(?:$|${DROPS})`).test(text.slice(at + run.length))
    return (dropped ? '' : ' ') + run.replace(new RegExp(SPACE, 'g'), '')
  })
}

const plain = (text: string) => spaced(folded(text))

function value(of: unknown, isSet = false): Buffer {
  if (isSet) {
    const strings = (typeof of === 'string' ? [of] : Array.isArray(of) ? of : []).filter(
      (item) => typeof item === 'string',
    )
    return value([...new Set(strings)].sort())
  }
  if (of === null || of === undefined) return atom('s')
  if (Array.isArray(of)) return group(atom('l'), ...of.map((item) => value(item)))
  return typeof of === 'object' ? map(of as Record<string, unknown>) : atom(`s${plain(String(of))}`)
}

function map(of: Record<string, unknown>, sets: readonly string[] = []): Buffer {
  const members = Object.entries(of)
    .map(([key, inner]) => ({
      key: Buffer.from(key.normalize('NFC')),
      name: key.normalize('NFC'),
      inner,
      isSet: sets.includes(key),
    }))
    .filter(
      ({ inner, isSet }) => !(isSet ? value(inner, true).equals(group(atom('l'))) : empty(inner)),
    )
    .sort((a, b) => a.key.compare(b.key))
  return group(
    atom('m'),
    ...members.flatMap(({ name, inner, isSet }) => [atom(name), value(inner, isSet)]),
  )
}

function empty(of: unknown): boolean {
  if (of === null || of === undefined) return true
  if (Array.isArray(of)) return of.length === 0
  return typeof of === 'object' ? Object.values(of).every(empty) : plain(String(of)) === ''
}

function everyNode(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(everyNode)]
}

const isComment = (html: string) =>
  /^<!--\s*cahier(?![A-Za-z0-9_])/.test(html.trim()) &&
  html.trim().indexOf('-->') === html.trim().length - 3

class Writer {
  readonly #all: readonly Node[]
  readonly #shown: (url: string) => string | undefined
  #calls: string[] = []

  constructor(tree: Node, shown: (url: string) => string | undefined) {
    this.#all = everyNode(tree)
    this.#shown = shown
  }

  part(name: string, blocks: readonly Node[]): Buffer {
    this.#calls = []
    return group(atom(name), group(...this.blocks(blocks)))
  }

  blocks(nodes: readonly Node[]): Buffer[] {
    const counted = nodes.filter(
      (node) =>
        node.type !== 'definition' &&
        node.type !== 'footnoteDefinition' &&
        !(node.type === 'html' && isComment(node.value)),
    )
    return counted.map((node) => this.#block(node))
  }

  #block(node: Node): Buffer {
    const below = () => this.blocks(node.children)
    const table: Record<string, () => Buffer[]> = {
      paragraph: () => [atom('p'), this.#inline(node)],
      heading: () => [atom('h'), atom(`${node.depth}`), this.#inline(node)],
      thematicBreak: () => [atom('hr')],
      blockquote: () => [atom('q'), ...below()],
      list: () => [
        atom(node.ordered ? 'ol' : 'ul'),
        atom(node.ordered ? `${node.start}` : ''),
        ...below(),
      ],
      listItem: () => [atom('li'), ...below()],
      code: () => [
        atom('code'),
        atom(node.lang ?? ''),
        atom((node.meta ?? '').replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '')),
        atom(node.value.split('\r\n').join('\n').split('\r').join('\n')),
      ],
      table: () => [
        atom('table'),
        group(...node.align.map((align) => atom(align ?? ''))),
        ...below(),
      ],
      tableRow: () => [atom('tr'), ...node.children.map((cell) => this.#inline(cell))],
      html: () => [atom('html'), atom(plain(node.value))],
    }
    return group(...(table[node.type] as () => Buffer[])())
  }

  #inline(parent: Node): Buffer {
    const { text, marks } = this.#line(parent.children)
    const members = spaced(text).split(new RegExp(`([${NOTHING}${WORD}${BREAK}])`))
    return group(
      ...members.flatMap((member, at) =>
        at % 2 === 1 ? [marks[(at - 1) / 2] as Buffer] : member === '' ? [] : [atom(`t${member}`)],
      ),
    )
  }

  // A comment of the tool's leaves nothing, so the texts on either side are one stretch.
  #line(nodes: readonly Node[]): Line {
    const left = nodes.filter((node) => !(node.type === 'html' && isComment(node.value)))
    const stretches = left.map((node, at) =>
      node.type !== 'text'
        ? this.#marked(node)
        : left[at - 1]?.type === 'text'
          ? NO_LINE
          : { text: folded(textFrom(left, at)), marks: [] },
    )
    return {
      text: stretches.map(({ text }) => text).join(''),
      marks: stretches.flatMap(({ marks }) => marks),
    }
  }

  #marked(node: Node): Line {
    const around = (opening: Buffer): Line => {
      const { text, marks } = this.#line(node.children)
      return { text: NOTHING + text + NOTHING, marks: [opening, ...marks, atom('>')] }
    }
    const word = (...members: Buffer[]): Line => ({ text: WORD, marks: [group(...members)] })
    switch (node.type) {
      case 'link':
      case 'linkReference':
        return around(
          group(
            atom('<link'),
            atom(this.#target(node).url),
            atom(plain(this.#target(node).title ?? '')),
          ),
        )
      case 'image':
      case 'imageReference': {
        const { url, title } = this.#target(node)
        const bytes = this.#shown(url)
        return word(
          atom('img'),
          atom(plain(node.alt ?? '')),
          atom(bytes === undefined ? `u${url}` : `b${bytes}`),
          atom(plain(title ?? '')),
        )
      }
      case 'inlineCode':
        return word(atom('code'), atom(node.value.replace(/\r\n|\r|\n/g, ' ')))
      case 'html':
        return word(atom('html'), atom(plain(node.value)))
      case 'break':
        return { text: BREAK, marks: [group(atom('br'))] }
      case 'citation':
        return word(atom('cite'), ...worksOf(node.value))
      case 'footnoteReference': {
        const rank = this.#calls.indexOf(node.identifier) + 1
        if (rank > 0) return word(atom('note'), atom(`${rank}`))
        this.#calls.push(node.identifier)
        return word(
          atom('note'),
          ...this.blocks(this.#first('footnoteDefinition', node.identifier).children),
        )
      }
      default:
        return around(atom(`<${node.type}`))
    }
  }

  #target(node: Node): Node {
    return node.type.endsWith('Reference') ? this.#first('definition', node.identifier) : node
  }

  #first(type: string, identifier: string): Node {
    return this.#all.find((node) => node.type === type && node.identifier === identifier) as Node
  }
}

const NO_LINE: Line = { text: '', marks: [] }

const textFrom = (nodes: readonly Node[], at: number): string =>
  nodes[at]?.type === 'text' ? (nodes[at] as Node).value + textFrom(nodes, at + 1) : ''

const KEY = /^[\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_]|\p{M})*/u

function worksOf(source: string): Buffer[] {
  return source
    .slice(1, -1)
    .split(';')
    .map((raw) => {
      const item = raw.trim()
      const sign = item.startsWith('-@') ? '-' : ''
      const [key = ''] = item.startsWith(`${sign}@`)
        ? (KEY.exec(item.slice(sign.length + 1)) ?? [])
        : []
      const rest = item.slice(sign.length + 1 + key.length).trim()
      if (key === '' || (rest !== '' && !rest.startsWith(',')))
        return group(atom(''), atom(''), atom(plain(item)))
      return group(atom(sign), atom(key.normalize('NFC')), atom(plain(rest.slice(1))))
    })
}

type Vector = Readonly<Record<'name' | 'head' | 'body' | 'normative' | 'whole', string>> & {
  readonly assets?: Readonly<Record<string, string>>
}

const file = JSON.parse(
  readFileSync(new URL('../../../../schemas/digest-vectors.json', import.meta.url), 'utf8'),
)
const vectors: readonly Vector[] = file.vectors
const page = readFileSync(new URL('../../../../schemas/digest.md', import.meta.url), 'utf8')

const OUTSIDE = ['as-of', 'review', 'withdrawn', 'replaced-by', 'authors', 'merges']
const NORMATIVE = ['title', 'summary', 'horizon', 'scale', 'action', 'requests', 'requires']

function wordsOf(node: Node): string {
  return node.value !== undefined && node.type !== 'citation' && node.type !== 'html'
    ? node.value
    : (node.alt ?? (node.children ?? []).map(wordsOf).join(''))
}

function canonical({ head, body, assets = {} }: Pick<Vector, 'head' | 'body' | 'assets'>): {
  whole: Buffer
  normative: Buffer
} {
  const tree: Node = JSON.parse(JSON.stringify(parseMarkdown(body)))
  const shown = (url: string) =>
    /^(?:\/|[a-z]+:)/.test(url)
      ? undefined
      : assets[new URL(url, `file:///${file.path}`).pathname.slice(1).replace(/%20/g, ' ')]
  const writer = new Writer(tree, shown)
  const fields: Record<string, unknown> = parse(head)
  const only = (keeps: (key: string) => boolean) =>
    map(Object.fromEntries(Object.entries(fields).filter(([key]) => keeps(key))), [
      'impacts',
      'requires',
    ])
  const under = (title: string): Node[] => {
    let inside = false
    return tree.children.filter((node) => {
      const opens = node.type === 'heading' && node.depth === 2
      if (opens) inside = plain(wordsOf(node)) === plain(title)
      return inside && !opens
    })
  }
  const all = (kept: Buffer, parts: readonly Buffer[]) =>
    group(atom('cahier-digest-v1'), kept, group(...parts))
  const sections: readonly { id: string; title: string }[] = file.normative
  const voted = only((key) => NORMATIVE.includes(key))
  const counted = only((key) => !OUTSIDE.includes(key))
  const parts = sections.map(({ id, title }) => writer.part(id, under(title)))
  return { whole: all(counted, [writer.part('body', tree.children)]), normative: all(voted, parts) }
}

const digestOf = (bytes: Buffer) => `v1-${createHash('sha256').update(bytes).digest('hex')}`

describe('the page on the digest suffices to recompute it', () => {
  it.each(vectors)('$name', (vector) => {
    const { whole, normative } = canonical(vector)
    expect({ whole: digestOf(whole), normative: digestOf(normative) }).toEqual({
      whole: vector.whole,
      normative: vector.normative,
    })
  })

  it('and its example is right', () => {
    const [, head = '', body = ''] = /```md\n---\n([\s\S]*?)\n---\n([\s\S]*?)```/.exec(page) ?? []
    const { whole, normative } = canonical({ head, body })
    const shown = [...page.matchAll(/```text\n(\(16:[\s\S]*?)\n```/g)].map(([, text = '']) =>
      text.replaceAll('\n', ''),
    )
    expect(shown).toEqual([whole.toString(), normative.toString()])
    expect(page).toContain(`whole      ${digestOf(whole)}\nnormative  ${digestOf(normative)}`)
  })

  it('and agrees on any mess', { tags: ['long'], timeout: 60_000 }, () => {
    const signs =
      '*¦_¦**¦~~¦`¦[¦]¦(¦)¦![¦[@a¦[^n]¦ ¦\u00a0¦\n¦\n\n¦\\\n¦> ¦- ¦2. ¦# ¦|¦\n|-|\n¦<b>¦<!-- cahier x -->¦<!--¦-->¦\u00ad¦e\u0301¦é¦😀¦«¦»¦:¦;¦…¦...¦—¦’¦a¦b¦\r\n¦```\n¦&#x301;'
    const mess = fc.array(
      fc.constantFrom(...signs.split('¦'), '[n]: u "t"\n', '\n[^n]: c\n', '@b, p. 3', '-@c'),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(mess, (parts) => {
        const body = `${parts.join('')}\n\n[^n]: d [@e]\n\n[n]: v\n`
        const tree = parseMarkdown(body)
        const reference = canonicalText({
          fields: {},
          parts: [{ name: 'body', blocks: tree.children }],
          tree,
          imageDigest: (url) => url,
        })
        const json: Node = JSON.parse(JSON.stringify(tree))
        const ours = group(
          atom('cahier-digest-v1'),
          map({}),
          group(new Writer(json, () => undefined).part('body', json.children)),
        )
        expect(reference).toBe(ours.toString())
      }),
      { numRuns: 500 },
    )
  })
})
