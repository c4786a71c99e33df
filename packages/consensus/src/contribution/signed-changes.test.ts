import { sentenceOf } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { consensusMessages } from '../consensus-messages.ts'
import { type Files, programmeOf } from '../samples/sample-files.ts'
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
import { compareSince } from './compare-since.ts'

const FILE = 'positions/a.yaml'
const COPY = 'decisions/guichet/2025-03-01/positions/a.yaml'
const asking = requiring(withKeys)
const both = spoken(spoken(asking, 'a', signers.d1, { by: 'd1' }), 'b', signers.ofB, { by: 'd3' })
// What `a` said taken back by somebody else: its signature is that of what it had said.
const silent = { ...both, [FILE]: 'programme: exemple\ncollective: a\nserial: 2\npositions: {}\n' }

/**
 * The findings on a contribution, on the last day of the round or the day it was closed: the file, the
 * message, and why. Its commits hold states of one file.
 */
function findingsOf(before: Files, now: Files, ...commits: readonly Files[]): readonly string[] {
  const between = commits.map((files) => ({
    path: FILE,
    text: `${files[FILE]}`,
    signature: files[`${FILE}.sig`] ?? null,
  }))
  const day = `${now['decisions/guichet.yaml']}`.includes('outcome:') ? '2025-03-21' : '2025-03-20'
  return compareSince(programmeOf(before), programmeOf(now), day, () => between).map((finding) => {
    for (const language of ['fr', 'en'] as const)
      expect(sentenceOf(finding, consensusMessages, language)).not.toMatch(/undefined|: $/)
    return [finding.path, finding.message, finding.data.why]
      .filter((part) => part !== undefined && part !== '')
      .join(' ')
  })
}

it('accepts stances signed with the former keys, and a round closed over them', () => {
  expect(findingsOf(asking, both)).toEqual([])
  expect(findingsOf(both, closed(both))).toEqual([])
  // Accepted with a warning: a valid signature may still bear a false date.
  expect(findingsOf(asking, closed(both))).toEqual([
    'positions/a.yaml arrivedLate',
    'positions/b.yaml arrivedLate',
  ])
})

describe('stances are judged by the policy and the keys before the contribution', () => {
  const unsigned = spoken(asking, 'a', null)
  const key = `{key: "${signers.stranger.line}", from: 2025-02-01}`
  const added = edited(asking, 'collectives/a.yaml', 'keys: [', `keys: [${key}, `)
  it.each<[string, Files, Files, readonly string[]]>([
    ['an unsigned stance', asking, unsigned, [`${FILE} spokenUnheard unsigned`]],
    [
      'all that a member said taken back',
      both,
      without(silent, `${FILE}.sig`),
      [`${FILE} spokenUnheard unsigned`],
    ],
    [
      'a signature taken away',
      both,
      without(both, `${FILE}.sig`),
      [`${FILE} spokenUnheard unsigned`],
    ],
    [
      'a manifest that stops asking for signatures, and an unsigned stance',
      asking,
      { ...unsigned, 'programme.yaml': `${withKeys['programme.yaml']}` },
      ['programme.yaml policyAndVotes', `${FILE} spokenUnheard unsigned`],
    ],
    [
      'a key added, and then used',
      asking,
      spoken(added, 'a', signers.stranger, { by: 'd1' }),
      ['collectives/a.yaml policyAndVotes', `${FILE} spokenUnheard strangerKey`],
    ],
    [
      'a key added, and a file that was there signed with it',
      both,
      signed(
        { ...both, 'collectives/a.yaml': `${added['collectives/a.yaml']}` },
        'a',
        signers.stranger,
      ),
      ['collectives/a.yaml policyAndVotes', `${FILE} spokenUnheard strangerKey`],
    ],
    [
      'a new member that comes with its keys and its stance',
      asking,
      spoken(
        {
          ...asking,
          'collectives/n.yaml': `name: N\nkind: association\ndelegates: [{id: d4, role: R, keys: [${key}]}]\n`,
        },
        'n',
        signers.stranger,
      ),
      ['collectives/n.yaml policyAndVotes', 'positions/n.yaml spokenUnheard strangerKey'],
    ],
    [
      'a stance that names another delegate',
      asking,
      spoken(asking, 'a', signers.d1, { by: 'd2' }),
      [`${FILE} spokenUnheard otherDelegate`],
    ],
  ])('%s', (_, before, now, expected) => expect(findingsOf(before, now)).toEqual(expected))

  it('a key added on its own, and used in the next contribution, is welcome', () => {
    expect(findingsOf(asking, added)).toEqual([])
    expect(findingsOf(added, spoken(added, 'a', signers.stranger, { by: 'd1' }))).toEqual([])
  })
})

describe('an older file does not come back', () => {
  const later = spoken(both, 'a', signers.d1, { by: 'd1', stance: 'abstention' })
  it('with its signature', () => {
    const back = { ...later, [FILE]: `${both[FILE]}`, [`${FILE}.sig`]: `${both[`${FILE}.sig`]}` }
    expect(findingsOf(later, back)).toEqual([`${FILE} serialNotRaised`])
  })
  it('by way of nothing', () =>
    expect(findingsOf(later, without(later, FILE, `${FILE}.sig`))).toEqual([
      `${FILE} positionsRemoved`,
    ]))
})

