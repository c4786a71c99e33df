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
 * A parser with the trees of the reference, many times faster, from the bytes of its engine. Texts
 * and blocks that both may read differently go to the reference, and so does everything when the
 * engine cannot start or fails. See README.md.
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

/** The tree; `null` for a text that only the reference can parse. */
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

/** A text prepared for the engine. */
export interface ReadPlan {
  /** The text for the engine. */
  readonly veiled: VeiledText
  /** Offsets in blocks that the engine may read differently; in order. */
  readonly uncertain: readonly number[]
  /** Numbers of possible delimiter lines of tables. */
  readonly rulers: readonly number[]
}

/** Prepares a text for the engine; `null` when only the reference can parse it. */
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
