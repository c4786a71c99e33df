import type { Literal } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { markdownLineEnding } from 'micromark-util-character'
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types'

/** A pandoc citation in square brackets: `[@key, p. 12; -@other]`. */
export interface Citation extends Literal {
  type: 'citation'
  value: string
  items: readonly CitationItem[]
}

export interface CitationItem {
  /** Without `@`; `''` for an invalid key. */
  readonly key: string
  /** The text after the comma (`p. 12`) or `''`. The whole item if its key is invalid. */
  readonly locator: string
  /** True for `-@key`: the sentence already names the author. */
  readonly suppressAuthor: boolean
  /** The offsets of the key in the file; of the whole item when the key is invalid. */
  readonly start: number
  readonly end: number
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation
  }
  interface RootContentMap {
    citation: Citation
  }
}

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    /** The file offset of each line of the citation: a quotation puts `>` between the lines. */
    citationLines?: number[]
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation'
    citationText: 'citationText'
  }
}

/** The micromark extension that reads `[@…]` and `[-@…]`, unless `(` or `[` follows. */
export function citationSyntax(): Extension {
  const construct: Construct = { name: 'citation', tokenize: tokenizeCitation }
  return { text: { [LEFT_BRACKET]: construct } }
}

/** The mdast extension that makes `citation` nodes. */
export function citationFromMarkdown(): FromMarkdownExtension {
  return {
    enter: {
      citation(token) {
        this.enter({ type: 'citation', value: this.sliceSerialize(token), items: [] }, token)
        this.data.citationLines = []
      },
      citationText(token) {
        this.data.citationLines?.push(token.start.offset)
      },
    },
    exit: {
      citation(token) {
        const node = this.stack[this.stack.length - 1]
        if (node?.type === 'citation')
          node.items = citationItems(node.value, this.data.citationLines ?? [])
        this.exit(token)
      },
    },
  }
}

/** One work: `@key, p. 12` or `-@key`. */
const ITEM =
  /^(\s*)(-?)@([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*)\s*(?:,\s*([\s\S]*))?$/u

/**
 * The items of a citation, one per work. `lineOffsets`: the file offset of each line of the
 * citation.
 */
export function citationItems(value: string, lineOffsets: readonly number[]): CitationItem[] {
  const lines = [...value.matchAll(/[^\r\n]+/g)]
  let line = 0
  const inFile = (at: number) => {
    while (line + 1 < lines.length && (lines[line + 1] as RegExpExecArray).index <= at) line++
    return (lineOffsets[line] ?? 0) + at - (lines[line]?.index ?? 0)
  }
  let from = 1
  return value
    .slice(1, -1)
    .split(';')
    .map((raw) => {
      const start = from
      from += raw.length + 1
      const match = ITEM.exec(raw)
      if (match === null)
        return {
          key: '',
          locator: raw.trim(),
          suppressAuthor: false,
          start: inFile(start),
          end: inFile(start + raw.length),
        }
      const key = match[3] as string
      const keyStart = inFile(start + (match[1] as string).length + (match[2] as string).length + 1)
      const locator = (match[4] ?? '').trim().replace(/\s+/gu, ' ')
      return {
        key,
        locator,
        suppressAuthor: match[2] === '-',
        start: keyStart,
        end: keyStart + key.length,
      }
    })
}

const LEFT_BRACKET = 91
const RIGHT_BRACKET = 93
const LEFT_PARENTHESIS = 40
const AT = 64
const DASH = 45
const BACKSLASH = 92

function tokenizeCitation(this: TokenizeContext, effects: Effects, ok: State, nok: State) {
  return start

  function start(code: Code) {
    effects.enter('citation')
    effects.enter('citationText')
    effects.consume(code)
    return opening
  }

  function opening(code: Code): State | undefined {
    if (code === DASH) {
      effects.consume(code)
      return at
    }
    return at(code)
  }

  function at(code: Code): State | undefined {
    if (code !== AT) return nok(code)
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    if (code === null || code === LEFT_BRACKET || code === BACKSLASH) return nok(code)
    if (markdownLineEnding(code)) {
      effects.exit('citationText')
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return afterLineEnding
    }
    effects.consume(code)
    return code === RIGHT_BRACKET ? after : inside
  }

  // In a quotation, the text of the line begins after its `>`.
  function afterLineEnding(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code)
    effects.enter('citationText')
    return inside(code)
  }

  function after(code: Code): State | undefined {
    if (code === LEFT_PARENTHESIS || code === LEFT_BRACKET) return nok(code)
    effects.exit('citationText')
    effects.exit('citation')
    return ok(code)
  }
}
