import { VERSION } from './version.ts'

const [first = '', ...rest] = process.argv.slice(2)

if (first === '--version' || first === '-V') process.stdout.write(`${VERSION}\n`)
else {
  const { runCommand } = await import('./run-command.ts')
  process.exitCode = await runCommand(first, rest)
}
