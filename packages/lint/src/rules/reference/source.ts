import {
  fieldsOf,
  memoize,
  nearest,
  type Place,
  type Programme,
  placeOf,
  slugOf,
  typingErrorsBetween,
} from '@cahier/core'
import type { Citation } from '@cahier/prose'
import type { Text } from 'mdast'
import {
  documentAt,
  fieldsAt,
  isDecided,
  matchesAt,
  nodesOf,
  placeIn,
  textsAt,
} from '../../document/documents.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'
import { unreadFiles } from '../../references/unread-files.ts'

/** Reports badly written citations, and citations of a source that `sources.yaml` lacks. */
export const source: Rule = {
  id: 'reference/source',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
  messages: {
    unknownNear: {
      fr: 'aucune source « {key} » dans sources.yaml : vouliez-vous citer « {meant} » ?',
      en: 'no source “{key}” in sources.yaml: did you mean “{meant}”?',
    },
    unknown: {
      fr: 'aucune source « {key} » dans sources.yaml : ajoutez-la à ce fichier, ou citez-en une qui y est',
      en: 'no source “{key}” in sources.yaml: add it to that file, or cite one that is there',
    },
    noFile: {
      fr: 'les textes citent des sources, et le fichier sources.yaml n’est pas là : remettez-le à côté de programme.yaml, ou créez-le, avec « {key} »',
      en: 'the texts cite sources, and the file sources.yaml is not there: put it back beside programme.yaml, or create it, with “{key}”',
    },
    lookalike: {
      fr: 'pour citer cette source, écrivez {meant}',
      en: 'to cite this source, write {meant}',
    },
    glued: {
      fr: 'collée à un point d’exclamation, cette citation serait prise pour une image : écrivez {meant}',
      en: 'right after an exclamation mark, this citation would be taken for an image: write {meant}',
    },
    comma: {
      fr: 'entre deux sources, mettez un point-virgule. Écrivez : {meant}',
      en: 'between two sources, put a semicolon. Write: {meant}',
    },
    malformedNear: {
      fr: '« {written} » n’est pas une citation : écrivez {meant}',
      en: '“{written}” is not a citation: write {meant}',
    },
    malformed: {
      fr: '« {written} » n’est pas une citation : écrivez [@identifiant] ou [@identifiant, p. 12], et un point-virgule entre deux sources',
      en: '“{written}” is not a citation: write [@id] or [@id, p. 12], and a semicolon between two sources',
    },
  },
  document(context) {
    const { document } = context
    if (document.kind === 'sources')
      for (const { key, value } of fieldsAt(document, '/*'))
        for (const { value: later, place } of textsAt(document, `/${key}/superseded-by`))
          check(context, later, place.value, String(fieldsOf(value).id))
    for (const node of nodesOf(document, 'citation')) checkCitation(node, context)
    for (const node of nodesOf(document, 'text')) checkLookalikes(node, context)
  },
}

function checkCitation(node: Citation, context: RuleContext) {
  const { document, report } = context
  for (const { key, locator, start, end } of node.items) {
    const at = { start, end }
    if (key === '') {
      const meant = citedBy(locator, context.programme.ids.sources)
      const words = { start: start + document.text.slice(start, end).search(/\S|$/), end }
      if (meant === '') report('malformed', at, { written: locator })
      else report('malformedNear', words, { written: locator, meant }, { text: meant })
    } else if (/(?:^|[\s,])-?@[\p{L}\p{N}]/u.test(locator)) {
      const meant = node.value.replace(BEFORE_NEXT_KEY, ' ; ')
      // Without a comma between two keys, the correction is uncertain.
      if (meant === node.value) report('malformed', at, { written: `@${key}, ${locator}` })
      else report('comma', placeOf(node), { meant }, { text: meant })
    } else check(context, key, placeIn(document, start, end))
  }
}

const BEFORE_NEXT_KEY = /\s*,\s*(?:(?:voir|cf\.?|et|see|and)\s+)?(?=-?@)/g

// Corrects a badly written citation: `@ ademe-2023` and `ademe-2023` mean `@ademe-2023`.
function citedBy(written: string, known: ReadonlySet<string>) {
  const [, key = '', after = ''] =
    /^@?\s*([a-z0-9-]+)(?:[\s.:]+(.*))?$/su.exec(written.trim()) ?? []
  if (!known.has(key) || after.includes('@')) return ''
  return after.trim() === '' ? `@${key}` : `@${key}, ${after.trim()}`
}

// Reports what looks like a citation of a known source: `[id]`, `(@id)` or `@id`. Also reports
// `![@id]`, which would be an image.
function checkLookalikes(node: Text, { programme, document, report }: RuleContext) {
  for (const match of matchesAt(document, placeOf(node), LOOKALIKE)) {
    const [, citation, bare, bareLocator, round, roundLocator, lone] = match
    const key = bare ?? round ?? lone ?? ''
    if (citation !== undefined) {
      const start = match.index + 1
      const edits = [{ start, end: start, text: ' ' }]
      report('glued', match, { meant: `! ${citation}` }, { edits })
    } else if (programme.ids.sources.has(key)) {
      const meant = `[@${key}${bareLocator ?? roundLocator ?? ''}]`
      report('lookalike', match, { meant }, { text: meant })
    }
  }
}

const LOOKALIKE =
  /!(\[-?@[^[\]\n]+\])|\[([a-z0-9-]+)((?:, [^[\]\n]*)?)\]|\(@([a-z0-9-]+)((?:, [^()\n]*)?)\)|(?<![\w@.-])\[?@([a-z0-9-]+)/g

// A source may exist although `programme.ids.sources` lacks `key`, when `sources.yaml` has errors
// or capitals in ids.
function isHidden(key: string, programme: Programme) {
  if (unreadFiles(programme).includes('sources.yaml')) return true
  const file = documentAt(programme, 'sources.yaml')
  const isFlawed =
    !Array.isArray(file?.head) || file.findings.some(({ rule }) => rule === 'structure/yaml')
  return (file !== null && isFlawed) || [...programme.ids.sources].some((id) => slugOf(id) === key)
}

function check({ programme, document, report }: RuleContext, key: string, place: Place, own = '') {
  // A decided amendment may cite a source that was removed later.
  if (programme.ids.sources.has(key) || isHidden(key, programme) || isDecided(document)) return
  if (documentAt(programme, 'sources.yaml') === null) {
    const first = firstCitation(programme)
    if (first?.document === document && first.start === place.start.offset)
      report('noFile', place, { key })
    return
  }
  const others = [...programme.ids.sources].filter((id) => id !== own)
  const meant = nearest(key, others)
  // The same name with another year is another source, but swapped digits are a typing error.
  const isSure = typingErrorsBetween(key, meant) <= 1 && sortedDigits(key) === sortedDigits(meant)
  if (meant === '') report('unknown', place, { key })
  else report('unknownNear', place, { key, meant }, { text: isSure ? meant : undefined })
}

function sortedDigits(key: string) {
  return [...key.replace(/\D/g, '')].sort().join('')
}

// When `sources.yaml` is missing, only the first citation gets a finding.
const firstCitation = memoize(({ documents }: Programme) => {
  const items = documents
    .filter((document) => !isDecided(document))
    .flatMap((document) =>
      nodesOf(document, 'citation').flatMap((node) =>
        node.items.map((item) => ({ document, ...item })),
      ),
    )
  return items.find(({ key }) => key !== '')
})
