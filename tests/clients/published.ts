import { join } from 'node:path'
import { onlyFile } from './files-in.ts'
import { cahier, root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

/**
 * Publishes the real programme, or a loose folder, as the options say, and gives the bundle;
 * without a folder to put it into, it is removed when the test ends.
 */
export function published(
  options: readonly string[],
  bundle: string = join(scratchFolder(), 'bundle'),
): string {
  const where =
    options.includes('--loose') || options.includes('--programme')
      ? []
      : ['--programme', `${root}/programme`]
  const command = [cahier, 'publish', ...where, '--out', bundle, ...options]
  const { status, stdout, stderr } = run(process.execPath, command)
  if (status !== 0)
    throw new Error(`cahier ${command.slice(1).join(' ')}: status ${status}\n${stdout}${stderr}`)
  return bundle
}

/** The one file of such a bundle that ends so. */
export function publishedFile(options: readonly string[], ending: string): string {
  return onlyFile(published(options), ending)
}
