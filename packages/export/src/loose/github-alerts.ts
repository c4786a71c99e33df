import type { Language } from '@cahier/core'
import type { Blockquote, Paragraph, Root } from 'mdast'
import { byLanguage } from '../edition/labels.ts'
import { everyNode } from '../edition/nodes.ts'

/** Replaces the sign of each alert of GitHub (`> [!NOTE]`) with its label in bold, in place. */
export function labelAlerts(tree: Root, language: Language): void {
  for (const node of everyNode(tree))
    if (node.type === 'blockquote') labelAlert(node, ALERT_LABELS[language])
}

function labelAlert(quotation: Blockquote, labels: Readonly<Record<string, string>>) {
  const [first, ...others] = quotation.children
  const sign = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || sign?.type !== 'text') return
  const [whole = '', kind = ''] = /^\[!([A-Za-z]+)\][ \t]*(?:[\r\n]+|$)/.exec(sign.value) ?? []
  const name = kind.toLowerCase()
  if (!Object.hasOwn(labels, name)) return
  const words = [{ ...sign, value: sign.value.slice(whole.length) }, ...first.children.slice(1)]
  const text: Paragraph = {
    ...first,
    children: words.filter((node) => node.type !== 'text' || node.value !== ''),
  }
  const label: Paragraph = {
    ...first,
    children: [{ type: 'strong', children: [{ type: 'text', value: labels[name] ?? '' }] }],
  }
  quotation.children = [label, ...(text.children.length > 0 ? [text] : []), ...others]
}

const ALERT_LABELS: Readonly<Record<Language, Readonly<Record<string, string>>>> = byLanguage({
  note: ['Note', 'Note'],
  tip: ['Conseil', 'Tip'],
  important: ['Important', 'Important'],
  warning: ['Attention', 'Warning'],
  caution: ['Danger', 'Caution'],
})
