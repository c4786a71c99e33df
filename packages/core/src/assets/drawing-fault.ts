import { parseXml, type XmlDocument, type XmlElement, type XmlNode } from '@rgrove/parse-xml'
import { wordSet } from '../language/stop-words.ts'
import { type DrawnPart, drawsTooMuch, emptyPart, MOST_DRAWN } from './drawing-weight.ts'
import { plainCss, referencedIds, styleReferences } from './style-references.ts'

/**
 * The first fault of an SVG, such as the name of an element or attribute that runs code or loads a
 * file. Empty for a safe drawing, null when the file is not XML.
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
    count: 0,
  }
  try {
    const fault = firstFault(
      parseXml(text, { preserveDocumentType: true, preserveXmlDeclaration: true }),
      drawing,
    )
    const missing = drawing.references.find((id) => !drawing.named.has(id)) ?? ''
    return fault || missing || (drawsTooMuch(whole, drawing.named) ? DRAWN_TOO_OFTEN : '')
  } catch {
    // The XML is not well formed, or nests too deep.
    return null
  }
}

/** The fault of a drawing that repeats its parts too often. */
export const DRAWN_TOO_OFTEN = '<use>'

// In bytes.
const LARGEST = 2_000_000
const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
const XML = 'http://www.w3.org/XML/1998/namespace'

// The allowed elements of SVG 1.1 and 2: no links, images, animation or foreign markup.
const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc metadata style path rect circle ellipse line polyline polygon
  text tspan textPath tref linearGradient radialGradient meshgradient stop pattern clipPath mask
  marker filter switch view hatch hatchpath solidcolor feBlend feColorMatrix feComponentTransfer
  feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
)

// Namespaces of drawing programs and metadata. Browsers ignore their elements.
const EDITORS =
  /^(?:http:\/\/(?:www\.inkscape\.org|sodipodi\.sourceforge\.net|creativecommons\.org|web\.resource\.org|purl\.org|www\.bohemiancoding\.com)\/|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|http:\/\/ns\.adobe\.com\/|https?:\/\/www\.figma\.com\/|https?:\/\/(?:boxy-svg|vectornator)\.)/

// What is known so far while a drawing is read. A part is an element with an id.
interface Drawing {
  readonly named: Map<string, DrawnPart>
  part: DrawnPart
  readonly references: string[]
  styles: ReturnType<typeof styleReferences>
  count: number
}

const SHAPES = wordSet(
  'path rect circle ellipse line polyline polygon text tspan textPath tref use',
)

type Spaces = ReadonlyMap<string, string>

function firstFault(document: XmlDocument, drawing: Drawing): string {
  const faults = document.children.map((node) => {
    if (node.type !== 'element') return outerFault(node)
    const element = node as XmlElement
    const spaces = spacesIn(element, new Map([['xml', XML]]))
    drawing.styles = styleReferences(stylesIn(element))
    return nameOf(element.name, spaces, true).space === SVG
      ? elementFault(element, spaces, drawing, [])
      : element.name
  })
  return faults.find((fault) => fault !== '') ?? ''
}

// UTF-8 is allowed. So is the document type of SVG 1.1, as in EPUB 3.3.
function outerFault(node: XmlNode) {
  const json = node.toJSON() as {
    type: string
    name?: string
    encoding?: string
    publicId?: string
    internalSubset?: string
  }
  if (json.type === 'xmldecl')
    return /^(?:utf-?8)?$/i.test(json.encoding ?? '') ? '' : (json.encoding ?? '')
  if (json.type === 'doctype')
    return json.publicId === '-//W3C//DTD SVG 1.1//EN' && !json.internalSubset ? '' : '!DOCTYPE'
  return json.type === 'pi' ? `?${json.name ?? ''}` : ''
}

