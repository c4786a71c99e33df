// `cahier import`: makes amendments from an ODT that a collective edited and sent back.

import { planAmendment, withFieldIn } from '@cahier/consensus'
import { type Document, fieldsOf, languageOfTag, type Programme } from '@cahier/core'
import {
  changedRequests,
  type DocumentComment,
  matchBlocks,
  outsideTexts,
  type ReturnedText,
  sourceAfterReturn,
} from '@cahier/export'
import { proseAsMarkdown } from '@cahier/prose'
import { collectiveNamed } from '../arguments/named-ids.ts'
import { onlyArgument, planOptions, requiredOptionText, valueOption } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { readOrRefuse } from '../disk/files.ts'
import { openProgramme } from '../programme/open.ts'
import { returnedDocument } from '../returned/document.ts'
import { printedBases } from '../returned/printed-base.ts'
import { type ImportedText, importReport } from '../text/import-report.ts'
import { applyPlan, joinPlans } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: 'FILE.odt --by COLLECTIVE',
  help: {
    fr: 'Un par proposition touchée, d’un ODT ou .fodt : le programme entier ou un dossier publié par cahier (sans --amendments), avec ou sans suivi des modifications. Les commentaires deviennent les motifs. Le reste est dit, pour être repris à la main.',
    en: 'One per proposal, from an ODT or .fodt: the whole programme or a dossier that cahier published (without --amendments), edited with or without tracked changes. Comments become the reasons. The rest is listed, to be done by hand.',
  },
  examples: [
    { fr: 'retour.odt --by COLLECTIVE-a', en: 'returned.odt --by COLLECTIVE-a' },
    {
      fr: 'retour.odt --by COLLECTIVE-a --base dist/2026-2 --dry-run',
      en: 'returned.odt --by COLLECTIVE-a --base dist/2026-2 --dry-run',
    },
  ],
  options: {
    by: valueOption(
      'COLLECTIVE',
      'le collectif qui renvoie le document',
      'the collective that sends the document back',
    ),
    base: valueOption(
      'BUNDLE',
      'l’édition d’où vient le document, quand ni le dossier ni git n’ont plus ses textes',
      'the bundle the document comes from, when neither the folder nor git still has its texts',
    ),
    ...planOptions,
  },
  async run(invocation) {
    const { say, day } = invocation
    const written = onlyArgument(invocation)
    const by = requiredOptionText(invocation, 'by')
    const programme = openProgramme(invocation)
    collectiveNamed(programme, by)
    const returned = readOrRefuse(written, () => returnedDocument(written, invocation, programme))
    const { found, unknown, blocks, wasPrinted } = printedBases(invocation, programme, returned)
    const own = matchBlocks(blocks, returned.paragraphs)
    if (found.length > 0 && own.kept.size === 0)
      throw new UsageError(
        `« ${written} » n’a plus aucun passage de l’édition d’où il viendrait`,
        `“${written}” has nothing left of the edition that it says it comes from`,
      )
    const texts = found.map(({ printed, document }): ImportedText => {
      const text = sourceAfterReturn(document, printed.prefix, blocks, own, wasPrinted)
      return {
        id: printed.id,
        text,
        amendment: amendmentFor(programme, printed.id, document, text, { by, day: day() }),
      }
    })
    const plan = joinPlans(
      texts.flatMap(({ amendment }) => (typeof amendment === 'string' ? [] : [amendment])),
    )
    if (plan.files.length + plan.findings.length > 0 && (await applyPlan(plan, invocation)) !== 0)
      return 1
    const { comments, added, changed } = outsideTexts(
      blocks,
      own,
      found.map(({ printed }) => printed.prefix),
      programme.ids.sources,
    )
    const documents = found.map(({ document }) => document)
    const repeated = unknown.length > 0 ? [] : changedRequests(returned.paragraphs, documents)
    const outside = { comments, added: [...repeated, ...added], changed }
    say(importReport(returned, texts, outside, unknown, invocation))
    return 0
  },
}

/** The amendment for a returned text. `nothing`: no change. `there`: it exists already. */
function amendmentFor(
  programme: Programme,
  id: string,
  before: Document,
  { text, fields, comments }: ReturnedText,
  who: { readonly by: string; readonly day: string },
): ImportedText['amendment'] {
  if (text === before.text && fields.size === 0) return 'nothing'
  const head = [...fields].reduce(
    (map, [field, value]) => withFieldIn(map, field, value),
    fieldsOf(before.head),
  )
  const french = languageOfTag(programme.manifest.language) === 'fr'
  const reasons = comments.map((comment) => reasonOf(comment, french)).join('\n\n')
  const name = `${french ? 'retour' : 'return'}-${who.by}`
  const request = { before, edited: text, fields: head, reasons, name, ...who }
  const plan = planAmendment(programme, id, request)
  if (plan.findings.some(({ message }) => message === 'onlySpacing')) return 'nothing'
  const undated = (content: unknown) => String(content).replace(/^date: .*$/m, '')
  const wanted = plan.files.map(({ content }) => undated(content))
  const isThere = programme.amendments.some(
    ({ amends, document }) => amends === id && wanted.includes(undated(document.text)),
  )
  return isThere ? 'there' : plan
}

function reasonOf({ on, text, author }: DocumentComment, french: boolean): string {
  const colon = french ? '\u00A0:' : ':'
  const inside = (words: string) => proseAsMarkdown(words, 'inside')
  const who = author && proseAsMarkdown(author)
  if (on === '') return who === '' ? proseAsMarkdown(text) : `${who}${colon} ${inside(text)}`
  const words = on.replace(/[^\S\u00A0\u202F]+/g, ' ')
  const short = words.length > 80 ? `${words.slice(0, 79).replace(/\s+\S*$/, '')}…` : words
  const quotation = french ? `«\u00A0${inside(short)}\u00A0»` : `“${inside(short)}”`
  const about = who === '' ? (french ? 'Sur' : 'On') : `${who}, ${french ? 'sur' : 'on'}`
  return `${about} ${quotation}${colon} ${inside(text)}`
}
