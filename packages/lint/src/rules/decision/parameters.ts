import { type Collective, type Document, isFields, type Programme } from '@cahier/core'
import { type Field, fieldsAt } from '../../document/fields-at.ts'
import type { Report, Rule } from '../../engine/rule.ts'

/** Reports decision rules whose parameters have an unexpected effect. */
export const parameters: Rule = {
  id: 'decision/parameters',
  severity: 'warning',
  messages: {
    tooMany: {
      fr: ({ n, members }) =>
        `avec n = ${n} pour ${members} membre${plural(members)}, ce n’est plus un consensus : au-delà de deux objections, ou dès un tiers des membres, une majorité (method: majority) dit mieux ce que l’on veut`,
      en: ({ n, members }) =>
        `with n = ${n} for ${members} member${pluralEn(members)} this is no longer consensus: beyond two objections, or from a third of the members, a majority (method: majority) says more plainly what is meant`,
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
      fr: ({ most, members }) =>
        `il peut manquer ${most} réponse${plural(most)}, et le programme a ${members} membre${plural(members)} : ce nombre n’empêche rien`,
      en: ({ most, members }) =>
        `${most} answer${pluralEn(most)} may be missing, and the programme has ${members} member${pluralEn(members)}: this number prevents nothing`,
    },
    neverBlocks: {
      fr: ({ blocking, members }) =>
        `il faut ${blocking} membre${plural(blocking)} pour bloquer, sur ${members} : la part des poids ne compterait jamais`,
      en: ({ blocking, members }) =>
        `it takes ${blocking} member${pluralEn(blocking)} to block, of ${members}: the share of weight would never count`,
    },
    tooManyConsents: {
      fr: ({ minimum, members }) =>
        `la règle demande ${minimum} consentement${plural(minimum)}, et le programme a ${members} membre${plural(members)} : rien ne serait adopté`,
      en: ({ minimum, members }) =>
        `the rule asks for ${minimum} consent${pluralEn(minimum)}, and the programme has ${members} member${pluralEn(members)}: nothing would be adopted`,
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
    // In unreadable sections, one may be normative.
    const [sections] = fieldsAt(document, '/sections')
    if (
      sections !== undefined &&
      document.sound &&
      programme.manifest.sections.every(({ normative }) => !normative)
    )
      report('nothingNormative', sections.place.key ?? sections.place.value)
    const members = membersOf(programme)
    for (const { rule, isFallback } of rulesIn(document)) {
      look(rule, isFallback, members.length, report)
      const weightless = members.filter(({ weight }) => weight === null).map(({ id }) => id)
      const method = rule.get('method')
      if (method?.value === 'double-majority' && weightless.length > 0)
        report('weightless', method.place.value, { members: weightless })
    }
  },
}

function plural(count: string | undefined): string {
  return Number(count) > 1 ? 's' : ''
}

// Zero takes a plural in English, not in French.
function pluralEn(count: string | undefined): string {
  return count === '1' ? '' : 's'
}

// The current members; their dates are not compared with today.
function membersOf(programme: Programme): readonly Collective[] {
  return programme.collectives.filter(({ joined, left }) => joined !== '' && left === '')
}

type Parameters = ReadonlyMap<string, Field>

/** Every decision rule of the manifest, `otherwise` rules included. */
function rulesIn(
  document: Document,
): readonly { readonly rule: Parameters; readonly isFallback: boolean }[] {
  const found: { rule: Parameters; isFallback: boolean }[] = []
  const visit = (pattern: string, isFallback: boolean): void => {
    for (const { key } of fieldsAt(document, pattern)) {
      const pointer = pattern.replace('*', key)
      found.push({
        rule: new Map(fieldsAt(document, `${pointer}/*`).map((field) => [field.key, field])),
        isFallback,
      })
      visit(`${pointer}/otherwise`, true)
    }
  }
  visit('/decision/default', false)
  visit('/decision/rules/*', false)
  return found
}

/** Limits that depend on the number of members; `as` is the name in the message. */
const NUMBERS: readonly {
  readonly name: string
  readonly message: string
  readonly as: string
  readonly isTooMany: (number: number, members: number) => boolean
}[] = [
  { name: 'n', message: 'tooMany', as: 'n', isTooMany: (n, members) => n > 2 || n * 3 >= members },
  {
    name: 'minimum-consents',
    message: 'tooManyConsents',
    as: 'minimum',
    isTooMany: (minimum, members) => minimum > members,
  },
  {
    name: 'missing-at-most',
    message: 'allMissing',
    as: 'most',
    isTooMany: (most, members) => most >= members,
  },
  {
    name: 'blocking-minority',
    message: 'neverBlocks',
    as: 'blocking',
    isTooMany: (blocking, members) => blocking > members,
  },
]

function look(rule: Parameters, isFallback: boolean, members: number, report: Report): void {
  const method = rule.get('method')
  if (method === undefined) return
  const isOf = (...names: string[]) => names.includes(String(method.value))
  for (const { name, message, as, isTooMany } of NUMBERS) {
    const field = rule.get(name)
    if (typeof field?.value === 'number' && members > 0 && isTooMany(field.value, members))
      report(message, field.place.value, { [as]: field.value, members })
  }
  const silence = rule.get('silence')
  const asksForSome = rule.has('quorum') || rule.has('minimum-consents')
  if (silence?.value === 'consent' && !asksForSome) report('silentQuorum', silence.place.value)
  const early = rule.get('early-close')
  if (isFallback && early?.value === true)
    report('earlyFallback', early.place.key ?? early.place.value)
  const needsQuorum =
    (isOf('consent') && silence?.value !== 'consent') ||
    isOf('consensus-minus') ||
    (isOf('majority') && rule.get('of')?.value !== 'members')
  if (needsQuorum && !asksForSome) report('noQuorum', method.place.value)
  for (const { share, strict, field, name } of sharesIn(rule)) {
    const [part, whole] = share
    // No vote can reach it: an inverted fraction, or “more than” for “at least”.
    if (strict ? part >= whole : part > whole)
      report(
        'unreachable',
        field.place.value,
        { share: String(field.value) },
        { severity: 'error' },
      )
    else if (isOf('majority') && name !== 'quorum' && part * 2n < whole)
      report('minority', field.place.value, { share: String(field.value) })
  }
  if (isFallback && isOf('lazy')) report('lazyTwice', method.place.value)
}

interface Share {
  readonly name: string
  readonly field: Field
  readonly strict: boolean
  readonly share: readonly [bigint, bigint]
}

// The share of a majority is in the rule itself, the others in a named field.
function sharesIn(rule: Parameters): readonly Share[] {
  return [...rule].flatMap(([name, field]) => {
    const inside = isFields(field.value)
      ? Object.entries(field.value)
      : [[name, field.value] as const]
    return inside.flatMap(([key, value]): Share[] => {
      const match = /^([1-9]\d*)\/([1-9]\d*)$/.exec(String(value))
      if (match === null || (key !== 'at-least' && key !== 'more-than')) return []
      return [
        {
          name,
          field: { ...field, value },
          strict: key === 'more-than',
          share: [BigInt(match[1] as string), BigInt(match[2] as string)],
        },
      ]
    })
  })
}
