import {
  type Document,
  EMPTY_PLAN,
  type Fields,
  fieldsOf,
  isConflicting,
  type Json,
  languageOfTag,
  type Plan,
  type Programme,
  shortSlug,
  slugOf,
  TO_WRITE,
  wholeDigest,
  withText,
} from '@cahier/core'
import {
  diffAsCriticMarkup,
  diffText,
  foldProse,
  readCriticMarkup,
  writeMarks,
} from '@cahier/prose'
import { type Node, visit, Document as YamlDocument } from 'yaml'
import { proposalOf } from '../find-by-id.ts'
import { isSameValue } from '../is-same-value.ts'
import { unknownCollective } from '../refusals/refusal.ts'
import { refusedAmendment } from './amendment-messages.ts'
import { SET_FIELDS } from './field-hunks.ts'
import { AMENDABLE_FIELDS, fieldIn, withFieldIn } from './front-matter-fields.ts'
import { refusedUnknownText, refuseIfGone, sectionFault } from './obstacles.ts'
import { amendableText, amendmentsTo } from './place-amendment.ts'

/** Edits in the file of a text, to be turned into an amendment. */
export interface AmendRequest {
  /** The file before the edits, byte for byte. The plan restores it. */
  readonly original: string
  readonly by: string
  readonly day: string
  /** When empty, a comment in the amendment asks for reasons. */
  readonly reasons: string
}

/** Plans an amendment from edits in the file of a proposal or an axis, and restores the file. */
export function planAmend(
  programme: Programme,
  id: string,
  { original, ...more }: AmendRequest,
): Plan {
  const amended = amendableText(programme, id)
  if (amended === null) return refusedUnknownText(programme, id)
  const { path, text: edited } = amended.document
  if (edited === original && programme.ids.collectives.has(more.by))
    return refusedAmendment(path, 'unchanged', { path })
  const before = withText(amended.document, original)
  if (amended.document.head === null || before.head === null || isConflicting(amended.document))
    return refusedAmendment(path, 'unreadable', { path })
  const fault = sectionFault(before, amended.document, programme.manifest)
  if (fault !== null) return refusedAmendment(path, fault.message, fault.data)
  const plan = planAmendment(programme, id, {
    ...more,
    before,
    edited,
    fields: fieldsOf(amended.document.head),
  })
  if (plan.files.length === 0) return plan
  const proposal = proposalOf(programme, id)
  const closed = proposal === undefined ? null : refuseIfGone(proposal, more.day)
  return closed ?? { ...plan, files: [...plan.files, { path, content: original, replaces: true }] }
}

export interface AmendmentDraft extends Omit<AmendRequest, 'original'> {
  readonly before: Document
  /** The edited file. Only its body is compared with `before`. */
  readonly edited: string
  readonly fields: Fields
  /** The preferred name of the file. By default, the first changed words and the collective. */
  readonly name?: string
}

/** Plans an amendment by a collective. The amended text stays as it is. */
export function planAmendment(
  programme: Programme,
  id: string,
  { before, edited, fields, by, day, reasons, name }: AmendmentDraft,
): Plan {
  if (amendableText(programme, id) === null) return refusedUnknownText(programme, id)
  const { path, text: original } = before
  const refuse = refusedAmendment.bind(null, path)
  if (!programme.ids.collectives.has(by))
    return refuse('noCollective', unknownCollective(programme, by))
  const old = fieldsOf(before.head)
  const others = changedKeys(old, fields).filter((key) => !AMENDABLE_FIELDS.includes(key))
  if (others.length > 0) return refuse('otherFields', { keys: others, path })
  const head = markedHead(old, fields)
  const marks = writeMarks(original, edited)
  if (marks === 'unwritable') return refuse('unwritable', { path })
  if (marks === 'unchanged' && Object.keys(head).length === 0)
    return refuse('onlySpacing', { path })
  const base = wholeDigest(before, programme.assets)
  const changes =
    marks === 'unchanged'
      ? Object.values(head).map((value) => JSON.stringify(value))
      : [marks.marked]
  const slug = freeSlug(programme, id, name ?? `${stemFrom(programme, changes.join(' '))}-${by}`)
  const { reasons: reasonsTitle, text: textTitle } = programme.manifest.amendmentSections
  const why = reasons.trim() || TO_WRITE.reasons[languageOfTag(programme.manifest.language)]
  const at = marks === 'unchanged' || marks.at.length === 0 ? [] : [`at: [${marks.at.join(', ')}]`]
  const lines = [
    `amends: ${id}`,
    `base: ${base}`,
    `by: ${by}`,
    `date: ${day}`,
    ...at,
    ...headLines(head),
  ]
  const section = marks === 'unchanged' ? '' : `\n## ${textTitle}\n\n${marks.marked}`
  const content = `---\n${lines.join('\n')}\n---\n\n## ${reasonsTitle}\n\n${why}\n${section}`
  return { ...EMPTY_PLAN, files: [{ path: `amendments/${id}/${slug}.md`, content }] }
}

