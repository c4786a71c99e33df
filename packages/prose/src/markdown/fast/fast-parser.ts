import type { Root } from 'mdast'
import { denseBlocks } from '../dense-blocks.ts'
import { type Parser, parseMarkdown, readableFrom } from '../parse-markdown.ts'
import { isDoubtfulText, isSlowForEngine, linesLikeTableRulers } from './doubtful-text.ts'
import { isDoubtfulTree } from './doubtful-tree.ts'
import { type Engine, startEngine } from './engine.ts'
import { hideCitations, restoreCitations, type VeiledText } from './hidden-citations.ts'
import { treeOfArena } from './tree-of-arena.ts'

/**
 * Makes a parser from the bytes of the engine (satteri, in WebAssembly). The parser gives the same
 * trees as the reference parser, many times faster. The reference parser still reads the texts that
 * the engine may read differently, and all texts when the engine fails. See README.md.
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

/** The tree of a text; `null` when only the reference parser can read it. */
export function parseWith(engine: Engine, text: string): Root | null {
  const plan = preparedText(text)
  if (plan === null) return null
  const { veiled, rulers } = plan
  const { arena, release } = engine(veiled.text)
  const tree = treeOfArena(arena, veiled.text)
  release()
  const isSure =
    restoreCitations(tree, text, veiled) && !isDoubtfulTree(tree, veiled.text, new Set(rulers))
  return isSure ? tree : null
}

/** A text prepared for the engine, which reads it with citations hidden (`veiled`). */
export interface PreparedText {
  readonly veiled: VeiledText
  /** The numbers of the lines that may be table delimiters, from 1. */
  readonly rulers: readonly number[]
}

/** Prepares a text for the engine; `null` when only the reference parser can read it. */
export function preparedText(text: string): PreparedText | null {
  if (isDoubtfulText(text) || isSlowForEngine(text) || denseBlocks(text).length > 0) return null
  const veiled = hideCitations(text)
  return veiled === null ? null : { veiled, rulers: linesLikeTableRulers(text) }
}
