import { type Atom, mapSides, SIDES, type SideWords } from './merge-piece.ts'

/**
 * True when a merge keeps each unchanged word inside the marks that the sides gave it, such as
 * emphasis or links. Words in conflict are not compared.
 */
export function marksHold(sides: SideWords, atoms: readonly Atom[]): boolean {
  if (!changesMarks(sides, atoms)) return true
  const { base, ours, theirs } = mapSides((side) => marksOf(sides[side]))
  const merged = marksOf(atoms.map((atom) => (atom.kind === 'word' ? atom : APART)))
  // A loose mark is not paired. A side may add one, such as the list marker `a)`.
  const mostLoose = Math.max(ours.loose, theirs.loose, ours.loose + theirs.loose - base.loose)
  if (!atoms.some(({ kind }) => kind === 'dispute') && merged.loose > mostLoose) return false
  return atoms.every((atom, index) => {
    if (
      atom.kind === 'dispute' ||
      atom.kept === null ||
      sides.base[atom.kept.base]?.spoken !== true
    )
      return true
    const [b, o, t] = [
      marksAt(base, atom.kept.base),
      marksAt(ours, atom.kept.ours),
      marksAt(theirs, atom.kept.theirs),
    ]
    return sameMarks(
      marksAt(merged, index),
      o.join() === t.join() || t.join() === b.join()
        ? o
        : o.join() === b.join()
          ? t
          : union(b, o, t),
    )
  })
}

const APART: Sign = { gap: '\n\n', text: '' }

function changesMarks(sides: SideWords, atoms: readonly Atom[]) {
  const kept = atoms.flatMap((atom) =>
    atom.kind === 'word' && atom.kept !== null ? [atom.kept] : [],
  )
  return SIDES.some((side) => {
    const still = new Set(kept.map((place) => place[side]))
    return sides[side].some(({ text }, index) => isMark(text) && !still.has(index))
  })
}

function marksAt({ around }: Marks, index: number) {
  return [...(around[index] ?? [])].sort()
}

function sameMarks(one: readonly string[], other: readonly string[]) {
  return one.join() === [...other].sort().join()
}

/** The marks of the base, without those that a side deleted, with those that a side added. */
function union(base: readonly string[], ours: readonly string[], theirs: readonly string[]) {
  const count = (marks: readonly string[], mark: string) =>
    marks.filter((one) => one === mark).length
  return [...new Set([...base, ...ours, ...theirs])].flatMap((mark) =>
    Array.from(
      { length: Math.max(0, count(ours, mark) + count(theirs, mark) - count(base, mark)) },
      () => mark,
    ),
  )
}

interface Sign {
  readonly gap: string
  readonly text: string
}

/** The pairs of marks around each word of a text, and the number (`loose`) of unpaired marks. */
interface Marks {
  readonly around: readonly (readonly string[])[]
  readonly loose: number
}

const SAME_ENDS: ReadonlySet<string> = new Set(['*', '**', '***', '_', '__', '___', '~~'])
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '»': '«', '”': '“' }
const OPENS: ReadonlySet<string> = new Set(Object.values(CLOSES))
/** CriticMarkup: the sign after an opening brace, and the sign before its closing brace. */
const CRITIC: Readonly<Record<string, string>> = {
  '++': '++',
  '--': '--',
  '~~': '~~',
  '==': '==',
  '>>': '<<',
}
const NEVER_NESTED = ['link', 'critic']
const CODE = /^`+$/
const BREAK = /\n[^\S\n]*\n/

function isMark(text: string) {
  const isPaired =
    SAME_ENDS.has(text) ||
    OPENS.has(text) ||
    Object.hasOwn(CLOSES, text) ||
    Object.hasOwn(CRITIC, text)
  return isPaired || text === '](' || text === '<<' || CODE.test(text)
}

/** Pairs the marks of a text without parsing Markdown. */
export function marksOf(words: readonly Sign[]): Marks {
  const around: string[][] = words.map(() => [])
  const open: { readonly mark: string; readonly at: number }[] = []
  const opened = new Map<string, number>()
  let loose = 0
  for (let at = 0; at < words.length; at++) {
    const { gap, text } = words[at] as Sign
    const next = words[at + 1]?.gap === '' ? words[at + 1]?.text : undefined
    if (BREAK.test(gap)) loose += dropFrom(0).length
    if (CODE.test(text)) {
      let end = at + 1
      while (end < words.length && words[end]?.text !== text && !BREAK.test(words[end]?.gap ?? ''))
        end++
      if (words[end]?.text !== text) loose += 1
      else {
        surround('code', at, end)
        at = end
      }
    } else if (text === '{' && Object.hasOwn(CRITIC, next ?? '')) {
      openMark(`critic ${CRITIC[next ?? '']}`, at + 1)
      at += 1
    } else if (next === '}' && close(`critic ${text}`, at)) at += 1
    else if (SAME_ENDS.has(text)) {
      if (gap === '' && close(text, at)) continue
      if (next !== undefined) openMark(text, at)
      else if (gap === '') loose += 1
    } else if (text === '](') {
      if (!close('[', at, 'link')) loose += 1
      openMark('(', at)
    } else if (OPENS.has(text)) openMark(text, at)
    else if (Object.hasOwn(CLOSES, text) && !close(CLOSES[text] ?? '', at)) loose += 1
  }
  return { around, loose: loose + open.length }

  function close(mark: string, at: number, name = mark) {
    if ((opened.get(mark) ?? 0) === 0) return false
    const [first, ...lost] = dropFrom(open.findLastIndex((one) => one.mark === mark)) as [
      { readonly at: number },
      ...unknown[],
    ]
    loose += lost.length
    surround(name, first.at, at)
    return true
  }

  function openMark(mark: string, at: number) {
    open.push({ mark, at })
    opened.set(mark, (opened.get(mark) ?? 0) + 1)
  }

  function dropFrom(place: number) {
    const dropped = open.splice(place)
    for (const { mark } of dropped) opened.set(mark, (opened.get(mark) ?? 0) - 1)
    return dropped
  }

  function surround(mark: string, from: number, to: number) {
    const inside = around.slice(from + 1, to)
    const kind = NEVER_NESTED.find((one) => mark.startsWith(one))
    if (kind !== undefined && inside.some((marks) => marks.some((one) => one.startsWith(kind))))
      loose += 2
    else for (const marks of inside) marks.push(mark)
  }
}
