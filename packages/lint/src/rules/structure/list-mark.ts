import { type Document, placeOf } from '@cahier/core'
import { matchesIn, type Span } from '@cahier/prose'
import type { Paragraph } from 'mdast'
import { nodesOf } from '../../document/documents.ts'
import { short } from '../../document/escaped-characters.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'

/** Reports lists with `•` instead of hyphens: Markdown would join their lines. */
export const listMark: Rule = {
  id: 'structure/list-mark',
  severity: 'warning',
  fixes: true,
  loose: true,
  messages: {
    mark: {
      fr: '« {mark} » n’ouvre pas une liste, et ces lignes seraient imprimées l’une derrière l’autre. Écrivez chacune ainsi : {meant}',
      en: '“{mark}” does not begin a list, and these lines would be printed one after the other. Write each like this: {meant}',
    },
  },
  document(context) {
    const { document } = context
    if (document.kind === 'amendment') return
    for (const node of nodesOf(document, 'paragraph')) check(node, context)
  },
}

function check(node: Paragraph, { document, report }: RuleContext) {
  // Lines with hard breaks already look like a list when printed.
  if (node.children.some(({ type }) => type === 'break')) return
  const marks = marksIn(node, document)
  const [first] = marks
  if (first === undefined || (ALONE_IN_SENTENCES.test(first.mark) && marks.length < 2)) return
  if (ALSO_IN_SENTENCES.test(first.mark) && !first.opens) return
  const edits = marks.map(({ mark, start, end }) => {
    const depth = Math.max(0, NESTED.indexOf(mark) - NESTED.indexOf(first.mark))
    return { start, end, text: `${'  '.repeat(depth)}- ` }
  })
  const at = { start: first.start, end: first.start + 1 }
  report('mark', at, { mark: first.mark, meant: `- ${short(first.item)}` }, { edits })
}

interface Mark extends Span {
  readonly mark: string
  readonly item: string
  readonly opens: boolean
}

// The paragraph may be inside a list item, so the lines are read from their start.
function marksIn(node: Paragraph, { text }: Document): readonly Mark[] {
  const { start, end } = placeOf(node)
  const from = text.lastIndexOf('\n', start.offset - 1) + 1
  const lines = text.slice(from, end.offset)
  return matchesIn(lines, MARK).map(
    ({ 0: { length }, 1: lead = '', 2: sign, 3: mark = sign ?? '', 4: item = '', index }) => ({
      mark,
      item: item.trimEnd(),
      opens: index === 0 || /:\s*$/.test(lines.slice(0, index)),
      start: from + index + lead.length,
      end: from + index + length - item.length,
    }),
  )
}

// A line inside a sentence may begin with one of these marks. So a list with them must open its
// paragraph or follow a colon. With dashes or arrows, it needs two lines.
const ALONE_IN_SENTENCES = /[–—→]/
const ALSO_IN_SENTENCES = /[–—→·]/

/** Marks of the second and third level in word processors. */
const NESTED = ['o', '§']

const SIGNS = '•●○◦∙⁃▪▫‣■□◆❖►▸➢➤→✓✔✗✘·–—'
const BLANK = '[ \\t\\u00A0\\u202F]'
const MARK = new RegExp(
  `^([ \\t>]*)(?:([${SIGNS}])${BLANK}+|([${NESTED.join('')}])(?:\\t|${BLANK}{2})${BLANK}*)(\\S.*)$`,
  'gm',
)
