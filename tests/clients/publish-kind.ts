import { join } from 'node:path'
import { onlyFile } from './files-in.ts'
import { cahier, root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

/** Publishes the real programme, or a loose folder, as the options say; returns the one file that ends so, removed when the test ends. */
export function publishKind(options: readonly string[], ending: string): string {
  const folder = join(scratchFolder(), 'bundle')
  const where = options.includes('--loose') ? [] : ['--programme', `${root}/programme`]
  const command = [cahier, 'publish', ...where, '--out', folder, ...options]
  const { status, stdout, stderr } = run(process.execPath, command)
  if (status !== 0) throw new Error(`cahier ${command.slice(1).join(' ')}: status ${status}\n${stdout}${stderr}`)
  return onlyFile(folder, ending)
}
