import { accessSync, constants, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** How a shell calls this program. */
export function ownCommand(): string {
  const [program = '', ...script] = ownWords()
  return [script.length === 0 ? program : quoted(program), ...script.map(quoted)].join(' ')
}

/**
 * The words that call this program: `cahier` when that is what would be found, else Node with the
 * path of the program that runs now. What npx puts on the path for one run is found by no other.
 */
export function ownWords(): readonly string[] {
  const script = process.argv[1] ?? ''
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .find((folder) => folder !== '' && !OF_NPX.test(folder) && isExecutable(join(folder, 'cahier')))
  if (found !== undefined && realOf(join(found, 'cahier')) === realOf(script)) return ['cahier']
  return [process.execPath, script]
}

const OF_NPX = /[\\/]node_modules[\\/]\.bin[\\/]?$/

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

// git calls a POSIX shell everywhere, and takes slashes on Windows too.
function quoted(path: string): string {
  return `'${path.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`
}
