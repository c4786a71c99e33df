import { type QuickPickItem, window } from 'vscode'
import type { Answers, Bilingual, Form, Item, Step, Surroundings } from './forms/form.ts'
import { said } from './language.ts'

/** Asks the questions of a form one after the other; `null` when the person gives up on one. Answers already known are not asked for. */
export async function ask(form: Form, known: Answers, around: Surroundings): Promise<Answers | null> {
  let answers = known
  for (let step = form.next(answers, around); step !== null; step = form.next(answers, around)) {
    const answer = step.kind === 'choice' ? await choose(step) : await write(step)
    if (answer === undefined) return null
    answers = { ...answers, [step.id]: answer }
  }
  return answers
}

async function choose(step: Step & { kind: 'choice' }): Promise<string | readonly string[] | undefined> {
  const placeHolder = said(step.question)
  const items = step.items.map(asPick)
  if (items.length === 0) {
    await window.showInformationMessage(said(NOTHING))
    return undefined
  }
  const options = { placeHolder, matchOnDetail: true, matchOnDescription: true, ignoreFocusOut: true }
  if (step.many !== true) return (await window.showQuickPick(items, options))?.id
  const picked = await window.showQuickPick(items, { ...options, canPickMany: true })
  return picked === undefined || picked.length === 0 ? undefined : picked.map(({ id }) => id)
}

async function write({ question, example, value = '', optional, fault }: Step & { kind: 'text' }): Promise<string | undefined> {
  return await window.showInputBox({
    prompt: said(question),
    value,
    ignoreFocusOut: true,
    ...(example && { placeHolder: said(example) }),
    validateInput: (text) => {
      const wrong = optional === true && text.trim() === '' ? null : (fault?.(text) ?? null)
      return wrong === null ? null : said(wrong)
    },
  })
}

function asPick({ id, label, detail, picked }: Item): QuickPickItem & { readonly id: string } {
  return { id, label: inWords(label), ...(detail !== undefined && { description: inWords(detail) }), ...(picked && { picked }) }
}

function inWords(text: string | Bilingual): string {
  return typeof text === 'string' ? text : said(text)
}

const NOTHING: Bilingual = { fr: 'Il n’y a rien à choisir ici.', en: 'There is nothing to choose from here.' }
