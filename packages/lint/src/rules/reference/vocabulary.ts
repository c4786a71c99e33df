import {
  type Document,
  type Language,
  memoize,
  nearest,
  type Place,
  slugOf,
  type Term,
} from '@cahier/core'
import { documentAt, textsAt } from '../../document/documents.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'
import { TERM_LISTS, type TermKind } from '../../references/id-fields.ts'
import { type IdUse, isSlip, namedIn, severalIds } from '../../references/id-uses.ts'

/** Reports horizons, scales, actions, impacts and addressees that the manifest does not list. */
export const vocabulary: Rule = {
  id: 'reference/vocabulary',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
  messages: {
    unknownNear: {
      fr: ({ written, list, meant }) =>
        `« ${written} » n’est pas ${NOUNS[list as List]?.fr} du programme : écrivez « ${meant} »`,
      en: ({ written, list, meant }) =>
        `“${written}” is not ${NOUNS[list as List]?.en} of the programme: write “${meant}”`,
    },
    kind: {
      fr: '« {written} »{meant|meant}',
      en: '“{written}”{meant|meant}',
    },
    quoted: {
      fr: 'pas de guillemets ici : écrivez {meant}',
      en: 'no quotation marks here: write {meant}',
    },
    unknown: {
      fr: ({ written, list, known }) =>
        `« ${written} » n’est pas ${NOUNS[list as List]?.fr} du programme. Prenez dans cette liste : ${known}`,
      en: ({ written, list, known }) =>
        `“${written}” is not ${NOUNS[list as List]?.en} of the programme. Choose one of: ${known}`,
    },
  },
  document(context) {
    const { document } = context
    if (document.kind === 'collective') checkKind(context)
    for (const [kind, list] of Object.entries(TERM_LISTS))
      check(context, list, namedIn(document, kind as TermKind))
  },
}

// The `kind` of a collective may be any word, so only a misspelling of a usual word is reported.
function checkKind({ document, report }: RuleContext) {
  for (const { value: written, place } of textsAt(document, '/kind')) {
    const meant = nearest(written, KINDS)
    if (meant !== '' && meant !== written && isSlip(written, meant))
      report('kind', place.value, { written, meant }, { severity: 'warning', text: meant })
  }
}

const KINDS =
  'association syndicat coopérative collectif mouvement fédération fondation confédération union cooperative collective movement federation foundation'.split(
    ' ',
  )

type List = (typeof TERM_LISTS)[TermKind]

const NOUNS: Readonly<Record<List, Readonly<Record<Language, string>>>> = {
  horizons: { fr: 'un horizon', en: 'a horizon' },
  scales: { fr: 'une échelle', en: 'a scale' },
  actions: { fr: 'une action', en: 'an action' },
  impacts: { fr: 'un impact', en: 'an impact' },
  addressees: { fr: 'un destinataire', en: 'an addressee' },
}

function check({ programme, report }: RuleContext, list: List, uses: readonly IdUse[]) {
  const terms = programme.manifest[list]
  const manifest = documentAt(programme, 'programme.yaml')
  if (terms.length === 0 || (manifest !== null && flawedLists(manifest).has(list))) return
  const known = new Set(terms.map(({ id }) => id))
  if (known.size < terms.length) return
  for (const use of uses) {
    const { id: written, place } = use
    if (known.has(written)) continue
    const meant = severalIds(use, known) || meantTerm(written, terms)
    const bare = written.replace(/^[«“"]\s*|\s*[»”"]$/g, '')
    if (known.has(bare)) report('quoted', place, { meant: bare }, { text: bare })
    else if (meant === '') report('unknown', place, { written, list, known: [...known] })
    else report('unknownNear', place, { written, list, meant }, { text: meant })
  }
}

// In a list with errors, some terms may not have been read.
const flawedLists = memoize(
  ({ places, findings }: Document) =>
    new Set(
      Object.keys(NOUNS).filter((list) => {
        const whole = places[`/${list}`]?.value
        const isInside = ({ offset }: Place['start']) =>
          whole !== undefined && whole.start.offset <= offset && offset <= whole.end.offset
        return findings.some(({ place }) => isInside(place.start))
      }),
    ),
)

function meantTerm(written: string, terms: readonly Term[]) {
  const slug = slugOf(written)
  const [byId, byTitle] = (['id', 'title'] as const).map((key) => {
    const name = nearest(
      written,
      terms.map((term) => term[key]),
    )
    return terms.find((term) => term[key] === name)?.id
  })
  const meant = byId ?? byTitle ?? ''
  // « court ou moyen » names several terms, so none is suggested.
  if (meant !== '' || /[,;/&+]|\s(?:et|ou|and|or|à|to)\s/.test(written)) return meant
  const begun = terms.filter(
    ({ id, title }) => slug.startsWith(`${id}-`) || slugOf(title).startsWith(`${slug}-`),
  )
  return begun.length === 1 ? (begun[0]?.id ?? '') : ''
}
