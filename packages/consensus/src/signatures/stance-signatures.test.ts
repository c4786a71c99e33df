import { sentenceOf } from '@cahier/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consensusMessages } from '../consensus-messages.ts'
import { tally } from '../counting/tally.ts'
import { uncountedStances } from '../counting/uncounted-stances.ts'
import { uncountedReason } from '../counting/why-uncounted.ts'
import { recheck } from '../records/recheck.ts'
import { planClosing } from '../rounds/plan-closing.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { applied, type Files, programmeOf, proposal } from '../samples/sample-files.ts'
import {
  closed,
  edited,
  requiring,
  signed,
  signers,
  spoken,
  withKeys,
  without,
} from '../samples/signed-files.ts'

const DAY = '2025-03-10'
const FILE = 'positions/a.yaml'

/**
 * What becomes of the stance of `a` on `guichet`, and what `check` says of it: severity, message.
 */
function heard(files: Files, day = DAY) {
  const programme = programmeOf(files)
  const stance = tally(programme, day).find((one) => one.proposal === 'guichet')?.stances.a
  const said = uncountedStances(programme, day).filter(({ path }) => path === FILE)
  for (const finding of said)
    for (const language of ['fr', 'en'] as const)
      expect(sentenceOf(finding, consensusMessages, language)).not.toBe('')
  for (const language of ['fr', 'en'] as const)
    expect(uncountedReason(stance?.why ?? '', language)).not.toMatch(/^\w+$/)
  return {
    counted: stance?.counted ?? null,
    why: stance?.why ?? '',
    said: said.map(({ severity, message }) => `${severity} ${message}`),
  }
}

const COUNTED = { counted: true, why: '', said: [] }
const refused = (why: string, severity = 'error') => ({
  counted: false,
  why,
  said: [`${severity} ${why}`],
})

describe('a stance is heard', () => {
  it('unsigned, where signatures are optional', () =>
    expect(heard(spoken(withKeys, 'a', null))).toEqual(COUNTED))
  it('signed by a delegate of its member', () =>
    expect(heard(spoken(withKeys, 'a', signers.d1))).toEqual(COUNTED))
  it('signed by the delegate that it names', () =>
    expect(heard(requiring(spoken(withKeys, 'a', signers.d2, { by: 'd2' })))).toEqual(COUNTED))
  it('signed by a key that will be revoked', () => {
    expect(heard(revoked(spoken(withKeys, 'a', signers.d1), '2025-03-11'))).toEqual(COUNTED)
  })
  it('with the byte order mark and the line ends that were signed', () => {
    const files = spoken(withKeys, 'a', null)
    const windows = { ...files, [FILE]: `\uFEFF${files[FILE]?.replaceAll('\n', '\r\n')}` }
    expect(heard(signed(windows, 'a', signers.d1))).toEqual(COUNTED)
  })
  it('with other line ends than those that were signed, which git gives to a copy on Windows', () => {
    const files = spoken(withKeys, 'a', signers.d1)
    const [text, signature] = [`${files[FILE]}`, `${files[`${FILE}.sig`]}`]
    const windows = text.replaceAll('\n', '\r\n')
    expect(
      heard({ ...files, [FILE]: windows, [`${FILE}.sig`]: signature.replaceAll('\n', '\r\n') }),
    ).toEqual(COUNTED)
    expect(
      heard({ ...signed({ ...files, [FILE]: windows }, 'a', signers.d1), [FILE]: text }),
    ).toEqual(COUNTED)
  })
})

