import {
  bodyStartOf,
  ownCopy,
  type Parser,
  parseMarkdown,
  readBody,
  splitHead,
} from '@cahier/prose'
import { conflictIn } from './conflict-marks.ts'
import type { Document, Json, Kind } from './document.ts'
import type { Finding } from './finding.ts'
import { cutHead, unclosedHead, unopenedHead } from './head-fence.ts'
import type { HeadRead } from './head-read.ts'
import type { Keep } from './keep-latest.ts'
import { lazily } from './lazily.ts'
import { lineStartsOf, placeAt } from './place.ts'
import { schemaFindings } from './schema-findings.ts'
import type { Source } from './source.ts'
import type { FieldSpans } from './yaml/field-spans.ts'
import { readPlainYaml } from './yaml/read-plain-yaml.ts'
import { DEEPEST, readYaml } from './yaml/read-yaml.ts'
import type { TypedYaml } from './yaml/typed-yaml.ts'
import type { YamlFault } from './yaml/yaml-fault.ts'
import { yamlFinding } from './yaml/yaml-messages.ts'

/**
 * Parses one source, each part when first asked for; its Markdown with the reference unless another
 * parser is given. Never fails: what cannot be read is a finding, and the rest is still there. Its
 * text, its Markdown and the places of its head are kept as long as the document, unless `keep`
 * says how long: then what stands there may be another object, equal to the first, when it is asked
 * for again. A file that is typed in has its YAML read by `typed`.
 */
export function readDocument(
  source: Source,
  kind: Kind,
  parse: Parser = parseMarkdown,
  keep?: Keep,
  typed?: TypedYaml,
): Document {
  const { path } = source
  const parts = lazily<{ readonly read: HeadRead }>({
    read: () => readHead(document, keep === undefined, typed),
  })
  const bodyBy = (parser: Parser) => () =>
    parts.read.bodyStart === null ? null : readBody(document.text, parts.read.bodyStart, parser)
  const isForgotten = keep !== undefined && path.endsWith('.md')
  const length = isForgotten ? source.text.length : 0
  const forget = <T>(read: () => T, size: number) => (isForgotten ? () => keep(read, size) : read)
  const document: Document = lazily<Document>(
    {
      path: () => path,
      kind: () => kind,
      text: forget(() => source.text, length / UNITS_OF_TREE),
      head: () => parts.read.head,
      places: forget(() => parts.read.places(document.text), length / UNITS_OF_TREE),
      findings: () => findingsOf(document, parts.read),
      sound: () => document.findings.length === 0,
      parse: () => parse,
      body: forget(bodyBy(parse), length),
      referenceBody:
        parse === parseMarkdown ? () => document.body : forget(bodyBy(parseMarkdown), length),
    },
    isForgotten ? ['text', 'places', 'body', 'referenceBody'] : [],
  )
  return document
}

/** A tree takes so many times the memory of its text. */
const UNITS_OF_TREE = 10

function findingsOf(document: Document, { head, findings }: HeadRead): readonly Finding[] {
  const unreadable = head === null && findings.length > 0
  if (unreadable || document.kind === 'page') return findings
  // What stands where YAML was refused is not what was meant.
  const refused = new Set(
    findings.filter(({ edits }) => edits === undefined).map(({ place }) => place.start.offset),
  )
  // Glued to its colon, `impacts:[climat]` was read as a text.
  const glued = findings
    .filter(({ message }) => message === 'noSpaceAfterColon')
    .map(({ place }) => place)
  const isText = ({ message, place: { start, end } }: Finding) =>
    message.startsWith('wants') &&
    glued.some((one) => one.start.offset <= start.offset && end.offset <= one.end.offset)
  return [
    ...findings,
    ...schemaFindings(document).filter(
      (finding) => !refused.has(finding.place.start.offset) && !isText(finding),
    ),
  ]
}

