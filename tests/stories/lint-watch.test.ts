import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

const program = fileURLToPath(new URL('../../packages/cli/bin/cahier.js', import.meta.url))

it('reads again at each save, until it is stopped', async () => {
  const here = desk()
  const env = { PATH: process.env.PATH, HOME: here.folder, LANG: 'fr_FR.UTF-8', CAHIER_DATE: '2025-03-01' }
  const watching = spawn(process.execPath, [program, 'lint', '--watch', '--rule', 'typography/ellipsis'], { cwd: here.folder, env })
  let [out, err] = ['', '']
  watching.stdout.on('data', (some) => {
    out += some
  })
  watching.stderr.on('data', (some) => {
    err += some
  })
  const ended = new Promise((resolve) => watching.once('exit', resolve))
  await until(() => err.includes('En attente') && out.includes('rien à signaler'))
  here.edit('axes/services/guichet.md', 'par semaine.', 'par semaine...')
  await until(() => plain(out).includes('axes/services/guichet.md\n'))
  expect(out).not.toContain('\x1B[2J')
  watching.kill('SIGTERM')
  await ended
})

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 250 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(isSo()).toBe(true)
}
