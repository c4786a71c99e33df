import { keepCode } from './keep-code.ts'
import { verbFirst } from './verb-first.ts'
import { VERSION } from './version.ts'

const [first, ...rest] = verbFirst(process.argv.slice(2))

// Whoever reads only the first lines, as `head` does, has seen enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

if (first === '--version' || first === '-V') process.stdout.write(`${VERSION}\n`)
else {
  keepCode(first)
  import('./run-command.ts')
    .then(({ runCommand }) => runCommand(first, rest))
    .then((code) => {
      process.exitCode = code
    })
}
