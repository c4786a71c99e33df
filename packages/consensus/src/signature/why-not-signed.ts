import { type Programme, readDocument, readPositions, type Source } from '@cahier/core'
import { keyringOf } from './keyring.ts'
import { signingsIn } from './signing.ts'
import { whyUnheard } from './why-unheard.ts'

/** Why what a positions file says on a day would not count under that signature; `''` when it would. What it said before is not looked at again. */
export function whyNotSigned(
  programme: Programme,
  { path, text, signature }: Source & { readonly signature: string },
  day: string,
): string {
  const positions = readPositions(readDocument({ path, text }, 'positions'))
  const signing = signingsIn(
    { signatures: [{ path: `${path}.sig`, text: signature }], folderFindings: [] },
    keyringOf(programme),
  )(positions)
  if (signing.why !== '') return signing.why
  const [{ delegate = '' } = {}] = signing.held
  const ofKey = whyUnheard({ by: delegate, date: day }, day, signing)
  if (ofKey !== '') return ofKey
  const whys = positions.stances.filter(({ stance, date }) => stance !== null && date === day).map((one) => whyUnheard(one, day, signing))
  return whys.find((why) => why !== '') ?? ''
}