// Who reads text by text, as `lint` does, asks where all fields stand: reading them plainly first
// would be work done twice.
function readHead(
  { path, kind, text }: Document,
  isPlainFirst: boolean,
  typed?: TypedYaml,
): HeadRead {
  if (kind === 'page')
    return { head: null, places: noPlaces, findings: [], bodyStart: bodyStartOf(text) }
  const lineStarts = lineStartsOf(text)
  const conflict = conflictIn(path, text, lineStarts)
  const isData = !path.endsWith('.md')
  if (isData && conflict !== null)
    return { head: null, places: noPlaces, findings: [conflict], bodyStart: null }
  if (path.endsWith('.json')) return readJson(path, text, lineStarts)
  if (isData) {
    const list = typed?.list.read(path, text, lineStarts) ?? null
    if (list !== null)
      return { head: list.value, places: () => list.places, findings: [], bodyStart: null }
    const plain = readPlainYaml(text)
    // Where everything stands is asked of few files.
    if (plain !== undefined)
      return {
        head: plain,
        places: () => readYaml(path, text, lineStarts).spans.placesIn(lineStarts),
        findings: [],
        bodyStart: null,
      }
    const { value, spans, findings } = readYaml(
      path,
      text,
      lineStarts,
      text.startsWith('\uFEFF') ? 1 : 0,
    )
    return { head: value, places: placesBy(spans), findings, bodyStart: null }
  }
  const { head, unclosed, bodyStart } = splitHead(text)
  // A conflict of whole files begins before any head: what follows is two texts, and nobody's body.
  if (conflict !== null && head === null)
    return { head: null, places: noPlaces, findings: [conflict], bodyStart: null }
  if (conflict !== null && conflict.place.start.offset < bodyStart)
    return { head: null, places: noPlaces, findings: [conflict], bodyStart }
  if (head === null)
    return {
      head: null,
      places: noPlaces,
      findings: [faultFinding(unopenedHead(text, bodyStart))],
      bodyStart,
    }
  const cut = unclosed ? null : cutHead(text, bodyStart, kind)
  if (cut !== null)
    return { head: null, places: noPlaces, findings: [faultFinding(cut)], bodyStart }
  // What stands before the body tells all of a head that is closed.
  return typed === undefined || unclosed || conflict !== null
    ? readOwn(head)
    : typed.head(text.slice(0, bodyStart), () => readOwn(head))

  function readOwn(head: { readonly start: number; readonly end: number }): HeadRead {
    const fault = unclosed ? unclosedHead(text, head.start, head.end) : null
    const end =
      fault?.message === 'headFence' || fault?.message === 'indentedFence' ? fault.start : head.end
    const isPlain = isPlainFirst && fault === null && conflict === null
    const plain = isPlain ? readPlainYaml(ownCopy(text.slice(head.start, end))) : undefined
    if (plain !== undefined) {
      let spans: FieldSpans | undefined
      const spansIn = (whole: string) => {
        spans ??= readYaml(path, whole, lineStartsOf(whole), head.start, end).spans
        return spans
      }
      return {
        head: plain,
        places: (whole) => spansIn(whole).placesIn(lineStartsOf(whole)),
        findings: [],
        bodyStart,
      }
    }
    const { value, spans, findings } = readYaml(path, text, lineStarts, head.start, end)
    const faults = fault === null ? findings : [faultFinding(fault)]
    return {
      head: value,
      places: placesBy(spans),
      findings: conflict === null ? faults : [...faults, conflict],
      bodyStart,
    }
  }

  function faultFinding({ message, start, end, data, mended }: YamlFault): Finding {
    return yamlFinding(
      message,
      path,
      placeAt(lineStarts, start, end),
      data,
      mended === undefined ? [] : [{ path, start, end, text: mended }],
    )
  }
}

const noPlaces = () => ({})

// Few numbers are kept, and places made of them when they are asked for.
function placesBy(spans: FieldSpans): HeadRead['places'] {
  return (text) => spans.placesIn(lineStartsOf(text))
}

function readJson(path: string, text: string, lineStarts: readonly number[]): HeadRead {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  // All JSON is YAML, of which places are known.
  const places = (whole: string) =>
    readYaml(path, whole, lineStartsOf(whole), start).spans.placesIn(lineStartsOf(whole))
  const read = (head: Json, findings: readonly Finding[]): HeadRead => ({
    head,
    places: head === null ? noPlaces : places,
    findings,
    bodyStart: null,
  })
  if (text.trim() === '') return read(null, [])
  try {
    const value = JSON.parse(text.slice(start)) as Json
    // Whoever looks at a value goes down into it by steps that are counted.
    return isTooDeep(value)
      ? read(null, [yamlFinding('tooDeep', path, placeAt(lineStarts, start, start + 1), {})])
      : read(value, [])
  } catch (error) {
    const detail = (error as Error).message
    const at = start + Number(/ position (\d+)/.exec(detail)?.[1] ?? 0)
    return read(null, [yamlFinding('json', path, placeAt(lineStarts, at, at), { detail })])
  }
}

function isTooDeep(value: Json): boolean {
  let level: readonly Json[] = [value]
  for (let depth = 0; depth <= DEEPEST; depth++) {
    if (level.length === 0) return false
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    )
  }
  return level.length > 0
}
