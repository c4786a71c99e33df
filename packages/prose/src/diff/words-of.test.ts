import { expect, it } from 'vitest'
import { wordsOf } from './words-of.ts'

const sentencesIn = (text: string) =>
  new Set(
    wordsOf(`${text}\n`)
      .slice(0, -1)
      .map(({ sentence }) => sentence),
  ).size

it.each([
  'Le texte de J. Martin, éd. Gallimard, fait foi.',
  'La loi du 3 févr. 2025 fixe le seuil de la fig. 3, tabl. 2, à 30 %.',
  'Le prof. Martin, 12 bd. Voltaire, préside ; c.-à-d. Martin seul.',
  'The bill of Sept. 5 sets the limit of Sec. 3 at approx. 300 dollars.',
  'Die Kosten von 3 Mio. Euro, ca. 2 Mio. €, trägt bzw. Hamburg nach Abs. 2 Nr. 3.',
  'Am 3. März tagt im 21. Jahrhundert der 2. Senat.',
  'El Sr. García y la Dra. Ruiz citan el núm. 5 y la pág. 12.',
  'Il sig. Rossi e il dott. Bianchi citano pag. 5.',
])('a word cut short, and an ordinal in German, end no sentence: %s', (text) => {
  expect(sentencesIn(text)).toBe(1)
})

it.each([
  'Ils sont au plus 27. Les autres suivent.',
  'It is due in 2025. The rest follows.',
  'Elle ouvre en octobre 2025 au public. 12 agents y travaillent.',
  'Le délai est de 30 jours. Martin le rappelle.',
  'Il coûte 5 €. Paris le paie.',
])('a stop ends one: %s', (text) => {
  expect(sentencesIn(text)).toBe(2)
})
