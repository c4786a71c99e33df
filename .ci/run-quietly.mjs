import { spawn } from 'node:child_process'
import { quietEnvironment, root } from './install.mjs'

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/**
 * Runs a command from the root with its output kept aside, behind a line that moves while it lasts
 * when there is a terminal. Resolves with the exit status and everything the command printed, in
 * the order it was printed.
 */
export function runQuietly(label, command, commandArguments, environment = {}) {
  const stop = startProgress(label)
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...quietEnvironment, ...environment },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => {
      stop()
      reject(error)
    })
    child.on('close', (status) => {
      stop()
      resolve({ status: status ?? 1, output })
    })
  })
}

function startProgress(label) {
  if (!process.stderr.isTTY) return () => {}
  const start = Date.now()
  let frame = 0
  const draw = () =>
    process.stderr.write(
      `\r\x1b[K${frames[frame++ % frames.length]} ${label} ${Math.round((Date.now() - start) / 1000)} s`,
    )
  // A step that the cache answers at once shows nothing: the line would only flicker.
  const timer = setInterval(() => Date.now() - start > 400 && draw(), 120)
  return () => {
    clearInterval(timer)
    process.stderr.write('\r\x1b[K')
  }
}
