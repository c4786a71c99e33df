import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AmendableText,
  amendableText,
  type EarlierTextSource,
  earlierTexts,
  tally,
} from '@cahier/consensus'
import {
  applyEdits,
  buildProgramme,
  type Document,
  type Programme,
  readDocument,
  readFolder,
  stemOf,
  wholeDigest,
} from '@cahier/core'
import {
  exporters,
  type PrintedBlock,
  type PrintedText,
  printedBlocks,
  type ReturnedOdt,
  readReturnedOdt,
  type Selection,
} from '@cahier/export'
import type { Invocation } from '../command.ts'
import { formerNames } from '../git/renames.ts'
import { earlierTextSource } from '../programme/earlier-text-source.ts'
import { editionFor } from '../published/edition.ts'

/**
 * Finds the original texts of a returned (edited) ODT in the folder, the edition of `--base` or
 * git. Prints these texts again, to compare the two documents.
 */
export function printedBases(
  invocation: Invocation,
  programme: Programme,
  returned: Pick<ReturnedOdt, 'texts' | 'kind'>,
) {
  const { folder, values, day } = invocation
  const texts = returned.texts.map((printed) => ({
    ...printed,
    id: presentId(programme, printed, folder),
  }))
  const elsewhere = earlierTextSource(
    invocation,
    programme,
    typeof values.base === 'string' ? [values.base] : [],
  )
  const { base, lost } = baseAsPrinted(programme, folder, texts, elsewhere)
  const date = base.manifest.publication.date || day()
  const whole = printAgain(folder, base, date, { kind: 'programme', status: 'all' })
  const addressees = base.manifest.addressees.map(({ id }) => id)
  const dossier =
    returned.kind === 'programme'
      ? null
      : printAgain(folder, base, date, { kind: 'dossier', status: 'all', addressees })
  const found = texts.flatMap((printed) => {
    const isThere = !lost.includes(printed) && whole.prefixOf(printed) !== undefined
    const document = isThere ? amendableText(base, printed.id)?.document : undefined
    return document === undefined ? [] : [{ printed, document }]
  })
  return {
    found,
    unknown: texts.filter((text) => !found.some(({ printed }) => printed === text)),
    // Blocks keep the numbers of the returned document: today’s numbers may differ.
    blocks: [
      // A dossier (an edition for one addressee) begins with a list of requests: the blocks
      // `c_0_…`.
      ...(dossier?.blocks ?? []).filter(({ name }) => name.startsWith('c_0_')),
      ...whole.blocks.filter(({ name }) => !/^[bc]_\d+_/.test(name)),
      ...found.flatMap(({ printed }) =>
        blocksOf(printed, whole).map((block) => ({
          ...block,
          prefix: block.prefix.replace(/^§\d+(?=\.)/, printed.prefix.replace(/^\D+/, '§')),
        })),
      ),
    ],
    /**
     * Whether a block was surely printed. No request of a dossier is sure: its addressee is unknown
     * here.
     */
    wasPrinted: dossier === null ? () => true : printedIn(dossier, texts),
  }
}

// The programme with its texts as the document printed them. `lost`: texts found nowhere.
function baseAsPrinted(
  programme: Programme,
  folder: string,
  printed: readonly PrintedText[],
  elsewhere: EarlierTextSource,
) {
  const earlier = new Map<string, string>()
  const lost: PrintedText[] = []
  for (const one of printed) {
    const amended = amendableText(programme, one.id)
    const text = amended && textAsPrinted(programme, amended, one, elsewhere)
    if (text === null) lost.push(one)
    else if (text !== amended?.document.text) earlier.set(amended?.document.path ?? '', text)
  }
  if (earlier.size === 0) return { base: programme, lost }
  const read = readFolder(folder)
  const sources = read.sources.map(({ path, text }) => ({ path, text: earlier.get(path) ?? text }))
  return { base: buildProgramme({ ...read, sources }), lost }
}

function textAsPrinted(
  programme: Programme,
  amended: AmendableText,
  { whole }: PrintedText,
  elsewhere: EarlierTextSource,
) {
  const { document } = amended
  const isPrinted = (one: Document) => wholeDigest(one, programme.assets).startsWith(whole)
  if (isPrinted(document)) return stillPrinted(document)
  for (const { text } of earlierTexts(programme, amended, elsewhere)) {
    const earlier = readDocument({ path: document.path, text }, document.kind)
    if (isPrinted(earlier)) return stillPrinted(earlier)
  }
  return null
}

// Removes the fields that a later withdrawal or merge added.
function stillPrinted({ text, places }: Document) {
  const edits = ['/withdrawn', '/replaced-by'].flatMap((pointer) => {
    const place = places[pointer]
    if (place?.key == null) return []
    const start = text.lastIndexOf('\n', place.key.start.offset) + 1
    const end = start + text.slice(start, place.value.end.offset).trimEnd().length
    return [{ path: '', start, end: text.indexOf('\n', end) + 1, text: '' }]
  })
  return applyEdits(text, edits)
}

function blocksOf(
  printed: PrintedText,
  { blocks, prefixOf }: PrintedAgain,
): readonly PrintedBlock[] {
  const prefix = prefixOf(printed)
  if (prefix === undefined) return []
  return blocks.flatMap((block) =>
    block.name.startsWith(`${prefix}_`)
      ? [{ ...block, name: `${printed.prefix}${block.name.slice(prefix.length)}` }]
      : [],
  )
}

function printedIn(
  dossier: PrintedAgain,
  texts: readonly PrintedText[],
): (name: string) => boolean {
  const blocks = texts.flatMap((printed) => blocksOf(printed, dossier))
  const known = new Set(blocks.map(({ name }) => name))
  return (name) => known.has(name) && !name.includes('_request')
}

/** A text renamed since its printing is found by its digest, else by git. */
function presentId({ ids, proposals }: Programme, { id, whole }: PrintedText, folder: string) {
  if (ids.proposals.has(id) || ids.axes.has(id)) return id
  const bore = (path: string) => formerNames(folder, path).some((name) => stemOf(name.path) === id)
  const now =
    proposals.find((one) => one.whole.startsWith(whole)) ??
    proposals.find(({ document }) => bore(document.path))
  return now?.id ?? id
}

type PrintedAgain = ReturnType<typeof printAgain>

/** Prints the ODT of a programme again, as on the given day, and reads the result. */
function printAgain(folder: string, programme: Programme, date: string, selection: Selection) {
  const edition = editionFor(folder, programme, tally(programme, date), selection, date)
  const [file] =
    exporters.odt?.render(edition, { readAsset: (path) => assetAt(join(folder, path)) }) ?? []
  const again = file === undefined ? 'unreadable' : readReturnedOdt(file.bytes)
  if (typeof again === 'string')
    throw new Error(`the document printed again cannot be read: ${again}`)
  const prefixes = new Map(again.texts.map((text) => [keyOf(text), text.prefix]))
  return {
    blocks: printedBlocks(again.paragraphs),
    prefixOf: (printed: PrintedText) => prefixes.get(keyOf(printed)),
  }
}

// An axis and a proposal may have the same id.
function keyOf({ id, prefix }: PrintedText) {
  return `${prefix.charAt(0)} ${id}`
}

// One pixel replaces a picture that was removed since.
function assetAt(path: string) {
  try {
    return readFileSync(path)
  } catch {
    return PIXEL
  }
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
