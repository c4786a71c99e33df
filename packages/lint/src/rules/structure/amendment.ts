import { type Document, memoize, nearest, placeOf, wholeDigest } from '@cahier/core'
import {
  acceptAll,
  type CriticText,
  foldProse,
  leafBlocks,
  ordinalsByText,
  plainSigns,
  quotedBlocks,
  readCriticMarkup,
  readHunks,
  refuseAll,
  type Section,
  type Span,
} from '@cahier/prose'
import { baseOf, earlierTextDigests, givenRanks } from '../../amendments/amended-versions.ts'
import { amendmentMessages } from '../../amendments/amendment-messages.ts'
import { innerStart } from '../../amendments/version-passages.ts'
import { headingTextPlace } from '../../document/compare-sections.ts'
import {
  amendedDocument,
  documentAt,
  fieldPlace,
  fieldsAt,
  isDecided,
  isHeadless,
  textsAt,
} from '../../document/documents.ts'
import { short } from '../../document/escaped-characters.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'
import { existsUnreadAt } from '../../references/unread-files.ts'

/**
 * Reports amendments with a missing section (reasons or text), wrong change marks, or a quotation
 * that the amended text lacks.
 */
export const amendment: Rule = {
  id: 'structure/amendment',
  severity: 'error',
  fixes: true,
  messages: amendmentMessages,
  document(context) {
    const { document } = context
    if (document.kind !== 'amendment' || isHeadless(document)) return
    const text = checkSections(context)
    const start = text === null ? document.text.length : placeOf(text.heading).end.offset
    const quotation: Quotation = {
      ...readCriticMarkup(document.text.slice(start)),
      start,
      spanOf: (span) => ({ start: start + span.start, end: start + span.end }),
    }
    const areMarksRight = checkMarks(context, quotation)
    const isReadable = checkFieldMarks(context) && areMarksRight
    checkAdoptedWith(context)
    if (isReadable && !isDecided(document)) checkBase(context, text === null ? null : quotation)
  },
}

/** The quoted text of an amendment, with its change marks. It begins at `start` in the document. */
interface Quotation extends CriticText {
  readonly start: number
  readonly spanOf: (span: Span) => Span
}

/** Reports missing sections. Returns the section that quotes the amended text, or `null`. */
function checkSections({ programme, document, report }: RuleContext): Section | null {
  const { reasons, text } = programme.manifest.amendmentSections
  const sections = document.body?.sections ?? []
  const isNamed = (title: string) => (section: Section) =>
    foldProse(section.title) === foldProse(title)
  const textAt = sections.findIndex(isNamed(text))
  const before = textAt < 0 ? sections : sections.slice(0, textAt)
  const wanted = [reasons, text].filter((title) => !sections.some(isNamed(title)))
  for (const section of before.filter((one) => !isNamed(reasons)(one))) {
    const meant = nearest(section.title, wanted)
    const place = headingTextPlace(section)
    if (meant !== '') {
      report('sectionNear', place, { title: section.title, meant }, { text: meant })
      wanted.splice(wanted.indexOf(meant), 1)
      if (meant === text) return section
    } else if (textAt >= 0) report('section', place, { title: section.title, reasons, text })
  }
  const onlyHead =
    fieldsAt(document, '/head/*').length > 0 ? wanted.filter((title) => title !== text) : wanted
  if (onlyHead.length > 0)
    report('missing', fieldPlace(document, '/amends'), {
      titles: onlyHead.map((title) => `## ${title}`),
    })
  return sections[textAt] ?? null
}

function checkMarks({ document, report }: RuleContext, { pieces, faults, spanOf }: Quotation) {
  const nested = pieces.flatMap((piece) => {
    if (piece.kind === 'same' || piece.kind === 'comment') return []
    const sides = piece.kind === 'highlight' ? (['new'] as const) : (['old', 'new'] as const)
    return sides.flatMap((side) => {
      const found = OPENER.exec(piece[side])
      if (found === null) return []
      const start = piece.start + innerStart(piece, side) + found.index
      return [{ start, end: start + 3, opener: found[0] }]
    })
  })
  for (const mark of nested) report('nested', spanOf(mark), { opener: mark.opener })
  for (const fault of faults) report('unclosed', spanOf(fault), signsOf(fault))
  const written = ({ start, end }: Span) => document.text.slice(start, end)
  const arrowless = pieces.filter(
    (piece) => piece.kind === 'substitution' && !written(spanOf(piece)).includes('~>'),
  )
  for (const piece of arrowless) {
    const at = spanOf(piece)
    const arrow = ODD_ARROW.exec(piece.old)
    if (arrow === null) report('noArrow', at, { old: short(piece.old) })
    else {
      const old = piece.old.slice(0, arrow.index).trimEnd()
      const now = piece.old.slice(arrow.index + arrow[0].length).trimStart()
      const data = { meant: `{~~${short(old)}~>${short(now)}~~}` }
      report('oddArrow', at, data, { text: `{~~${old}~>${now}~~}` })
    }
  }
  return faults.length + arrowless.length + nested.length === 0
}

function checkFieldMarks({ document, report }: RuleContext) {
  const unclosed = markedFields(document).flatMap(({ value, place }) =>
    readCriticMarkup(value)
      .faults.slice(0, 1)
      .map((fault) => ({ fault, place })),
  )
  for (const { fault, place } of unclosed) report('unclosed', place.value, signsOf(fault))
  return unclosed.length === 0
}

function signsOf({ opener }: CriticText['faults'][number]) {
  return { opener, closer: opener === '{>>' ? '<<}' : `${opener.slice(1)}}` }
}

