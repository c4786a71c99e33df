import { describe, expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'
import { PROPOSAL, type Slip, slipsOfAVolunteer, writes } from './slips-of-a-volunteer.ts'
import { slipsOfAWriter } from './slips-of-a-writer.ts'

interface Told {
  readonly at: string
  readonly severity: string
  readonly message: string
}

/** What `cahier lint` finds, the draft's remark aside, and how it ends. */
function lint(
  at: Desk,
  language: 'fr' | 'en',
): { readonly code: number | null; readonly told: readonly Told[] } {
  const { code, out } = at.cahier('lint', '--format', 'json', '--lang', language)
  const { findings } = JSON.parse(out) as {
    findings: { path: string; line: number; column: number; severity: string; message: string }[]
  }
  const told = findings.map(({ path, line, column, severity, message }) => ({
    at: `${path}:${line}:${column}`,
    severity,
    message,
  }))
  return { code, told: told.filter(({ severity }) => severity !== 'info') }
}

function tell(slips: readonly Slip[]): void {
  it.each(slips)('$told', ({ does, at, fr, en }) => {
    const broken = desk()
    does(broken)
    const french = lint(broken, 'fr')
    expect(french.told.map((one) => ({ ...one, message: plain(one.message) }))).toEqual([
      { at, severity: 'error', message: fr },
    ])
    expect(french.code).toBe(1)
    const english = lint(broken, 'en')
    expect(english.told.map((one) => ({ ...one, message: plain(one.message) }))).toEqual([
      { at, severity: 'error', message: en },
    ])
    expect(english.code).toBe(1)
  })
}

it('nothing is found in the small programme as it stands', () => {
  expect(lint(desk(), 'fr')).toEqual({ code: 0, told: [] })
})

describe('a volunteer who writes French', () => tell(slipsOfAVolunteer))

describe('a writer in a hurry', () => tell(slipsOfAWriter))

it('a hand that breaks three files is told three things, each in its place', () => {
  const broken = desk()
  const slips = [...slipsOfAVolunteer, ...slipsOfAWriter].filter(({ told }) =>
    /colon, as French|agrees in French|in \.yml/.test(told),
  )
  for (const { does } of slips) does(broken)
  expect(lint(broken, 'fr').told.map(({ at }) => at)).toEqual([
    'axes/services/guichet.md:2:8',
    'collectives/exemple-b.yml:1:1',
    'positions/exemple-a.yaml:6:13',
  ])
})

it('Windows line ends and a byte order mark move no line and no column', () => {
  const broken = desk()
  writes('@insee-2022', '@inse-2022')(broken)
  broken.write(PROPOSAL, `\uFEFF${broken.read(PROPOSAL).replaceAll('\n', '\r\n')}`)
  expect(lint(broken, 'fr').told.map(({ at }) => at)).toEqual([`${PROPOSAL}:16:47`])
})

it('the French sentence is set as French is: no line can end before its colon or question mark', () => {
  const broken = desk()
  writes('title:', 'titre:')(broken)
  expect(lint(broken, 'fr').told[0]?.message).toBe(
    'La clé «\u00A0titre\u00A0» n’existe pas\u00A0: vouliez-vous écrire «\u00A0title\u00A0» (titre)\u202F?',
  )
})

it('the terminal shows the line at fault and points at the very word', () => {
  const broken = desk()
  writes('horizon: court', 'horizon: Court')(broken)
  const { code, out } = broken.cahier('lint', PROPOSAL)
  expect(code).toBe(1)
  expect(plain(out).split('\n')).toEqual([
    PROPOSAL,
    '  4:10  erreur  « Court » n’est pas un horizon du programme : écrivez « court ».  reference/vocabulary',
    '      │ horizon: Court',
    '      │          ^^^^^',
    '',
    '1 fichier lu : 1 erreur, 0 avertissement, 0 remarque.',
    '',
  ])
})
