import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { planAmendment, withFieldIn } from '@cahier/consensus'
import { type Document, fieldsOf, languageOfTag, type Programme } from '@cahier/core'
import {
  changedRequests,
  outsideTexts,
  ownTexts,
  type Remark,
  type ReturnedOdt,
  type ReturnedText,
  readReturnedOdt,
  returnedText,
} from '@cahier/export'
import { proseAsMarkdown } from '@cahier/prose'
import type { Command, Invocation } from '../command.ts'
import { dateOption } from '../day-option.ts'
import { dryRunOption } from '../dry-run-option.ts'
import { type Imported, importReport } from '../in-words/import-report.ts'
import { collectiveNamed } from '../named-ids.ts'
import { noSuchFile } from '../no-such-file.ts'
import { openProgramme } from '../open-programme.ts'
import { printedBases } from '../printed-base.ts'
import { isBundleFolder, readArchive } from '../read-bundle.ts'
import { reading } from '../reading.ts'
import { UsageError } from '../usage-error.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { joinPlans } from '../writing/join-plans.ts'

export const command: Command = {
  usage: { fr: 'FICHIER.odt --by COLLECTIF', en: 'FILE.odt --by COLLECTIVE' },
  help: {
    fr: 'Fait des amendements d’un document ODT, ou .fodt (le programme entier ou un dossier, sans --amendments) publié par cahier et revenu modifié, avec ou sans suivi des modifications : un par proposition touchée. Les commentaires deviennent les motifs. Ce qui ne peut pas entrer dans le texte est dit, pour être repris à la main.',
    en: 'Turns an ODT document, or .fodt (the whole programme or a dossier, without --amendments) that cahier published and that came back edited, with or without tracked changes, into amendments: one per proposal. Comments become the reasons. What cannot go into the text is listed, to be done by hand.',
  },
  examples: ['cahier import retour.odt --by exemple-a', 'cahier import retour.odt --by exemple-a --base dist/2026-2 --dry-run'],
  options: {
    by: {
      type: 'string',
      value: { fr: 'COLLECTIF', en: 'COLLECTIVE' },
      help: { fr: 'le collectif qui renvoie le document', en: 'the collective that sends the document back' },
    },
    base: {
      type: 'string',
      value: { fr: 'ÉDITION', en: 'BUNDLE' },
      help: {
        fr: 'l’édition d’où vient le document, quand ni le dossier ni git n’ont plus ses textes',
        en: 'the bundle the document comes from, when neither the folder nor git still has its texts',
      },
    },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { positionals, values, say, day } = invocation
    const [written, ...more] = positionals
    if (written === undefined || more.length > 0)
      throw new UsageError(
        'cahier import prend un fichier ODT (cahier import --help)',
        'cahier import takes one ODT file (cahier import --help)',
      )
    const { by } = values
    if (typeof by !== 'string')
      throw new UsageError(
        'qui renvoie ce document ? Ajoutez --by et le collectif',
        'who sends this document back? Add --by and the collective',
      )
    const programme = openProgramme(invocation)
    collectiveNamed(programme, by)
    const returned = reading(written, () => returnedAt(written, invocation, programme))
    const { found, unknown, blocks, wasPrinted } = printedBases(invocation, programme, returned)
    const own = ownTexts(blocks, returned.paragraphs)
    if (found.length > 0 && own.kept.size === 0)
      throw new UsageError(
        `« ${written} » n’a plus aucun passage de l’édition d’où il viendrait`,
        `“${written}” has nothing left of the edition that it says it comes from`,
      )
    const texts = found.map(({ printed, document }): Imported => {
      const text = returnedText(document, printed.prefix, blocks, own, wasPrinted)
      return { id: printed.id, text, asked: askedBy(programme, printed.id, document, text, { by, day: day() }) }
    })
    const plan = joinPlans(texts.flatMap(({ asked }) => (typeof asked === 'string' ? [] : [asked])))
    // Nothing is written when something is refused: there is nothing to report.
    if (plan.files.length + plan.findings.length > 0 && applyPlan(plan, invocation) !== 0) return 1
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

/** Bytes: larger than any document that was published. */
const MOST_BYTES = 64 * 1024 * 1024

function returnedAt(written: string, invocation: Invocation, { manifest }: Programme): ReturnedOdt {
  const path = resolve(invocation.cwd, written)
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined) throw noSuchFile(written)
  if (!there.isFile()) throw new UsageError(`« ${written} » n’est pas un fichier`, `“${written}” is not a file`)
  const returned = there.size > MOST_BYTES ? 'tooLarge' : readAsSent(path, invocation)
  if (returned === 'tooLarge')
    throw new UsageError(`« ${written} » est plus grand qu’aucun document publié`, `“${written}” is larger than any published document`)
  if (returned === 'unreadable')
    throw new UsageError(
      `« ${written} » ne peut pas être lu : ce n’est pas un document ODT (dans LibreOffice, « Enregistrer sous » permet d’en faire un)`,
      `“${written}” cannot be read: it is not an ODT document (in LibreOffice, “Save as” makes one)`,
    )
  if (returned === 'encrypted')
    throw new UsageError(
      `« ${written} » est protégé par un mot de passe : enregistrez-le de nouveau sans mot de passe`,
      `“${written}” is protected by a password: save it again without one`,
    )
  if (returned === 'unsafe')
    throw new UsageError(
      `« ${written} » contient ce qu’aucun logiciel de texte n’écrit (un fichier qui sort du document ou deux fois le même, des entités XML), et rien n’en est lu`,
      `“${written}” holds what no word processor writes (a file that leads out of the document, or one twice, XML entities), and none of it is read`,
    )
  if (returned === 'external')
    throw new UsageError(
      `« ${written} » prend ailleurs une image, une section ou des données, par une adresse, et rien n’en est lu : mettez-les dans le document (dans LibreOffice, « Édition », « Liens vers des fichiers externes », « Rompre le lien »), puis enregistrez-le`,
      `“${written}” takes a picture, a section or data from elsewhere, by an address, and none of it is read: put them into the document (in LibreOffice, “Edit”, “Links to External Files”, “Break Link”), then save it`,
    )
  if (returned === 'foreign')
    throw new UsageError(
      `« ${written} » n’a pas été publié par cahier, ou ne dit plus d’où il vient : seul un ODT de « cahier publish » peut revenir. S’il en est un, donnez avec --base l’édition d’où il vient, dossier ou archive ZIP ; si c’est un texte nouveau, lancez « cahier new proposal » et copiez-y ses mots`,
      `“${written}” was not published by cahier, or no longer says where it comes from: only an ODT of “cahier publish” can come back. If it is one, give the bundle it comes from, a folder or a ZIP archive, with --base; if it is a new text, run “cahier new proposal” and copy its words there`,
    )
  if (returned.texts.length === 0)
    throw new UsageError(
      `« ${written} » ne peut pas revenir en amendements : seul l’ODT du programme entier ou d’un dossier, publié sans --amendments, dit quels textes il imprime`,
      `“${written}” cannot come back as amendments: only the ODT of the whole programme or of a dossier, published without --amendments, says which texts it prints`,
    )
  const { identifier } = manifest.publication
  if (returned.identifier !== identifier)
    throw new UsageError(
      `« ${written} » vient d’un autre programme : « ${returned.identifier} », et non « ${identifier} »`,
      `“${written}” comes from another programme: “${returned.identifier}”, not “${identifier}”`,
    )
  return returned
}

/** Some word processors keep nothing of what a document says of itself: the one that was sent, in its edition, says it still. */
function readAsSent(path: string, { cwd, values: { base } }: Invocation): ReturnType<typeof readReturnedOdt> {
  const bytes = readFileSync(path)
  const returned = readReturnedOdt(bytes)
  if (returned !== 'foreign' || typeof base !== 'string') return returned
  for (const document of documentsIn(resolve(cwd, base), base)) {
    const sent = readReturnedOdt(document)
    if (typeof sent !== 'string' && sent.texts.length > 0) return readReturnedOdt(bytes, sent)
  }
  return returned
}

/** The ODT documents of an edition, in a folder or a ZIP archive. @throws {UsageError} when it is no edition. */
function* documentsIn(path: string, written: string): Generator<Uint8Array> {
  const isDocument = (name: string) => name.endsWith('.odt') && !name.includes('/')
  if (isBundleFolder(path, written)) {
    for (const name of readdirSync(path).filter(isDocument)) {
      const file = statSync(join(path, name), { throwIfNoEntry: false })
      if (file?.isFile() && file.size <= MOST_BYTES) yield readFileSync(join(path, name))
    }
  } else for (const { bytes } of readArchive(path, written, isDocument).files) if (bytes !== null) yield bytes
}

/** The amendment that a text asks for, whatever the day; or that it asks for none, or for one that is there already. */
function askedBy(
  programme: Programme,
  id: string,
  before: Document,
  { text, fields, comments }: ReturnedText,
  who: { readonly by: string; readonly day: string },
): Imported['asked'] {
  if (text === before.text && fields.size === 0) return 'nothing'
  const head = [...fields].reduce((map, [field, value]) => withFieldIn(map, field, value), fieldsOf(before.head))
  const french = languageOfTag(programme.manifest.language) === 'fr'
  const reasons = comments.map((comment) => reasonOf(comment, french)).join('\n\n')
  const name = `${french ? 'retour' : 'return'}-${who.by}`
  const plan = planAmendment(programme, id, { before, edited: text, fields: head, reasons, name, ...who })
  if (plan.findings.some(({ message }) => message === 'onlySpacing')) return 'nothing'
  const undated = (content: unknown) => String(content).replace(/^date: .*$/m, '')
  const wanted = plan.files.map(({ content }) => undated(content))
  return programme.amendments.some(({ amends, document }) => amends === id && wanted.includes(undated(document.text))) ? 'there' : plan
}

function reasonOf({ on, text }: Remark, french: boolean): string {
  if (on === '') return proseAsMarkdown(text)
  const words = on.replace(/[^\S\u00A0\u202F]+/g, ' ')
  const quoted = proseAsMarkdown(words.length > 80 ? `${words.slice(0, 79).replace(/\s+\S*$/, '')}…` : words, 'inside')
  return `${french ? `Sur «\u00A0${quoted}\u00A0»\u00A0:` : `On “${quoted}”:`} ${proseAsMarkdown(text, 'inside')}`
}