function elementFault(
  element: XmlElement,
  spaces: Spaces,
  drawing: Drawing,
  around: readonly string[],
): string {
  const { space, local } = nameOf(element.name, spaces, true)
  const isSvg = space === SVG
  const outer = drawing.part
  if (isSvg ? !ELEMENTS.has(local) : space === null || !EDITORS.test(space)) return element.name
  // The id is read first: the other attributes belong to the part that the id begins.
  const attributes = Object.entries(element.attributes).sort(
    ([one], [other]) => Number(isId(other)) - Number(isId(one)),
  )
  for (const [name, value] of attributes) {
    const fault = attributeFault(name, value, spaces, isSvg, drawing)
    if (fault !== '') return fault
  }
  drawing.part.elements += 1
  if (isSvg && local === 'style') return styleFault(element.text, drawing, true)
  const styled = isSvg ? styledBy(element, local, drawing) : []
  drawing.part.parts.push(...styled)
  const own = isSvg ? [...styled, ...Object.values(element.attributes).flatMap(referencedIds)] : []
  const paints = own.length === 0 ? around : [...around, ...own]
  drawing.count += own.length === 0 ? 0 : paints.length
  if (drawing.count > MOST_DRAWN) return DRAWN_TOO_OFTEN
  if (isSvg && SHAPES.has(local) && paints.length > 0)
    drawing.part.painted.push({ by: paints, part: local === 'use' ? usedBy(element) : null })
  for (const child of element.children) {
    if (child.type === 'pi') return outerFault(child)
    if (child.type !== 'element') continue
    const fault = elementFault(
      child as XmlElement,
      spacesIn(child as XmlElement, spaces),
      drawing,
      paints,
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

function styledBy(
  { attributes }: XmlElement,
  local: string,
  { styles }: Drawing,
): readonly string[] {
  if (styles.size === 0) return []
  const classes = (attributes.class ?? '').split(/\s+/).map((name) => `.${name}`)
  return ['*', local, `#${attributes.id ?? ''}`, ...new Set(classes)].flatMap((key) =>
    (styles.get(key) ?? []).flat(),
  )
}

function usedBy({ attributes }: XmlElement) {
  const [, address = ''] =
    Object.entries(attributes).find(([name]) => /^(?:.*:)?href$/.test(name)) ?? []
  return address.slice(1)
}

function isId(name: string) {
  return /^(?:.*:)?id$/.test(name)
}

function attributeFault(
  name: string,
  value: string,
  spaces: Spaces,
  isSvg: boolean,
  drawing: Drawing,
) {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return ''
  const { space, local } = nameOf(name, spaces, false)
  if (
    /^on/i.test(local) ||
    /^(?:src|srcset|action|formaction|data|ping)$/i.test(local) ||
    /script:/i.test(value)
  )
    return name
  if (space === null || (space === XML && local === 'base')) return name
  // Browsers ignore attributes of other namespaces.
  if (!isSvg || (space !== '' && space !== XLINK && space !== XML)) return ''
  if (local === 'id') {
    if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(value) || drawing.named.has(value))
      return `id="${value}"`
    namePart(drawing, value)
  }
  if (local === 'href') {
    if (!/^#\S+$/.test(value)) return name
    referTo(drawing, value.slice(1))
    return ''
  }
  if (/^(?:clip-path|mask|filter)$/.test(local) && /\binherit\b/i.test(value)) return name
  return space === '' ? styleFault(value, drawing) : ''
}

function namePart(drawing: Drawing, id: string) {
  drawing.part.parts.push(id)
  drawing.part = emptyPart()
  drawing.named.set(id, drawing.part)
}

function referTo(drawing: Drawing, id: string) {
  drawing.references.push(id)
  drawing.part.parts.push(id)
}

// Styles that load files, run code, or can hide a reference.
const HIDDEN_REFERENCE =
  /(?<![\w-])--[\w-]+\s*:[^;:}]*url\s*\(|(?:^|[;{\s]|-webkit-)(?:clip-path|mask(?:-image)?|filter|all)\s*:[^;:}]*\binherit\b|@import|@font-face|@namespace|expression\s*\(|-moz-binding|behaviou?r\s*:|image(?:-set)?\s*\(|\\/i

// A rule such as `@keyframes`, whose blocks may style any element.
const OTHER_RULE = /@(?!(?:media|supports|charset|import|font-face|namespace)\b)/i

// Styles may refer only to parts of the drawing. `isRule` tells a style sheet from an attribute.
function styleFault(style: string, drawing: Drawing, isRule = false) {
  const plain = plainCss(style)
  if (isRule && OTHER_RULE.test(plain)) return '@'
  const hidden =
    HIDDEN_REFERENCE.exec(style) ?? (plain === style ? null : HIDDEN_REFERENCE.exec(plain))
  if (hidden !== null) return hidden[0]
  for (const [whole, target = ''] of style.matchAll(/url\s*\(\s*["']?([^"')]*)["']?\s*\)?/gi)) {
    if (!/^#\S+$/.test(target)) return whole
    if (isRule) drawing.references.push(target.slice(1))
    else referTo(drawing, target.slice(1))
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

// The namespace is null for an unknown prefix, and empty for a name without a namespace.
function nameOf(
  name: string,
  spaces: Spaces,
  isElement: boolean,
): { readonly space: string | null; readonly local: string } {
  const at = name.indexOf(':')
  if (at < 0) return { space: isElement ? (spaces.get('') ?? '') : '', local: name }
  return { space: spaces.get(name.slice(0, at)) ?? null, local: name.slice(at + 1) }
}
