import { accessSync, constants, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { shellQuoted } from '../terminal/shell-word.ts'

/** The command that runs this program, for the POSIX shell that git uses on every system. */
export function ownCommand(): string {
  const words = ownCommandWords()
  // The shell of git accepts slashes in paths, on Windows too.
  const quoted = words.map((word) => shellQuoted(word.replaceAll('\\', '/')))
  return words.length === 1 ? words.join('') : quoted.join(' ')
}

/**
 * The words that run this program: `cahier` if it is on the PATH, else Node and a path. The folder
 * that npx adds to the PATH does not count.
 */
export function ownCommandWords(): readonly string[] {
  const script = process.argv[1] ?? ''
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .find((folder) => folder !== '' && !OF_NPX.test(folder) && isExecutable(join(folder, 'cahier')))
  if (found !== undefined && realOf(join(found, 'cahier')) === realOf(script)) return ['cahier']
  return [process.execPath, script]
}

const OF_NPX = /[\\/]node_modules[\\/]\.bin[\\/]?$/

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function realOf(path: string) {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
