import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** How a command of `cahier` ended, and what it printed. */
export interface Answer {
  readonly code: number
  readonly output: string
}

/** The program that the extension carries, in the folder where it is installed. */
export function programIn(extension: string): string {
  return join(extension, 'dist', 'cahier', 'bin', 'cahier.js')
}

/**
 * Runs a verb in a folder, with the Node that the editor itself runs on: nothing else needs to be
 * installed. No shell is called.
 * @throws when the program cannot be started.
 */
export function runProgram(
  program: string,
  words: readonly string[],
  folder: string,
  language: string,
): Promise<Answer> {
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
