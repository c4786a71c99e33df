import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { type Desk, emptyDesk, realDesk } from './desk.ts'

const PROGRAM = fileURLToPath(new URL('../../packages/cli/bin/cahier.js', import.meta.url))

/** What is found by so many threads, and the code that says so. */
function found(here: Desk, environment: Readonly<Record<string, string>>) {
  const { code, out, err } = here.where(environment).cahier('lint', '--no-cache', '--format', 'json')
  expect(err).toBe('')
  return { code, ...JSON.parse(out) }
}

/** What makes threads other than the first die before they have done anything. */
function mortal(here: Desk): Readonly<Record<string, string>> {
  here.write('.mortal.cjs', "if (!require('node:worker_threads').isMainThread) throw new Error('gone')")
  return { NODE_OPTIONS: `--require ${here.folder}/.mortal.cjs` }
}

function looseDesk(): Desk {
  const here = emptyDesk()
  for (let rank = 0; rank < 60; rank++)
    here.write(`notes/${rank}.md`, `# Note ${rank}\n\n${'Un texte qui qui revient : voyez « ceci »...\n\n'.repeat(60)}`)
  return here
}

it('loose texts are shared between threads, and all that one alone would find is found, in the same order', () => {
  const here = looseDesk()
  const alone = found(here, { CAHIER_THREADS: '1' })
  expect(alone.findings.length).toBeGreaterThan(1000)
  expect(found(here, { CAHIER_THREADS: '3' })).toEqual(alone)
  expect(found(here, { CAHIER_THREADS: '3', ...mortal(here) })).toEqual(alone)
})

// Where there are two cores, another thread lays out the trees of a long folder; where there are more, it looks at texts.
it('left to itself, a long folder is told of as by one thread, whatever becomes of the others', () => {
  const here = emptyDesk()
  const kinds = 'Un texte *sur* `cela`, et [un lien](../notes/1.md#note-1).\n\n- > a [@b]\n\n| c | d |\n|---|---|\n| e | f |\n\n'
  const code = `~~~\n${'rien à relire ici\n'.repeat(2000)}~~~\n`
  for (let rank = 0; rank < 90; rank++)
    here.write(
      `notes/${rank}.md`,
      `---\nlang: fr\n---\n\n# Note ${rank}\n\n${kinds}${code}\nUn mot mot de trop...\n\n${kinds.repeat(rank % 7)}`,
    )
  const alone = found(here, { CAHIER_THREADS: '1' })
  expect(alone.findings.length).toBeGreaterThan(100)
  expect(found(here, {})).toEqual(alone)
  expect(found(here, mortal(here))).toEqual(alone)
  if (process.platform !== 'linux') return
  // Where a program is not given the addresses that a memory may grow to.
  const few = ['-c', 'ulimit -v 6000000 && exec "$0" "$@"', process.execPath, PROGRAM, 'lint', '--no-cache', '--format', 'json']
  const { stdout, stderr } = spawnSync('sh', few, { cwd: here.folder, encoding: 'utf8', maxBuffer: 1e9 })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout).findings).toEqual(alone.findings)
})

it('so are those of a programme', () => {
  const here = realDesk()
  for (const path of here.files().filter((one) => /^axes\/[^/]+\/[^/]+\.md$/.test(one)))
    here.write(
      path,
      `${here
        .read(path)
        .replace(/\[@[^\]]+\]/, '')
        .replaceAll(' : ', ' : : ')}\nUn mot mot de trop ...\n`,
    )
  const alone = found(here, { CAHIER_THREADS: '1' })
  expect(alone.findings.length).toBeGreaterThan(50)
  expect(found(here, { CAHIER_THREADS: '2' })).toEqual(alone)
  expect(found(here, { CAHIER_THREADS: '2', ...mortal(here) })).toEqual(alone)
})
