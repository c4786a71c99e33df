/**
 * What the elements around hand down: by property, the parts that it paints with; and all of them.
 */
export interface Handed {
  readonly byProperty: ReadonlyMap<string, readonly string[]>
  readonly all: readonly string[]
}

export const NOTHING: Handed = { byProperty: new Map(), all: [] }

/** With what a shape is painted: these properties are handed down. */
const PAINTS: readonly string[] = [
  'fill',
  'stroke',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
]

/** Whether styles may have an element take what it is handed, in place of what it says itself. */
export function mayTakeHanded(styles: readonly string[]): boolean {
  return styles.some((css) =>
    /(?:fill|stroke|marker[a-z-]*|all)\s*:[^;:}]*(?:inherit|unset|revert|var)/i.test(
      withoutStrings(css),
    ),
  )
}

/**
 * What an element hands down, given its attributes, what rules have it lead to, and what it is
 * handed. Only a paint that it surely has itself takes the place of another: browsers leave aside
 * what they cannot read.
 */
export function handedBy(
  attributes: Readonly<Record<string, string>>,
  ledTo: readonly StyleLead[],
  around: Handed,
  takesHanded: boolean,
): Handed {
  const style = withoutStrings(attributes.style ?? '')
  const declared = [...Object.entries(attributes), ...style.split(';').map(declaration)].filter(
    ([name]) => PAINTS.includes(name),
  )
  const led = ledTo.filter(({ property }) => PAINTS.includes(property))
  if (declared.length === 0 && led.length === 0) return around
  const isPlain = !takesHanded && isPlainStyle(style)
  const byProperty = new Map(around.byProperty)
  for (const property of new Set([
    ...declared.map(([name]) => name),
    ...led.map((lead) => lead.property),
  ])) {
    const values = declared.flatMap(([name, value]) => (name === property ? [value.trim()] : []))
    const isOwn = isPlain && values.length > 0 && values.every((value) => PAINT.test(value))
    const ids = [
      ...values.flatMap(idsLedTo),
      ...led.flatMap((lead) => (lead.property === property ? [lead.id] : [])),
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

const PLACE = String.raw`url\(#[\w.-]+\)`
const COLOUR = String.raw`rgb\([\d\s.,%]+\)`
/** Those that any browser reads. */
const PAINT = new RegExp(
  `^(?:none|currentcolor|black|white|gray|red|green|blue|yellow|#(?:[\\da-f]{3}){1,2}|${COLOUR}|${PLACE}(?: none)?)$`,
  'i',
)

function isPlainStyle(style: string): boolean {
  return (
    /^[\w\s:;#%.,-]*$/.test(style.replace(new RegExp(`${PLACE}|${COLOUR}`, 'gi'), '')) &&
    !/\ball\s*:/i.test(style)
  )
}

/** What a rule of a `<style>` has an element lead to: the part named `id`, by a property. */
export interface StyleLead {
  readonly property: string
  readonly id: string
}

/**
 * What the rules of these styles lead to, by what they choose: `.class`, `#id`, an element's name,
 * or `*` where they could choose anything; `null` when that is more than `most`.
 */
export function styleLeads(
  styles: readonly string[],
  most: number,
): ReadonlyMap<string, readonly StyleLead[]> | null {
  const leads = new Map<string, StyleLead[]>()
  let count = 0
  for (const css of styles) {
    const blocks: Block[] = []
    let from = 0
    const plain = withoutStrings(css)
    for (const { 0: sign, index } of plain.matchAll(/[{};]|$/g)) {
      const text = plain.slice(from, index).trim()
      from = index + 1
      const ids = sign === '{' ? [] : idsLedTo(text)
      const property = /^[\w-]+(?=\s*:)/.exec(text)?.[0].toLowerCase() ?? ''
      const keys = ids.length === 0 ? [] : (blocks.at(-1) ?? OUTSIDE).keys
      count += keys.length * ids.length
      if (count > most) return null
      for (const key of keys) {
        const known = leads.get(key) ?? []
        leads.set(key, known)
        for (const id of ids) known.push({ property, id })
      }
      if (sign === '{') blocks.push(blockIn(blocks.at(-1) ?? OUTSIDE, text))
      if (sign === '}') blocks.pop()
    }
  }
  return leads
}

/** What a block is for. */
interface Block {
  readonly keys: readonly string[]
  /** Whether it could be for anything, whatever it says. */
  readonly isOdd: boolean
}

const OUTSIDE: Block = { keys: ['*'], isOdd: false }

// Whatever moves could choose anything.
function blockIn(around: Block, head: string): Block {
  if (around.isOdd || /^@(?!(?:media|supports)\b)/.test(head)) return { keys: ['*'], isOdd: true }
  return head.startsWith('@') ? around : { keys: chosenBy(head), isOdd: false }
}

/**
 * A style without its comments, nor the signs in its strings that would end a rule or begin one.
 */
export function withoutStrings(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)|"[^"\n]*"|'[^'\n]*'/g, (part) =>
    part.startsWith('/*') ? ' ' : part.replace(/[{};]/g, ''),
  )
}

/** The ids that a style, or an attribute that may hold one, leads to. */
function idsLedTo(style: string): readonly string[] {
  return [...style.matchAll(/url\s*\(\s*["']?#([^"')\s]*)/gi)].map(([, id = '']) => id)
}

// The last step of each selector; whatever is not plain could choose anything.
function chosenBy(selectors: string): readonly string[] {
  const keys = selectors.split(',').map((one) => {
    const [, tag = '', named = ''] =
      /(?:^|[\s>+~])([\w-]*)((?:[.#][\p{L}\p{N}_-]+)*)$/u.exec(one.trim()) ?? []
    const isPlain = /^[\p{L}\p{N}_\s>+~.#-]+$/u.test(one.trim())
    return isPlain ? (/^[.#][^.#]+/.exec(named)?.[0] ?? (tag || '*')) : '*'
  })
  return [...new Set(keys)]
}
