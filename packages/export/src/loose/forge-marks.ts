import type { Language } from '@cahier/core'
import type { Blockquote, ListItem, Nodes, Paragraph } from 'mdast'

/** Replaces the checkbox of each task (`- [ ]`, `- [x]`) with the character ☐ or ☑, in place. */
export function drawCheckboxes(node: Nodes): void {
  if (node.type === 'listItem') drawCheckbox(node)
  if ('children' in node) for (const child of node.children) drawCheckboxes(child)
}

function drawCheckbox({ children: [block] }: ListItem): void {
  const [first, second] = block?.type === 'paragraph' ? block.children : []
  if (first?.type !== 'text') return
  const [sign, mark] = /^\[([ xX])\][ \t]+/.exec(first.value) ?? []
  const words = first.value.slice(sign?.length)
  if (sign !== undefined && (words !== '' || second !== undefined))
    first.value = `${mark === ' ' ? '☐' : '☑'}\u00A0${words}`
}

/** Replaces the sign of each alert of GitHub (`> [!NOTE]`) with its label in bold, in place. */
export function labelAlerts(node: Nodes, language: Language): void {
  if (!('children' in node)) return
  for (const child of node.children) labelAlerts(child, language)
  if (node.type === 'blockquote') labelAlert(node, ALERT_LABELS[language])
}

function labelAlert(quotation: Blockquote, labels: ReadonlyMap<string, string>): void {
  const [first, ...others] = quotation.children
  const sign = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || sign?.type !== 'text') return
  const [whole, kind = ''] = /^\[!([A-Za-z]+)\][ \t]*(?:[\r\n]+|$)/.exec(sign.value) ?? []
  const label = labels.get(kind.toLowerCase())
  if (whole === undefined || label === undefined) return
  const rest = sign.value.slice(whole.length)
  const words = [...(rest === '' ? [] : [{ ...sign, value: rest }]), ...first.children.slice(1)]
  const name: Paragraph = {
    ...first,
    children: [{ type: 'strong', children: [{ type: 'text', value: label }] }],
  }
  quotation.children = [
    name,
    ...(words.length === 0 ? [] : [{ ...first, children: words }]),
    ...others,
  ]
}

const ALERT_LABELS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fr: new Map([
    ['note', 'Note'],
    ['tip', 'Conseil'],
    ['important', 'Important'],
    ['warning', 'Attention'],
    ['caution', 'Danger'],
  ]),
  en: new Map([
    ['note', 'Note'],
    ['tip', 'Tip'],
    ['important', 'Important'],
    ['warning', 'Warning'],
    ['caution', 'Caution'],
  ]),
}
