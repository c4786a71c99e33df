import { type Parser, parseMarkdown, readBody, splitHead } from '@cahier/prose'
import type { Document, FieldPlace, Json, Kind } from './document.ts'
import type { Finding } from './finding.ts'
import { unclosedHead, unopenedHead } from './head-fence.ts'
import type { Keep } from './keep-latest.ts'
import { lazily } from './lazily.ts'
import type { ListReader } from './list-reader.ts'
import { FILE_START, lineStartsOf, placeAt } from './place.ts'
import { readPlainYaml } from './read-plain-yaml.ts'
import { readYaml } from './read-yaml.ts'
import { schemaFindings } from './schema-findings.ts'
import type { Source } from './source.ts'
import type { YamlFault } from './yaml-fault.ts'
import { yamlFinding } from './yaml-messages.ts'

/**
 * Parses one source, each part when first asked for; its Markdown with the reference unless another parser is given. Never fails: what cannot be read is a
 * finding, and the rest is still there. Its Markdown is kept as long as the document, unless `keep` says how long: then what stands in it may be another object, equal to
 * the first, when it is asked for again. A file that is typed in has its lists read by `lists`.
 */
export function readDocument({ path, text }: Source, kind: Kind, parse: Parser = parseMarkdown, keep?: Keep, lists?: ListReader): Document {
  const parts = lazily<{ readonly read: Read }>({ read: () => readHead({ path, text }, kind, lists) })
  const bodyBy = (parser: Parser) => () => (parts.read.bodyStart === null ? null : readBody(text, parts.read.bodyStart, parser))
  const [ownBody, referenceBody] = [bodyBy(parse), bodyBy(parseMarkdown)]
  const document: Document = lazily<Document>({
    path: () => path,
    kind: () => kind,
    text: () => text,
    head: () => parts.read.head,
    places: () => parts.read.places,
    findings: () => findingsOf(document, parts.read),
    sound: () => document.findings.length === 0,
    body: ownBody,
    referenceBody: () => (parse === parseMarkdown ? document.body : referenceBody()),
  })
  if (keep === undefined) return document
  return Object.defineProperties(document, {
    body: { get: () => keep(ownBody, text.length) },
    referenceBody: { get: () => (parse === parseMarkdown ? document.body : keep(referenceBody, text.length)) },
  })
}

interface Read {
  readonly head: Json
  readonly places: Readonly<Record<string, FieldPlace>>
  readonly findings: readonly Finding[]
  /** `null` when the whole file is data. */
  readonly bodyStart: number | null
}

function findingsOf(document: Document, { head, findings }: Read): readonly Finding[] {
  const unreadable = head === null && findings.length > 0
  return unreadable || document.kind === 'page' ? findings : [...findings, ...schemaFindings(document)]
}

function readHead(source: Source, kind: Kind, lists?: ListReader): Read {
  const { path, text } = source
  if (kind === 'page') return { head: null, places: {}, findings: [], bodyStart: 0 }
  if (path.endsWith('.json')) return readJson(source)
  const lineStarts = lineStartsOf(text)
  if (path.endsWith('.yaml')) {
    const plain = readPlainYaml(text)
    // Where everything stands is asked of few files.
    const whole = () => readYaml(path, text, lineStarts)
    if (plain !== undefined)
      return lazily<Read>({ head: () => plain, places: () => whole().places, findings: () => [], bodyStart: () => null })
    const { value, places, findings } =
      lists?.read(path, text, lineStarts) ?? readYaml(path, text, lineStarts, text.startsWith('\uFEFF') ? 1 : 0)
    return { head: value, places, findings, bodyStart: null }
  }
  const { head, unclosed, bodyStart } = splitHead(text)
  if (head === null) return { head: null, places: {}, findings: [faultFinding(unopenedHead(text, bodyStart))], bodyStart }
  const fault = unclosed ? unclosedHead(text, head.start, head.end) : null
  const end = fault?.message === 'headFence' ? fault.start : head.end
  const { value, places, findings } = readYaml(path, text, lineStarts, head.start, end)
  return { head: value, places, findings: fault === null ? findings : [faultFinding(fault)], bodyStart }

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

function readJson({ path, text }: Source): Read {
  try {
    return { head: JSON.parse(text) as Json, places: {}, findings: [], bodyStart: null }
  } catch (error) {
    const finding = yamlFinding('json', path, FILE_START, { detail: (error as Error).message })
    return { head: null, places: {}, findings: [finding], bodyStart: null }
  }
}
