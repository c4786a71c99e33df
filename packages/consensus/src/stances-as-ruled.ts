import { byId, type Verdict } from '@cahier/core'
import { benchOf } from './bench-of.ts'
import { countedAs, rulingOn } from './count-stances.ts'

/**
 * The stances of a proposal, with what rulings made of them: a recused member’s is in no tally, an
 * objection that was set aside counts as a reservation.
 */
export function stancesAsRuled({ round, digest, stances }: Verdict): Verdict['stances'] {
  const rulings = benchOf(round, digest)?.rulings ?? []
  const recused = new Set(rulings.filter(({ ruling }) => ruling === 'recused').map(({ on }) => on))
  return byId(
    Object.entries(stances).map(([member, stance]) => {
      if (stance.counted && recused.has(member))
        return [member, { ...stance, counted: false, why: 'recused' }]
      if (countedAs(rulings, member, stance) !== 'ruled') return [member, stance]
      return [member, { ...stance, why: rulingOn(rulings, member, stance)?.ruling ?? stance.why }]
    }),
  )
}
