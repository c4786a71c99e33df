import type { Root } from 'mdast'
import { parseMarkdown } from '../parse-markdown.ts'
import type { Parser } from '../parser.ts'
import { readableFrom } from '../readable-from.ts'
import { signsIn } from '../signs-in.ts'
import { crowdedBlocks } from '../too-nested.ts'
import { isDoubtfulText } from './doubtful-text.ts'
import { doubtfulBlocks } from './doubtful-tree.ts'
import { linesLikeRulers } from './lines-like-rulers.ts'
import { readAgain } from './read-again.ts'
import { type Engine, startEngine } from './start-engine.ts'
import { treeOfArena } from './tree-of-arena.ts'
import { unveilCitations, veilCitations } from './veiled-citations.ts'

/**
 * A parser that gives the trees of the reference many times faster, from the bytes of its engine (`engine/`). A text, or a part of it, of which the
 * two are known to read different things, or may, goes to the reference, and so does every text when the engine cannot be started or breaks.
 */
export function fastParser(wasm: Uint8Array): Parser {
  let engine: Engine | null = null
  try {
    engine = startEngine(wasm)
  } catch {
    return parseMarkdown
  }
  return (text, from = 0) => {
    const readable = readableFrom(text, from)
    if (engine === null) return parseMarkdown(text, from)
    try {
      return parseWith(engine, readable) ?? parseMarkdown(text, from)
    } catch {
      engine = null
      return parseMarkdown(text, from)
    }
  }
}

/** The tree, or `null` when only the reference can be sure of it. */
export function parseWith(engine: Engine, text: string): Root | null {
  const signs = signsIn(text)
  if (isDoubtfulText(text, signs) || crowdedBlocks(text, signs).length > 0) return null
  const veiled = veilCitations(text, signs)
  if (veiled === null) return null
  const tree = engine(veiled.text, (arena) => treeOfArena(arena, veiled.text))
  if (!unveilCitations(tree, text, veiled)) return null
  const doubtful = doubtfulBlocks(tree, veiled.text, veiled.uncertain, linesLikeRulers(text, signs))
  return doubtful === null ? null : readAgain(tree, text, doubtful)
}
