import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Language } from '@cahier/core'
// This module is loaded before every command, so it imports only small parts of the core.
import { typeset } from '@cahier/core/typeset'
import { commonValue, languageFrom } from './arguments/command-line.ts'
import { dayGiven, isZone, todayIn } from './arguments/day.ts'
import { optionsOf } from './arguments/options.ts'
import { notTogether, UsageError } from './arguments/usage-error.ts'
import {
  type Command,
  type ExitCode,
  type Invocation,
  inBothLanguages,
  type Option,
  type Terminal,
} from './command.ts'
import { commands } from './commands.ts'
import { readSmallFile } from './disk/files.ts'
import { helpForAll, helpForCommand } from './help.ts'
import {
  findProgramme,
  misnamedManifest,
  misnamedManifestError,
  PROGRAMME_FILE,
} from './programme/find.ts'
import { eraseLine, terminalOf, withoutEscapes } from './terminal/terminal.ts'

/** Runs one command. Reports a UsageError in one line; throws any other error, which is a bug. */
export async function runCommand(name: string, args: readonly string[]): Promise<ExitCode> {
  const terminal = terminalOf(process.stdout, process.stderr, process.env)
  let language: Language = languageFrom('', process.env, '')
  let wrong: ExitCode = 2
  try {
    language = languageOf(args, null)
    // Help and errors need the language of the programme before options are parsed.
    const around = findProgramme(
      resolve(commonValue(args, 'programme')),
      [],
      args.some((arg) => /^--programme(?:=|$)/.test(arg)),
    )
    language = languageOf(args, around)
    if (name === '' || name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(typeset(helpForAll(commands, language, terminal), language))
      return name === '' ? 2 : 0
    }
    const entry = commands.find((one) => one.name === name)
    if (entry === undefined) throw (await wrongCommand()).unknownCommand(name, commands)
    const { command } = await entry.load()
    wrong = command.usageStatus ?? wrong
    if (args.includes('--help') || args.includes('-h')) {
      process.stdout.write(typeset(helpForCommand(entry, command, language, terminal), language))
      return 0
    }
    const held: string[] = []
    const given = await parsed(name, command, args)
    const invocation = {
      command: name,
      definition: command,
      ...invocationOf(command, given, args, terminal, held),
    }
    language = invocation.language
    const code = await command.run(invocation, commands)
    if (code !== 0) for (const text of held) write(process.stdout, text)
    return code
  } catch (error) {
    eraseLine()
    if (!(error instanceof UsageError)) throw error
    const line = `cahier${language === 'fr' ? ' :' : ':'} ${error.sentence[language].replace(/\s+/g, ' ')}\n`
    process.stderr.write(withoutEscapes(typeset(line, language)))
    return wrong
  } finally {
    eraseLine()
  }
}

/**
 * The input of a command. With `--quiet`, messages wait in `held`, to be printed after a failure.
 * @throws {UsageError} when the command needs a programme and there is none.
 */
function invocationOf(
  command: Command,
  { values, positionals }: Awaited<ReturnType<typeof parsed>>,
  args: readonly string[],
  screen: Terminal,
  held: string[],
): Omit<Invocation, 'command' | 'definition'> {
  const isQuiet = values.quiet === true
  const terminal = isQuiet ? { ...screen, progress: false, quiet: true } : screen
  // A wrong date is refused before the command writes anything.
  const asked = typeof values.date === 'string' ? dayGiven('--date', values.date) : ''
  const cwd = process.cwd()
  const named = typeof values.programme === 'string' ? values.programme : null
  const start = resolve(cwd, named ?? '')
  const found = findProgramme(
    start,
    [...positionals, ...[values['stdin-path'] ?? []].flat()].map((path) => resolve(cwd, `${path}`)),
    named !== null,
  )
  const { runsAnywhere = false } = command
  const anywhere = typeof runsAnywhere === 'function' ? runsAnywhere(values) : runsAnywhere
  // Every command refuses a wrong `--programme`: a check in CI must not pass by mistake.
  if (found === null && (named !== null || !anywhere)) throw noProgramme(start, named)
  const folder = found ?? cwd
  const language = languageOf(args, found)
  const sayError = (text: string) => write(process.stderr, withoutEscapes(typeset(text, language)))
  let isZoneReported = command.options?.date === undefined
  const today = () => {
    const { CAHIER_DATE } = process.env
    if (CAHIER_DATE) return dayGiven('CAHIER_DATE=', CAHIER_DATE)
    const zone = manifestField(folder, 'timezone') || 'Europe/Paris'
    const day = todayIn(zone)
    if (!isZoneReported && !isZone(zone)) sayError(`${ZONE[language](zone, day)}\n`)
    isZoneReported = true
    return day
  }
  return {
    positionals,
    values,
    language,
    folder,
    cwd,
    terminal,
    day: () => asked || today(),
    print: (text) => write(process.stdout, withoutEscapes(text, terminal)),
    say: (text) => {
      const shown = withoutEscapes(typeset(text, language), terminal)
      if (isQuiet) held.push(shown)
      else write(process.stdout, shown)
    },
    sayError,
  }
}

