import { type Document, fieldsOf, type Programme, placeOf } from '@cahier/core'
import { fieldsAt, isPrinted, nodesOf, textsAt } from '../../document/documents.ts'
import type { Report, Rule } from '../../engine/rule.ts'
import { type FactualBlock, factualBlocks } from '../../evidence/factual-blocks.ts'
import { KINDS_TO_SOURCE } from '../../evidence/figures-in.ts'
import { referenceOf } from '../../evidence/source-figures.ts'

/** Reports texts and figures that cite only copies (level C), and sources without a level. */
export const sourceLevel: Rule = {
  id: 'evidence/source-level',
  severity: 'warning',
  inDraft: 'info',
  messages: {
    forgotten: {
      fr: '« {id} » n’a pas de niveau, et les sources voisines en ont un : ajoutez « level: A » (page de l’auteur vue), « B » (reprise par un tiers) ou « C » (copie)',
      en: '“{id}” has no level, and the sources beside it have one: add “level: A” (the author’s page, seen), “B” (reported by a third party) or “C” (a copy)',
    },
    paragraph: {
      fr: '« {figure} » ne repose que sur une copie, un agrégateur ou une traduction ({keys}, niveau C) : citez la page d’origine, ou dites ce qui est à vérifier, ici ou dans la source (reservations)',
      en: '“{figure}” rests on a copy, an aggregator or a translation alone ({keys}, level C): cite the original page, or say what is to be checked, here or in the source (reservations)',
    },
    proposal: {
      fr: 'ce texte ne cite que des copies, des agrégateurs ou des traductions ({keys}, niveau C) : citez au moins une page d’origine',
      en: 'this text cites copies, aggregators or translations alone ({keys}, level C): cite at least one original page',
    },
  },
  document({ programme, document, settings, report }) {
    if (document.kind === 'sources') reportForgotten(document, report)
    if (!isPrinted(document)) return
    const all = nodesOf(document, 'citation')
    const [first] = all
    if (first !== undefined && isOfLevelC(keysIn(all), programme))
      report('proposal', placeOf(first), { keys: shownKeys(all) })
    else for (const block of factualBlocks(document, settings)) checkBlock(block, programme, report)
  },
}

// When three quarters of the sources have a level, the rest were forgotten.
function reportForgotten(document: Document, report: Report) {
  const entries = fieldsAt(document, '/*')
  const forgotten = entries.filter(({ value }) => !('level' in fieldsOf(value)))
  if (entries.length >= 4 * forgotten.length)
    for (const { pointer } of forgotten)
      for (const { value: id, place } of textsAt(document, `${pointer}/id`))
        report('forgotten', place.value, { id })
}

function checkBlock(
  { citations, text, figures }: FactualBlock,
  programme: Programme,
  report: Report,
) {
  const keys = keysIn(citations)
  const figure = figures.find(({ kind }) => KINDS_TO_SOURCE.has(kind))
  const isReserved =
    ADMITTED.test(text) || keys.every((key) => referenceOf(programme, key)?.reservations !== '')
  if (figure === undefined || !isOfLevelC(keys, programme) || isReserved) return
  report('paragraph', figure.span, { figure: figure.text, keys: shownKeys(citations) })
}

function keysIn(citations: FactualBlock['citations']): readonly string[] {
  return citations.flatMap(({ items }) => items.map(({ key }) => key)).filter((key) => key !== '')
}

function shownKeys(citations: FactualBlock['citations']): readonly string[] {
  return [...new Set(keysIn(citations))].map((key) => `@${key}`)
}

function isOfLevelC(keys: readonly string[], programme: Programme) {
  return keys.length > 0 && keys.every((key) => referenceOf(programme, key)?.level === 'C')
}

/** Words that admit a weak source. */
const ADMITTED =
  /vérifi|recoup|cité\p{L}* par|repris\p{L}* par|site tiers|quoted (?:by|on)|confirm|(?:selon|d[’']après|dans|par|que) (?:une?|des|la|les) (?:[\p{L}-]+ )?(?:copies?|reprises?|traductions?|notes?|miroirs?|agrégateurs?)|de seconde main|non consulté|pas (?:été )?(?:lu|vu|consulté)|to be checked|second-hand|unverified|according to a copy|not seen/iu
