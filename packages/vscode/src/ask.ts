import { type QuickPickItem, window } from 'vscode'
import type { Answers, Bilingual, Form, Item, Step, Surroundings } from './forms/form.ts'
import { said } from './language.ts'

/**
 * Asks the questions of a form one after the other; `null` when the person gives up on one. Answers
 * already known are not asked for.
 */
export async function ask(
  form: Form,
  known: Answers,
  around: Surroundings,
): Promise<Answers | null> {
  let answers = known
  for (let step = form.next(answers, around); step !== null; step = form.next(answers, around)) {
    const answer = step.kind === 'choice' ? await choose(step) : await write(step)
    if (answer === undefined) return null
    answers = { ...answers, [step.id]: answer }
  }
  return answers
}

async function choose(
  step: Step & { kind: 'choice' },
): Promise<string | readonly string[] | undefined> {
  const placeHolder = said(step.question)
  const items = step.items.map(asPick)
  if (items.length === 0) {
    await window.showInformationMessage(said(NOTHING))
    return undefined
  }
  if (step.many === true) return await chooseMany(items, placeHolder)
  return (
    await window.showQuickPick(items, {
      placeHolder,
      matchOnDetail: true,
      matchOnDescription: true,
      ignoreFocusOut: true,
    })
  )?.id
}

// Whoever presses Enter without ticking anything means the line that is lit.
function chooseMany(
  items: readonly Pick[],
  placeholder: string,
): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    const list = window.createQuickPick<Pick>()
    list.items = items
    list.placeholder = placeholder
    list.canSelectMany = true
    list.matchOnDetail = true
    list.matchOnDescription = true
    list.ignoreFocusOut = true
    list.selectedItems = items.filter(({ picked }) => picked)
    list.onDidAccept(() => {
      const meant = list.selectedItems.length > 0 ? list.selectedItems : list.activeItems
      resolve(meant.length > 0 ? meant.map(({ id }) => id) : undefined)
      list.hide()
    })
    list.onDidHide(() => {
      resolve(undefined)
      list.dispose()
    })
    list.show()
  })
}

async function write({
  question,
  example,
  value = '',
  optional,
  fault,
}: Step & { kind: 'text' }): Promise<string | undefined> {
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

type Pick = QuickPickItem & { readonly id: string }

function asPick({ id, label, detail, picked }: Item): Pick {
  return {
    id,
    label: inWords(label),
    ...(detail !== undefined && { description: inWords(detail) }),
    ...(picked && { picked }),
  }
}

function inWords(text: string | Bilingual): string {
  return typeof text === 'string' ? text : said(text)
}

const NOTHING: Bilingual = {
  fr: 'Il n’y a rien à choisir ici.',
  en: 'There is nothing to choose from here.',
}
