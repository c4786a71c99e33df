const MONTHS = [
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  'January|February|March|April|May|June|July|August|September|October|November|December',
  'Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
]

/** The name of a month, in the languages around us. */
export const MONTH = anyOf(MONTHS)

/**
 * One, which is the end of a figure after a hyphen (`twenty-one`), and in French after `et` where
 * tens stand before (`vingt et un`).
 */
export const ONE = anyOf(['une?|one'])
export const TENS = anyOf([
  'vingt|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante',
])

/**
 * Words that make one thing of two figures: an interval, an hour, a duration, a share, a list of
 * articles, a date.
 */
export const JOINS = anyOf([
  ...MONTHS,
  'à|au|aux|et|ou|sur|soit|le|les|h|m|to|the|and|or|of|through|am|pm|bis|und|oder|von|al?|y|e|o|del?',
  'alinéas?|paragraphes?|paragraphs?|Abs|Absatz|Nr|comma|apartado',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day',
  'ans?|années?|mois|semaines?|jours?|heures?|minutes?|years?|months?|weeks?|days?|hours?',
  'Jahre?n?|Monate?n?|Wochen?|Tage?n?|Stunden?|Minuten?|Uhr|años?|mes|meses|semanas?|días?|horas?|anni|anno|mesi|mese|settimane?|giorni|ore',
])

/** Whether a word is a figure in letters; not one, which is most often an article: see `ONE`. */
export function isInLetters(word: string): boolean {
  return IN_LETTERS.has(word.toLowerCase())
}

// Asked of each word of a text: looked up, which an expression is slower than.
const IN_LETTERS: ReadonlySet<string> = new Set(
  [
    'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante septante huitante octante nonante',
    'cent cents mille two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig dreissig',
    'vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend',
    'dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    'cien cientos mil',
    'due tre quattro cinque sei sette otto nove dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento',
  ].flatMap((words) => words.split(' ')),
)

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})$`, 'i')
}
