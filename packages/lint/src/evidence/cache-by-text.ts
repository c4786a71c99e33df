/**
 * Caches the results of `read` for the last paragraphs: while a text is typed, all paragraphs but
 * one are the same.
 */
export function cacheByText<Read>(
  read: (text: string, language: string) => Read,
): (text: string, language: string) => Read {
  let tongue = ''
  let young = new Map<string, Read>()
  let old = new Map<string, Read>()
  return (text, language) => {
    if (text.length > LONGEST) return read(text, language)
    if (language !== tongue) {
      tongue = language
      young = new Map()
      old = new Map()
    }
    if (young.has(text)) return young.get(text) as Read
    if (young.size === MOST) {
      old = young
      young = new Map()
    }
    const value = old.has(text) ? (old.get(text) as Read) : read(text, language)
    young.set(text, value)
    return value
  }
}

const MOST = 500
const LONGEST = 5000
