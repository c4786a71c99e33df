import { EMPTY_PLAN } from '@cahier/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied, type Files, programmeOf, proposal, sampleFiles } from '../samples/sample-files.ts'
import { planMerging } from './plan-merging.ts'

const merging = {
  ids: ['guichet', 'courrier'],
  into: 'accueil',
  axis: '',
  title: '',
  day: '2025-03-01',
}

describe('proposals made one', () => {
  it('any texts merge into a readable one that holds all of them', { tags: ['long'] }, () => {
    const block = fc.constantFrom(
      'Un mot[^1].',
      '- un\n- deux',
      '> Cité.',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      'Voir [x][l].',
      '### Plus',
      '```\n## Pas un titre\n```',
    )
    const body = fc
      .array(block, { maxLength: 4 })
      .map((blocks) => `${blocks.join('\n\n')}\n\n[^1]: Une note.\n\n[l]: courrier.md\n`)
    fc.assert(
      fc.property(body, body, fc.boolean(), (one, other, windows) => {
        const files: Files = {
          ...sampleFiles,
          'axes/services/guichet.md': proposal('Un : guichet')
            .replace('Un constat.\n', () => one)
            .replace('title: Un : guichet', 'title: "Un : guichet"'),
          'axes/services/courrier.md': proposal('Un courrier')
            .replace('Un constat.\n', () => other)
            .replace(/\n/g, windows ? '\r\n' : '\n'),
        }
        const after = programmeOf(
          applied(files, (programme) => planMerging(programme, merging).plan),
        )
        const made = after.proposals.find(({ id }) => id === 'accueil')
        expect(made?.document.findings).toEqual([])
        expect(made?.merges).toEqual(['guichet', 'courrier'])
        expect(made?.sections.map(({ title }) => title)).toEqual(['Pourquoi', 'Mesure'])
        for (const id of merging.ids)
          expect(after.proposals.find((old) => old.id === id)).toMatchObject({
            replacedBy: 'accueil',
          })
        const labels = [...(made?.document.text ?? '').matchAll(/^\[\^?([\w-]+)\]:/gm)].map(
          ([, label]) => label,
        )
        expect(new Set(labels).size).toBe(labels.length)
        const quoted = (made?.document.text ?? '')
          .split('\n')
          .filter((line) => line === '- un').length
        expect(quoted).toBe(`${one}${other}`.split('\n').filter((line) => line === '- un').length)
      }),
    )
  })

  it.each([
    ['fr', '<!-- cahier : guichet -->'],
    ['fr-BE', '<!-- cahier : guichet -->'],
    ['en', '<!-- cahier — guichet -->'],
    ['de', '<!-- cahier — guichet -->'],
  ])('in %s, each passage says whose it was as that language does', (language, comment) => {
    const manifest = String(sampleFiles['programme.yaml']).replace(
      'language: fr',
      `language: ${language}`,
    )
    const { plan } = planMerging(
      programmeOf({ ...sampleFiles, 'programme.yaml': manifest }),
      merging,
    )
    expect(plan.files.find(({ path }) => path === 'axes/services/accueil.md')?.content).toContain(
      comment,
    )
  })

  it('keeps the words below a heading without a title', () => {
    const files: Files = {
      ...sampleFiles,
      'axes/services/guichet.md': `${proposal('Un guichet')}\n## <!-- à nommer -->\n\nDes mots.\n`,
      'axes/services/courrier.md': proposal('Un courrier'),
    }
    const { plan } = planMerging(programmeOf(files), merging)
    expect(plan.files.map(({ content }) => content).join('')).toContain('Des mots.')
  })

  it('moves no stance, and lists the members who had one', () => {
    const said = (collective: string, stance: string) =>
      `programme: exemple\ncollective: ${collective}\nserial: 1\npositions:\n  guichet: {stance: ${stance}, date: 2025-03-01, argument: Non.}\n`
    const programme = programmeOf({
      ...sampleFiles,
      'positions/a.yaml': said('a', 'objection'),
      'positions/b.yaml': said('b', 'consent'),
    })
    const { plan, again } = planMerging(programme, merging)
    expect(
      plan.files.map(({ path }) => path).filter((path) => path.startsWith('positions/')),
    ).toEqual([])
    expect(
      again.map(({ member, stances }) => `${member} ${stances.map(({ stance }) => stance)}`),
    ).toEqual(['a objection', 'b consent'])
  })

  it('takes one that is withdrawn on a day to come', () => {
    const leaving = {
      ...sampleFiles,
      'axes/services/guichet.md': proposal(
        'Un guichet',
        'withdrawn: {date: 2025-03-02, reason: Fait.}\n',
      ),
    }
    expect(planMerging(programmeOf(leaving), merging).plan.findings).toEqual([])
  })

  it('refuses one that was withdrawn or merged already, and writes nothing', () => {
    for (const [key, message] of [
      ['withdrawn: {date: 2025-01-01, reason: Non.}', 'withdrawn'],
      ['replaced-by: courrier', 'merged'],
    ] as const) {
      const programme = programmeOf({
        ...sampleFiles,
        'axes/services/guichet.md': proposal('Un guichet', `${key}\n`),
      })
      const { plan } = planMerging(programme, merging)
      expect(plan).toEqual({ ...EMPTY_PLAN, findings: [expect.objectContaining({ message })] })
    }
  })
})