function write(stream: NodeJS.WriteStream, text: string) {
  eraseLine()
  stream.write(text)
}

function wrongCommand() {
  return import('./arguments/wrong-command.ts')
}

async function parsed(name: string, command: Command, args: readonly string[]) {
  const known = optionsOf(command)
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(known).map(([key, { value, multiple = false, short }]) => [
      key,
      { type: value === undefined ? 'boolean' : 'string', multiple, ...(short && { short }) },
    ]),
  )
  const { values, positionals } = await parseStrictly()
  const format = values.format ?? (values.json === true ? 'json' : known.format?.choices?.[0])
  if (values.json === true && format !== 'json') throw notTogether('--json', `--format ${format}`)
  for (const [option, { choices, aliases }] of Object.entries(known)) {
    const value = values[option]
    if (typeof value === 'string' && choices?.includes(value) === false)
      throw (await wrongCommand()).noSuchChoice(option, value, choices, aliases)
  }
  return { values: format === undefined ? values : { ...values, format }, positionals }

  async function parseStrictly() {
    try {
      return parseArgs({
        args: withOptionalValues(args, known),
        options,
        allowPositionals: true,
        strict: true,
      })
    } catch (error) {
      const { wrongOption } = await wrongCommand()
      throw wrongOption(name, error as NodeJS.ErrnoException, Object.keys(known))
    }
  }
}

// Node’s `parseArgs` has no optional values. The word after `--sign` is its value if that word is
// the path of a file.
function withOptionalValues(
  args: readonly string[],
  known: Readonly<Record<string, Option>>,
): readonly string[] {
  const at = args.findIndex((arg) => arg.startsWith('--') && known[arg.slice(2)]?.optional === true)
  if (at < 0 || args.slice(0, at).includes('--')) return args
  const next = args[at + 1] ?? ''
  const value = statSync(next, { throwIfNoEntry: false })?.isFile() === true ? [next] : []
  return [
    ...args.slice(0, at),
    `${args[at]}=${value.join('')}`,
    ...args.slice(at + 1 + value.length),
  ]
}

function noProgramme(start: string, named: string | null): UsageError {
  const misnamed = misnamedManifest(start)
  if (misnamed !== '') return misnamedManifestError(misnamed)
  const [fr, en] =
    named === null
      ? [
          `ici : il faut un fichier « programme.yaml » dans ${start} ou au-dessus`,
          `here: a file “programme.yaml” is needed in ${start} or above`,
        ]
      : [
          `dans « ${named} » : il y faut un fichier « programme.yaml »`,
          `in “${named}”: a file “programme.yaml” is needed there`,
        ]
  return new UsageError(
    `aucun programme ${fr} (cahier init DOSSIER en crée un)`,
    `no programme ${en} (cahier init DIR makes one)`,
  )
}

// A programme is in French unless its manifest names another language.
function languageOf(args: readonly string[], programme: string | null): Language {
  const written = programme === null ? '' : manifestField(programme, 'language') || 'fr'
  return languageFrom(commonValue(args, 'lang'), process.env, written)
}

// A field of the manifest, read without a parser: the rest of the file may be invalid.
function manifestField(folder: string, key: string) {
  return (
    new RegExp(`^${key}:[ \\t]*(?:\\r?\\n[ \\t]+)?["']?([^"'\\s#]+)`, 'm').exec(
      readSmallFile(folder, PROGRAMME_FILE),
    )?.[1] ?? ''
  )
}

const ZONE = inBothLanguages(
  (zone: string, day: string) =>
    `Le fuseau « ${zone} » (timezone, dans programme.yaml) n’existe pas : le jour compté est celui du temps universel, ${day}. Corrigez le fuseau, ou donnez le jour avec --date.`,
  (zone, day) =>
    `There is no time zone “${zone}” (timezone, in programme.yaml): the day that counts is that of universal time, ${day}. Correct the zone, or give the day with --date.`,
)
