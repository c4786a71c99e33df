import type { Finding } from '@cahier/core'
import { type BundleFile, SIGNATURE, SUMS, sumsOf } from './bundle-manifest.ts'
import { bundleFinding, shownName } from './bundle-messages.ts'

/** Reports wrong lines of `SHA256SUMS`, and missing, altered or extra files. */
export function checkSums(files: readonly BundleFile[]): readonly Finding[] {
  const bytes = files.find(({ path }) => path === SUMS)?.bytes ?? null
  if (bytes === null) return [bundleFinding('bundle/sums', 'noSums', SUMS)]
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const summed = files.filter(({ path }) => path !== SUMS && path !== SIGNATURE)
  const { sums, findings } = readSums(text)
  const byPath = new Map(summed.map((file) => [file.path, file]))
  for (const [path, sum] of sums) {
    const file = byPath.get(path)
    if (file === undefined) findings.push(bundleFinding('bundle/sums', 'missing', path))
    else if (file.sha256 !== sum) findings.push(bundleFinding('bundle/sums', 'altered', path))
  }
  for (const { path } of summed)
    if (!sums.has(path)) findings.push(bundleFinding('bundle/sums', 'extra', path))
  // The files are intact, but the list was rewritten, for example in another order.
  const asWritten = new TextEncoder().encode(sumsOf(summed))
  if (findings.length === 0 && Buffer.compare(asWritten, bytes) !== 0)
    findings.push(bundleFinding('bundle/sums', 'rewritten', SUMS))
  return findings
}

const MOST_FINDINGS = 100

function readSums(text: string) {
  const sums = new Map<string, string>()
  const findings: Finding[] = []
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (const [index, line] of lines.entries()) {
    if (findings.length === MOST_FINDINGS) break
    const match = /^(\\?)([0-9a-f]{64}) {2}(.+)$/s.exec(line)
    const [, backslash, sum = '', name = ''] = match ?? []
    // `sha256sum ./*` writes names with `./`.
    const path = (backslash ? unescaped(name) : name).replace(/^(?:\.\/)+/, '')
    const report = (message: 'line' | 'outside' | 'twice') => {
      const data = { line: index + 1, name: shownName(path) }
      findings.push(bundleFinding('bundle/sums', message, SUMS, data, index + 1))
    }
    if (match === null || path === SUMS || path === SIGNATURE) report('line')
    else if (leadsOutside(path)) report('outside')
    else if (sums.has(path)) report('twice')
    else sums.set(path, sum)
  }
  return { sums, findings }
}

function unescaped(path: string) {
  return path.replace(/\\([\\nr])/g, (_, letter: string) => ({ n: '\n', r: '\r' })[letter] ?? '\\')
}

/** True for a name that may lead outside the bundle. Such a file is never opened. */
export function leadsOutside(path: string): boolean {
  return (
    /^[/\\]|^[a-z]:/i.test(path) ||
    path.split(/[/\\]/).some((step) => step === '..' || step === '.' || step === '')
  )
}
