import { sentenceOf } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { consensusMessages } from '../consensus-messages.ts'
import { compareSince } from '../contribution/compare-since.ts'
import { tally } from '../counting/tally.ts'
import { uncountedStances } from '../counting/uncounted-stances.ts'
import { recheck } from '../records/recheck.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { planRuling } from '../rounds/plan-ruling.ts'
import { applied, type Files, programmeOf } from '../samples/sample-files.ts'
import { sampleSigner } from '../samples/sample-signer.ts'
import { closed, edited, signers, spoken, withKeys } from '../samples/signed-files.ts'
import { RULINGS_NAMESPACE } from './ruling-signature.ts'

const FILE = 'decisions/guichet.yaml'
const facilitator = sampleSigner(5)
const animation = `name: Animation\nkind: association\ndelegates: [{id: f1, role: R, keys: [{key: "${facilitator.line}", from: 2025-02-01}]}]\n`

/** Both members have spoken, signed, and one objects: facilitators may overrule it. */
const loose = spoken(
  spoken(
    {
      ...edited(
        withKeys,
        'programme.yaml',
        '{at-least: 1/2}}}',
        '{at-least: 1/2}}, rulings: [overruled, recused], facilitators: [animation]}',
      ),
      'collectives/animation.yaml': animation,
    },
    'a',
    signers.d1,
    { by: 'd1' },
  ),
  'b',
  signers.ofB,
  { by: 'd3', stance: 'objection', argument: 'Non.' },
)
const asking = edited(
  loose,
  'programme.yaml',
  'facilitators: [animation]}',
  'facilitators: [animation], signatures: required}',
)

type Sign = (text: string) => string
const byFacilitator: Sign = (text) => facilitator.sign(text, RULINGS_NAMESPACE)

/** The objection overruled, as the tool writes it. */
function ruled(files: Files, sign?: Sign, day = '2025-03-06'): Files {
  const words = { ruling: 'overruled', by: 'animation', reason: 'Déjà répondu.', day } as const
  return applied(files, (programme) =>
    planRuling(programme, 'guichet', 'b', { ...words, ...(sign && { sign }) }),
  )
}

/** The same, as anybody may write it. */
function forged(files: Files): Files {
  return { ...files, [FILE]: `${ruled(loose)[FILE]}` }
}

function whyRefused(files: Files, sign?: Sign, day = '2025-03-06'): string | undefined {
  const words = { ruling: 'overruled', by: 'animation', reason: 'Déjà répondu.', day } as const
  return planRuling(programmeOf(files), 'guichet', 'b', { ...words, ...(sign && { sign }) })
    .findings[0]?.message
}

/** What check says of rulings, on a day of the round. */
function findingsOf(files: Files): readonly string[] {
  const programme = programmeOf(files)
  return [...recheck(programme).findings, ...uncountedStances(programme, '2025-03-10')].map(
    (finding) => {
      for (const language of ['fr', 'en'] as const)
        expect(sentenceOf(finding, consensusMessages, language)).not.toMatch(/undefined|: $/)
      return [finding.severity, finding.message, finding.data.why].join(' ')
    },
  )
}

function toldSince(before: Files, now: Files, day = '2025-03-10'): readonly string[] {
  return compareSince(programmeOf(before), programmeOf(now), day).flatMap(
    ({ severity, message, data: { why = '' } }) =>
      severity === 'error' ? [`${message} ${why}`.trim()] : [],
  )
}

function objections(files: Files): number | undefined {
  return tally(programmeOf(files), '2025-03-10').find(({ proposal }) => proposal === 'guichet')
    ?.tally.objection
}

