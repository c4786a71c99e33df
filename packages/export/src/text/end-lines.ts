import { type Edition, hasColophon, measuresOf, type Work } from '../edition/edition.ts'
import { dayInWords, labelled } from '../edition/labels.ts'
import { type Member, nameAlone } from '../edition/member.ts'
import { inlineText } from './inline-text.ts'
import { blockLines, INDENTED, itemLines, titleLines } from './page.ts'

/** The end of an edition as plain text: stances by member, bibliography, colophon. */
export function endLines(edition: Edition): string[][] {
  const { words, bibliography, collectives } = edition
  const members = collectives
    .map((member) => memberLines(member, edition))
    .filter((lines) => lines.length > 0)
  return [
    ...(members.length === 0
      ? []
      : [titleLines(words.consensus, '='), blockLines(words.consensusIntro), ...members]),
    ...(bibliography.length === 0
      ? []
      : [
          titleLines(words.bibliography, '='),
          ...bibliography.map((work) => workLines(work, edition)),
        ]),
    ...(hasColophon(edition) ? [titleLines(words.colophon, '='), colophonLines(edition)] : []),
  ]
}

// One line per stance, with the numbers of its proposals.
function memberLines({ name, example, stances, unasked }: Member, edition: Edition): string[] {
  const { words, language } = edition
  const numbers = new Map<string, string[]>()
  for (const { id, number } of measuresOf(edition)) {
    const stance = stances[id]
    if (stance === undefined) continue
    const label = stance.stale ? `${stance.label} ${words.stale}` : stance.label
    numbers.set(label, [...(numbers.get(label) ?? []), `§${number}`])
  }
  const lines = [...numbers].flatMap(([label, list]) =>
    itemLines(`${labelled(label, language)} ${list.join(', ')}`),
  )
  const isAsked = measuresOf(edition).some(({ id }) => !unasked.includes(id))
  const none = `- ${isAsked ? words.silent : words.unasked}`
  return [...blockLines(nameAlone(name, example, words)), ...(lines.length > 0 ? lines : [none])]
}

function workLines(
  { nodes, url, level, levelLabel, citedIn, reservations }: Work,
  edition: Edition,
): string[] {
  const { words, language } = edition
  const reference = inlineText(nodes, edition)
  const remarks = [
    url === '' || reference.includes(url) ? '' : `<${url}>`,
    level === ''
      ? ''
      : `${labelled(words.level, language)} ${[level, levelLabel].filter(Boolean).join(', ')}.`,
    citedIn.length === 0
      ? ''
      : `${labelled(words.citedIn, language)} ${citedIn.map((number) => `§${number}`).join(', ')}.`,
    reservations === '' ? '' : `${labelled(words.reservationAbout, language)} ${reservations}`,
  ]
  return [
    ...blockLines(reference),
    ...remarks.filter((remark) => remark !== '').flatMap((remark) => blockLines(remark, INDENTED)),
  ]
}

function colophonLines(edition: Edition): string[] {
  const { words, language } = edition
  const entries: readonly (readonly [string, string])[] = [
    [words.edition, [edition.identifier, edition.edition].filter(Boolean).join(' ')],
    [words.publishedOn, dayInWords(edition.date, language)],
    [words.publisher, edition.publisher],
    [words.licence, edition.licence],
    [words.contact, edition.contact],
  ]
  return entries
    .filter(([, value]) => value !== '')
    .flatMap(([label, value]) => blockLines(`${labelled(label, language)} ${value}`))
}
