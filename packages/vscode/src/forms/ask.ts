import { type QuickPickItem, window } from 'vscode'
import { localized } from '../language.ts'
import {
  type Answers,
  type Form,
  type FormContext,
  type Item,
  type LocalizedText,
  nextStep,
  type Step,
} from './form.ts'

/**
 * Asks the questions of a form that have no answer yet. Null when the person cancels, or when a
 * choice has no items.
 */
export async function ask(
  form: Form,
  known: Answers,
  context: FormContext,
): Promise<Answers | null> {
  let answers = known
  for (;;) {
    const step = nextStep(form, answers, context)
    if (step === undefined) return answers
    const answer = step.kind === 'choice' ? await choose(step) : await write(step)
    if (answer === undefined) return null
    answers = { ...answers, [step.id]: answer }
  }
}

async function choose(
  step: Step & { kind: 'choice' },
): Promise<string | readonly string[] | undefined> {
  const placeHolder = localized(step.question)
  const items = step.items.map(asPick)
  if (items.length === 0) {
    await window.showInformationMessage(localized(NOTHING))
    return undefined
  }
  if (step.many === true) return await chooseMany(items, placeHolder)
  return (await window.showQuickPick(items, { placeHolder, ...EASY_TO_FIND }))?.id
}

// When no line is ticked, Enter chooses the focused line.
function chooseMany(
  items: readonly Pick[],
  placeholder: string,
): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    const list = window.createQuickPick<Pick>()
    const selectedItems = items.filter(({ picked }) => picked)
    Object.assign(list, { items, placeholder, canSelectMany: true, ...EASY_TO_FIND, selectedItems })
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
    prompt: localized(question),
    value,
    ignoreFocusOut: true,
    ...(example && { placeHolder: localized(example) }),
    validateInput: (text) => {
      const wrong = optional === true && text.trim() === '' ? null : (fault?.(text) ?? null)
      return wrong === null ? null : localized(wrong)
    },
  })
}

const EASY_TO_FIND = { matchOnDetail: true, matchOnDescription: true, ignoreFocusOut: true }

type Pick = QuickPickItem & { readonly id: string }

function asPick({ id, label, detail, picked }: Item): Pick {
  return {
    id,
    label: textOf(label),
    ...(detail !== undefined && { description: textOf(detail) }),
    ...(picked && { picked }),
  }
}

function textOf(text: string | LocalizedText): string {
  return typeof text === 'string' ? text : localized(text)
}

const NOTHING: LocalizedText = {
  fr: 'Il n’y a rien à choisir ici.',
  en: 'There is nothing to choose from here.',
}
