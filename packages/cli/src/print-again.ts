import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tally } from '@cahier/consensus'
import type { Programme } from '@cahier/core'
import {
  exporters,
  type PrintedBlock,
  type PrintedText,
  printedBlocks,
  readReturnedOdt,
  type Selection,
} from '@cahier/export'
import { editionFor } from './edition-for.ts'

/** What a document holds that is printed a second time, under the names that things have in it. */
export interface PrintedAgain {
  readonly blocks: readonly PrintedBlock[]
  /**
   * What the names of a text begin with, which had another number in the document that went out;
   * `undefined` when it is not printed.
   */
  readonly prefixOf: (printed: PrintedText) => string | undefined
}

/** Prints the ODT of a programme once more, as on that day, and reads it. */
export function printAgain(
  folder: string,
  programme: Programme,
  date: string,
  selection: Selection,
): PrintedAgain {
  const edition = editionFor(folder, programme, tally(programme, date), selection, date)
  const [file] =
    exporters.odt?.render(edition, { readAsset: (path) => assetAt(join(folder, path)) }) ?? []
  const again = file === undefined ? 'unreadable' : readReturnedOdt(file.bytes)
  if (typeof again === 'string')
    throw new Error(`the document printed again cannot be read: ${again}`)
  const prefixes = new Map(again.texts.map((text) => [keyOf(text), text.prefix]))
  return {
    blocks: printedBlocks(again.paragraphs),
    prefixOf: (printed) => prefixes.get(keyOf(printed)),
  }
}

// An axis and a proposal may have one id.
function keyOf({ id, prefix }: PrintedText): string {
  return `${prefix.charAt(0)} ${id}`
}

// A picture that is gone since was printed all the same.
function assetAt(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    return PIXEL
  }
}

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
