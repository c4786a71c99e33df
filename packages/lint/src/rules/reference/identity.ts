import {
  type Collective,
  FILE_START,
  folderOf,
  foldLookalikes,
  memoize,
  type Programme,
  properPath,
  slugOf,
  stemOf,
} from '@cahier/core'
import { foldProse, groupedBy } from '@cahier/prose'
import { documentOf, fieldPlace, textsAt } from '../../document/documents.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'
import { TERM_LISTS } from '../../references/id-fields.ts'
import { idsIn } from '../../references/id-uses.ts'

/** Reports an id that differs from the file path, and ids, names or titles used twice. */
export const identity: Rule = {
  id: 'reference/identity',
  severity: 'error',
  alwaysOn: true,
  messages: {
    file: {
      fr: 'ce fichier est celui de « {meant} », d’après son nom : écrivez « {meant} » au lieu de « {written} », ou renommez le fichier',
      en: 'this file is that of “{meant}”, by its name: write “{meant}” instead of “{written}”, or rename the file',
    },
    folder: {
      fr: 'cet amendement est rangé avec ceux de « {meant} » : écrivez « {meant} », ou déplacez le fichier dans amendments/{written}/',
      en: 'this amendment stands among those of “{meant}”: write “{meant}”, or move the file to amendments/{written}/',
    },
    strayFolder: {
      fr: 'il n’y a pas de texte « {meant} » à amender : déplacez ce fichier dans amendments/{written}/',
      en: 'there is no text “{meant}” to amend: move this file to amendments/{written}/',
    },
    programme: {
      fr: 'ces positions sont celles d’un autre programme, « {written} » : pour celui-ci, écrivez « {meant} »',
      en: 'these positions are about another programme, “{written}”: for this one, write “{meant}”',
    },
    proposalTwice: {
      fr: 'deux propositions s’appellent « {id} », l’autre est {other} : renommez le plus récent de ces deux fichiers',
      en: 'two proposals are called “{id}”, the other is {other}: rename the newer of these two files',
    },
    axisNamesake: {
      fr: '« {id} » est déjà le nom d’un axe, et un amendement ne saurait pas lequel des deux il modifie : renommez ce fichier',
      en: '“{id}” is the name of an axis already, and an amendment could not tell which of the two it changes: rename this file',
    },
    sourceTwice: {
      fr: 'la source « {id} » est déjà décrite ligne {line} : enlevez l’une des deux, ou donnez-lui un autre nom',
      en: 'the source “{id}” is already described on line {line}: remove one of the two, or give it another name',
    },
    delegateTwice: {
      fr: 'une déléguée ou un délégué s’appelle déjà « {id} », ligne {line} : donnez à l’un des deux un autre nom',
      en: 'a delegate is already called “{id}”, on line {line}: give one of the two another name',
    },
    memberNamesake: {
      fr: 'un autre collectif porte ce nom, {other}, et personne ne les distinguerait dans un tableau ou un procès-verbal : précisez l’un des deux noms',
      en: 'another collective bears this name, {other}, and in a table or a record nobody could tell them apart: make one of the two names more precise',
    },
    sectionTwice: {
      fr: 'deux rubriques ont pour titre « {id} », et un texte ne pourrait pas dire laquelle il écrit : changez l’un des titres',
      en: 'two sections are entitled “{id}”, and a text could not say which it writes: change one of the titles',
    },
    termTwice: {
      fr: '« {id} » est déjà défini ligne {line} : enlevez l’un des deux, ou donnez-lui un autre nom',
      en: '“{id}” is already defined on line {line}: remove one of the two, or give it another name',
    },
  },
  document(context) {
    const { programme, document } = context
    const { kind, path } = document
    // The id from the file name, corrected if badly written.
    const stem = stemOf(properPath(path))
    if (kind === 'positions') {
      agree(context, '/collective', stem, 'file')
      agree(context, '/programme', slugOf(programme.manifest.publication.identifier), 'programme')
    } else if (kind === 'decisions') agree(context, '/proposal', stem, 'file')
    else if (kind === 'amendment') {
      const id = folderOf(path)
      const isAmendable = programme.ids.proposals.has(id) || programme.ids.axes.has(id)
      agree(context, '/amends', id, isAmendable ? 'folder' : 'strayFolder')
    } else if (kind === 'proposal') reportNamesakes(context, stem)
    else if (kind === 'collective') reportMemberNamesake(context)
    for (const [of, message, pattern] of UNIQUE)
      if (of === kind) reportTwice(context, message, pattern)
  },
}

/** Kind of document, the message for a value written twice, and the fields that must all differ. */
const UNIQUE = [
  ['collective', 'delegateTwice', '/delegates/*/id'],
  ['sources', 'sourceTwice', '/*/id'],
  ...[...Object.values(TERM_LISTS), 'sections'].map(
    (list) => ['manifest', 'termTwice', `/${list}/*/id`] as const,
  ),
  ['manifest', 'sectionTwice', '/sections/*/title'],
  ['manifest', 'sectionTwice', '/amendment-sections/*'],
] as const

function agree({ document, report }: RuleContext, pattern: string, meant: string, message: string) {
  for (const { id: written, place } of idsIn(document, pattern)) {
    if (written !== meant && meant !== '') report(message, place, { written, meant })
  }
}

function reportNamesakes({ programme, document, report }: RuleContext, id: string) {
  const first = documentOf(programme, 'proposal', id)
  if (first !== null && first !== document) {
    const related = [{ path: first.path, place: FILE_START }]
    report('proposalTwice', FILE_START, { id, other: first.path }, { related })
  } else if (programme.ids.axes.has(id)) report('axisNamesake', FILE_START, { id })
}

// A member that left may return under another id, so only present members are compared.
function reportMemberNamesake({ programme, document, report }: RuleContext) {
  const own = programme.collectives.find((one) => one.document === document)
  const first = own === undefined ? undefined : firstOfName(programme).get(nameSeen(own))
  if (own === undefined || own.left !== '' || first === undefined || first === own) return
  const { path } = first.document
  const related = [{ path, place: fieldPlace(first.document, '/name') }]
  const more = { severity: 'warning', related } as const
  report('memberNamesake', fieldPlace(document, '/name'), { other: path }, more)
}

const firstOfName = memoize(({ collectives }: Programme) => {
  const present = collectives.filter(({ name, left }) => name !== '' && left === '')
  return new Map(present.toReversed().map((one) => [nameSeen(one), one]))
})

// Two names that look alike are equal: « Copa » in Latin and « Сора » in Cyrillic letters.
function nameSeen({ name }: Collective) {
  return foldProse(foldLookalikes(name)).toLowerCase()
}

function reportTwice({ document, report }: RuleContext, message: string, pattern: string) {
  const same = groupedBy(textsAt(document, pattern), ({ value }) => foldProse(value))
  for (const [first, ...others] of same.values())
    for (const { value, place } of others) {
      const related = [{ place: (first?.place ?? place).value }]
      report(message, place.value, { id: value }, { related })
    }
}
