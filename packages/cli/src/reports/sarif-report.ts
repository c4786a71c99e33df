import { createHash } from 'node:crypto'
import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finding } from '@cahier/core'
import { ruleAddress } from '../docs-address.ts'
import { pageIn } from '../rules/page-in.ts'
import { shownPath } from '../text/shown-path.ts'
import { VERSION } from '../version.ts'
import { fingerprintsOf } from './fingerprint.ts'
import type { Report } from './report.ts'
import { messageOf } from './report.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/**
 * The SARIF 2.1.0 report (OASIS): rules with pages, places in UTF-16 units, fixes, and fingerprints
 * that survive moved lines.
 */
export async function sarifReport(report: Report): Promise<string> {
  const { findings, invocation } = report
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort()
  const fingerprints = fingerprintsOf(report)
  const paths = [...new Set(findings.map(({ path }) => path))]
  const rules = await Promise.all(ids.map((id) => ruleOf(id, report)))
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cahier',
            semanticVersion: VERSION,
            language: invocation.language,
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: folderUri(invocation.cwd) } },
        artifacts: paths.map((path) => ({
          location: locationOf(path, report),
          encoding: 'UTF-8',
          hashes: { 'sha-256': sha256(report.textOf(path)) },
        })),
        results: findings.map((finding) =>
          resultOf(finding, ids, fingerprints.get(finding) ?? '', report),
        ),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

async function ruleOf(id: string, { pageOf, invocation: { language } }: Report) {
  const page = await pageOf(id)
  // Recomputed facts have no rule page.
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

function resultOf(finding: Finding, ids: readonly string[], fingerprint: string, report: Report) {
  const { catalogue, invocation } = report
  const text = messageOf(finding, catalogue, invocation.language)
  const related = (finding.related ?? []).map(({ path, place }) => ({
    physicalLocation: { artifactLocation: locationOf(path, report), region: regionOf(place) },
  }))
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: LEVELS[finding.severity],
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(finding.path, report),
          region: regionOf(finding.place),
        },
      },
    ],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'cahier/v1': fingerprint },
    ...fixesOf(finding, text, report),
  }
}

function fixesOf({ edits = [] }: Finding, text: string, report: Report) {
  const paths = [...new Set(edits.map(({ path }) => path))]
  if (paths.length === 0) return {}
  const artifactChanges = paths.map((path) => ({
    artifactLocation: locationOf(path, report),
    replacements: edits
      .filter((edit) => edit.path === path)
      .map(({ start, end, text: put }) => ({
        deletedRegion: { charOffset: start, charLength: end - start },
        insertedContent: { text: put },
      })),
  }))
  return { fixes: [{ description: { text }, artifactChanges }] }
}

function regionOf({ start, end }: Finding['place']) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  }
}

function locationOf(path: string, { invocation }: Report) {
  const shown = shownPath(path, invocation)
  // No relative path leads to another disk.
  if (isAbsolute(shown)) return { uri: pathToFileURL(shown).href }
  return { uri: shown.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' }
}

function folderUri(folder: string): string {
  const { href } = pathToFileURL(folder)
  return href.endsWith('/') ? href : `${href}/`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