function changedKeys(old: Fields, young: Fields) {
  return [...new Set([...Object.keys(old), ...Object.keys(young)])].filter(
    (key) => !isSameValue(old[key] ?? null, young[key] ?? null),
  )
}

function markedHead(old: Fields, young: Fields) {
  const requests = Object.keys({ ...fieldsOf(old.requests), ...fieldsOf(young.requests) })
  const fields = AMENDABLE_FIELDS.flatMap((key) =>
    key === 'requests' ? requests.map((inner) => `requests.${inner}`) : [key],
  )
  return fields.reduce<Fields>((head, field) => {
    const [before, after] = [fieldIn(old, field) ?? null, fieldIn(young, field) ?? null]
    if (isSameValue(before, after)) return head
    const isList = SET_FIELDS.includes(field) || field === 'proposals'
    const marked = isList
      ? markedList(field, itemsOf(before), itemsOf(after))
      : markedText(before, after)
    return marked === null ? head : withFieldIn(head, field, marked as Json)
  }, {})
}

function markedText(old: Json, young: Json) {
  const [before = '', after = ''] = [old, young].map((value) => String(value ?? '').trim())
  return foldProse(before) === foldProse(after) ? null : diffAsCriticMarkup(diffText(before, after))
}

// When the order of an ordered list changes, the whole list is deleted and inserted.
function markedList(
  key: string,
  old: readonly string[],
  young: readonly string[],
): readonly string[] | null {
  const added = young.filter((item) => !old.includes(item)).map((item) => `{++${item}++}`)
  const marked = [...old.map((item) => (young.includes(item) ? item : `{--${item}--}`)), ...added]
  if (SET_FIELDS.includes(key)) return marked.some((item) => item.startsWith('{')) ? marked : null
  const inOrder = [
    ...old.filter((item) => young.includes(item)),
    ...young.filter((item) => !old.includes(item)),
  ]
  if (inOrder.join() === young.join()) return marked
  return [...old.map((item) => `{--${item}--}`), ...young.map((item) => `{++${item}++}`)]
}

function itemsOf(value: unknown) {
  return Array.isArray(value) ? value.map(String) : []
}

// Lists are on one line. Texts are between quotation marks, since a mark begins with a brace.
function headLines(head: Fields): readonly string[] {
  if (Object.keys(head).length === 0) return []
  const document = new YamlDocument({ head })
  visit(document, {
    Seq(_, list) {
      list.flow = true
      for (const item of list.items) Object.assign(item as Node, { type: 'PLAIN' })
    },
  })
  return [document.toString(WRITING).trimEnd()]
}

const WRITING = {
  lineWidth: 0,
  flowCollectionPadding: false,
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const

function stemFrom(programme: Programme, marked: string) {
  const { pieces } = readCriticMarkup(marked)
  // Drops citations (`[@id]`), addresses (`](url)`) and list numbers (`1.`).
  const wordsOf = (text: string) =>
    slugOf(
      text.replace(
        /\[@[^\]]{0,4000}\]|\]\([^)]{0,4000}\)|^[^\S\r\n\u2028\u2029]*\d{1,9}[.)](?=\s)|\n[^\S\n]*\d{1,9}$/gm,
        ' ',
      ),
    )
  const changed = pieces.filter(({ kind }) => kind !== 'same')
  const put = changed.map((piece) => wordsOf(piece.new)).find((words) => words !== '')
  const taken = changed.map((piece) => wordsOf(piece.old)).find((words) => words !== '')
  const [without, amendment] =
    languageOfTag(programme.manifest.language) === 'fr'
      ? ['sans', 'amendement']
      : ['without', 'amendment']
  return shortSlug(put ?? (taken === undefined ? '' : `${without}-${taken}`), 40) || amendment
}

function freeSlug(programme: Programme, id: string, stem: string) {
  const known = new Set(amendmentsTo(programme, id).map((one) => one.id))
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? stem : `${stem}-${number}`
    if (!known.has(candidate)) return candidate
  }
}
