import { bodyStartOf, type Parser, parseMarkdown, readBody, splitFrontMatter } from '@cahier/prose'
import { lazily } from '../memoize.ts'
import type { Document, Kind } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Json } from '../model/json.ts'
import { lineStartsOf } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import { schemaFindings } from '../schema/schema-findings.ts'
import type { SizedCache } from '../sized-cache.ts'
import type { FieldOffsets } from '../yaml/field-places.ts'
import { DEEPEST_NESTING, readYaml } from '../yaml/read-yaml.ts'
import type { YamlFault } from '../yaml/yaml-fault.ts'
import { yamlFinding } from '../yaml/yaml-messages.ts'
import { conflictIn } from './conflict-marks.ts'
import { cutHeadFault, unclosedHead, unopenedHead } from './front-matter-fence.ts'

/**
 * A file as a `Document`, read when its fields are first used. Reading never fails: an error is a
 * finding. With the cache `keep`, large fields may be dropped and read again.
 */
export function readDocument(
  source: Source,
  kind: Kind,
  parse: Parser = parseMarkdown,
  keep?: SizedCache,
): Document {
  const { path } = source
  const parts = lazily<{ readonly read: HeadRead }>({ read: () => readHead(document) })
  const bodyBy = (parser: Parser) => () =>
    parts.read.bodyStart === null ? null : readBody(document.text, parts.read.bodyStart, parser)
  const canDrop = keep !== undefined && path.endsWith('.md')
  const length = canDrop ? source.text.length : 0
  const droppable = <T>(read: () => T, size: number) => (canDrop ? () => keep(read, size) : read)
  const document: Document = lazily<Document>(
    {
      path: () => path,
      kind: () => kind,
      text: droppable(() => source.text, length / UNITS_OF_TREE),
      head: () => parts.read.head,
      places: droppable(() => parts.read.places(document.text), length / UNITS_OF_TREE),
      findings: () => findingsOf(document, parts.read),
      sound: () => document.findings.length === 0,
      parse: () => parse,
      body: droppable(bodyBy(parse), length),
      referenceBody:
        parse === parseMarkdown ? () => document.body : droppable(bodyBy(parseMarkdown), length),
    },
    canDrop ? ['text', 'places', 'body', 'referenceBody'] : [],
  )
  return document
}

export function withText({ path, kind }: Pick<Document, 'path' | 'kind'>, text: string): Document {
  return readDocument({ path, text }, kind)
}

// The memory of a Markdown tree, as a multiple of that of its text.
const UNITS_OF_TREE = 10

// What was read of front matter, or of a YAML or JSON file.
interface HeadRead {
  readonly head: Json
  /** Computes the places from the text, which need not stay in memory. */
  readonly places: (text: string) => Document['places']
  readonly findings: readonly Finding[]
  /** The offset of the Markdown; null when the file has none. */
  readonly bodyStart: number | null
}

function findingsOf(document: Document, { head, findings }: HeadRead): readonly Finding[] {
  const unreadable = head === null && findings.length > 0
  if (unreadable || document.kind === 'page') return findings
  // Schema findings that only follow from a YAML finding are left out.
  const isMisread = ({ place: { start } }: Finding) =>
    findings.some(({ message, edits, place }) =>
      place.start.offset === start.offset
        ? edits === undefined
        : message === 'noSpaceAfterColon' &&
          place.start.offset < start.offset &&
          start.offset < place.end.offset,
    )
  return [...findings, ...schemaFindings(document).filter((finding) => !isMisread(finding))]
}

function readHead({ path, kind, text }: Document): HeadRead {
  if (kind === 'page') return nothingRead([], bodyStartOf(text))
  const lineStarts = lineStartsOf(text)
  const conflict = conflictIn(path, text, lineStarts)
  if (!path.endsWith('.md')) {
    if (conflict !== null) return nothingRead([conflict], null)
    if (path.endsWith('.json')) return readJson(path, text, lineStarts)
    const { value, offsets, findings } = readYaml(path, text, lineStarts, startOfText(text))
    return { head: value, places: placesBy(offsets), findings, bodyStart: null }
  }
  const { head, unclosed, bodyStart } = splitFrontMatter(text)
  // The conflict hides the front matter, so that the file cannot be read.
  if (conflict !== null && head === null) return nothingRead([conflict], null)
  if (conflict !== null && conflict.place.start.offset < bodyStart)
    return nothingRead([conflict], bodyStart)
  if (head === null)
    return nothingRead([yamlFinding(unopenedHead(text, bodyStart), path, lineStarts)], bodyStart)
  const cut = unclosed ? null : cutHeadFault(text, bodyStart, kind)
  if (cut !== null) return nothingRead([yamlFinding(cut, path, lineStarts)], bodyStart)
  const fault = unclosed ? unclosedHead(text, head.start, head.end) : null
  const isFence = fault?.message === 'headFence' || fault?.message === 'indentedFence'
  const end = isFence ? fault.start : head.end
  const { value, offsets, findings } = readYaml(path, text, lineStarts, head.start, end)
  return {
    head: value,
    places: placesBy(offsets),
    findings: [
      ...(fault === null ? findings : [yamlFinding(fault, path, lineStarts)]),
      ...(conflict === null ? [] : [conflict]),
    ],
    bodyStart,
  }
}

function nothingRead(findings: readonly Finding[], bodyStart: number | null): HeadRead {
  return { head: null, places: () => ({}), findings, bodyStart }
}

function placesBy(offsets: FieldOffsets): HeadRead['places'] {
  return (text) => offsets.placesIn(lineStartsOf(text))
}

function startOfText(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0
}

function readJson(path: string, text: string, lineStarts: readonly number[]): HeadRead {
  if (text.trim() === '') return nothingRead([], null)
  const start = startOfText(text)
  try {
    const head = JSON.parse(text.slice(start)) as Json
    if (isTooDeep(head)) return refused({ message: 'tooDeep', start, end: start + 1 })
    // JSON is also YAML, whose reader gives the places.
    const places = (whole: string) => {
      const starts = lineStartsOf(whole)
      return readYaml(path, whole, starts, start).offsets.placesIn(starts)
    }
    return { head, places: head === null ? () => ({}) : places, findings: [], bodyStart: null }
  } catch (error) {
    const detail = (error as Error).message
    const at = start + Number(/ position (\d+)/.exec(detail)?.[1] ?? 0)
    return refused({ message: 'json', start: at, end: at, data: { detail } })
  }

  function refused(fault: YamlFault): HeadRead {
    return nothingRead([yamlFinding(fault, path, lineStarts)], null)
  }
}

function isTooDeep(value: Json) {
  let level: readonly Json[] = [value]
  for (let depth = 0; depth <= DEEPEST_NESTING; depth++) {
    if (level.length === 0) return false
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    )
  }
  return level.length > 0
}
