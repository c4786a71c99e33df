// `cahier import`: makes amendments from an ODT that a collective edited and sent back.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { planAmendment, withFieldIn } from '@cahier/consensus'
import { type Document, fieldsOf, languageOfTag, type Programme } from '@cahier/core'
import {
  changedRequests,
  type DocumentComment,
  matchBlocks,
  outsideChanges,
  type ReturnedOdt,
  type ReturnedText,
  readReturnedOdt,
  sourceAfterReturn,
} from '@cahier/export'
import { proseAsMarkdown } from '@cahier/prose'
import { collectiveNamed } from '../arguments/named-ids.ts'
import { onlyArgument, planOptions, requiredOptionText, valueOption } from '../arguments/options.ts'
import { errorAbout, UsageError } from '../arguments/usage-error.ts'
import type { Command, Invocation } from '../command.ts'
import { noSuchFile, readOrRefuse } from '../disk/files.ts'
import { openProgramme } from '../programme/open.ts'
import { isBundleFolder, readArchive } from '../published/read-bundle.ts'
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
    const { comments, added, changed } = outsideChanges(
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

/** The amendment for a returned text. `there`: the same amendment exists already. */
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

function reasonOf({ on, text, author }: DocumentComment, french: boolean) {
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

/** Bytes: larger than any published document. */
const MOST_BYTES = 64 * 1024 * 1024

/** Reads an edited ODT document of this programme. @throws {UsageError} for any other file. */
function returnedDocument(
  written: string,
  invocation: Invocation,
  { manifest }: Programme,
): ReturnedOdt {
  const path = resolve(invocation.cwd, written)
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined) throw noSuchFile(written)
  if (!there.isFile()) throw errorAbout(written, 'n’est pas un fichier', 'is not a file')
  const returned = there.size > MOST_BYTES ? 'tooLarge' : readAsSent(path, invocation)
  if (typeof returned === 'string') {
    const [fr, en] = REFUSALS[returned]
    throw errorAbout(written, fr, en)
  }
  if (returned.texts.length === 0)
    throw errorAbout(
      written,
      'ne peut pas revenir en amendements : seul l’ODT du programme entier ou d’un dossier, publié sans --amendments, dit quels textes il imprime',
      'cannot come back as amendments: only the ODT of the whole programme or of a dossier, published without --amendments, says which texts it prints',
    )
  const { identifier } = manifest.publication
  if (returned.identifier !== identifier)
    throw errorAbout(
      written,
      `vient d’un autre programme : « ${returned.identifier} », et non « ${identifier} »`,
      `comes from another programme: “${returned.identifier}”, not “${identifier}”`,
    )
  return returned
}

/** Reads an ODT. A word processor may drop the metadata: the original in `--base` has them. */
function readAsSent(
  path: string,
  { cwd, values: { base } }: Invocation,
): ReturnType<typeof readReturnedOdt> {
  const bytes = readFileSync(path)
  const returned = readReturnedOdt(bytes)
  if (returned !== 'foreign' || typeof base !== 'string') return returned
  for (const document of documentsIn(resolve(cwd, base), base)) {
    const sent = readReturnedOdt(document)
    if (typeof sent !== 'string' && sent.texts.length > 0) return readReturnedOdt(bytes, sent)
  }
  return returned
}

function* documentsIn(path: string, written: string): Generator<Uint8Array> {
  const isDocument = (name: string) => name.endsWith('.odt') && !name.includes('/')
  if (isBundleFolder(path, written)) {
    for (const name of readdirSync(path).filter(isDocument)) {
      const file = statSync(join(path, name), { throwIfNoEntry: false })
      if (file?.isFile() && file.size <= MOST_BYTES) yield readFileSync(join(path, name))
    }
  } else
    for (const { bytes } of readArchive(path, written, isDocument).files)
      if (bytes !== null) yield bytes
}

const REFUSALS = {
  tooLarge: ['est plus grand qu’aucun document publié', 'is larger than any published document'],
  unreadable: [
    'ne peut pas être lu : ce n’est pas un document ODT (dans LibreOffice, « Enregistrer sous » permet d’en faire un)',
    'cannot be read: it is not an ODT document (in LibreOffice, “Save as” makes one)',
  ],
  encrypted: [
    'est protégé par un mot de passe : enregistrez-le de nouveau sans mot de passe',
    'is protected by a password: save it again without one',
  ],
  unsafe: [
    'contient ce qu’aucun logiciel de texte n’écrit (un fichier qui sort du document ou deux fois le même, des entités XML), et rien n’en est lu',
    'holds what no word processor writes (a file that leads out of the document, or one twice, XML entities), and none of it is read',
  ],
  external: [
    'prend ailleurs une image, une section ou des données, par une adresse, et rien n’en est lu : mettez-les dans le document (dans LibreOffice, « Édition », « Liens vers des fichiers externes », « Rompre le lien »), puis enregistrez-le',
    'takes a picture, a section or data from elsewhere, by an address, and none of it is read: put them into the document (in LibreOffice, “Edit”, “Links to External Files”, “Break Link”), then save it',
  ],
  foreign: [
    'n’a pas été publié par cahier, ou ne dit plus d’où il vient : seul un ODT de « cahier publish » peut revenir. S’il en est un, donnez avec --base l’édition d’où il vient, dossier ou archive ZIP ; si c’est un texte nouveau, lancez « cahier new proposal » et copiez-y ses mots',
    'was not published by cahier, or no longer says where it comes from: only an ODT of “cahier publish” can come back. If it is one, give the bundle it comes from, a folder or a ZIP archive, with --base; if it is a new text, run “cahier new proposal” and copy its words there',
  ],
} as const
