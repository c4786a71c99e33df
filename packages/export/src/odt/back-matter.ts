import type { Element, ElementContent } from 'xast'
import { isolated } from '../direction.ts'
import { hasColophon, measuresOf, type Work } from '../edition/edition.ts'
import { dayInWords, labelled } from '../edition/labels.ts'
import { nameAlone } from '../edition/member.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { contactAddress } from '../web-address.ts'
import { bookmarkOf, ownBookmark } from './anchors.ts'
import { writerOf } from './flow.ts'
import { inline, linkElement, referenceTo } from './inline.ts'
import type { OdtWriter, Scope } from './odt-writer.ts'
import { headingOf, labelThenTab, paragraph, plain } from './paragraph.ts'

const scope: Scope = { prefix: ['w'], notes: [], mark: '' }

/** The bibliography: works, their reliability, and the proposals that cite them. */
export function bibliography(odt: OdtWriter): Element[] {
  const { bibliography: works, words } = odt.edition
  if (works.length === 0) return []
  const ids = new Map(measuresOf(odt.edition).map(({ number, id }) => [number, id]))
  return [
    headingOf(1, odt.anchors('d', 'bibliography'), words.bibliography),
    ...works.flatMap((work) => workEntry(work, ids, odt)),
  ]
}

function workEntry(work: Work, ids: ReadonlyMap<number, string>, odt: OdtWriter): Element[] {
  const { nodes, url } = work
  const name = ownBookmark(odt, { kind: 'work', id: work.id })
  const address =
    url !== '' && !nodesAsText(nodes).includes(url)
      ? [...plain(' '), linkElement(url, 'Internet link', plain(url))]
      : []
  const text = [...inline(nodes, writerOf(odt, scope)), ...address]
  const remark = remarkOn(work, ids, odt)
  const style = 'Cahier Source Remark'
  return [
    paragraph({ style: 'Bibliography 1', name, text }),
    ...(remark.length === 0
      ? []
      : [paragraph({ style, name: odt.anchors(name, 'remark'), text: remark })]),
  ]
}

function remarkOn(
  { level, levelLabel, citedIn, reservations }: Work,
  ids: ReadonlyMap<number, string>,
  odt: OdtWriter,
): ElementContent[] {
  const { words, language } = odt.edition
  const about = (label: string, text: string) => plain(`${labelled(label, language)} ${text}`)
  const citing = citedIn.map((number) =>
    referenceTo(
      bookmarkOf(odt, { kind: 'measure', id: ids.get(number) ?? '' }),
      plain(`${number}`),
    ),
  )
  const evidence = [level, levelLabel].filter(Boolean).join(', ')
  return joined(' ', [
    level === '' ? [] : about(words.level, `${evidence}.`),
    citing.length === 0
      ? []
      : [...about(words.citedIn, ''), ...joined(', ', citing), ...plain('.')],
    reservations === '' ? [] : about(words.reservationAbout, reservations),
  ])
}

function joined(separator: string, parts: readonly ElementContent[][]): ElementContent[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [...plain(separator), ...part]))
}

/** The colophon: publisher, date and licence; empty when none is known. */
export function colophon(odt: OdtWriter): Element[] {
  const { edition, anchors } = odt
  if (!hasColophon(edition)) return []
  const { words } = edition
  const members = edition.collectives
    .map(({ name, example }) => nameAlone(isolated(name), example, words))
    .join(', ')
  const entries: readonly (readonly [string, string, string])[] = [
    ['edition', words.edition, `${edition.identifier} ${edition.edition}`.trim()],
    ['day', words.publishedOn, dayInWords(edition.date, edition.language)],
    ['by', words.publisher, edition.publisher],
    ['members', words.collectives, members],
    ['licence', words.licence, edition.licence],
    ['contact', words.contact, edition.contact],
  ]
  return [
    headingOf(1, anchors('d', 'colophon'), words.colophon),
    ...entries
      .filter(([, , value]) => value !== '')
      .map(([part, label, value]) => {
        const name = anchors('d', 'colophon', part)
        const text = labelThenTab(label, ...address(value))
        return paragraph({ style: 'Cahier Colophon', name, text })
      }),
  ]
}

function address(value: string): ElementContent[] {
  const url = contactAddress(value)
  return url === ''
    ? plain(value)
    : [linkElement(url, 'Internet link', plain(value.replace(/^mailto:/i, '')))]
}
