import { isFields } from '@cahier/core'
import { type Field, fieldsAt } from '../../document/documents.ts'
import type { Report, Rule } from '../../engine/rule.ts'

/** Reports decision rules whose parameters have an unexpected effect. */
export const parameters: Rule = {
  id: 'decision/parameters',
  severity: 'warning',
  messages: {
    tooMany: {
      fr: 'avec n = {count} pour {members|membre|membres}, ce n’est plus un consensus : au-delà de deux objections, ou dès un tiers des membres, une majorité (method: majority) dit mieux ce que l’on veut',
      en: 'with n = {count} for {members|member|members} this is no longer consensus: beyond two objections, or from a third of the members, a majority (method: majority) says more plainly what is meant',
    },
    noQuorum: {
      fr: 'sans quorum, une seule voix peut faire adopter une proposition : ajoutez par exemple « quorum: {at-least: 1/2} »',
      en: 'without a quorum, one voice alone can have a proposal adopted: add “quorum: {at-least: 1/2}”, for instance',
    },
    minority: {
      fr: '{share} est moins de la moitié : cette part n’est pas une majorité',
      en: '{share} is less than half: this share is not a majority',
    },
    unreachable: {
      fr: 'cette part ({share}) ne peut jamais être atteinte, et rien ne serait adopté : écrivez par exemple 2/3',
      en: 'this share ({share}) can never be reached, and nothing would be adopted: write 2/3, for instance',
    },
    allMissing: {
      fr: 'il peut manquer {count|réponse|réponses}, et le programme a {members|membre|membres} : ce nombre n’empêche rien',
      en: '{count|answer|answers} may be missing, and the programme has {members|member|members}: this number prevents nothing',
    },
    neverBlocks: {
      fr: 'il faut {count|membre|membres} pour bloquer, sur {members} : la part des poids ne compterait jamais',
      en: 'it takes {count|member|members} to block, of {members}: the share of weight would never count',
    },
    tooManyConsents: {
      fr: 'la règle demande {count|consentement|consentements}, et le programme a {members|membre|membres} : rien ne serait adopté',
      en: 'the rule asks for {count|consent|consents}, and the programme has {members|member|members}: nothing would be adopted',
    },
    weightless: {
      fr: 'cette règle pèse les voix, et il manque un poids (weight) à : {members} ; aucun tour ne pourra s’ouvrir',
      en: 'this rule weighs votes, and a weight is missing for: {members}; no round can open',
    },
    silentQuorum: {
      fr: 'qui se tait consent, et personne n’a besoin de parler : avec « quorum », il faudrait au moins que quelques-uns répondent',
      en: 'silence counts as consent, and nobody needs to speak: with “quorum”, some at least would have to answer',
    },
    earlyFallback: {
      fr: 'une règle de repli ne clôt pas de tour : écrivez « early-close » dans la règle qui l’appelle',
      en: 'a fallback rule closes no round: write “early-close” in the rule that calls it',
    },
    nothingNormative: {
      fr: 'aucune rubrique n’est normative : on ne consentirait qu’à ce que dit l’en-tête d’une proposition, et tout le reste pourrait être récrit sans que personne soit consulté de nouveau. Ajoutez « normative: true » à la rubrique qui dit ce que l’on propose',
      en: 'no section is normative: people would consent to what the head of a proposal says alone, and all the rest could be rewritten with nobody asked again. Add “normative: true” to the section that says what is proposed',
    },
    lazyTwice: {
      fr: 'la règle de repli d’un consensus tacite doit faire voter : choisissez une autre méthode que « lazy »',
      en: 'the fallback rule of lazy consensus must have people speak: choose another method than “lazy”',
    },
  },
  document({ document, programme, report }) {
    if (document.kind !== 'manifest') return
    const { manifest, collectives } = programme
    // A manifest with errors may hide a normative section (put to the vote).
    const [sections] = document.sound ? fieldsAt(document, '/sections') : []
    if (sections !== undefined && manifest.sections.every(({ normative }) => !normative))
      report('nothingNormative', sections.place.key ?? sections.place.value)
    // The current members, without comparing dates with today.
    const members = collectives.filter(({ joined, left }) => joined !== '' && left === '')
    const weightless = members.filter(({ weight }) => weight === null).map(({ id }) => id)
    const check = (pattern: string, isFallback: boolean) => {
      for (const { pointer } of fieldsAt(document, pattern)) {
        const fields = fieldsAt(document, `${pointer}/*`)
        const rule = new Map(fields.map((field) => [field.key, field]))
        checkRule(rule, isFallback, members.length, report)
        const method = rule.get('method')
        if (method?.value === 'double-majority' && weightless.length > 0)
          report('weightless', method.place.value, { members: weightless })
        check(`${pointer}/otherwise`, true)
      }
    }
    check('/decision/default', false)
    check('/decision/rules/*', false)
  },
}

type Parameters = ReadonlyMap<string, Field>

/** Numbers limited by the count of members, with the message for one that is too high. */
const NUMBERS: readonly (readonly [
  name: string,
  message: string,
  isTooMany: (count: number, members: number) => boolean,
])[] = [
  ['n', 'tooMany', (n, members) => n > 2 || n * 3 >= members],
  ['minimum-consents', 'tooManyConsents', (minimum, members) => minimum > members],
  ['missing-at-most', 'allMissing', (most, members) => most >= members],
  ['blocking-minority', 'neverBlocks', (blocking, members) => blocking > members],
]

function checkRule(rule: Parameters, isFallback: boolean, members: number, report: Report) {
  const method = rule.get('method')
  if (method === undefined) return
  for (const [name, message, isTooMany] of NUMBERS) {
    const { value, place } = rule.get(name) ?? {}
    if (typeof value === 'number' && place && members > 0 && isTooMany(value, members))
      report(message, place.value, { count: value, members })
  }
  const silence = rule.get('silence')
  const isTacit = silence?.value === 'consent'
  const asksForSome = rule.has('quorum') || rule.has('minimum-consents')
  if (isTacit && !asksForSome) report('silentQuorum', silence.place.value)
  const early = rule.get('early-close')
  if (isFallback && early?.value === true)
    report('earlyFallback', early.place.key ?? early.place.value)
  const needsQuorum =
    (method.value === 'consent' && !isTacit) ||
    method.value === 'consensus-minus' ||
    (method.value === 'majority' && rule.get('of')?.value !== 'members')
  if (needsQuorum && !asksForSome) report('noQuorum', method.place.value)
  for (const { part, whole, isStrict, field, name } of sharesIn(rule)) {
    const { value } = field.place
    const share = `${part}/${whole}`
    // No vote can reach such a share: the fraction is inverted, or “more than” should be “at
    // least”.
    if (isStrict ? part >= whole : part > whole)
      report('unreachable', value, { share }, { severity: 'error' })
    else if (method.value === 'majority' && name !== 'quorum' && part * 2n < whole)
      report('minority', value, { share })
  }
  if (isFallback && method.value === 'lazy') report('lazyTwice', method.place.value)
}

// The shares of a rule: in the rule itself, `at-least: 2/3`, or in a field, `quorum: {at-least:
// 1/2}`.
function sharesIn(rule: Parameters) {
  return [...rule].flatMap(([name, field]) => {
    const inside = isFields(field.value) ? field.value : { [name]: field.value }
    return ['at-least', 'more-than'].flatMap((key) => {
      const [, part, whole] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(String(inside[key])) ?? []
      return part === undefined || whole === undefined
        ? []
        : [{ name, field, isStrict: key === 'more-than', part: BigInt(part), whole: BigInt(whole) }]
    })
  })
}
