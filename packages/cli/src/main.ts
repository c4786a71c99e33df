import module from 'node:module'
import { join } from 'node:path'
import { commandFirst, commonValue, languageFrom } from './arguments/command-line.ts'
import { cacheFolder } from './disk/cache-folder.ts'
import { VERSION } from './version.ts'
import { makeFolders } from './writing/make-folders.ts'

// By default, Windows looks for programs such as git in the working folder first, an unsafe place.
process.env.NoDefaultCurrentDirectoryInExePath ??= '1'

const [first, ...rest] = commandFirst(process.argv.slice(2))

process.stdout.on('error', leave)

if (first === '--version' || first === '-v' || first === '-V') process.stdout.write(`${VERSION}\n`)
else if (!isSomewhere())
  stop('le dossier où vous êtes n’existe plus', 'the folder you are in is no longer there')
else {
  cacheCompiledCode()
  import('./run-command.ts')
    .then(({ runCommand }) => runCommand(first, rest))
    .then((code) => {
      process.exitCode = code
    })
}

// Node 22 and later can cache compiled code. With `CAHIER_CACHE`, no code is cached: other people
// may write in that folder. The folder is made first: Node 24 hangs when Node cannot make one.
function cacheCompiledCode() {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => void }
  const folder = process.env.CAHIER_CACHE ? '' : cacheFolder()
  if (enableCompileCache === undefined || folder === '') return
  const code = join(folder, 'code')
  try {
    makeFolders(code, 0o700)
  } catch {
    return
  }
  enableCompileCache(code)
}

// Exits after a write error. A closed pipe, as with `| head`, is not reported.
function leave(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit()
  stop(
    `le résultat ne peut pas être écrit (${error.message})`,
    `the result cannot be written (${error.message})`,
  )
}

function isSomewhere() {
  try {
    return process.cwd() !== ''
  } catch {
    return false
  }
}

function stop(fr: string, en: string): never {
  const option = commonValue(process.argv, 'lang')
  const language = languageFrom(option === 'fr' || option === 'en' ? option : '', process.env, '')
  process.stderr.write(language === 'fr' ? `cahier : ${fr}\n` : `cahier: ${en}\n`)
  process.exit(2)
}
