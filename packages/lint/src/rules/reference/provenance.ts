import { type Document, memoize, type Place, type Programme, stemOf } from '@cahier/core'
import { amendedDocument, documentOf } from '../../document/documents.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'
import { idsIn } from '../../references/id-uses.ts'

/**
 * Reports `merges` and `replaced-by` fields that disagree. Also reports axes (themes) that list a
 * replaced proposal, and undecided amendments to a replaced proposal.
 */
export const provenance: Rule = {
  id: 'reference/provenance',
  severity: 'error',
  alwaysOn: true,
  messages: {
    itself: {
      fr: 'une proposition n’est pas réunie à elle-même : enlevez « {id} » de cette liste',
      en: 'a proposal is not merged into itself: remove “{id}” from this list',
    },
    notReplaced: {
      fr: '« {old} » est réunie ici, mais son fichier ne le dit pas : ajoutez-y la ligne « replaced-by: {id} »',
      en: '“{old}” is merged here, but its file does not say so: add the line “replaced-by: {id}” to it',
    },
    replacedByOther: {
      fr: '« {old} » est réunie ici, mais son fichier dit « replaced-by: {other} » : écrivez-y « {id} », ou enlevez-la d’ici',
      en: '“{old}” is merged here, but its file says “replaced-by: {other}”: write “{id}” there, or remove it from here',
    },
    notMerged: {
      fr: '« {by} » remplace celle-ci, mais son fichier ne le dit pas : ajoutez « {id} » à la liste « merges » de « {by} »',
      en: '“{by}” replaces this one, but its file does not say so: add “{id}” to the list “merges” of “{by}”',
    },
    ordered: {
      fr: '« {old} » a été remplacée par « {by} » : enlevez-la de cette liste',
      en: '“{old}” was replaced by “{by}”: remove it from this list',
    },
    waiting: {
      fr: '« {old} » a été réunie à d’autres dans « {by} » : cet amendement ne peut plus y être adopté. Reprenez-le sur « {by} », puis écrivez ici « outcome: withdrawn »',
      en: '“{old}” was merged with others into “{by}”: this amendment can no longer be adopted. Take it up on “{by}”, then write “outcome: withdrawn” here',
    },
  },
  document(context) {
    if (context.document.kind === 'proposal') {
      checkMerges(context)
      checkReplacement(context)
    } else if (context.document.kind === 'axis') checkOrder(context)
    else if (context.document.kind === 'amendment') checkWaiting(context)
  },
}

function checkMerges({ programme, document, report }: RuleContext) {
  const id = stemOf(document.path)
  for (const { id: old, place } of idsIn(document, '/merges/*')) {
    const file = documentOf(programme, 'proposal', old)
    if (old === id) report('itself', place, { id })
    if (old === id || !file?.sound) continue
    const other = replacementOf(file)
    const related = [relatedField(file, '/replaced-by', place)]
    if (other === '') report('notReplaced', place, { old, id }, { related })
    else if (other !== id && programme.ids.proposals.has(other))
      report('replacedByOther', place, { old, id, other }, { related })
  }
}

function relatedField({ path, places }: Document, pointer: string, otherwise: Place) {
  return { path, place: (places[pointer] ?? places['/title'])?.value ?? otherwise }
}

// When a proposal merges this one, `checkMerges` reports what is wrong.
function checkReplacement({ programme, document, report }: RuleContext) {
  const id = stemOf(document.path)
  for (const { id: by, place } of idsIn(document, '/replaced-by')) {
    const file = documentOf(programme, 'proposal', by)
    if (!file?.sound || by === id) continue
    const related = [relatedField(file, '/merges', place)]
    if (!mergedIds(programme).has(id)) report('notMerged', place, { id, by }, { related })
  }
}

function checkOrder({ programme, document, report }: RuleContext) {
  for (const { id: old, place } of idsIn(document, '/proposals/*')) {
    const by = replacementOf(documentOf(programme, 'proposal', old))
    // The old proposal may stay in the list until the new one says that it merges the old one.
    const heir = documentOf(programme, 'proposal', by)
    if (heir !== null && merges(heir, old)) report('ordered', place, { old, by })
  }
}

function checkWaiting({ programme, document, report }: RuleContext) {
  const place = document.places['/amends']?.value
  const amended = amendedDocument(programme, document)
  const by = replacementOf(amended)
  if (amended !== null && by !== '' && place !== undefined && !('/outcome' in document.places))
    report('waiting', place, { old: stemOf(amended.path), by }, { severity: 'warning' })
}

const mergedIds = memoize(({ documents }: Programme) => {
  const proposals = documents.filter(({ kind }) => kind === 'proposal')
  return new Set(proposals.flatMap((one) => idsIn(one, '/merges/*')).map(({ id }) => id))
})

function merges(document: Document, id: string) {
  return idsIn(document, '/merges/*').some((use) => use.id === id)
}

function replacementOf(document: Document | null) {
  return document === null ? '' : (idsIn(document, '/replaced-by')[0]?.id ?? '')
}
