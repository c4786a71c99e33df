import { type Document, placeOf } from '@cahier/core'
import type { Paragraph } from 'mdast'
import { nodesOf } from '../../document/nodes-of.ts'
import { placeIn } from '../../document/places.ts'
import { short } from '../../document/shown-text.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'

/**
 * Reports lists with signs of a word processor (`•`) instead of hyphens: Markdown would join their
 * lines.
 */
export const listMark: Rule = {
  id: 'structure/list-mark',
  severity: 'warning',
  fixed: false,
  loose: true,
  messages: {
    mark: {
      fr: '« {mark} » n’ouvre pas une liste, et ces lignes seraient imprimées l’une derrière l’autre. Écrivez chacune ainsi : {meant}',
      en: '“{mark}” does not begin a list, and these lines would be printed one after the other. Write each like this: {meant}',
    },
  },
  document(context) {
    const { document } = context
    if (document.body === null || document.kind === 'amendment' || !SOME_MARK.test(document.text))
      return
    for (const node of nodesOf(document, 'paragraph')) check(node, context)
  },
}

function check(node: Paragraph, { document, report }: RuleContext): void {
  // Lines with hard breaks are printed one below the other.
  if (node.children.some(({ type }) => type === 'break')) return
  const marks = marksIn(node, document)
  const [first] = marks
  if (first === undefined || (ALONE_IN_SENTENCES.test(first.mark) && marks.length < 2)) return
  if (ALSO_IN_SENTENCES.test(first.mark) && !first.opens) return
  const edits = marks.map(({ mark, start, end }) => {
    const indent = '  '.repeat(Math.max(0, depthOf(mark) - depthOf(first.mark)))
    return { path: document.path, start, end, text: `${indent}- ` }
  })
  report(
    'mark',
    placeIn(document, first.start, first.start + 1),
    { mark: first.mark, meant: `- ${short(first.item)}` },
    { edits },
  )
}

interface Mark {
  readonly mark: string
  readonly item: string
  /** Whether it begins the paragraph, or follows a colon. */
  readonly opens: boolean
  readonly start: number
  readonly end: number
}

// From the start of the line, since the paragraph may be inside an item.
function marksIn(node: Paragraph, { text }: Document): readonly Mark[] {
  const { start, end } = placeOf(node)
  const from = text.lastIndexOf('\n', start.offset - 1) + 1
  return [...text.slice(from, end.offset).matchAll(MARK)].map(
    ({ 0: { length }, 1: lead = '', 2: sign, 3: mark = sign ?? '', 4: item = '', index }) => {
      const at = from + index + lead.length
      const opens = index === 0 || /:\s*$/.test(text.slice(from, from + index))
      return {
        mark,
        item: item.trimEnd(),
        opens,
        start: at,
        end: from + index + length - item.length,
      }
    },
  )
}

// One dash, arrow or middle dot may begin a line inside a sentence.
const ALONE_IN_SENTENCES = /[–—→]/
const ALSO_IN_SENTENCES = /[–—→·]/

/**
 * Word processors mark the second level `o` and the third `§`, followed by a tab or several blanks.
 */
const NESTED = ['o', '§']

function depthOf(mark: string): number {
  return NESTED.indexOf(mark) + 1
}

const SIGNS = '•●○◦∙⁃▪▫‣■□◆❖►▸➢➤→✓✔✗✘·–—'
const BLANK = '[ \\t\\u00A0\\u202F]'
const MARK = new RegExp(
  `^([ \\t>]*)(?:([${SIGNS}])${BLANK}+|([${NESTED.join('')}])(?:\\t|${BLANK}{2})${BLANK}*)(\\S.*)$`,
  'gm',
)
const SOME_MARK = new RegExp(
  `^[ \\t>]*(?:[${SIGNS}]${BLANK}|[${NESTED.join('')}](?:\\t|${BLANK}{2}))`,
  'm',
)
