import { describe, expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import {
  closed,
  compose,
  type Files,
  head,
  MANIFEST,
  programmeOf,
  shown,
  verdict,
} from '../samples/sample-programme.ts'
import { editionRecord } from './edition-record.ts'
import { planRecording } from './plan-recording.ts'

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')
const adopted = (id: string) => verdict(id, 'adopted', { round: closed({}) })
const manifest = (edition: string, date: string) =>
  MANIFEST.replace('2026/1, date: 2026-05-01', `"${edition}", date: ${date}`)
const first = compose([adopted('guichet'), adopted('regle')], 'default', {
  'programme.yaml': manifest('2026-1', '2026-05-01'),
})
const kept = (edition: Edition, name = edition.edition): Files => ({
  [`editions/${name}.json`]: JSON.stringify(editionRecord(edition)),
})
const since = (
  files: Files = {},
  verdicts = [adopted('guichet'), adopted('regle')],
  status: 'default' | 'all' = 'default',
) =>
  compose(verdicts, status, {
    ...kept(first),
    'programme.yaml': manifest('2026-2', '2026-09-01'),
    ...files,
  }).changes
const told = (...given: Parameters<typeof since>) =>
  since(...given)?.measures.map(({ id, number, kind, sentence }) => [
    id,
    number,
    kind,
    plain(sentence),
  ])

const RULE = 'axes/services/regle.md'
const rule = (title: string, text: string, reasons = 'Parce que.') =>
  `${head(title)}## Pourquoi\n\n${reasons}\n\n## Ce que nous proposons\n\n${text}\n`

describe('what changed since the edition before', () => {
  it('is nothing where no edition was published before', () => {
    expect(first.changes).toBeNull()
    expect(
      compose([], 'default', { ...kept(first), 'programme.yaml': manifest('2026-1', '2026-05-01') })
        .changes,
    ).toBeNull()
  })

  it('says so when nothing changed', () => {
    expect(since()).toMatchObject({ edition: '2026-1', date: '2026-05-01', measures: [] })
    expect(shown(since()?.words ?? [])).toBe('Aucune proposition n’a changé.\n')
  })

  it('reports a new proposal, and those it merges', () => {
    const late = { ...adopted('moratoire') }
    expect(told({}, [adopted('guichet'), adopted('regle'), late])).toEqual([
      ['moratoire', 3, 'added', 'Nouvelle proposition, adoptée le 12 avril 2026.'],
    ])
    const merged = {
      'axes/services/retiree.md': head('Retirée', 'replaced-by: moratoire\n'),
      [RULE]: rule('Une règle : la loi', 'Un texte nouveau.'),
    }
    const both = {
      ...merged,
      [RULE]: head('Une règle : la loi', 'replaced-by: moratoire\n'),
      'axes/ia/moratoire.md': head('Un moratoire', 'merges: [regle]\n'),
    }
    expect(told(both, [adopted('guichet'), late])).toEqual([
      [
        'moratoire',
        2,
        'added',
        'Nouvelle proposition, adoptée le 12 avril 2026. Elle réunit « Une règle : la loi ».',
      ],
      ['regle', 2, 'left', 'Réunie à d’autres dans « Un moratoire ».'],
    ])
  })

  it('distinguishes a changed proposal from changed explanations', () => {
    expect(told({ [RULE]: rule('Une règle : la loi', 'Un texte tout autre.') })).toEqual([
      [
        'regle',
        2,
        'reworded',
        'Ce qui est proposé a changé. Nouvel état : adoptée le 12 avril 2026.',
      ],
    ])
    expect(told({ [RULE]: rule('Le règlement', 'Un texte nouveau.') })).toEqual([
      [
        'regle',
        2,
        'reworded',
        'Ce qui est proposé a changé. Nouvel état : adoptée le 12 avril 2026. Son titre était « Une règle : la loi ».',
      ],
    ])
    expect(
      told({ [RULE]: rule('Une règle : la loi', 'Un texte nouveau.', 'Pour d’autres raisons.') }),
    ).toEqual([
      [
        'regle',
        2,
        'mended',
        'Les explications ou les sources ont été revues ; ce qui est proposé n’a pas changé.',
      ],
    ])
    expect(
      told({ [RULE]: rule('Une règle : la loi', 'Un   texte\nnouveau.', 'Parce que.') }),
    ).toEqual([])
  })

  it('reports a new status, with changed explanations', () => {
    const reserved = verdict('regle', 'adopted-with-reservations', { round: closed({}) })
    expect(told({}, [adopted('guichet'), reserved])).toEqual([
      [
        'regle',
        2,
        'status',
        'Même proposition, nouvel état : adoptée avec réserves le 12 avril 2026 (auparavant : adoptée).',
      ],
    ])
    expect(
      told({ [RULE]: rule('Une règle : la loi', 'Un texte nouveau.', 'Autrement.') }, [
        adopted('guichet'),
        reserved,
      ])?.[0]?.[3],
    ).toMatch(/ Les explications ou les sources ont aussi été revues\.$/)
  })

  it('reports removed proposals with reasons', () => {
    const withdrawn = {
      [RULE]: head('Une règle', 'withdrawn: {date: 2026-08-01, reason: Sans objet}\n'),
    }
    expect(told(withdrawn, [adopted('guichet'), verdict('regle', 'withdrawn')])).toEqual([
      ['regle', 2, 'left', 'Retirée le 1er août 2026 : « Sans objet ».'],
    ])
    expect(told({}, [adopted('guichet'), verdict('regle', 'blocked')])).toEqual([
      ['regle', 2, 'left', 'N’est plus dans cette édition : bloquée par une objection.'],
    ])
    expect(told({}, [adopted('guichet'), verdict('regle', 'changed')])?.[0]?.[3]).toContain(
      'la copie du texte adopté manque',
    )
    const gone = {
      ...first,
      chapters: first.chapters.map((c) => ({
        ...c,
        measures: c.measures.map((m) => ({ ...m, id: `${m.id}-x` })),
      })),
    }
    expect(told(kept(gone as Edition, '2026-1'))?.filter(([, , kind]) => kind === 'left')).toEqual([
      ['guichet-x', 1, 'left', 'Ne fait plus partie du programme.'],
      ['regle-x', 2, 'left', 'Ne fait plus partie du programme.'],
    ])
  })

  it('does not report drafts as new, nor unselected proposals as removed', () => {
    expect(told({}, [adopted('guichet'), adopted('regle')], 'all')).toEqual([])
  })

  it('compares with the last edition before this one, whatever the order of the files', () => {
    const second = compose([adopted('guichet'), adopted('regle')], 'default', {
      'programme.yaml': manifest('2026-10', '2026-05-01'),
    })
    const later = compose([adopted('guichet')], 'default', {
      'programme.yaml': manifest('2026-3', '2026-10-01'),
    })
    expect(since({ ...kept(second), ...kept(later) })?.edition).toBe('2026-10')
    expect(since({ ...kept(second), 'editions/2026-9.json': '{' })?.edition).toBe('2026-10')
  })
})

describe('what people wrote', () => {
  const words = (files: Files) =>
    plain(
      shown(since(files)?.words ?? [])
        .replaceAll('~', ' ')
        .replaceAll('|', ' '),
    )

  it('prints the part of the changelog on this edition, without what the tool put around it', () => {
    const log = `# essai\n\n## 2026-2\n\n### Minor Changes\n\n- 06c6163: La [règle](${RULE}) est plus courte : merci [@insee].\n\n  Un second paragraphe[^n].\n\n- Sans commit.\n\n### Patch Changes\n\n- Updated dependencies [06c6163]\n  - cahier@1.0.0\n\n[^n]: Une note.\n\n## 2026-1\n\n- Ancien\n`
    expect(words({ 'CHANGELOG.md': log })).toBe(
      'La <règle→regle> est plus courte : merci (Insee, <Démarches : le renoncement→insee>, 2022).\nUn second paragraphe (Une note.).\nSans commit.\n',
    )
  })

  it('keeps what a person laid out, and knows the ways a title is written', {
    tags: ['long'],
  }, () => {
    const log = (title: string) =>
      `## ${title}\n\n### Services\n\n- un\n- deux\n\n## 2026-1\n\n- Ancien\n`
    for (const title of ['2026-2', 'v2026-2', '[2026-2] - 2026-09-01', '2026-2 (septembre)'])
      expect(words({ 'CHANGELOG.md': log(title) })).toBe('Services\nun\ndeux\n')
    expect(words({ 'CHANGELOG.md': log('2026-20') })).toBe('Aucune proposition n’a changé.\n')
    const spring = { 'programme.yaml': manifest('printemps', '2026-09-01') }
    expect(words({ ...spring, 'CHANGELOG.md': log('[printemps] - 2026-09-01') })).toBe(
      'Services\nun\ndeux\n',
    )
  })
})

describe('keeping an edition', () => {
  const at = (edition: string, files: Files = {}) =>
    programmeOf({ 'programme.yaml': manifest(edition, '2026-05-01'), ...files })

  it('writes one file, and nothing the second time', () => {
    const plan = planRecording(at('2026-1'), first)
    expect(plan.files.map(({ path }) => path)).toEqual(['editions/2026-1.json'])
    expect(JSON.parse(String(plan.files[0]?.content))).toMatchObject({
      edition: '2026-1',
      measures: [
        { id: 'guichet', number: 1, status: 'adopted', round: '2026-03-01' },
        { id: 'regle' },
      ],
    })
    expect(planRecording(at('2026-1', kept(first)), first)).toMatchObject({
      files: [],
      findings: [],
    })
  })

  it('refuses another edition of the same name, and says what differs', () => {
    const [measure] = first.chapters[0]?.measures ?? []
    const other = {
      ...first,
      date: '2026-06-01',
      chapters: [{ ...first.chapters[0], measures: [measure] }],
    } as Edition
    const { findings, files } = planRecording(at('2026-1', kept(first)), other)
    expect(files).toEqual([])
    expect(findings[0]).toMatchObject({
      severity: 'error',
      message: 'differsIn',
      data: { what: ['date', 'regle'] },
    })
    expect(
      planRecording(at('2026-1', { 'editions/2026-1.json': '{' }), first).findings,
    ).toHaveLength(1)
  })

  it('refuses a name that cannot be that of a file', () => {
    expect(planRecording(at('x'), { ...first, edition: '../../x' }).findings[0]?.message).toBe(
      'misnamed',
    )
    expect(planRecording(at('x'), { ...first, edition: '' }).findings[0]?.message).toBe('nameless')
  })
})
