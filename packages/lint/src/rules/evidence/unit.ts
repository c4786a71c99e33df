import type { Rule } from '../../engine/rule.ts'
import { type FactualBlock, factualBlocks } from '../../evidence/factual-blocks.ts'
import type { CreditedFigure } from '../../evidence/figures-of-passage.ts'

/** Reports wrong units, such as an energy given for a power, or emissions of an unnamed gas. */
export const unit: Rule = {
  id: 'evidence/unit',
  severity: 'warning',
  amended: 'whole',
  inDraft: 'info',
  messages: {
    period: {
      fr: ({ figure, kind }) =>
        kind === 'gas'
          ? `« ${figure} » : sur quelle durée ? Écrivez « par an », ou l’année`
          : `« ${figure} » est une quantité d’énergie : sur quelle durée ? Écrivez « par an », ou l’année ; pour une puissance, l’unité est ${kind}`,
      en: ({ figure, kind }) =>
        kind === 'gas'
          ? `“${figure}”: over what time? Write “a year”, or the year`
          : `“${figure}” is an amount of energy: over what time? Write “a year”, or the year; for a power, the unit is ${kind}`,
    },
    rate: {
      fr: '« {figure} » est une puissance : ce qui est consommé ou produit par an se compte en {meant} ; vérifiez l’unité dans la source',
      en: '“{figure}” is a power: what is used or produced in a year is counted in {meant}; see the unit in the source',
    },
    power: {
      fr: '« {figure} » est une quantité d’énergie : une puissance se compte en {meant} ; vérifiez l’unité dans la source',
      en: '“{figure}” is an amount of energy: a power is counted in {meant}; see the unit in the source',
    },
    gas: {
      fr: '« {figure} » d’émissions : tonnes de quoi ? Pour tous les gaz à effet de serre, écrivez « {meant} »',
      en: '“{figure}” of emissions: tonnes of what? For all greenhouse gases, write “{meant}”',
    },
  },
  text({ document, settings, report }) {
    for (const block of factualBlocks(document, settings))
      for (const figure of block.figures) {
        const fault = faultOf(figure, block)
        if (fault === null) continue
        const { message, ...data } = fault
        report(message, figure.span, { figure: figure.text, ...data })
      }
  },
}

function faultOf(figure: CreditedFigure, block: FactualBlock) {
  const { kind, unit: written, sentence, prose, start, end, value } = figure
  const before = prose.slice(Math.max(figure.sentenceStart, start - 60), start)
  const after = prose.slice(end, end + 24)
  const isOfYear =
    A_YEAR.test(after) || YEARLY.test(before) || (USED.test(before) && IN_YEAR.test(after))
  if (kind === 'power' && isOfYear && !INSTALLED.test(sentence))
    return { message: 'rate', meant: `${written}h` }
  const isTimeless = !isDated(figure, block) && !PER.test(after)
  if (kind === 'energy' && !STORED.test(sentence)) {
    const power = written.replace('Wh', 'W')
    if (POWER.test(before)) return { message: 'power', meant: power }
    // A figure in kWh is usually about a price, a battery or a bill, where no period needs to be
    // written.
    if (/^[MGTP]Wh$/.test(written) && isTimeless) return { message: 'period', kind: power }
  }
  if (kind === 'gas' && value >= 1e12 && isTimeless && !BUDGET.test(sentence))
    return { message: 'period', kind }
  const isOfSomething = CARBON.test(sentence) || OF_SOMETHING.test(after)
  return kind === 'mass' && EMITTED.test(before) && !isOfSomething
    ? { message: 'gas', meant: `${figure.text.replace(/tonnes?$|tons?$/, 't')}CO2e` }
    : null
}

function isDated(figure: CreditedFigure, block: FactualBlock) {
  const { isInCell, prose, sentenceStart, sentence } = figure
  const near = prose.slice(Math.max(0, sentenceStart - 160), sentenceStart + sentence.length + 160)
  return PERIOD.test(isInCell ? block.text.slice(0, LONGEST_TABLE) : near)
}

const LONGEST_TABLE = 2000

const PERIOD =
  /\/\s*(?:an|a|jour|mois|year|yr|day|month)(?!\p{L})|(?<!\p{L})(?:par|chaque|sur|en un|en une|pendant|l[’']|d[’']|per|a|an|each|every) ?(?:an|année|jour|journée|mois|semaine|heure|hour|year|day|month|week)s?(?!\p{L})|(?<!\p{L})(?:annuel|mensuel|quotidien|journalier|cumul)\p{L}*|(?<!\p{L})(?:annual|yearly|monthly|daily|total)(?:ly)?(?!\p{L})|(?<!\d)(?:19|20)\d{2}(?!\d)|ans?(?!\p{L})|années?(?!\p{L})/iu
const A_YEAR =
  /^\s*(?:\/\s*(?:an|year)|(?:par|per|a) ?(?:an|année|year)|annuel\p{L}*|each year)(?!\p{L})/iu
/** « sa consommation annuelle est de », not « la production annuelle d’un parc de ». */
const YEARLY =
  /(?:consommation|production)s? annuelles?(?: (?:d[’']électricité|d[’']énergie|électrique))?(?:[^.;:,]* (?:est|était|sera|atteint|atteindra|dépasse|dépassera))?(?: (?:de|d[’']environ|à|déjà|environ|près|plus|moins|presque))*\s*$|annual (?:\p{L}+ )?(?:consumption|use|production|output)(?:[^.;:,]* (?:is|was|reaches|reached|exceeds|exceeded))?(?: (?:of|about|nearly|almost|over|around|already))*\s*$/iu
const USED =
  /(?<!\p{L})(?:(?:a|ont) (?:consommé|produit)|(?:used|consumed|produced))(?: \p{L}+){0,2} ?$/iu
const IN_YEAR = /^\s*(?:(?:d[’']électricité|of electricity) )?(?:en|in) (?:19|20)\d{2}(?!\d)/iu
const INSTALLED =
  /install|(?<!\p{L})pos(?:er?|ent|ons|é|ait)(?!\p{L})|raccord|ajout|construi|mis en service|mises? en service|capacit|puissance|nouve|added|adding|new|built|capacity/iu
const POWER =
  /(?:puissance|raccordement|capacité)s?(?: \p{L}+){0,4}\s*$|(?:a power|power demand|grid connection|capacity)(?: \p{L}+){0,3}\s*$/iu
const STORED = /stock|batterie|réserv|stor(?:age|ed)|batter/iu
const PER = /^\s*(?:\/|par |per |pour |a )/iu
const BUDGET = /budget|cumul|d[’']ici|reste|stock|remaining|total/iu
const OF_SOMETHING = /^\s*(?:de(?! gaz)|d[’']|of(?! greenhouse))(?!\p{L})/iu
const EMITTED =
  /(?:émissions?|émet(?!\p{L})|émett\p{L}*|émis\p{L}*|gaz à effet de serre|empreinte carbone|emissions?|emits?|emitted|greenhouse gas\p{L}*|carbon footprint)[^.;]{0,60}$/iu
const CARBON =
  /CO2|CO₂|carbone?s? équivalent|dioxyde|méthane|methane|azote|particules?|particulates?|équivalent|eq\.|NOx|SO2|soufre|CO2e/iu
