import type { Language } from '@cahier/core'
import type { Blockquote, Nodes, Paragraph } from 'mdast'

/**
 * Writes the sign of an alert, as forges have them (`> [!NOTE]`) and Obsidian (`> [!note]- Title`),
 * as words in bold at the head of the quotation, in place.
 */
export function nameAlerts(node: Nodes, language: Language): void {
  if (!('children' in node)) return
  for (const child of node.children) nameAlerts(child, language)
  if (node.type === 'blockquote') nameAlert(node, LABELS[language])
}

function nameAlert(quotation: Blockquote, labels: Readonly<Record<string, string>>): void {
  const [first, ...others] = quotation.children
  const sign = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || sign?.type !== 'text') return
  const [whole, kind = '', title = ''] =
    /^\[!([A-Za-z]+)\][-+]?(?:[ \t]+(?![ \t])([^\r\n]*?))?(?<![ \t])[ \t]*(?:\r?\n|\r|$)/.exec(
      sign.value,
    ) ?? []
  const label = isAlertKind(kind) ? title || labels[kind.toLowerCase()] : undefined
  if (whole === undefined || label === undefined) return
  const rest = sign.value.slice(whole.length)
  const said =
    rest === '' ? first.children.slice(1) : [{ ...sign, value: rest }, ...first.children.slice(1)]
  const name: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: label }] }],
  }
  quotation.children = [
    place(name, first),
    ...(said.length === 0 ? [] : [{ ...first, children: said }]),
    ...others,
  ]
}

function place<Kind extends Nodes>(node: Kind, { position }: Nodes): Kind {
  return position === undefined ? node : { ...node, position }
}

/** Whether a word names an alert that has a label here. */
export function isAlertKind(kind: string): boolean {
  return Object.hasOwn(LABELS.en, kind.toLowerCase())
}

const LABELS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    ...{
      note: 'Note',
      info: 'À savoir',
      tip: 'Conseil',
      hint: 'Conseil',
      important: 'Important',
      warning: 'Attention',
      attention: 'Attention',
    },
    ...{
      caution: 'Danger',
      danger: 'Danger',
      error: 'Erreur',
      bug: 'Défaut',
      failure: 'Échec',
      success: 'Réussite',
      question: 'Question',
    },
    ...{
      example: 'Exemple',
      quote: 'Citation',
      abstract: 'Résumé',
      summary: 'Résumé',
      details: 'Détails',
      seealso: 'Voir aussi',
    },
  },
  en: {
    ...{
      note: 'Note',
      info: 'Info',
      tip: 'Tip',
      hint: 'Hint',
      important: 'Important',
      warning: 'Warning',
      attention: 'Attention',
    },
    ...{
      caution: 'Caution',
      danger: 'Danger',
      error: 'Error',
      bug: 'Bug',
      failure: 'Failure',
      success: 'Success',
      question: 'Question',
    },
    ...{
      example: 'Example',
      quote: 'Quote',
      abstract: 'Abstract',
      summary: 'Summary',
      details: 'Details',
      seealso: 'See also',
    },
  },
}
