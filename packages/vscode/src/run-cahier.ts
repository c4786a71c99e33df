import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface ProgramResult {
  readonly code: number
  readonly output: string
}

/** The path of `cahier` inside the extension. */
export function programIn(extension: string): string {
  return join(extension, 'dist', 'cahier', 'bin', 'cahier.js')
}

/**
 * Runs a command of `cahier` in a folder, with the Node of the editor and without a shell.
 * @throws when the program cannot be started.
 */
export function runCahier(
  program: string,
  words: readonly string[],
  folder: string,
  language: string,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd: folder,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', CAHIER_LANG: language, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => {
        output += text
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
