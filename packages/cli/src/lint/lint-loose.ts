import type { FileSource, Source } from '@cahier/core'
import { planLooseFixes, type Wanted } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import { type LintMemory, NO_MEMORY } from './lint-memory.ts'
import type { Linted } from './linted.ts'
import { type Asked, answersOf, isStillSo, looseDisk } from './loose-disk.ts'
import { type LooseFiles, textsAround } from './loose-files.ts'
import { surroundingsOn } from './noted-surroundings.ts'
import { callHelpers } from './text-helpers.ts'
import { type JobText, lookFor, type TextFound, type TextJob } from './text-job.ts'

/**
 * Lints Markdown files that belong to no programme, mends them first of what `mends` wants (`null`: nothing), verified with the reference. `rule` is `''` for all of them. The parser is
 * asked for with the texts that have to be read: those of which nothing is remembered. With `follows`, links are followed to other files. Nothing is written.
 */
export async function lintLoose(
  read: LooseFiles,
  rule: string,
  mends: Wanted | null,
  readerFor: (sources: readonly FileSource[]) => TextReader,
  memory: LintMemory = NO_MEMORY,
  follows = true,
): Promise<Linted> {
  const { folder, sources, findings: unread } = read
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const files = sources.length
  const own = rule === '' || rule === 'structure/folder' ? unread : []
  const textOf = (path: string) => byPath.get(path)?.text ?? ''
  if (mends === null) {
    const found = await findIn({ kind: 'loose', rule, folder: follows ? folder : '' }, sources, readerFor, memory)
    const findings = inOrder([...own, ...found.findings])
    const bytesOf = (path: string) => byPath.get(path)?.bytes
    return { folder, findings, files, textOf, bytesOf, textBefore: textOf, fixes: null, asked: found.asked }
  }
  const { parse } = readerFor(sources)
  const surroundings = follows ? surroundingsOn(looseDisk(folder, sources), parse)(new Set()) : undefined
  const fixes = planLooseFixes(sources.map(asJobText), rule, parse, surroundings, mends, () => (follows ? textsAround(read) : []))
  return {
    folder,
    findings: inOrder([...own, ...fixes.left]),
    files,
    textOf: (path) => fixes.texts.get(path) ?? textOf(path),
    textBefore: textOf,
    fixes,
  }
}

/** A parser of some texts, and how it is told which of them it is given next. */
export interface TextReader {
  readonly parse: Parser
  readonly expect: (text: string, rank: number, path: string) => void
}

/** For a parser to which that is all one. */
export function unexpected(): void {}

async function findIn(
  job: TextJob & { readonly kind: 'loose' },
  sources: readonly FileSource[],
  readerFor: (sources: readonly FileSource[]) => TextReader,
  memory: LintMemory,
): Promise<TextFound> {
  const answers = answersOf(looseDisk(job.folder, sources))
  const texts = sources.map((source) => {
    const remembered = memory.ofText<TextFound>(['loose', job.rule, source.path, source.bytes])
    const { known } = remembered
    return { source, remembered, isKnown: known !== undefined && isStillSo(known.asked, answers) }
  })
  const unknown = texts.flatMap(({ source, isKnown }) => (isKnown ? [] : [source]))
  const { parse, expect } = readerFor(unknown)
  const look = lookFor(job, parse, sources)
  const found = await callHelpers(unknown.map(unmade), job, parse, look)?.join()
  let rank = 0
  const lookAt = (source: Source) => {
    const text = asJobText(source)
    expect(text.text, rank++, source.path)
    return look(text)
  }
  const all = texts.map(({ source, remembered: { known, keep, replace }, isKnown }) => {
    if (isKnown && known !== undefined) {
      keep(known)
      return known
    }
    const its = found?.get(source.path) ?? lookAt(source)
    replace(its)
    return its
  })
  memory.keepTexts()
  return {
    findings: all.flatMap(({ findings }) => findings),
    asked: beyond(
      sources,
      all.flatMap(({ asked }) => asked),
    ),
  }
}

// What was asked, once, of anything but the texts themselves: the report is kept under their bytes.
function beyond(sources: readonly Source[], asked: readonly Asked[]): readonly Asked[] {
  const paths = new Set(sources.map(({ path }) => path))
  const others = asked.filter(([about, path]) => about === 'names' || !paths.has(path))
  return [...new Map(others.map((one) => [`${one[0]} ${one[1]}`, one])).values()]
}

// Not asked for its text until it is wanted: each time, it is made of its bytes.
function unmade(source: Source): JobText {
  return {
    path: source.path,
    kind: null,
    get text() {
      return source.text
    },
  }
}

function asJobText({ path, text }: Source): JobText {
  return { path, kind: null, text }
}

// Each file's own are in order already.
function inOrder(findings: Linted['findings']): Linted['findings'] {
  return [...findings].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
