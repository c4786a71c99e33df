/**
 * All the words of a Hunspell dictionary, sorted: each stem with its endings and its prefixes,
 * those that elide (`l'`, `qu'`) left out. Left out too: symbols of units, ordinals and Greek
 * letters, which are no matter of spelling, and compounds made of known words, since a word with a
 * hyphen is read part by part.
 */
export function expandDictionary({ aff, dic }) {
  const namesIn = /^FLAG long$/m.test(String(aff)) ? pairsOf : (flags) => [...flags]
  const classes = classesOf(String(aff), namesIn)
  const words = new Set()
  for (const line of String(dic).split(/\r?\n/).slice(1)) {
    const [stem, flags = ''] = line.split('/')
    const named = namesIn(flags)
    if (stem === '' || named.includes(FORBIDDEN) || named.includes(KEEPS_CASE)) continue
    for (const word of formsOf(stem, named, classes)) if (WORD.test(word)) words.add(word)
  }
  const isKnown = (part) => part.length < 2 || words.has(part) || words.has(part.toLowerCase())
  return [...words].filter((word) => !word.includes('-') || !word.split('-').every(isKnown)).sort()
}

const FORBIDDEN = '{}'
const NEEDS_AFFIX = '()'
const KEEPS_CASE = '||'
const WORD = /^[a-zA-ZÀ-ÖØ-öø-ÿœŒæÆŸ][a-zA-ZÀ-ÖØ-öø-ÿœŒæÆŸ'-]+$/

/**
 * The rules of each class of affixes: what is cut, what is put instead, before or after which
 * letters, and the classes that may follow.
 */
function classesOf(aff, namesIn) {
  const classes = new Map()
  for (const line of aff.split(/\r?\n/)) {
    const [kind, flag, cut, added, condition] = line.split(/\s+/)
    if ((kind !== 'PFX' && kind !== 'SFX') || condition === undefined) {
      // The head of a class says whether it meets those of the other side.
      if ((kind === 'PFX' || kind === 'SFX') && added !== undefined)
        classes.set(flag, { kind, crosses: cut === 'Y', rules: [] })
      continue
    }
    const [text, following = ''] = added.split('/')
    if (text.includes("'")) continue
    const pattern = condition === '.' ? '' : condition
    classes.get(flag).rules.push({
      cut: cut === '0' ? '' : cut,
      added: text === '0' ? '' : text,
      fits: new RegExp(kind === 'PFX' ? `^${pattern}` : `${pattern}$`, 'u'),
      following: namesIn(following),
    })
  }
  return classes
}

function formsOf(stem, flags, classes) {
  const named = flags.map((flag) => classes.get(flag)).filter((found) => found !== undefined)
  const suffixes = named.filter(({ kind }) => kind === 'SFX')
  const prefixes = named.filter(({ kind }) => kind === 'PFX')
  const ended = suffixes.flatMap((suffix) =>
    suffix.rules.flatMap((rule) => endedWith(stem, rule)).map((word) => ({ word, suffix })),
  )
  const forms = flags.includes(NEEDS_AFFIX) ? [] : [stem]
  forms.push(...ended.map(({ word }) => word))
  for (const prefix of prefixes) {
    for (const rule of prefix.rules) {
      const begun = begunWith(stem, rule)
      for (const word of begun) forms.push(word, ...formsOf(word, rule.following, classes))
      if (prefix.crosses)
        for (const { word, suffix } of ended)
          if (suffix.crosses) forms.push(...begunWith(word, rule))
    }
  }
  return forms
}

function endedWith(stem, { cut, added, fits }) {
  return stem.endsWith(cut) && fits.test(stem)
    ? [stem.slice(0, stem.length - cut.length) + added]
    : []
}

function begunWith(stem, { cut, added, fits }) {
  return stem.startsWith(cut) && fits.test(stem) ? [added + stem.slice(cut.length)] : []
}

/** Flags of two characters each, as the French dictionary has them. */
function pairsOf(flags) {
  return flags.match(/.{2}/gsu) ?? []
}
