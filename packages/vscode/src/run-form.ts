import { type OutputChannel, ProgressLocation, Uri, window, workspace } from 'vscode'
import { ask } from './ask.ts'
import { confirmationOf } from './confirmation.ts'
import type { Answers, Bilingual, Form } from './forms/form.ts'
import { languageHere, said } from './language.ts'
import { runProgram } from './program.ts'
import { type OpenProgramme, placeIn, proposalAt } from './programmes.ts'

/** What running a form needs of the extension. */
export interface Office {
  readonly program: string
  readonly output: OutputChannel
  readonly programmes: () => Promise<readonly OpenProgramme[]>
  readonly refresh: () => void
}

/**
 * Asks the questions of a form, shows what would be written, and writes it once the person agrees.
 * What is being typed is saved first: a verb reads files. Nothing is written when the person gives
 * up, or when the verb refuses.
 */
export async function runForm(
  form: Form,
  known: Answers,
  named: OpenProgramme | undefined,
  office: Office,
): Promise<void> {
  const programmes = await office.programmes()
  const file = window.activeTextEditor?.document.uri
  const place = placeIn(programmes, file)
  const programme = named ?? place?.programme ?? programmes[0]
  if (programme === undefined) return
  const around = {
    outline: programme,
    proposal: place === null ? '' : proposalAt(place.path),
    day: today(),
  }
  const answers = await ask(form, known, around)
  if (answers === null || !(await workspace.saveAll(false))) return
  const words = [form.verb, ...form.wordsOf(answers, around)]
  const output = await runAgreed(words, Uri.parse(programme.uri).fsPath, office)
  if (output === null) return
  const written = pathsIn(output)
  if (form.verb === 'new' && written[0] !== undefined)
    await window.showTextDocument(Uri.joinPath(Uri.parse(programme.uri), written[0]))
  else if ((await window.showInformationMessage(firstLine(output), said(DETAILS))) !== undefined)
    office.output.show(true)
}

/**
 * What a verb says once it has written what the person was shown and agreed to; `null` when they
 * gave up, or the verb refused.
 */
export async function runAgreed(
  words: readonly string[],
  folder: string,
  office: Office,
): Promise<string | null> {
  const verb = words[0] ?? ''
  const run = (...more: string[]) =>
    waiting(verb, () => runProgram(office.program, [...words, ...more], folder, languageHere()))
  const dry = await run('--dry-run')
  if (dry.code !== 0) return refused(dry.output)
  if (!(await agreedTo(dry.output, office))) return null
  const done = await run()
  office.output.append(`${done.output.trimEnd()}\n`)
  office.refresh()
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

/** Paths of the files that a verb says it wrote, relative to where it ran. */
function pathsIn(output: string): readonly string[] {
  return [...output.matchAll(/^(?:écrit|written)\s?: (.+)$/gm)].map((match) => match[1] as string)
}

// A dialogue that is taller than the screen has no buttons: what is longer can be read beside it,
// before anything is written.
async function agreedTo(output: string, office: Office): Promise<boolean> {
  const { detail, whole, isCut } = confirmationOf(output)
  const answer = await window.showInformationMessage(
    said(WOULD),
    { modal: true, detail },
    said(WRITE),
    ...(isCut ? [said(ALL)] : []),
  )
  if (answer !== said(ALL)) return answer !== undefined
  office.output.append(`${whole}\n`)
  office.output.show(true)
  return (await window.showInformationMessage(said(WOULD), said(WRITE))) !== undefined
}

function firstLine(output: string): string {
  return output.trim().split('\n', 1)[0] ?? ''
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date())
}

const WOULD: Bilingual = { fr: 'Voici ce qui serait écrit.', en: 'This would be written.' }
const WRITE: Bilingual = { fr: 'Écrire', en: 'Write' }
const ALL: Bilingual = { fr: 'Tout lire', en: 'Read it all' }
const DETAILS: Bilingual = { fr: 'Voir le détail', en: 'See the details' }
