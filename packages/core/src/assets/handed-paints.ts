import { idsLedTo, type StyleLead, withoutStrings } from './style-leads.ts'

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
