import { type Body, readBody, splitHead } from '@cahier/prose'
import type { Document, FieldPlace, Json, Kind } from './document.ts'
import type { Finding } from './finding.ts'
import { lineStartsOf, placeAt } from './place.ts'
import { readYaml } from './read-yaml.ts'
import { schemaFindings } from './schema-findings.ts'
import type { Source } from './source.ts'
import { yamlFinding } from './yaml-messages.ts'

/** A document, and what its head got wrong. */
export interface ReadDocument {
  readonly document: Document
  readonly findings: readonly Finding[]
}

/** Parses one source. Never fails: what cannot be read is a finding, and the rest is still there. */
export function readDocument(source: Source, kind: Kind): ReadDocument {
  const { path, text } = source
  const lineStarts = lineStartsOf(text)
  if (kind === 'page') return documentOf(source, kind, { head: null, places: {}, bodyStart: 0 }, [])
  if (kind === 'edition') return readJson(source, kind)
  if (path.endsWith('.yaml')) {
    const { value, places, findings } = readYaml(path, text, lineStarts, text.startsWith('\uFEFF') ? 1 : 0)
    return documentOf(source, kind, { head: value, places, bodyStart: null }, findings)
  }
  const split = splitHead(text)
  if (split.head === null) {
    const finding = yamlFinding('headUnopened', path, placeAt(lineStarts, split.bodyStart, split.bodyStart), {})
    return documentOf(source, kind, { head: null, places: {}, bodyStart: split.bodyStart }, [finding])
  }
  const { value, places, findings } = readYaml(path, text, lineStarts, split.head.start, split.head.end)
  const unclosed = split.unclosed
    ? [yamlFinding('headUnclosed', path, placeAt(lineStarts, split.head.end, split.head.end), {}, [{ path, start: split.head.end, end: split.head.end, text: '---\n' }])]
    : []
  return documentOf(source, kind, { head: value, places, bodyStart: split.bodyStart }, unclosed.length > 0 ? unclosed : findings)
}

interface Read {
  readonly head: Json
  readonly places: Readonly<Record<string, FieldPlace>>
  readonly bodyStart: number | null
}

function documentOf({ path, text }: Source, kind: Kind, { head, places, bodyStart }: Read, headFindings: readonly Finding[]): ReadDocument {
  const unreadable = head === null && headFindings.length > 0
  const findings = unreadable || kind === 'page' ? headFindings : [...headFindings, ...schemaFindings({ path, kind, head, places, text })]
  let body: Body | undefined
  const document: Document = {
    path, kind, text, head, places,
    sound: findings.length === 0,
    get body() {
      if (bodyStart === null) return null
      body ??= readBody(text, bodyStart)
      return body
    },
  }
  return { document, findings }
}

function readJson(source: Source, kind: Kind): ReadDocument {
  const { path, text } = source
  try {
    return documentOf(source, kind, { head: JSON.parse(text) as Json, places: {}, bodyStart: null }, [])
  } catch (error) {
    const finding = yamlFinding('json', path, placeAt([0], 0, 0), { detail: (error as Error).message })
    return documentOf(source, kind, { head: null, places: {}, bodyStart: null }, [finding])
  }
}
