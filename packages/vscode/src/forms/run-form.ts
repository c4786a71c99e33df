import { type OutputChannel, ProgressLocation, Uri, window, workspace } from 'vscode'
import { languageHere, localized } from '../language.ts'
import { locateFile, type OpenProgramme, proposalAt } from '../programmes.ts'
import { runCahier } from '../run-cahier.ts'
import { ask } from './ask.ts'
import { confirmationOf } from './confirmation.ts'
import { type Answers, argumentsOf, type Form, type LocalizedText } from './form.ts'

export interface CommandEnvironment {
  readonly program: string
  readonly output: OutputChannel
  readonly programmes: () => Promise<readonly OpenProgramme[]>
  readonly refresh: () => void
}

/**
 * Asks the questions of a form and saves open files. Then shows what the command would write, and
 * runs it when the person agrees.
 */
export async function runForm(
  form: Form,
  known: Answers,
  given: OpenProgramme | undefined,
  environment: CommandEnvironment,
): Promise<void> {
  const programmes = await environment.programmes()
  const file = window.activeTextEditor?.document.uri
  const place = locateFile(programmes, file)
  const programme = given ?? place?.programme ?? programmes[0]
  if (programme === undefined) return
  const context = {
    outline: programme,
    proposal: place === null ? '' : proposalAt(place.path),
    day: today(),
  }
  const answers = await ask(form, known, context)
  if (answers === null || !(await workspace.saveAll(false))) return
  const words = [form.command, ...argumentsOf(form, answers, context)]
  const output = await runAgreed(words, Uri.parse(programme.uri).fsPath, environment)
  if (output === null) return
  const written = pathsIn(output)
  if (form.command === 'new' && written[0] !== undefined)
    await window.showTextDocument(Uri.joinPath(Uri.parse(programme.uri), written[0]))
  else if (
    (await window.showInformationMessage(firstLine(output), localized(DETAILS))) !== undefined
  )
    environment.output.show(true)
}

/**
 * Runs a command after a dry run and a confirmation. Returns its output; null when it fails or the
 * person cancels.
 */
export async function runAgreed(
  words: readonly string[],
  folder: string,
  environment: CommandEnvironment,
): Promise<string | null> {
  const command = words[0] ?? ''
  const run = (...more: string[]) =>
    waiting(command, () =>
      runCahier(environment.program, [...words, ...more], folder, languageHere()),
    )
  const dry = await run('--dry-run')
  if (dry.code !== 0) return refused(dry.output)
  if (!(await agreedTo(dry.output, environment))) return null
  const done = await run()
  environment.output.append(`${done.output.trimEnd()}\n`)
  environment.refresh()
  return done.code === 0 ? done.output : refused(done.output)
}

function refused(output: string): null {
  window.showWarningMessage(output.trim(), { modal: true })
  return null
}

function waiting<Result>(title: string, work: () => Promise<Result>): Thenable<Result> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title: `cahier ${title}…` },
    work,
  )
}

// The paths in lines such as `written: axes/a/b.md`.
function pathsIn(output: string): readonly string[] {
  return [...output.matchAll(/^(?:écrit|written)\s?: (.+)$/gm)].map((match) => match[1] as string)
}

// A dialogue taller than the screen has no buttons: long changes go to the output panel.
async function agreedTo(output: string, environment: CommandEnvironment): Promise<boolean> {
  const { detail, whole, isCut } = confirmationOf(output)
  const answer = await window.showInformationMessage(
    localized(WOULD),
    { modal: true, detail },
    localized(WRITE),
    ...(isCut ? [localized(ALL)] : []),
  )
  if (answer !== localized(ALL)) return answer !== undefined
  environment.output.append(`${whole}\n`)
  environment.output.show(true)
  return (await window.showInformationMessage(localized(WOULD), localized(WRITE))) !== undefined
}

function firstLine(output: string): string {
  return output.trim().split('\n', 1)[0] ?? ''
}

function today(): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return new Intl.DateTimeFormat('en-CA', parts).format(new Date())
}

const WOULD: LocalizedText = { fr: 'Voici ce qui serait écrit.', en: 'This would be written.' }
const WRITE: LocalizedText = { fr: 'Écrire', en: 'Write' }
const ALL: LocalizedText = { fr: 'Tout lire', en: 'Read it all' }
const DETAILS: LocalizedText = { fr: 'Voir le détail', en: 'See the details' }
