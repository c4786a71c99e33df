/** The head of a text in TOML (Hugo, Zola): what stands between two lines `+++`. */
export interface TomlHead {
  /**
   * Its first fields, those before any table: texts, days, numbers, and lists of texts on one line.
   * Others are left out.
   */
  readonly fields: { readonly [key: string]: string | string[] }
  readonly bodyStart: number
}

/**
 * Reads such a head; `null` for a text that has none. Of TOML no more is read than a book needs to
 * know of a text.
 */
export function tomlHead(text: string): TomlHead | null {
  const head = /^\uFEFF?\+\+\+[ \t]*(?:\r\n|\n|\r)/.test(text) ? HEAD.exec(text) : null
  if (head?.index !== 0) return null
  const fields: { [key: string]: string | string[] } = {}
  for (const line of (head[1] ?? '').split(/[\r\n]+/)) {
    if (/^\s*\[/.test(line)) break
    const [, key = '', value = ''] = /^\s*["']?([\w-]+)["']?\s*=\s*(.*)$/.exec(line) ?? []
    const strings = [...value.matchAll(STRING)].map(
      ([, escaped, literal]) => escaped?.replace(/\\(["\\])/g, '$1') ?? literal ?? '',
    )
    const said = value.startsWith('[')
      ? strings
      : (strings[0] ??
        /^(?:true|false|\d{4}-\d\d-\d\d|-?\d+(?:\.\d+)?(?=\s*(?:#|$)))/.exec(value)?.[0])
    if (key !== '' && said !== undefined) fields[key] = said
  }
  return { fields, bodyStart: head[0].length }
}

const HEAD = /(?<![\s\S])\uFEFF?\+\+\+[ \t]*(?:\r\n|\n|\r)([\s\S]*?)^\+\+\+[ \t]*(?:\r\n|\n|\r|$)/m
const STRING = /(?<!\\)"((?:[^"\\]|\\.)*)"|'([^']*)'/g
