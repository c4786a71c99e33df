import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Amended, amendedOf, earlierTexts, tally } from '@cahier/consensus'
import { applyEdits, buildProgramme, type Document, type Programme, readDocument, readFolder, stemOf, wholeDigest } from '@cahier/core'
import {
  exporters,
  type PrintedBlock,
  type PrintedText,
  printedBlocks,
  type ReturnedOdt,
  readReturnedOdt,
  type Selection,
} from '@cahier/export'
import type { Invocation } from './command.ts'
import { earlierElsewhere } from './earlier-elsewhere.ts'
import { editionFor } from './edition-for.ts'
import { formerNames } from './git/former-names.ts'

/** A text that was printed, found again: as it stood, and its blocks as they were printed, under the names they had in the document. */
export interface PrintedBase {
  readonly printed: PrintedText
  readonly document: Document
}

export interface PrintedBases {
  readonly found: readonly PrintedBase[]
  /** Those of which no folder, history or bundle has the text. */
  readonly unknown: readonly PrintedText[]
  /** All blocks of the document as it was printed. */
  readonly blocks: readonly PrintedBlock[]
  /** Whether a block was in the document: of a dossier, which sections are printed is known, and whose requests are not. */
  readonly wasPrinted: (name: string) => boolean
}

// What was withdrawn or merged since is printed no more; the document had it when it was not.
function stillPrinted({ text, places }: Document): string {
  const edits = ['/withdrawn', '/replaced-by'].flatMap((pointer) => {
    const place = places[pointer]
    if (place?.key == null) return []
    const start = text.lastIndexOf('\n', place.key.start.offset) + 1
    const end = start + text.slice(start, place.value.end.offset).trimEnd().length
    return [{ path: '', start, end: text.indexOf('\n', end) + 1, text: '' }]
  })
  return applyEdits(text, edits)
}

/**
 * What a document that comes back was printed from: the texts of the day when they are the same, else those that the folder knows, that the bundle named with
 * `--base` has, or git. They are printed again, so that what comes back is compared with what went out.
 */
export function printedBases(invocation: Invocation, programme: Programme, returned: Pick<ReturnedOdt, 'texts' | 'kind'>): PrintedBases {
  const { folder, values, day } = invocation
  const texts = returned.texts.map((printed) => ({ ...printed, id: presentId(programme, printed, folder) }))
  const elsewhere = earlierElsewhere(invocation, programme, typeof values.base === 'string' ? [values.base] : [])
  const earlier = new Map<string, string>()
  const unknown: PrintedText[] = []
  for (const printed of texts) {
    const amended = amendedOf(programme, printed.id)
    const known = amended === null ? null : textOf(amended, printed)
    const text =
      amended === null || known === null ? null : stillPrinted(known === amended.document.text ? amended.document : textAs(amended, known))
    if (amended === null || text === null) unknown.push(printed)
    else if (text !== amended.document.text) earlier.set(amended.document.path, text)
  }
  const base = earlier.size === 0 ? programme : withTexts(earlier)
  const date = base.manifest.publication.date || day()
  const { names, blocks } = printAgain({ kind: 'programme', status: 'all' })
  const addressees = base.manifest.addressees.map(({ id }) => id)
  const dossier = returned.kind === 'programme' ? null : printAgain({ kind: 'dossier', status: 'all', addressees })
  const isText = ({ name }: PrintedBlock) => /^[bc]_\d+_/.test(name)
  const found = texts.flatMap((printed) => {
    const document = amendedOf(base, printed.id)?.document
    const prefix = names.get(`${printed.prefix.charAt(0)} ${printed.id}`)
    if (document === undefined || unknown.includes(printed)) return []
    if (prefix !== undefined) return [{ printed, document, prefix }]
    unknown.push(printed)
    return []
  })
  return {
    found,
    unknown,
    // Numbers may have moved since: blocks go by those of the document.
    blocks: [
      // What a dossier repeats at its head, before the texts.
      ...(dossier?.blocks ?? []).filter(({ name }) => name.startsWith('c_0_')),
      ...blocks.filter((block) => !isText(block)),
      ...found.flatMap(({ printed, prefix }) =>
        named(blocks, prefix, printed).map((block) => ({
          ...block,
          prefix: block.prefix.replace(/^§\d+(?=\.)/, printed.prefix.replace(/^\D+/, '§')),
        })),
      ),
    ],
    wasPrinted: dossier === null ? () => true : inDossier(dossier),
  }

  function printAgain(selection: Selection) {
    const edition = editionFor(folder, base, tally(base, date), selection, date, false)
    const [file] = exporters.odt?.render(edition, { readAsset }) ?? []
    const again = file === undefined ? 'unreadable' : readReturnedOdt(file.bytes)
    if (typeof again === 'string') throw new Error(`the document printed again cannot be read: ${again}`)
    const names = new Map(again.texts.map(({ id, prefix }) => [`${prefix.charAt(0)} ${id}`, prefix]))
    return { names, blocks: printedBlocks(again.paragraphs) }
  }

  function named(all: readonly PrintedBlock[], prefix: string, printed: PrintedText): readonly PrintedBlock[] {
    return all.flatMap((block) =>
      block.name.startsWith(`${prefix}_`) ? [{ ...block, name: `${printed.prefix}${block.name.slice(prefix.length)}` }] : [],
    )
  }

  function inDossier(dossier: ReturnType<typeof printAgain>): (name: string) => boolean {
    const printed = texts.flatMap((one) => {
      const prefix = dossier.names.get(`${one.prefix.charAt(0)} ${one.id}`)
      return prefix === undefined ? [] : named(dossier.blocks, prefix, one)
    })
    const known = new Set(printed.map(({ name }) => name))
    return (name) => known.has(name) && !name.includes('_request')
  }

  function textAs({ document: { path, kind } }: Amended, text: string): Document {
    return readDocument({ path, text }, kind)
  }

  function textOf(amended: Amended, { whole }: PrintedText): string | null {
    const { text: now } = amended.document
    const isIt = (text: string) => wholeDigest(textAs(amended, text), programme.assets).startsWith(whole)
    if (isIt(now)) return now
    for (const { text } of earlierTexts(programme, amended, elsewhere)) if (isIt(text)) return text
    return null
  }

  function withTexts(texts: ReadonlyMap<string, string>): Programme {
    const read = readFolder(folder)
    return buildProgramme({ ...read, sources: read.sources.map(({ path, text }) => ({ path, text: texts.get(path) ?? text })) })
  }

  // A picture that is gone since was printed all the same.
  function readAsset(path: string): Uint8Array {
    try {
      return readFileSync(join(folder, path))
    } catch {
      return PIXEL
    }
  }
}

/** The id of a text that was printed, which may have taken another since: by the same text, else by what git says of files. */
function presentId({ ids, proposals }: Programme, { id, whole }: PrintedText, folder: string): string {
  if (ids.proposals.has(id) || ids.axes.has(id)) return id
  const bore = (path: string) => formerNames(folder, path).some((name) => stemOf(name.path) === id)
  const now = proposals.find((one) => one.whole.startsWith(whole)) ?? proposals.find(({ document }) => bore(document.path))
  return now?.id ?? id
}

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