describe('keys are revoked, never erased', () => {
  const line = `{key: "${signers.d1.line}", from: 2025-02-01}`
  const revoked = edited(
    both,
    'collectives/a.yaml',
    line,
    line.replace('}', ', revoked: 2025-03-15}'),
  )
  it('revoking one is welcome', () => expect(findingsOf(both, revoked)).toEqual([]))
  it.each<[string, Files, Files]>([
    ['erasing one', both, edited(both, 'collectives/a.yaml', line, '')],
    [
      'changing its first day',
      both,
      edited(both, 'collectives/a.yaml', line, line.replace('02-01', '01-01')),
    ],
    ['giving it back', revoked, both],
    [
      'putting its revocation off',
      revoked,
      edited(revoked, 'collectives/a.yaml', '2025-03-15', '2025-03-16'),
    ],
    ['removing its member', both, without(both, 'collectives/a.yaml')],
  ])('%s is not', (_, before, now) =>
    expect(findingsOf(before, now)).toEqual(['collectives/a.yaml keyErased']),
  )
})

describe('an outcome holds the stances of members, and all of them', () => {
  const over = closed(both)
  it('a copy that is the file of no member', () => {
    const forged = edited(both, FILE, 'stance: consent', 'stance: abstention')
    const resigned = signed(forged, 'a', signers.d1)
    const outcome = closed(resigned)
    expect(
      findingsOf(both, {
        ...outcome,
        [FILE]: `${both[FILE]}`,
        [`${FILE}.sig`]: `${both[`${FILE}.sig`]}`,
      }),
    ).toEqual([`${COPY} copyForeign`])
  })
  it('a copy of a file that has changed since, in the same contribution', () => {
    const now = spoken(spoken(over, 'a', signers.d1, { by: 'd1' }), 'a', signers.d1, { by: 'd1' })
    expect(findingsOf(asking, now).filter((one) => !one.endsWith('arrivedLate'))).toEqual([])
  })
  it('a member left out', () => {
    const alone = closed(without(both, 'positions/b.yaml', 'positions/b.yaml.sig'))
    const hidden = {
      ...alone,
      'positions/b.yaml': `${both['positions/b.yaml']}`,
      'positions/b.yaml.sig': `${both['positions/b.yaml.sig']}`,
    }
    expect(findingsOf(both, hidden)).toEqual(['decisions/guichet.yaml stanceLeftOut'])
  })
  it('refuses an outcome without a member who signed another file since', () => {
    const out = closed(without(both, FILE, `${FILE}.sig`))
    const signedAnew = spoken({ ...out, [FILE]: `${both[FILE]}` }, 'a', signers.d1, {
      by: 'd1',
      stance: 'abstention',
    })
    expect(findingsOf(both, signedAnew)).toContain('decisions/guichet.yaml stanceLeftOut')
    // Nor by what a commit in between says in its name.
    expect(findingsOf(both, signedAnew, silent)).toContain('decisions/guichet.yaml stanceLeftOut')
    expect(findingsOf(both, signedAnew, signed(silent, 'a', signers.d1))).not.toContain(
      'decisions/guichet.yaml stanceLeftOut',
    )
  })
  it('accepts a copy of a file in one of the commits, and of no other', () => {
    const once = spoken(both, 'a', signers.d1, { by: 'd1', stance: 'abstention' })
    const now = spoken(closed(once), 'a', signers.d1, { by: 'd1' })
    const foreign = (...commits: readonly Files[]) =>
      findingsOf(both, now, ...commits).includes(`${COPY} copyForeign`)
    expect([foreign(), foreign(once), foreign(without(once, `${FILE}.sig`))]).toEqual([
      true,
      false,
      true,
    ])
  })
  it('counts stances on this programme, and none on another', () => {
    const elsewhere = edited(both, FILE, 'programme: exemple', 'programme: autre')
    const counted = closed({
      ...signed(elsewhere, 'a', signers.d1),
      'programme.yaml': `${both['programme.yaml']}`.replace(
        'identifier: exemple',
        'identifier: autre',
      ),
    })
    const now = { ...counted, 'programme.yaml': `${both['programme.yaml']}` }
    expect(findingsOf(both, now).filter((one) => one.includes('recordedUnheard'))).toEqual([
      'decisions/guichet.yaml recordedUnheard otherProgramme',
      'decisions/guichet.yaml recordedUnheard',
    ])
  })
  it('an unsigned stance counted once the manifest was made to stop asking', () => {
    const loose = spoken(spoken(withKeys, 'a', null), 'b', null)
    expect(findingsOf(requiring(loose), closed(loose))).toContain(
      'decisions/guichet.yaml recordedUnheard unsigned',
    )
  })
  it('a signed stance left out as unsigned', () => {
    const silent = closed(without(both, `${FILE}.sig`))
    expect(silent['decisions/guichet.yaml']).toContain('why: unsigned')
    expect(findingsOf(both, { ...silent, [`${FILE}.sig`]: `${both[`${FILE}.sig`]}` })).toEqual([
      `${COPY} copyForeign`,
    ])
  })
  it('a signature that a round kept goes nowhere', () => {
    expect(findingsOf(over, without(over, `${COPY}.sig`))).toEqual([`${COPY}.sig fileRemoved`])
  })
})
