import { parseXml, type XmlDocument, type XmlElement, type XmlNode } from '@rgrove/parse-xml'
import {
  type Handed,
  handedBy,
  mayTakeHanded,
  NOTHING,
  type StyleLead,
  styleLeads,
  withoutStrings,
} from './drawing-paints.ts'
import { type DrawnPart, emptyPart, isDrawnTooOften, MOST_DRAWN } from './drawing-weight.ts'

/**
 * What makes an SVG more than a still drawing: it runs something, asks something of anyone,
 * declares an entity, or holds what is not on the list of what drawings are made of. The word that
 * names it; `''` when nothing does, `null` when it is no XML at all. It is never mended: in doubt
 * it is left out.
 */
export function drawingFault(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST) return 'svg'
  const text = new TextDecoder().decode(bytes)
  if (/<!ENTITY|<!DOCTYPE[^<>[]*\[/i.test(text)) return '!DOCTYPE'
  const whole = emptyPart()
  const drawing: Drawing = {
    named: new Map(),
    part: whole,
    references: [],
    styles: new Map(),
    takesHanded: false,
    leads: 0,
  }
  try {
    const fault = firstFault(
      parseXml(text, { preserveDocumentType: true, preserveXmlDeclaration: true }),
      drawing,
    )
    const lost = drawing.references.find((id) => !drawing.named.has(id)) ?? ''
    return fault || lost || (isDrawnTooOften(whole, drawing.named) ? DRAWN_TOO_OFTEN : '')
  } catch {
    // Not well formed, or nested deeper than anyone draws.
    return null
  }
}

/**
 * What is wrong with one whose parts draw each other without end, or nearly: no name that could be
 * written in it.
 */
export const DRAWN_TOO_OFTEN = '<use>'

const LARGEST = 2_000_000
const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
const XML = 'http://www.w3.org/XML/1998/namespace'

/**
 * What SVG 1.1 and 2 draw with. No links, no pictures from elsewhere, no animation, no foreign
 * markup.
 */
const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc metadata style path rect circle ellipse line polyline polygon text tspan textPath tref linearGradient
  radialGradient meshgradient stop pattern clipPath mask marker filter switch view hatch hatchpath solidcolor feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
  feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(
    /\s+/,
  ),
)

/** What drawing programs leave in their files for themselves; readers skip it. */
const EDITORS =
  /^(?:http:\/\/(?:www\.inkscape\.org|sodipodi\.sourceforge\.net|creativecommons\.org|web\.resource\.org|purl\.org|www\.bohemiancoding\.com)\/|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|http:\/\/ns\.adobe\.com\/|https?:\/\/www\.figma\.com\/|https?:\/\/(?:boxy-svg|vectornator)\.)/

interface Drawing {
  /** Parts by their ids. */
  readonly named: Map<string, DrawnPart>
  /** The one that is being looked at. */
  part: DrawnPart
  /** Ids that something in it leads to. */
  readonly references: string[]
  /** What its styles lead to. */
  styles: NonNullable<ReturnType<typeof styleLeads>>
  /** Whether they may have an element take what it is handed. */
  takesHanded: boolean
  /** How many times something was found to lead somewhere. */
  leads: number
}

/** What is painted. */
const SHAPES: ReadonlySet<string> = new Set(
  'path rect circle ellipse line polyline polygon text tspan textPath tref use'.split(' '),
)

/** Namespaces by prefix. */
type Spaces = ReadonlyMap<string, string>

function firstFault(document: XmlDocument, drawing: Drawing): string {
  const faults = document.children.map((node) => {
    if (node.type !== 'element') return outerFault(node)
    const element = node as XmlElement
    const spaces = spacesIn(element, new Map([['xml', XML]]))
    const styles = stylesIn(element)
    const leads = styleLeads(styles, MOST_DRAWN)
    if (leads === null) return DRAWN_TOO_OFTEN
    drawing.styles = leads
    drawing.takesHanded = mayTakeHanded(styles)
    return nameOf(element.name, spaces, true).space === SVG
      ? elementFault(element, spaces, drawing, NOTHING)
      : element.name
  })
  return faults.find((fault) => fault !== '') ?? ''
}

// The XML declaration may say any encoding, but the bytes are UTF-8. Of document types, the one
// that EPUB 3.3 allows.
function outerFault(node: XmlNode): string {
  const said = node.toJSON() as {
    type: string
    name?: string
    encoding?: string
    publicId?: string
    internalSubset?: string
  }
  if (said.type === 'xmldecl')
    return /^(?:utf-?8)?$/i.test(said.encoding ?? '') ? '' : (said.encoding ?? '')
  if (said.type === 'doctype')
    return said.publicId === '-//W3C//DTD SVG 1.1//EN' && !said.internalSubset ? '' : '!DOCTYPE'
  return said.type === 'pi' ? `?${said.name ?? ''}` : ''
}

