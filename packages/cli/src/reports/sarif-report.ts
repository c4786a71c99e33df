import { createHash } from 'node:crypto'
import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finding } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { ruleAddress } from '../docs-address.ts'
import { pageIn } from '../rules/rule-page.ts'
import { shownPath } from '../text/shown-path.ts'
import { VERSION } from '../version.ts'
import { fingerprintsOf, type Report, type ShownFinding, shownBy } from './report.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/** The SARIF 2.1.0 report (OASIS), with rule pages, fixes and places in UTF-16 units. */
export async function sarifReport(report: Report): Promise<string> {
  const { findings, invocation, textOf } = report
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort()
  const paths = [...new Set(findings.map(({ path }) => path))]
  const fingerprints = fingerprintsOf(findings, textOf)
  const driver = {
    name: 'cahier',
    semanticVersion: VERSION,
    language: invocation.language,
    rules: await Promise.all(ids.map((id) => ruleOf(id, report))),
  }
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { ROOT: { uri: folderUri(invocation.cwd) } },
    artifacts: paths.map((path) => ({
      location: locationOf(path, report),
      encoding: 'UTF-8',
      hashes: { 'sha-256': createHash('sha256').update(textOf(path)).digest('hex') },
    })),
    results: findings.map(shownBy(report)).map((finding, at) => ({
      ruleId: finding.rule,
      ruleIndex: ids.indexOf(finding.rule),
      level: LEVELS[finding.severity],
      message: { text: finding.sentence },
      locations: [locatedAt(finding, report)],
      ...(finding.related?.length && {
        relatedLocations: finding.related.map((one) => locatedAt(one, report)),
      }),
      partialFingerprints: { 'cahier/v1': fingerprints[at] },
      ...fixesOf(finding, report),
    })),
  }
  const $schema =
    'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
  return `${JSON.stringify({ $schema, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

async function ruleOf(id: string, { pageOf, invocation: { language } }: Report) {
  const page = await pageOf(id)
  if (page === id) return { id, shortDescription: { text: id }, help: { text: id, markdown: id } }
  const text = pageIn(page, language)
  const [, opening = ''] = text.split(/\n\s*\n/)
  const helpUri = ruleAddress(id, language)
  return {
    id,
    shortDescription: { text: opening.replace(/\s+/g, ' ').trim() },
    help: { text, markdown: text },
    ...(helpUri && { helpUri }),
  }
}

function fixesOf({ edits = [], sentence }: ShownFinding, report: Report) {
  if (edits.length === 0) return {}
  const artifactChanges = [...groupedBy(edits, ({ path }) => path)].map(([path, own]) => ({
    artifactLocation: locationOf(path, report),
    replacements: own.map(({ start, end, text }) => ({
      deletedRegion: { charOffset: start, charLength: end - start },
      insertedContent: { text },
    })),
  }))
  return { fixes: [{ description: { text: sentence }, artifactChanges }] }
}

function locatedAt({ path, place }: Pick<Finding, 'path' | 'place'>, report: Report) {
  const { start, end } = place
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  }
  return { physicalLocation: { artifactLocation: locationOf(path, report), region } }
}

function locationOf(path: string, { invocation }: Report) {
  const shown = shownPath(path, invocation)
  // A file on another disk has no relative path.
  if (isAbsolute(shown)) return { uri: pathToFileURL(shown).href }
  return { uri: shown.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' }
}

function folderUri(folder: string) {
  const { href } = pathToFileURL(folder)
  return href.endsWith('/') ? href : `${href}/`
}
