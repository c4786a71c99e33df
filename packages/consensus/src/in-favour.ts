import type { Language, MessageData, Values } from '@cahier/core'
import { countOf } from './count-of.ts'
import type { Count } from './method.ts'

/**
 * How many are in favour: those who consent, with or without a reservation. An objection that was
 * ruled on is nobody’s consent.
 */
export function inFavour({ consents, reservations, ruled = 0 }: Count): number {
  return consents + reservations - ruled
}

/**
 * The result of a proposal that passes: any reservation, or any objection that was set aside, is
 * said.
 */
export function adoptedWith({ reservations }: Count): 'adopted' | 'adopted-with-reservations' {
  return reservations > 0 ? 'adopted-with-reservations' : 'adopted'
}

/** The figures of `consentsInWords`. */
export function consentData(count: Count): MessageData {
  const { members, reservations, ruled = 0 } = count
  return { yes: inFavour(count), members, reservations: reservations - ruled, ruled }
}

/** « 5 consentements sur 6 membres, dont 1 avec réserve » */
export function consentsInWords(
  { yes, members, reservations, ruled }: Values,
  language: Language,
): string {
  if (language === 'en') {
    const reserved = reservations === '0' ? '' : `, ${reservations} with a reservation`
    return `${yes} of ${countOf('en', members, 'member', 'members')} ${yes === '1' ? 'consents' : 'consent'}${reserved}${setAside(ruled, language)}`
  }
  const reserved = reservations === '0' ? '' : `, dont ${reservations} avec réserve`
  return `${countOf('fr', yes, 'consentement', 'consentements')} sur ${countOf('fr', members, 'membre', 'membres')}${reserved}${setAside(ruled, language)}`
}

function setAside(ruled: string | undefined, language: Language): string {
  if (ruled === undefined || ruled === '0') return ''
  return language === 'fr'
    ? `, ${countOf('fr', ruled, 'objection ayant été écartée', 'objections ayant été écartées')}`
    : `, ${countOf('en', ruled, 'objection', 'objections')} set aside`
}
