import { fieldsOf } from '@cahier/core'
import { fieldPlace, fieldsAt, isWithdrawnOrReplaced } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'
import { withPlainSpaces } from '../../evidence/figures-of-passage.ts'

/**
 * Reports a proposal that names a law without an `as-of` date, and an `as-of` date that is old or
 * in the future.
 */
export const legalFact: Rule = {
  id: 'evidence/legal-fact',
  severity: 'warning',
  inDraft: 'info',
  messages: {
    undated: {
      fr: 'ce texte s’appuie sur « {written} » : dites dans l’en-tête quel jour vous avez vérifié où en est le droit, par une ligne as-of: [{date: 2026-01-31, what: …}]',
      en: 'this text leans on “{written}”: say in the head on which day you checked where the law stands, with a line as-of: [{date: 2026-01-31, what: …}]',
    },
    old: {
      fr: ({ what, date, years }) =>
        `ce fait juridique n’a pas été revu depuis plus ${years === '1' ? 'd’un an' : `de ${years} ans`} (${date}) : « ${what} » ; vérifiez où il en est, puis changez la date, ou dites ici ce qui n’est pas vérifié`,
      en: 'this legal fact was last checked over {years|year|years} ago ({date}): “{what}”; see where it stands, then change the date, or say here what is not verified',
    },
    future: {
      fr: 'ce fait juridique porte une date à venir ({date}) : écrivez le jour où il a été vérifié',
      en: 'this legal fact is dated in the future ({date}): write the day it was checked',
    },
  },
  // One finding for each text: one `as-of` line may cover several acts.
  text({ document, passages, remark }) {
    if (
      document.kind !== 'proposal' ||
      document.head === null ||
      fieldsAt(document, '/as-of/*').length > 0 ||
      isWithdrawnOrReplaced(document)
    )
      return
    for (const passage of passages) {
      const match = NAMED.exec(withPlainSpaces(passage.text))
      if (match === null) continue
      remark(passage, match, 'undated', { written: match[0] })
      return
    }
  },
  document({ programme, document, day, report }) {
    if (document.kind !== 'proposal' || day === '') return
    const years = programme.manifest.lintOptions.maxAge.legalFact
    const oldest = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
    for (const { value: fact, pointer } of fieldsAt(document, '/as-of/*')) {
      const { date, what = '' } = fieldsOf(fact)
      if (typeof date !== 'string' || date === '') continue
      const place = fieldPlace(document, `${pointer}/date`)
      if (date > day) report('future', place, { date })
      else if (date < oldest && !UNVERIFIED.test(String(what)))
        report('old', place, { date, what: String(what), years })
    }
  },
}

/** Parts of `NAMED`: an act with its number, date or code. « la loi » alone is not enough. */
const DAY = '(?:1er|\\d{1,2}) \\p{L}+ \\d{4}'
const ACT =
  '(?:[Ll]oi|[Oo]rdonnance|[Dd]écret|[Aa]rrêté|[Dd]écision|[Aa]rrêt|[Cc]irculaire|[Dd]élibération)s?'
const PASSED = '(?:vot|adopt|promulgu|sign|abrog|annul|suspend|pris|rendu|publi)(?:é|u|)e?s?'
const ARTICLE = '[Aa]rt(?:icles?|\\.)'
const PART = '\\d+(?:[-/]\\d+)*'
const NAMED = new RegExp(
  `(?<!\\p{L})(?:${ACT}(?: \\p{L}+){0,5}? (?:n(?:°|os?) ?\\d[\\d.-]*(?:/\\d+)?|(?:${PASSED} le|du) ${DAY})|` +
    `(?<=(?<!\\p{L})[Ll]e )${DAY} (?:a|ont) été ${PASSED} (?:l[ae] |l[’']|une? )${ACT}(?!\\p{L})|` +
    '(?:[Pp]roposition|[Pp]rojet) de loi n°\\s?\\d+|PP?J?L n°\\s?\\d+|(?:[Rr]èglement|[Dd]irective) (?:\\((?:UE|CE|CEE)\\) )?(?:n°\\s?)?\\d+/\\d+|' +
    `${ARTICLE} (?:L|R|D)\\.?\\s?[\\d-]+|${ARTICLE} ${PART}(?: (?:et|à) ${PART})? (?:du [Cc]ode (?:de |d[’']|du |des )?\\p{L}+|de la Constitution)|` +
    'RLRQ,? c(?:h(?:ap)?)?\\. ?[\\p{L}\\d.-]*[\\p{L}\\d]|' +
    "(?!The )(?:\\p{Lu}[\\p{L}’'-]+ (?:(?:and|of|the|for|to) )?){1,6}Act \\d{4}|Act of \\d{1,2} \\p{Lu}\\p{Ll}+ \\d{4}|" +
    `(?:${ARTICLE} (?:[LRD]\\.? ?)?|[Ss]ections? )\\d[\\d-]*\\p{Lu}? of the (?:[\\p{L}’'-]+ ){1,6}?(?:Act|Code|Constitution)(?!\\p{L})|` +
    '(?:Regulation|Directive) \\((?:EU|EC)\\) (?:No )?\\d+/\\d+)',
  'u',
)

/** Words of an `as-of` entry that says it is not verified. */
const UNVERIFIED =
  /non (?:vérifié|revu|vu|lu|confirmé)|pas (?:été )?(?:vérifié|revu|lu|confirmé)|à (?:re)?vérifier|unverified|not (?:been )?(?:verified|checked)|to be checked/iu