describe('and else it is not, and both the status and the check say why', () => {
  const byD1 = spoken(withKeys, 'a', signers.d1)
  it.each<[string, Files, ReturnType<typeof heard>]>([
    [
      'forged: the file was changed once signed',
      edited(byD1, FILE, 'stance: consent', 'stance: abstention'),
      refused('forged'),
    ],
    [
      'forged: a space was added once signed',
      edited(byD1, FILE, 'serial: 1', 'serial: 1 '),
      refused('forged'),
    ],
    [
      'unsigned, where signatures are required',
      requiring(spoken(withKeys, 'a', null)),
      refused('unsigned', 'warning'),
    ],
    [
      'without a delegate, where signatures are required',
      requiring(byD1),
      refused('noBy', 'warning'),
    ],
    [
      'signed with the key of another member',
      signed(byD1, 'a', signers.ofB),
      refused('keyOfOther'),
    ],
    ['signed with the key of nobody', signed(byD1, 'a', signers.stranger), refused('strangerKey')],
    [
      'signed by a delegate other than the one it names',
      spoken(withKeys, 'a', signers.d1, { by: 'd2' }),
      refused('otherDelegate'),
    ],
    ['signed for another use', signed(byD1, 'a', signers.d1, 'git'), refused('otherUse')],
    [
      'with something in the place of a signature',
      { ...byD1, [`${FILE}.sig`]: 'Lu et approuvé.\n' },
      refused('unreadableSignature'),
    ],
    [
      'dated before its key',
      spoken(withKeys, 'a', signers.d1, { day: '2025-01-31' }),
      refused('keyNotYet', 'warning'),
    ],
    ['under a key that is revoked', revoked(byD1, DAY), refused('keyRevoked', 'warning')],
    [
      'under a key revoked since, whatever it is dated',
      revoked(byD1, '2025-03-06'),
      refused('keyRevoked', 'warning'),
    ],
  ])('%s', (_, files, expected) => expect(heard(files)).toEqual(expected))

  it('replayed on another text: the signature is good, and the text is not the one it was about', () => {
    const moved = { ...byD1, 'axes/services/guichet.md': proposal('Trois guichets par commune') }
    expect(heard(moved)).toEqual({ counted: false, why: 'textChanged', said: [] })
  })
  it('dated after the close, or in the future', () => {
    const late = spoken(withKeys, 'a', signers.d1, { day: '2025-03-21' })
    expect(heard(late, '2025-03-22')).toMatchObject({ counted: false, why: 'afterClose' })
    expect(heard(late, DAY)).toEqual({ counted: false, why: 'future', said: ['warning future'] })
  })
  it('by a collective outside the electorate', () => {
    const files = edited(byD1, 'collectives/c.yaml', 'joined: 2025-03-01', 'joined: 2025-03-02')
    const strange = {
      ...files,
      'positions/n.yaml': `${files[FILE]}`.replace('collective: a', 'collective: n'),
    }
    const stances = tally(programmeOf(strange), DAY).find(
      (one) => one.proposal === 'guichet',
    )?.stances
    expect(stances?.n).toMatchObject({ counted: false, why: 'notMember' })
  })
  it('in a signed file of another programme', () => {
    const other = edited(withKeys, 'programme.yaml', 'identifier: exemple', 'identifier: autre')
    const taken = {
      ...spoken(other, 'a', signers.d1),
      'programme.yaml': `${withKeys['programme.yaml']}`,
    }
    expect(heard(taken)).toMatchObject({ counted: false, why: 'otherProgramme' })
  })
  it('in a signed file of another member, under a new name', () => {
    const ofB = spoken(withKeys, 'b', signers.ofB)
    const taken = {
      ...ofB,
      [FILE]: `${ofB['positions/b.yaml']}`,
      [`${FILE}.sig`]: `${ofB['positions/b.yaml.sig']}`,
    }
    expect(heard(taken)).toMatchObject({ counted: false, why: 'otherCollective' })
  })
  it('in an older signed file put back, once a round has counted a later one', () => {
    const later = closed(
      spoken(byD1, 'a', signers.d1, { stance: 'objection', argument: 'Trop peu.' }),
    )
    const back = { ...later, [FILE]: `${byD1[FILE]}`, [`${FILE}.sig`]: `${byD1[`${FILE}.sig`]}` }
    expect(heard(back, '2025-04-01')).toEqual(refused('olderFile'))
    // However its member has it written.
    for (const serial of ['"serial": 2', 'serial: 0x2', 'serial:\n  2'])
      expect(
        heard(
          edited(back, `decisions/guichet/2025-03-01/${FILE}`, 'serial: 2', serial),
          '2025-04-01',
        ),
      ).toEqual(refused('olderFile'))
  })
  it('an objection to an older text does not count with a false signature', () => {
    const objecting = spoken(withKeys, 'a', signers.d1, {
      stance: 'objection',
      argument: 'Trop peu.',
    })
    const moved = {
      ...objecting,
      'axes/services/guichet.md': proposal('Trois guichets par commune'),
    }
    expect(heard(moved)).toMatchObject({ counted: true, why: 'standing' })
    expect(heard(signed(moved, 'a', signers.stranger))).toMatchObject({
      counted: false,
      why: 'strangerKey',
    })
  })
  it('any change to a signed file', { tags: ['long'] }, () => {
    const text = `${byD1[FILE]}`
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 2 }), (at, more) => {
        const changed = text.slice(0, at) + more + text.slice(at + 1)
        return changed === text || heard({ ...byD1, [FILE]: changed }).counted !== true
      }),
      { numRuns: 60 },
    )
  })
  it('reports a signature without its file', () => {
    const said = uncountedStances(programmeOf(without(byD1, FILE)), DAY)
    expect(said.map(({ path, message }) => `${path} ${message}`)).toEqual([
      `${FILE}.sig signsNothing`,
    ])
  })
})

