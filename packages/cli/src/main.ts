import { VERSION } from './version.ts'

const [first = '', ...rest] = process.argv.slice(2)

// Whoever reads only the first lines, as `head` does, has seen enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

if (first === '--version' || first === '-V') process.stdout.write(`${VERSION}\n`)
else {
  const { runCommand } = await import('./run-command.ts')
  process.exitCode = await runCommand(first, rest)
}
