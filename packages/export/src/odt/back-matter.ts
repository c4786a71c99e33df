import type { Element, ElementContent } from 'xast'
import { dayInWords } from '../day-in-words.ts'
import { isolated } from '../direction.ts'
import { hasColophon, type Work } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { nameAlone } from '../edition/member.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { contactAddress } from '../web-address.ts'
import { bookmarkOf, ownBookmark } from './anchors.ts'
import { writerOf } from './flow.ts'
import { inline, linkElement } from './inline.ts'
import type { OdtWriter } from './odt-writer.ts'
import { paragraph, plain, span, tab } from './paragraph.ts'
import type { Scope } from './scope.ts'

const scope: Scope = { prefix: ['w'], notes: [], mark: '' }

/** The bibliography: works, their reliability, and the proposals that cite them. */
export function bibliography(odt: OdtWriter): Element[] {
  const { bibliography: works, chapters, words } = odt.edition
  if (works.length === 0) return []
  const ids = new Map(
    chapters.flatMap(({ measures }) => measures.map(({ number, id }) => [number, id] as const)),
  )
  return [
    paragraph({
      style: 'Heading_20_1',
      level: 1,
      name: odt.anchors('d', 'bibliography'),
      text: plain(words.bibliography),
    }),
    ...works.flatMap((work) => workEntry(work, ids, odt)),
  ]
}

function workEntry(work: Work, ids: ReadonlyMap<number, string>, odt: OdtWriter): Element[] {
  const name = ownBookmark(odt, { kind: 'work', id: work.id })
  const address =
    work.url !== '' && !nodesAsText(work.nodes).includes(work.url)
      ? [...plain(' '), linkElement(work.url, 'Internet_20_link', plain(work.url))]
      : []
  const remark = remarkOn(work, ids, odt)
  return [
    paragraph({
      style: 'Bibliography_20_1',
      name,
      text: [...inline(work.nodes, writerOf(odt, scope)), ...address],
    }),
    ...(remark.length === 0
      ? []
      : [
          paragraph({
            style: 'Cahier_20_Source_20_Remark',
            name: odt.anchors(name, 'remark'),
            text: remark,
          }),
        ]),
  ]
}

function remarkOn(
  { level, levelLabel, citedIn, reservations }: Work,
  ids: ReadonlyMap<number, string>,
  odt: OdtWriter,
): ElementContent[] {
  const { words, language } = odt.edition
  const citing = citedIn.flatMap((number, index): ElementContent[] => {
    const label = plain(`${number}`)
    const id = ids.get(number)
    const bookmark = id === undefined ? '' : bookmarkOf(odt, { kind: 'measure', id })
    return [
      ...(index === 0 ? [] : plain(', ')),
      ...(bookmark === '' ? label : [linkElement(`#${bookmark}`, 'Cahier_20_Reference', label)]),
    ]
  })
  const sentences: ElementContent[][] = [
    level === ''
      ? []
      : plain(
          `${labelled(words.level, language)} ${level}${levelLabel === '' ? '' : `, ${levelLabel}`}.`,
        ),
    citing.length === 0
      ? []
      : [...plain(`${labelled(words.citedIn, language)} `), ...citing, ...plain('.')],
    reservations === ''
      ? []
      : plain(`${labelled(words.reservationAbout, language)} ${reservations}`),
  ]
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [...plain(' '), ...sentence]))
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
    paragraph({
      style: 'Heading_20_1',
      level: 1,
      name: anchors('d', 'colophon'),
      text: plain(words.colophon),
    }),
    ...entries
      .filter(([, , value]) => value !== '')
      .map(([part, label, value]) =>
        paragraph({
          style: 'Cahier_20_Colophon',
          name: anchors('d', 'colophon', part),
          text: [span('Cahier_20_Label', label), tab(), ...address(value)],
        }),
      ),
  ]
}

function address(value: string): ElementContent[] {
  const url = contactAddress(value)
  return url === ''
    ? plain(value)
    : [linkElement(url, 'Internet_20_link', plain(value.replace(/^mailto:/i, '')))]
}
