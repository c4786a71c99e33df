import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { filesIn } from './files-in.ts'
import { cahier, root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

const elsewhere = {
  TZ: 'Pacific/Auckland',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  CAHIER_LANG: 'en',
  CAHIER_DATE: '2031-07-09',
  HOME: '/nowhere',
}

test('publishing elsewhere, at another time, gives the same bytes', () => {
  const folder = scratchFolder()
  const copy = join(folder, 'un autre dossier', 'copie-du-programme')
  const bundle = join(folder, 'ailleurs')
  copyBackwards(`${root}/programme`, copy)
  // What people wrote of its changes is part of what is published.
  copyBackwards(`${root}/.changeset`, join(dirname(copy), '.changeset'))
  const { status, stdout, stderr } = run(
    'sh',
    [
      '-c',
      'umask 077; exec "$0" "$@"',
      process.execPath,
      cahier,
      'publish',
      '--programme',
      copy,
      '--out',
      bundle,
    ],
    elsewhere,
  )
  expect(status, stdout + stderr).toBe(0)
  expect(sumsOf(bundle)).toEqual(sumsOf(inject('bundle')))
})

/**
 * Copies the files of a programme in the opposite order and with old dates: neither may show in
 * what is published.
 */
function copyBackwards(from: string, to: string): void {
  const kept = filesIn(from).filter((path) => !/^(dist|node_modules|\.turbo)\//.test(path))
  for (const path of kept.reverse()) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    copyFileSync(join(from, path), join(to, path))
    utimesSync(join(to, path), 1_000_000_000, 1_000_000_000)
  }
}

function sumsOf(folder: string): Readonly<Record<string, string>> {
  const sums = filesIn(folder).map((path) => [
    path,
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex'),
  ])
  expect(sums.length).toBeGreaterThan(10)
  return Object.fromEntries(sums)
}
