import type { OdtParagraph } from './document/odt-paragraph.ts'
import type { PrintedBlock } from './own-text.ts'

/**
 * Printed blocks of which nothing is left but their place, and the ranks of the paragraphs that
 * stand there.
 */
export interface LostAndFound {
  readonly blocks: readonly PrintedBlock[]
  readonly paragraphs: readonly OdtParagraph[]
  /** Of the blocks that are found. */
  readonly rankOf: ReadonlyMap<string, number>
  /** Whether a paragraph may be one of them. */
  readonly isFree: (rank: number) => boolean
}

/**
 * What was typed over from end to end, where only its place tells what it was: a cell by its row
 * and column, a title or a field of the head by what stands around it.
 */
export function placesOfLost(lost: LostAndFound): ReadonlyMap<string, number> {
  return new Map([...lostCells(lost), ...lostFields(lost)])
}

function lostCells({
  blocks,
  paragraphs,
  rankOf,
  isFree,
}: LostAndFound): readonly (readonly [string, number])[] {
  const rows = new Map<string, OdtParagraph['cell']>()
  for (const { name } of blocks) {
    const cell = paragraphs[rankOf.get(name) ?? -1]?.cell ?? null
    const row = CELL.exec(name)?.[1]
    if (cell !== null && row !== undefined) rows.set(row, cell)
  }
  return blocks.flatMap(({ name }): (readonly [string, number])[] => {
    const [, row = '', column = ''] = CELL.exec(name) ?? []
    const beside = rows.get(row) ?? null
    if (rankOf.has(name) || beside === null) return []
    const rank = paragraphs.findIndex(
      ({ cell }, one) =>
        isFree(one) &&
        cell?.table === beside.table &&
        cell.row === beside.row &&
        cell.column === Number(column) - 1,
    )
    return rank < 0 ? [] : [[name, rank]]
  })
}

const CELL = /^(.+_r\d+)_c(\d+)$/

function lostFields({
  blocks,
  paragraphs,
  rankOf,
  isFree,
}: LostAndFound): readonly (readonly [string, number])[] {
  const found: (readonly [string, number])[] = []
  for (let at = 0; at < blocks.length; at++) {
    const from = at
    while (at < blocks.length && !rankOf.has((blocks[at] as PrintedBlock).name)) at++
    const run = blocks.slice(from, at)
    const [before, after] = [
      rankOf.get(blocks[from - 1]?.name ?? ''),
      rankOf.get(blocks[at]?.name ?? ''),
    ]
    if (before === undefined || after === undefined || run.some(({ name }) => !FIELD.test(name)))
      continue
    const ranks = paragraphs.flatMap(({ text }, rank) =>
      before < rank && rank < after && isFree(rank) && text.trim() !== '' ? [rank] : [],
    )
    if (ranks.length === run.length)
      found.push(...run.map(({ name }, index) => [name, ranks[index] as number] as const))
  }
  return found
}

const FIELD = /^[bc]_\d+_(?:title|summary|question|request_\w+|s_\w+|fact_\d+|\d+_caption)$/
