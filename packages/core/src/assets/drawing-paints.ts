/**
 * The ids of the gradients, patterns and markers that an element inherits as paints: by property,
 * and all of them.
 */
export interface InheritedPaints {
  readonly byProperty: ReadonlyMap<string, readonly string[]>
  readonly all: readonly string[]
}

export const NO_PAINTS: InheritedPaints = { byProperty: new Map(), all: [] }

/** The properties whose value is a paint. */
const PAINTS: readonly string[] = [
  'fill',
  'stroke',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
]

/** Whether style sheets may make an element inherit a paint instead of its own. */
export function mayInheritPaint(styles: readonly string[]): boolean {
  return styles.some((css) =>
    /(?:fill|stroke|marker[a-z-]*|all)\s*:[^;:}]*(?:inherit|unset|revert|var)/i.test(
      withoutStrings(css),
    ),
  )
}

/**
 * The paints that the children of an element inherit, by its attributes, the style sheets and the
 * paints around it. Its own paint replaces another only where every browser understands it.
 */
export function paintsBelow(
  attributes: Readonly<Record<string, string>>,
  references: readonly StyleReference[],
  around: InheritedPaints,
  mayInherit: boolean,
): InheritedPaints {
  const style = withoutStrings(attributes.style ?? '')
  const declared = [...Object.entries(attributes), ...style.split(';').map(declaration)].filter(
    ([name]) => PAINTS.includes(name),
  )
  const styled = references.filter(({ property }) => PAINTS.includes(property))
  if (declared.length === 0 && styled.length === 0) return around
  const isPlain = !mayInherit && isPlainStyle(style)
  const byProperty = new Map(around.byProperty)
  for (const property of new Set([
    ...declared.map(([name]) => name),
    ...styled.map((reference) => reference.property),
  ])) {
    const values = declared.flatMap(([name, value]) => (name === property ? [value.trim()] : []))
    const isOwn = isPlain && values.length > 0 && values.every((value) => PAINT.test(value))
    const ids = [
      ...values.flatMap(idsIn),
      ...styled.flatMap((reference) => (reference.property === property ? [reference.id] : [])),
    ]
    byProperty.set(property, [
      ...new Set([...(isOwn ? [] : (byProperty.get(property) ?? [])), ...ids]),
    ])
  }
  return { byProperty, all: [...byProperty.values()].flat() }
}

function declaration(written: string): readonly [string, string] {
  const [property = '', value = ''] = written.split(/:(.*)/s)
  return [property.trim().toLowerCase(), value]
}

const REFERENCE = String.raw`url\(#[\w.-]+\)`
const COLOUR = String.raw`rgb\([\d\s.,%]+\)`
/** Paints that every browser understands. */
const PAINT = new RegExp(
  `^(?:none|currentcolor|black|white|gray|red|green|blue|yellow|#(?:[\\da-f]{3}){1,2}|${COLOUR}|${REFERENCE}(?: none)?)$`,
  'i',
)

function isPlainStyle(style: string): boolean {
  return (
    /^[\w\s:;#%.,-]*$/.test(style.replace(new RegExp(`${REFERENCE}|${COLOUR}`, 'gi'), '')) &&
    !/\ball\s*:/i.test(style)
  )
}

/** A reference from a style sheet to the part named `id`. */
export interface StyleReference {
  readonly property: string
  readonly id: string
}

/**
 * The references in style sheets, by selector: `.class`, `#id`, an element's name, or `*` for a
 * selector that may match anything. Null when there are more than `most`.
 */
export function styleReferences(
  styles: readonly string[],
  most: number,
): ReadonlyMap<string, readonly StyleReference[]> | null {
  const references = new Map<string, StyleReference[]>()
  let count = 0
  for (const css of styles) {
    const blocks: Block[] = []
    let from = 0
    const plain = withoutStrings(css)
    for (const { 0: sign, index } of plain.matchAll(/[{};]|$/g)) {
      const text = plain.slice(from, index).trim()
      from = index + 1
      const ids = sign === '{' ? [] : idsIn(text)
      const property = /^[\w-]+(?=\s*:)/.exec(text)?.[0].toLowerCase() ?? ''
      const keys = ids.length === 0 ? [] : (blocks.at(-1) ?? OUTSIDE).keys
      count += keys.length * ids.length
      if (count > most) return null
      for (const key of keys) {
        const known = references.get(key) ?? []
        references.set(key, known)
        for (const id of ids) known.push({ property, id })
      }
      if (sign === '{') blocks.push(blockIn(blocks.at(-1) ?? OUTSIDE, text))
      if (sign === '}') blocks.pop()
    }
  }
  return references
}

interface Block {
  readonly keys: readonly string[]
  /** Whether it may match anything. */
  readonly isOdd: boolean
}

const OUTSIDE: Block = { keys: ['*'], isOdd: false }

// An unknown at-rule, such as an animation, may match anything.
function blockIn(around: Block, head: string): Block {
  if (around.isOdd || /^@(?!(?:media|supports)\b)/.test(head)) return { keys: ['*'], isOdd: true }
  return head.startsWith('@') ? around : { keys: selectorKeys(head), isOdd: false }
}

/** A style without comments, and without `{};` in its strings. */
export function withoutStrings(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)|"[^"\n]*"|'[^'\n]*'/g, (part) =>
    part.startsWith('/*') ? ' ' : part.replace(/[{};]/g, ''),
  )
}

function idsIn(style: string): readonly string[] {
  return [...style.matchAll(/url\s*\(\s*["']?#([^"')\s]*)/gi)].map(([, id = '']) => id)
}

// The key of the last step of each selector; `*` when the selector is not plain.
function selectorKeys(selectors: string): readonly string[] {
  const keys = selectors.split(',').map((one) => {
    const [, tag = '', named = ''] =
      /(?:^|[\s>+~])([\w-]*)((?:[.#][\p{L}\p{N}_-]+)*)$/u.exec(one.trim()) ?? []
    const isPlain = /^[\p{L}\p{N}_\s>+~.#-]+$/u.test(one.trim())
    return isPlain ? (/^[.#][^.#]+/.exec(named)?.[0] ?? (tag || '*')) : '*'
  })
  return [...new Set(keys)]
}
