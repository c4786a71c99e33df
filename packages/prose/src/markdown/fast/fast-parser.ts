import type { Root } from 'mdast'
import { crowdedBlocks } from '../crowded-blocks.ts'
import { type Parser, parseMarkdown, readableFrom } from '../parse-markdown.ts'
import { signsIn } from '../text-signs.ts'
import { doubtfulBlocks } from './doubtful-blocks.ts'
import { isDoubtfulText, isLongToRead, linesLikeRulers, oddMarks } from './doubtful-text.ts'
import { type Engine, startEngine } from './engine.ts'
import { readAgain } from './read-again.ts'
import { treeOfArena } from './tree-of-arena.ts'
import { unveilCitations, type VeiledText, veilCitations } from './veiled-citations.ts'

/**
 * A parser that gives the trees of the reference many times faster, from the bytes of its engine
 * (`engine/`). A text, or a part of it, of which the two are known to read different things, or
 * may, goes to the reference, and so does every text when the engine cannot be started or breaks.
 */
export function fastParser(wasm: Uint8Array): Parser {
  let engine: Engine | null = null
  try {
    engine = startEngine(wasm)
  } catch {
    return parseMarkdown
  }
  return (text, from = 0) => {
    if (engine === null) return parseMarkdown(text, from)
    try {
      return parseWith(engine, readableFrom(text, from)) ?? parseMarkdown(text, from)
    } catch {
      engine = null
      return parseMarkdown(text, from)
    }
  }
}

/** The tree, or `null` when only the reference can be sure of it. */
export function parseWith(engine: Engine, text: string): Root | null {
  const plan = readPlan(text)
  if (plan === null) return null
  const { arena, release } = engine(plan.veiled.text)
  const tree = treeOfPlan(arena, text, plan)
  release()
  return tree
}

function treeOfPlan(
  arena: Uint8Array,
  text: string,
  { veiled, uncertain, rulers }: ReadPlan,
): Root | null {
  const tree = treeOfArena(arena, veiled.text)
  if (!unveilCitations(tree, text, veiled)) return null
  const doubtful = doubtfulBlocks(tree, veiled.text, uncertain, new Set(rulers))
  return doubtful === null ? null : readAgain(tree, text, doubtful)
}

/** What is known of a text before the engine reads it. */
export interface ReadPlan {
  /** What the engine is given. */
  readonly veiled: VeiledText
  /**
   * Offsets at which it may read something otherwise than the reference does, in that block alone;
   * in order.
   */
  readonly uncertain: readonly number[]
  /** The numbers of the lines that look like rulers of tables. */
  readonly rulers: readonly number[]
}

/** How a text is to be read with the engine; `null` when only the reference can be sure of it. */
export function readPlan(text: string): ReadPlan | null {
  const signs = signsIn(text)
  if (
    isDoubtfulText(text, signs) ||
    isLongToRead(text, signs) ||
    crowdedBlocks(text, signs).length > 0
  )
    return null
  const veiled = veilCitations(text, signs)
  if (veiled === null) return null
  const uncertain = [...veiled.uncertain, ...oddMarks(text, signs)].sort(
    (one, other) => one - other,
  )
  return { veiled, uncertain, rulers: linesLikeRulers(text, signs) }
}