describe('a counted stance', () => {
  const both = spoken(spoken(withKeys, 'a', signers.d1, { by: 'd1' }), 'b', signers.ofB, {
    by: 'd3',
  })
  const over = closed(both)
  const COPY = 'decisions/guichet/2025-03-01/positions/a.yaml'
  const findingsOf = (files: Files) =>
    recheck(programmeOf(files)).findings.map(({ message }) => message)

  it('keeps copies of the files and of their signatures', () => {
    expect(over[COPY]).toBe(both[FILE])
    expect(over[`${COPY}.sig`]).toBe(both[`${FILE}.sig`])
    expect(findingsOf(over)).toEqual([])
  })
  it('stays when its key is revoked after the close, though no new one counts', () => {
    const later = revoked(over, '2025-03-22')
    expect(findingsOf(later)).toEqual([])
    expect(heard(later, '2025-04-01').counted).toBe(true)
    const moved = { ...later, 'axes/services/guichet.md': proposal('Trois guichets par commune') }
    expect(heard(moved, '2025-04-01')).toMatchObject({ counted: false, why: 'keyRevoked' })
  })
  it('falls when the key was revoked before it closed', () =>
    expect(findingsOf(revoked(over, '2025-03-21'))).toEqual(['stanceUnheard', 'resultDiffers']))
  it('falls when a copy, its signature or a key is tampered with', () => {
    expect(findingsOf(edited(over, COPY, 'serial: 1', 'serial: 2'))).toContain('stanceUnheard')
    expect(findingsOf(edited(over, `${COPY}.sig`, 'U1NIU0lH', 'V1NIU0lH'))).toContain(
      'stanceUnheard',
    )
    expect(
      findingsOf(edited(over, 'collectives/a.yaml', signers.d1.line, signers.stranger.line)),
    ).toContain('stanceUnheard')
  })
  it('is missed when the copy of a signature goes, or gets a line more that no signature reads', () => {
    expect(findingsOf(without(over, `${COPY}.sig`))).toEqual(['copiesDiffer'])
    expect(findingsOf({ ...over, [`${COPY}.sig`]: `${over[`${COPY}.sig`]}\n` })).toEqual([
      'copiesDiffer',
    ])
  })
  it('stays when signatures become required, or no longer are', () => {
    const unsigned = closed(spoken(spoken(withKeys, 'a', null), 'b', null))
    expect(findingsOf(requiring(unsigned))).toEqual([])
    const asked = closed(
      requiring(spoken(spoken(withKeys, 'a', null), 'b', signers.ofB, { by: 'd3' })),
    )
    expect(asked['decisions/guichet.yaml']).toContain('why: unsigned')
    expect(findingsOf(asked)).toEqual([])
    expect(findingsOf({ ...asked, 'programme.yaml': `${withKeys['programme.yaml']}` })).toEqual([])
  })
  it('nothing is decided over a signature that cannot be read', () => {
    const { signatures, ...rest } = programmeOf(both)
    const unread = {
      rule: 'folder/x',
      severity: 'error',
      message: 'encoding',
      data: {},
      path: `${FILE}.sig`,
      place: undefined,
    }
    const programme = {
      ...rest,
      signatures: signatures.filter(({ path }) => path !== `${FILE}.sig`),
      folderFindings: [unread],
    } as never
    const { files, findings } = planClosing(programme, 'guichet', '2025-03-21')
    expect([files, findings.map(({ message, path }) => [message, path])]).toEqual([
      [],
      [['unreadable', `${FILE}.sig`]],
    ])
  })
})

/** The first key of `a` revoked on a day. */
function revoked(files: Files, day: string): Files {
  return edited(
    files,
    'collectives/a.yaml',
    `${signers.d1.line}", from: 2025-02-01`,
    `${signers.d1.line}", from: 2025-02-01, revoked: ${day}`,
  )
}

it('a void round records its stances too', () => {
  const moved = {
    ...spoken(withKeys, 'a', signers.d1),
    'axes/services/guichet.md': proposal('Trois guichets par commune'),
  }
  const fallen = applied(moved, (programme) => planClosing(programme, 'guichet', DAY))
  expect(recheck(programmeOf(fallen)).findings).toEqual([])
})

it('so does one that fell when another was opened', () => {
  const moved: Files = {
    ...spoken(withKeys, 'a', signers.d1),
    'axes/services/guichet.md': proposal('Trois guichets par commune'),
  }
  const again = applied(moved, (programme) =>
    planOpening(programme, 'guichet', { day: DAY, closes: '2025-03-30' }),
  )
  expect(again['decisions/guichet/2025-03-01/positions/a.yaml.sig']).toBe(moved[`${FILE}.sig`])
  expect(recheck(programmeOf(again)).findings).toEqual([])
})
