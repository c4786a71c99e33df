import type { Root } from 'mdast'
import { parseMarkdown } from '../parse-markdown.ts'
import type { Parser } from '../parser.ts'
import { readableFrom } from '../readable-from.ts'
import { doubtfulBlocks } from './doubtful-tree.ts'
import { readAgain } from './read-again.ts'
import { type ReadPlan, readPlan } from './read-plan.ts'
import { type Engine, startEngine } from './start-engine.ts'
import { treeOfArena } from './tree-of-arena.ts'
import { unveilCitations } from './veiled-citations.ts'

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