describe('where signatures are required, a ruling counts only when a facilitator signed it', () => {
  it('signed, it counts, in its round and at the close', () => {
    const signed = ruled(asking, byFacilitator)
    expect(objections(asking)).toBe(1)
    expect(objections(signed)).toBe(0)
    expect(findingsOf(signed)).toEqual([])
    expect(toldSince(asking, signed)).toEqual([])
    const over = closed(signed)
    expect(over[FILE]).toContain('result: adopted-with-reservations')
    expect(findingsOf(over)).toEqual([])
    expect(toldSince(signed, over, '2025-03-21')).toEqual([])
  })

  it('unsigned, it is refused; written by hand, it has no effect and keeps the round from closing', () => {
    expect(whyRefused(asking)).toBe('rulingToSign')
    const unsigned = forged(asking)
    expect(objections(unsigned)).toBe(1)
    expect(findingsOf(unsigned)).toEqual(['warning rulingUnheard unsigned'])
    expect(toldSince(asking, unsigned)).toEqual(['rulingUnheard unsigned'])
    expect(() => closed(unsigned)).toThrow('rulingUnheard')
    // Closed by a hand that had made the programme ask for nothing.
    expect(
      toldSince(
        asking,
        { ...closed(forged(loose)), 'programme.yaml': `${asking['programme.yaml']}` },
        '2025-03-21',
      ),
    ).toContain('rulingUnheard unsigned')
  })

  it.each<[string, Sign, string]>([
    [
      'with a key of somebody else',
      (text) => signers.ofB.sign(text, RULINGS_NAMESPACE),
      'strangerKey',
    ],
    ['as positions are', (text) => facilitator.sign(text), 'otherUse'],
    ['of other words', (text) => byFacilitator(`${text} `), 'forged'],
    ['not at all', () => 'rien', 'unreadableSignature'],
  ])('nor does one that is signed %s', (_, sign, why) => {
    expect(whyRefused(asking, sign)).toBe('rulingUnheard')
    let signed = ''
    const right = ruled(asking, (text) => {
      signed = sign(text)
      return byFacilitator(text)
    })
    const indented = signed.trimEnd().replace(/^/gm, ' '.repeat(10))
    const files = {
      ...asking,
      [FILE]: `${right[FILE]}`.replace(
        /signature: \|\n(?: {10}.*\n)+/,
        `signature: |\n${indented}\n`,
      ),
    }
    expect(objections(files)).toBe(1)
    expect(findingsOf(files)).toEqual([`error rulingUnheard ${why}`])
    expect(toldSince(asking, files)).toEqual([`rulingUnheard ${why}`])
  })

  it('refuses one with changed words, or signed for another round', () => {
    const signed = ruled(asking, byFacilitator)
    expect(findingsOf(edited(signed, FILE, 'Déjà répondu.', 'Déjà dit.'))).toEqual([
      'error rulingUnheard forged',
    ])
    const again = applied(asking, (programme) =>
      planOpening(programme, 'courrier', { day: '2025-03-02', closes: '2025-03-20' }),
    )
    const [, ruling = ''] = /( {4}rulings:\n(?:.*\n)*)/.exec(`${signed[FILE]}`) ?? []
    const copied = {
      ...again,
      'decisions/courrier.yaml': `${again['decisions/courrier.yaml']}${ruling}`,
    }
    expect(findingsOf(copied)).toContain('error rulingUnheard forged')
  })

  it('a key is valid from its day until it is revoked; a closed round keeps its stances', () => {
    const signed = ruled(asking, byFacilitator)
    const key = (more: string) => ({
      'collectives/animation.yaml': animation.replace('from: 2025-02-01', more),
    })
    expect(findingsOf({ ...signed, ...key('from: 2025-03-08') })).toEqual([
      'warning rulingUnheard keyNotYet',
    ])
    expect(findingsOf({ ...signed, ...key('from: 2025-02-01, revoked: 2025-03-08') })).toEqual([
      'warning rulingUnheard keyRevoked',
    ])
    expect(
      findingsOf({ ...closed(signed), ...key('from: 2025-02-01, revoked: 2025-04-01') }),
    ).toEqual([])
    expect(findingsOf(edited(closed(signed), FILE, 'Déjà répondu.', 'Déjà dit.'))).toContain(
      'error rulingUnheard forged',
    )
  })

  it('the same ruling, given again and signed, takes the place of one that had no effect', () => {
    const unsigned = forged(asking)
    const signed = ruled(unsigned, byFacilitator)
    expect(signed[FILE]?.match(/ruling: overruled/g)).toHaveLength(1)
    expect(toldSince(unsigned, signed)).toEqual([])
    // One that has an effect stays.
    expect(toldSince(signed, unsigned)).toContain('roundChanged')
  })

  it('a key that comes with the ruling is not one that was there', () => {
    const before = {
      ...asking,
      'collectives/animation.yaml': 'name: Animation\nkind: association\n',
    }
    const now = ruled(asking, byFacilitator)
    expect(toldSince(before, now)).toEqual(['rulingUnheard strangerKey', 'policyAndVotes'])
  })
})

describe('without required signatures, an unsigned ruling must come in time', () => {
  const inTime = ruled(loose)
  it('alone, in its round', () => {
    expect(objections(inTime)).toBe(0)
    expect(toldSince(loose, inTime)).toEqual([])
    expect(toldSince(inTime, closed(inTime), '2025-03-21')).toEqual([])
  })
  it('not after its round is over, with any date', () => {
    expect(toldSince(loose, inTime, '2025-03-20')).toEqual([])
    expect(toldSince(loose, inTime, '2025-03-21')).toEqual(['rulingLate'])
    expect(whyRefused(loose, undefined, '2025-03-21')).toBe('rulingLate')
  })
  it('nor with the outcome', () => {
    expect(toldSince(loose, closed(inTime), '2025-03-21')).toEqual(['rulingWithOutcome'])
  })
  it('unless it is signed', () => {
    const late = ruled(loose, byFacilitator, '2025-03-21')
    expect(toldSince(loose, late, '2025-03-21')).toEqual([])
    expect(toldSince(loose, closed(late), '2025-03-21')).toEqual([])
  })
})
