import { expect, it } from 'vitest'
import { tally } from '../counting/tally.ts'
import { applied, type Files, programmeOf } from '../samples/sample-files.ts'
import { sampleSigner } from '../samples/sample-signer.ts'
import { closed, edited, signed, spoken, withKeys } from '../samples/signed-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { silencedBySigning, whyNotCounted } from './signed-file.ts'

const FILE = 'positions/a.yaml'
const late = sampleSigner(6)

/** Member `a` has a key from 10 March on, and both had spoken before on the text of the round. */
const before = spoken(
  spoken(
    edited(
      withKeys,
      'collectives/a.yaml',
      'keys: [',
      `keys: [{key: "${late.line}", from: 2025-03-10}, `,
    ),
    'a',
    null,
  ),
  'b',
  null,
)

/** What `a` says next, on another proposal, unsigned yet. */
function next(files: Files): Files {
  return applied(files, (programme) =>
    planStance(programme, 'a', 'courrier', { stance: 'consent', day: '2025-03-12', by: 'd1' }),
  )
}

function silenced(files: Files, day = '2025-03-12'): readonly string[] {
  const text = `${next(files)[FILE]}`
  const file = { path: FILE, text, signature: late.sign(text) }
  expect(whyNotCounted(programmeOf(files), file, day)).toBe('')
  return silencedBySigning(programmeOf(files), file, day).map(
    ({ proposal, stance }) => `${proposal} ${stance}`,
  )
}

function guichet(files: Files) {
  const verdict = tally(programmeOf(files), '2025-03-25').find(
    ({ proposal }) => proposal === 'guichet',
  )
  return {
    status: verdict?.status,
    consents: verdict?.tally.consent,
    counted: verdict?.stances.a?.counted,
  }
}

it('lists the earlier stances that a first signature would silence', () => {
  expect(silenced(before)).toEqual(['guichet consent'])
})

it('not those of the key itself, nor those that did not count', () => {
  const again = applied(before, (programme) =>
    planStance(programme, 'a', 'guichet', { stance: 'abstention', day: '2025-03-11' }),
  )
  expect(silenced(again)).toEqual([])
  expect(silenced(edited(before, FILE, 'date: 2025-03-05', 'date: 2025-03-30'))).toEqual([])
})

it('leaves out stances that a closed round counted', { tags: ['long'] }, () => {
  const over = closed(before)
  const kept = { status: 'adopted', consents: 2, counted: true }
  expect(guichet(over)).toEqual(kept)
  expect(silenced(over, '2025-03-25')).toEqual([])
  expect(guichet(signed(next(over), 'a', late))).toEqual(kept)
  // While it is open, the same signature takes the stance away.
  expect(guichet(signed(next(before), 'a', late))).toMatchObject({ counted: false })
})
