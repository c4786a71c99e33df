// `cahier amendments`: shows the amendments to a text and how they fit together.

import {
  amendableText,
  type Survey,
  surveyAmendments,
  textsByDigest,
  whyMisplaced,
} from '@cahier/consensus'
import type { Language } from '@cahier/core'
import type { Hunk } from '@cahier/prose'
import { didYouMean, nearValue } from '../arguments/did-you-mean.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { asJson, formatOption, onlyArgument } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { gitHistory } from '../git/texts.ts'
import { openAndWarn } from '../programme/unread.ts'
import { amendmentsPicture } from '../text/amendments.ts'

export const command: Command = {
  usage: 'PROPOSAL',
  help: {
    fr: 'Qui change quoi, paragraphe par paragraphe, dans une proposition ou un axe, et quels amendements sont à discuter ensemble.',
    en: 'Who changes what, paragraph by paragraph, in a proposal or an axis, and which amendments are to be discussed together.',
  },
  examples: ['PROPOSAL', 'PROPOSAL --format json'],
  options: { format: formatOption() },
  run(invocation) {
    const { values, folder, language, print, say } = invocation
    const written = onlyArgument(invocation)
    const programme = openAndWarn(invocation)
    const id = writtenId(written)
    const amended = amendableText(programme, id)
    if (amended === null) {
      const { fr, en } = didYouMean(
        nearValue(id, [...programme.ids.proposals, ...programme.ids.axes]),
      )
      throw new UsageError(
        `aucune proposition et aucun axe « ${id} »${fr}`,
        `no proposal and no axis “${id}”${en}`,
      )
    }
    const survey = surveyAmendments(
      programme,
      amended,
      textsByDigest(programme, amended, gitHistory(folder, programme)(amended)),
    )
    if (values.format === 'json') print(asJson(surveyAsData(survey, language)))
    else say(amendmentsPicture(programme, amended, survey, invocation))
    return 0
  },
}

/** With more amendments, disjoint pairs are left out: there would be millions of them. */
const MOST_PAIRED = 1000

/** The JSON report (schemas/report-amendments.schema.json). */
function surveyAsData({ amendments, pairs, groups, standing }: Survey, language: Language) {
  return {
    amendments: amendments.map(({ amendment, hunks, misplaced }) => ({
      id: amendment.id,
      by: amendment.by,
      ...(amendment.outcome !== '' && { outcome: amendment.outcome }),
      divisible: amendment.divisible,
      hunks: hunks.map(hunkInJson),
      placed: misplaced === null,
      ...(misplaced !== null && { why: whyMisplaced(misplaced, language) }),
    })),
    pairs: standing.length > MOST_PAIRED ? pairs : everyPair(standing, pairs),
    groups,
  }
}

function everyPair(standing: readonly string[], pairs: Survey['pairs']): Survey['pairs'] {
  const relations = new Map(pairs.map(({ a, b, relation }) => [`${a} ${b}`, relation]))
  return standing.flatMap((a, index) =>
    standing
      .slice(index + 1)
      .map((b) => ({ a, b, relation: relations.get(`${a} ${b}`) ?? 'disjoint' })),
  )
}

function hunkInJson({ rank, field, operation, block, wordsInBlock, old, new: young }: Hunk) {
  const place = field === '' ? { block } : { field }
  return { rank, ...place, operation, tokens: wordsInBlock, old, new: young }
}
