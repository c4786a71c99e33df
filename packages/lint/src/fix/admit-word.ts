import type { Document, Edit } from '@cahier/core'

/**
 * The edit that adds a word to `lint-options.words` or `lint-options.acronyms` in the manifest;
 * `null` when the YAML has no clear place for it.
 */
export function admitWord(
  manifest: Document,
  list: 'words' | 'acronyms',
  word: string,
): Edit | null {
  const { path, text, places } = manifest
  const insert = (at: number, added: string): Edit => ({ path, start: at, end: at, text: added })
  const options = places['/lint-options']?.value
  const words = places[`/lint-options/${list}`]?.value
  if (words !== undefined) {
    const last = lastItem(manifest, `/lint-options/${list}`)
    if (text[words.start.offset] === '[')
      return last === null
        ? insert(words.start.offset + 1, word)
        : insert(last.end.offset, `, ${word}`)
    if (last === null) return null
    const line = lineOf(text, last.start.offset)
    return insert(line.end, `${line.ending}${text.slice(line.start, last.start.offset)}${word}`)
  }
  if (options === undefined)
    return insert(
      text.length,
      `${/(?:^|\n)$/.test(text) ? '' : '\n'}lint-options: {${list}: [${word}]}\n`,
    )
  const first = text[options.start.offset]
  if (first === '{') {
    const isEmpty = /^\{\s*\}$/.test(text.slice(options.start.offset, options.end.offset))
    return insert(options.end.offset - 1, `${isEmpty ? '' : ', '}${list}: [${word}]`)
  }
  if (options.start.offset === options.end.offset) return null
  const line = lineOf(text, options.start.offset)
  return insert(
    options.start.offset,
    `${list}: [${word}]${line.ending}${text.slice(line.start, options.start.offset)}`,
  )
}

function lastItem({ places }: Document, pointer: string) {
  let last = null
  for (let rank = 0; places[`${pointer}/${rank}`] !== undefined; rank++)
    last = places[`${pointer}/${rank}`]?.value ?? null
  return last
}

function lineOf(
  text: string,
  offset: number,
): { readonly start: number; readonly end: number; readonly ending: string } {
  const found = /\r?\n/.exec(text.slice(offset))
  return {
    start: text.lastIndexOf('\n', offset - 1) + 1,
    end: found === null ? text.length : offset + found.index,
    ending: found?.[0] ?? '\n',
  }
}
