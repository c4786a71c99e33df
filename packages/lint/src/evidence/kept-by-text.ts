/**
 * The same reader of a text in a language, which gives again what it gave for the texts it was
 * asked about last: in a text that is typed in, all paragraphs but one are what they were, wherever
 * they are now.
 */
export function keptByText<Read>(
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

/** More than the paragraphs of a long text, twice. */
const MOST = 500
/** Longer texts are no paragraphs, and are not cached. */
const LONGEST = 5000