function checkBase(context: RuleContext, quotation: Quotation | null) {
  const { programme, document, report } = context
  const amended = amendedDocument(programme, document)
  if (amended === null || amended.head === null) return
  const { path } = amended
  const current = wholeDigest(amended, programme.assets)
  const [base] = textsAt(document, '/base')
  const [amends] = textsAt(document, '/amends')
  // An author on the web page of a forge cannot compute the hash, so the message gives the hash.
  if (base === undefined) {
    if (amends !== undefined) report('noBase', amends.place.value, { path, current })
  } else if (!document.sound) return
  else if (base.value === current) {
    checkFields(context, amended)
    if (quotation !== null) checkBlocks(context, amended, quotation)
  } else if (!earlierTextDigests(programme, amended).has(base.value))
    report('stale', base.place.value, { path, current })
}

function checkFields({ document, report }: RuleContext, amended: Document) {
  const { path } = amended
  for (const { value, place, pointer } of markedFields(document)) {
    const own = pointer.replace('/head', '')
    const written = textsAt(amended, own)[0]?.value ?? ''
    const data = { key: own.slice(1).replace('/', '.'), written: short(written), path }
    if (foldProse(refuseAll(readCriticMarkup(value).pieces)) !== foldProse(written))
      report(written === '' ? 'fieldAbsent' : 'fieldDiffers', place.value, data)
  }
}

function checkBlocks(
  { document, settings, report }: RuleContext,
  amended: Document,
  { pieces, start, spanOf }: Quotation,
) {
  const base = ordinalsOf(amended)
  const quoted = quotedBlocks(pieces)
  const at = givenRanks(document)
  if (at !== null && at.length !== quoted.length) {
    const data = { wanted: quoted.length, given: at.length }
    report('atCount', fieldPlace(document, '/at'), data)
    return
  }
  const { text } = document
  // `quotedBlocks` parses a nested list item quoted alone as indented code, but `readHunks` finds
  // this item.
  const placed = () => readHunks(baseOf(settings, amended), text.slice(start), at)
  const { path } = amended
  let isFound = true
  for (const [index, block] of quoted.entries()) {
    const span = spanOf(block)
    const anywhere = base.get(block.text) ?? []
    const possible = at === null ? anywhere : anywhere.filter((ordinal) => ordinal === at[index])
    isFound &&= possible.length === 1
    if (anywhere.length === 0) {
      const odd = ODD_MARK.exec(text.slice(span.start, span.end))
      const retyped = isRetyped(block.text, base)
      const isPart = [...base.keys()].some((one) => one.includes(block.text))
      if (odd !== null) {
        const [written, , removed, added, replaced] = odd
        const replacement = replaced === undefined ? `{++${added}++}` : `{~~${replaced}~~}`
        const meant = removed === undefined ? replacement : `{--${removed}--}`
        const from = span.start + odd.index
        const data = { written: short(written), meant: short(meant) }
        report('oddMark', { start: from, end: from + written.length }, data, { text: meant })
      } else if (!('hunks' in placed()))
        report(retyped ? 'signsDiffer' : isPart ? 'onlyPart' : 'notFound', span, { path })
      else if (retyped) report('signsDiffer', span, { path }, { severity: 'warning' })
    } else if (possible.length === 0) {
      const rank = document.places[`/at/${index}`]?.value
      const meant = anywhere.map(String)
      const text = rank === undefined || anywhere.length > 1 ? undefined : meant[0]
      report('atWrong', rank ?? span, { given: at?.[index] ?? 0, meant, path }, { text })
      // After a wrong ordinal (rank of a block), the next ones are usually wrong too.
      return
    } else if (possible.length > 1)
      report('ambiguous', span, { times: possible.length, path, ordinals: possible.map(String) })
  }
  if (!isFound) return
  const [first] = quoted
  const isIdle =
    fieldsAt(document, '/head/*').length === 0 && refuseAll(pieces) === acceptAll(pieces)
  if (isIdle && first !== undefined)
    report('unchanged', spanOf(first), { path }, { severity: 'warning' })
  const change = pieces.find(({ kind }) => kind !== 'same')
  if (change === undefined) return
  const placement = placed()
  if (!('misplaced' in placement)) return
  const { misplaced, quote } = placement
  if (misplaced === 'nowhere' || misplaced === 'crosses')
    report(misplaced, spanOf(change), { quote: short(quote) })
}

function isRetyped(quoted: string, base: ReadonlyMap<string, readonly number[]>) {
  const plain = plainSigns(quoted)
  return [...base.keys()].some((text) => plainSigns(text) === plain)
}

function checkAdoptedWith({ programme, document, report }: RuleContext) {
  const folder = document.path.slice(0, document.path.lastIndexOf('/') + 1)
  for (const { value: id, place } of textsAt(document, '/adopted/with/*')) {
    const path = `${folder}${id}.md`
    if (documentAt(programme, path) === null && !existsUnreadAt(programme, path))
      report('withUnknown', place.value, { id, path: folder }, { severity: 'warning' })
  }
}

const ordinalsOf = memoize(({ body, text }: Document) =>
  ordinalsByText(body === null ? [] : leafBlocks(body.tree, text)),
)

const OPENER = /(?<!\\)\{(?:\+\+|--|~~|==|>>)/

const ODD_ARROW = /(?:--?|[=–—])>|[→⇒➔]|~ {1,3}>/

/** Wrong marks: one sign instead of two, or a dash instead of hyphens. */
const ODD_MARK =
  /\{(?:([–—]{1,2}|-)(?!-)([^{}]+?)(?:[–—]{1,2}|-)|\+(?!\+)([^{}]+?)\+|~(?!~)(?=[^{}]*~>)([^{}]+)~)\}/u

// Only the fields that hold one text. Changes of lists are compared at the adoption.
function markedFields(document: Document) {
  return ['/head/*', '/head/requests/*'].flatMap((pattern) => textsAt(document, pattern))
}
