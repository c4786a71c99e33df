/** A word or a sign, with the blanks before it. */
export interface Sign {
  readonly gap: string
  readonly text: string
}

/**
 * In which pairs of marks each word of a text stands, and how many marks have no other of their
 * pair.
 */
export interface Marks {
  readonly around: readonly (readonly string[])[]
  readonly loose: number
}

/** Marks that begin and end alike. */
const SAME_ENDS: ReadonlySet<string> = new Set(['*', '**', '***', '_', '__', '___', '~~'])
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '»': '«', '”': '“' }
const OPENS: ReadonlySet<string> = new Set(Object.values(CLOSES))
/**
 * What follows a brace that opens a mark of CriticMarkup, and what comes before the one that closes
 * it.
 */
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

/** Whether a word is a mark that goes in pairs. */
export function isMark(text: string): boolean {
  const isPaired =
    SAME_ENDS.has(text) ||
    OPENS.has(text) ||
    Object.hasOwn(CLOSES, text) ||
    Object.hasOwn(CRITIC, text)
  return isPaired || text === '](' || text === '<<' || CODE.test(text)
}

/**
 * Reads emphasis, code, links, brackets, quotation marks and CriticMarkup, as far as their signs
 * tell.
 */
export function marksOf(words: readonly Sign[]): Marks {
  const around: string[][] = words.map(() => [])
  const open: { readonly mark: string; readonly at: number }[] = []
  /** How many of each name: most marks that close are not looked for. */
  const opened = new Map<string, number>()
  let loose = 0
  for (let at = 0; at < words.length; at++) {
    const { gap, text } = words[at] as Sign
    const next = words[at + 1]?.gap === '' ? words[at + 1]?.text : undefined
    if (BREAK.test(gap)) loose += forgetFrom(0).length
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

  /** Closes the last mark of a name, if there is one; those opened since then have no other. */
  function close(mark: string, at: number, name = mark): boolean {
    if ((opened.get(mark) ?? 0) === 0) return false
    const [first, ...lost] = forgetFrom(open.findLastIndex((one) => one.mark === mark)) as [
      { readonly at: number },
      ...unknown[],
    ]
    loose += lost.length
    surround(name, first.at, at)
    return true
  }

  function openMark(mark: string, at: number): void {
    open.push({ mark, at })
    opened.set(mark, (opened.get(mark) ?? 0) + 1)
  }

  function forgetFrom(place: number): readonly { readonly mark: string; readonly at: number }[] {
    const forgotten = open.splice(place)
    for (const { mark } of forgotten) opened.set(mark, (opened.get(mark) ?? 0) - 1)
    return forgotten
  }

  function surround(mark: string, from: number, to: number): void {
    const inside = around.slice(from + 1, to)
    // A link in a link is none, nor is a mark of CriticMarkup in another.
    const kind = NEVER_NESTED.find((one) => mark.startsWith(one))
    if (kind !== undefined && inside.some((marks) => marks.some((one) => one.startsWith(kind))))
      loose += 2
    else for (const marks of inside) marks.push(mark)
  }
}