function elementFault(
  element: XmlElement,
  spaces: Spaces,
  drawing: Drawing,
  around: Handed,
): string {
  const { space, local } = nameOf(element.name, spaces, true)
  const isOurs = space === SVG
  const outer = drawing.part
  if (isOurs ? !ELEMENTS.has(local) : space === null || !EDITORS.test(space)) return element.name
  // What it leads to is drawn wherever its own name is: that is read first.
  const attributes = Object.entries(element.attributes).sort(
    ([one], [other]) => Number(isId(other)) - Number(isId(one)),
  )
  for (const [name, value] of attributes) {
    const fault = attributeFault(name, value, spaces, isOurs, drawing)
    if (fault !== '') return fault
  }
  drawing.part.elements += 1
  if (isOurs && local === 'style') return styleFault(element.text, drawing, true)
  const ledTo = isOurs ? leadsOf(element, local, drawing) : []
  for (const { id } of ledTo) drawing.part.parts.push(id)
  const handed = isOurs ? handedBy(element.attributes, ledTo, around, drawing.takesHanded) : around
  drawing.leads += ledTo.length + (handed === around ? 0 : handed.all.length)
  if (drawing.leads > MOST_DRAWN) return DRAWN_TOO_OFTEN
  if (isOurs && SHAPES.has(local) && handed.all.length > 0)
    drawing.part.painted.push({ by: handed.all, part: local === 'use' ? usedBy(element) : null })
  for (const child of element.children) {
    if (child.type === 'pi') return outerFault(child)
    if (child.type !== 'element') continue
    const fault = elementFault(
      child as XmlElement,
      spacesIn(child as XmlElement, spaces),
      drawing,
      handed,
    )
    if (fault !== '') return fault
  }
  drawing.part = outer
  return ''
}

function stylesIn(element: XmlElement): string[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    const inner = child as XmlElement
    return /^(?:.*:)?style$/.test(inner.name) ? [inner.text] : stylesIn(inner)
  })
}

function leadsOf(
  { attributes }: XmlElement,
  local: string,
  { styles }: Drawing,
): readonly StyleLead[] {
  if (styles.size === 0) return []
  const classes = (attributes.class ?? '').split(/\s+/).map((name) => `.${name}`)
  return ['*', local, `#${attributes.id ?? ''}`, ...new Set(classes)].flatMap(
    (key) => styles.get(key) ?? [],
  )
}

function usedBy({ attributes }: XmlElement): string {
  const [, address = ''] =
    Object.entries(attributes).find(([name]) => /^(?:.*:)?href$/.test(name)) ?? []
  return address.slice(1)
}

function isId(name: string): boolean {
  return /^(?:.*:)?id$/.test(name)
}

function attributeFault(
  name: string,
  value: string,
  spaces: Spaces,
  isOurs: boolean,
  drawing: Drawing,
): string {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return ''
  const { space, local } = nameOf(name, spaces, false)
  if (
    /^on/i.test(local) ||
    /^(?:src|srcset|action|formaction|data|ping)$/i.test(local) ||
    /script:/i.test(value)
  )
    return name
  if (space === null || (space === XML && local === 'base')) return name
  // Only programs that drew it read these.
  if (!isOurs || (space !== '' && space !== XLINK && space !== XML)) return ''
  if (local === 'id') {
    if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(value) || drawing.named.has(value))
      return `id="${value}"`
    nameIn(drawing, value)
  }
  if (local === 'href') {
    if (!/^#\S+$/.test(value)) return name
    leadIn(drawing, value.slice(1))
    return ''
  }
  if (/^(?:clip-path|mask|filter)$/.test(local) && /\binherit\b/i.test(value)) return name
  return space === '' ? styleFault(value, drawing) : ''
}

function nameIn(drawing: Drawing, id: string): void {
  drawing.part.parts.push(id)
  drawing.part = emptyPart()
  drawing.named.set(id, drawing.part)
}

function leadIn(drawing: Drawing, id: string): void {
  drawing.references.push(id)
  drawing.part.parts.push(id)
}

// What a property of its own holds, or one that is handed down because it says so, could not be
// followed.
const STRANGE =
  /(?<![\w-])--[\w-]+\s*:[^;:}]*url\s*\(|(?:^|[;{\s]|-webkit-)(?:clip-path|mask(?:-image)?|filter|all)\s*:[^;:}]*\binherit\b|@import|@font-face|@namespace|expression\s*\(|-moz-binding|behaviou?r\s*:|image(?:-set)?\s*\(|\\/i

/**
 * A style, or an attribute that may hold one: what it leads to stands in the drawing itself. An
 * escape could hide anything.
 */
function styleFault(style: string, drawing: Drawing, isRule = false): string {
  const plain = withoutStrings(style)
  const strange = STRANGE.exec(style) ?? (plain === style ? null : STRANGE.exec(plain))
  if (strange !== null) return strange[0]
  for (const [whole, target = ''] of style.matchAll(/url\s*\(\s*["']?([^"')]*)["']?\s*\)?/gi)) {
    if (!/^#\S+$/.test(target)) return whole
    if (isRule) drawing.references.push(target.slice(1))
    else leadIn(drawing, target.slice(1))
  }
  return ''
}

function spacesIn(element: XmlElement, around: Spaces): Spaces {
  const own = Object.entries(element.attributes).filter(
    ([name]) => name === 'xmlns' || name.startsWith('xmlns:'),
  )
  return own.length === 0
    ? around
    : new Map([...around, ...own.map(([name, uri]) => [name.slice(6), uri] as const)])
}

// A prefix that stands for nothing gives no space at all; an attribute without prefix is in none.
function nameOf(
  name: string,
  spaces: Spaces,
  isElement: boolean,
): { readonly space: string | null; readonly local: string } {
  const at = name.indexOf(':')
  if (at < 0) return { space: isElement ? (spaces.get('') ?? '') : '', local: name }
  return { space: spaces.get(name.slice(0, at)) ?? null, local: name.slice(at + 1) }
}
