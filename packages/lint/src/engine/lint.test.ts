import { buildProgramme, type Document, type Finding, type Source, wholeDigest } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { sampleProgramme } from '../sample-programme.ts'
import { baselineOf, increasedCounts } from './baseline.ts'
import { lint } from './lint.ts'

const GUICHET = 'axes/services/guichet.md'
const MANIFEST = sampleProgramme.find(({ path }) => path === 'programme.yaml')?.text ?? ''

describe('levels set in the manifest', () => {
  const empty: Source = {
    path: 'axes/services/accueil.md',
    text: '---\ntitle: Accueil\nsummary: Un accueil.\n---\n\n## Pourquoi\n',
  }

  it('switch a rule off', () => {
    expect(said([empty, withLevels('structure/empty-section: off')])).not.toContain(
      'structure/empty-section error',
    )
  })

  it('make a rule milder', () => {
    expect(said([empty, withLevels('structure/empty-section: info')])).toContain(
      'structure/empty-section info',
    )
  })

  it('never raise what a rule says softly', () => {
    expect(said([empty, withLevels('structure/complete: error')])).toContain(
      'structure/complete info',
    )
  })

  it('cannot lower rules of reference, schema and safety', () => {
    const html: Source = {
      path: 'axes/services/accueil.md',
      text: '---\ntitle: Accueil\nsummary: Un accueil.\nrequires: [rien]\n---\n\n## Pourquoi\n\n<b>Oui</b>\n',
    }
    const found = said([html, withLevels('reference/proposal: off, safety/raw-html: info')])
    expect(found).toContain('reference/proposal error')
    expect(found).toContain('safety/raw-html error')
  })
})

it('what --fix corrects by itself is a remark, unless the manifest asks for more', {
  tags: ['long'],
}, () => {
  const dots: Source = { path: 'README.md', text: 'Un guichet... puis rien.\n' }
  expect(said([dots])).toContain('typography/ellipsis info')
  for (const level of ['warning', 'error'])
    expect(said([dots, withLevels(`typography/ellipsis: ${level}`)])).toContain(
      `typography/ellipsis ${level}`,
    )
  expect(said([{ path: 'README.md', text: 'Un (guichet.\n' }])).toContain(
    'typography/unclosed warning',
  )
})

it('an accent typed apart, as old Macs do, is told once, and its word is no slip', () => {
  const text =
    '---\ntitle: Ouvrir\nsummary: L’été, tout est réparé.\n---\n\n## Pourquoi\n\nÉté après été, rien.\n'.normalize(
      'NFD',
    )
  const found = said([{ path: 'axes/services/mac.md', text }])
  expect(found).toContain('typography/unicode info')
  expect(found.filter((one) => one.startsWith('style/spelling'))).toEqual([])
})

describe('a draft', () => {
  const figure: Source = {
    path: GUICHET,
    text: (sampleProgramme.find(({ path }) => path === GUICHET)?.text ?? '').replace(
      'Un tiers des adultes renonce [@insee-2022, p. 2].',
      'En 2022, 32 % des adultes ont renoncé.',
    ),
  }
  const round: Source = {
    path: 'decisions/guichet.yaml',
    text: `proposal: guichet\nrounds:\n  - opened: 2025-03-01\n    closes: 2025-03-22\n    text: v1-${'0'.repeat(64)}\n    rule: {method: consent}\n    electorate: {exemple-a: 1}\n    seal: v1-${'0'.repeat(64)}\n`,
  }
  const levels = (files: readonly Source[]) =>
    lint(programmeOf(files), { rule: 'evidence/unsourced-figure' }).map(({ severity }) => severity)

  it('is not held to the rules of a text that was put to a round', () => {
    expect(levels([figure])).toEqual(['info'])
    expect(levels([figure, round])).toEqual(['warning'])
  })

  it('is not either by what an amendment would write', () => {
    const before = programmeOf([]).documents.find(({ path }) => path === GUICHET) as Document
    const amendment: Source = {
      path: 'amendments/guichet/plus.md',
      text: `---\namends: guichet\nbase: ${wholeDigest(before, [])}\nby: exemple-a\ndate: 2025-01-01\n---\n\n## Motifs\n\nPlus clair.\n\n## Texte\n\nUn tiers des adultes renonce [@insee-2022, p. 2].\n\n{++En 2022, 32 % des adultes ont renoncé.++}\n`,
    }
    expect(levels([amendment])).toEqual(['info'])
    expect(levels([amendment, round])).toEqual(['warning'])
  })
})

describe('what a rule says', () => {
  it('is said in both languages, each in its own words', () => {
    const data = new Proxy({}, { get: (_, key) => (key === 'line' ? '3' : `<${String(key)}>`) })
    for (const { id, messages } of rules)
      for (const [name, { fr, en }] of Object.entries(messages)) {
        const [french, english] = [fr, en].map((sentence) =>
          typeof sentence === 'string' ? sentence : sentence(data),
        )
        expect(french, `${id} ${name}`).toMatch(/\p{L}{2}/u)
        expect(english, `${id} ${name}`).toMatch(/\p{L}{2}/u)
        expect(english, `${id} ${name}`).not.toBe(french)
      }
  })
})

it('a source with an odd name is an error, whether it is cited or not', () => {
  const sources = sampleProgramme.find(({ path }) => path === 'sources.yaml')?.text ?? ''
  const odd: Source = {
    path: 'sources.yaml',
    text: `${sources}- id: "deux mots"\n  type: report\n  title: Un rapport\n  level: B\n`,
  }
  expect(said([odd])).toContain('structure/schema error')
})

it('a source without id lacks an id, and is not called undefined', () => {
  const level = (id: string) => `- {id: ${id}, type: report, title: Un rapport, level: A}\n`
  const text = `${['a', 'b', 'c', 'd'].map(level).join('')}- {type: report, title: Sans nom}\n`
  const programme = buildProgramme({
    sources: [{ path: 'sources.yaml', text }],
    assets: [],
    findings: [],
  })
  const found = lint(programme, { includes: (path) => path === 'sources.yaml' })
  expect(found.map(({ rule }) => rule)).not.toContain('evidence/source-level')
  expect(found.map(({ rule }) => rule)).toContain('structure/schema')
})

describe('levels of some files', () => {
  const dots = (path: string): Source => ({
    path,
    text: '---\ntitle: Un accueil\nsummary: Un accueil.\n---\n\n## Pourquoi\n\nUn guichet...\n',
  })

  it('hold there alone, and the last one counts', () => {
    const levels = 'typography/ellipsis: info'
    const manifest: Source = {
      path: 'programme.yaml',
      text: `${MANIFEST}lint: {${levels}}\nlint-paths:\n  - {paths: [axes], levels: {typography/ellipsis: error}}\n  - {paths: [axes/services/a.md], levels: {typography/ellipsis: off}}\n`,
    }
    const found = lint(
      programmeOf([
        dots('axes/services/a.md'),
        dots('axes/services/b.md'),
        { path: 'README.md', text: 'Un...\n' },
        manifest,
      ]),
      {
        rule: 'typography/ellipsis',
      },
    )
    expect(found.map(({ path, severity }) => `${path} ${severity}`)).toEqual([
      'README.md info',
      'axes/services/b.md error',
    ])
  })
})

describe('findings already known', () => {
  const baseline = (count: number): Source => ({
    path: 'lint-baseline.yaml',
    text: `axes/services/a.md:\n  typography/ellipsis: ${count}\n`,
  })
  const twice: Source = {
    path: 'axes/services/a.md',
    text: '---\ntitle: Un accueil\nsummary: Un accueil.\n---\n\n## Pourquoi\n\nUn...\n\nDeux...\n',
  }
  const count = (files: readonly Source[], known?: boolean) =>
    lint(programmeOf(files), { rule: 'typography/ellipsis', ...(known !== undefined && { known }) })
      .length

  it('are silent, fewer of them too, and all said with one more', () => {
    expect(count([twice, baseline(3)])).toBe(0)
    expect(count([twice, baseline(2)])).toBe(0)
    expect(count([twice, baseline(1)])).toBe(2)
    expect(count([twice, baseline(2)], true)).toBe(2)
  })

  it('are counted by file and rule, never those of rules that protect everyone', () => {
    const html: Source = {
      path: 'axes/services/b.md',
      text: '---\ntitle: Un accueil\nsummary: Un accueil.\n---\n\n<b>Un</b>...\n',
    }
    const found = lint(programmeOf([twice, html])).filter(({ rule }) =>
      /^(?:typography|safety)\//.test(rule),
    )
    expect(baselineOf(found)).toEqual({
      'axes/services/a.md': { 'typography/ellipsis': 2 },
      'axes/services/b.md': { 'typography/ellipsis': 1 },
    })
    expect(
      increasedCounts(baselineOf(found), {
        'axes/services/a.md': { 'typography/ellipsis': 1 },
        'axes/services/b.md': { 'typography/ellipsis': 4 },
      }),
    ).toEqual([{ path: 'axes/services/a.md', rule: 'typography/ellipsis', count: 2 }])
    expect(
      increasedCounts({ 'a.md': { 'style/spelling': 1 } }, { 'b.md': { 'style/spelling': 1 } }),
    ).toHaveLength(1)
    expect(
      increasedCounts({ 'a.md': { 'style/spelling': 1 } }, { 'a.md': { 'style/acronym': 1 } }),
    ).toHaveLength(1)
  })
})

describe('one file of many', () => {
  it('gives the findings of that file alone', () => {
    const programme = programmeOf([
      { path: GUICHET, text: 'rien' },
      { path: 'collectives/exemple-a.yaml', text: 'nom: Exemple' },
    ])
    expect(
      lint(programme, { includes: (path) => path === GUICHET }).map(({ path }) => path),
    ).toEqual([GUICHET])
  })

  it('does not read the others', () => {
    const read = new Set<string>()
    const paths = [
      GUICHET,
      ...Array.from({ length: 3 }, (_, rank) => `axes/services/autre-${rank}.md`),
    ]
    const sources = paths.map((path) => ({
      path,
      get text() {
        read.add(path)
        return '---\ntitle: Autre\nsummary: Un autre.\n---\n'
      },
    }))
    lint(programmeOf(sources), { includes: (path) => path === GUICHET })
    expect([...read]).toEqual([GUICHET])
  })
})

describe('what refers to a file that could not be read', () => {
  const asks: Source = {
    path: 'axes/services/accueil.md',
    text: '---\ntitle: Accueil\nsummary: Un accueil.\nrequires: [borne]\n---\n\n## Pourquoi\n\nVoir [la borne](borne.md).\n',
  }

  it.each(['encoding', 'nul', 'unreadable'])('is not at fault (%s)', (message) => {
    expect(errorsWith([asks], [folderFinding(message, 'axes/services/borne.md')])).toEqual([
      'structure/folder',
    ])
  })

  it('is not at fault, being a round that counts a member', () => {
    const rounds = `proposal: guichet\nrounds:\n  - {opened: 2025-01-02, electorate: {voisins: 1}}\n`
    const found = (findings: readonly Finding[]) =>
      lint(programmeOf([{ path: 'decisions/guichet.yaml', text: rounds }], findings), {
        rule: 'reference/collective',
      }).length
    expect(found([])).toBe(1)
    expect(found([folderFinding('encoding', 'collectives/voisins.yaml')])).toBe(0)
    // A warning alone would leave a member out while nothing is wrong.
    const warning = {
      ...folderFinding('extension', 'collectives/voisins.txt'),
      data: { meant: 'voisins.yaml' },
      severity: 'warning' as const,
    }
    expect(found([warning])).toBe(1)
  })

  it('is not at fault when its name is wrong', () => {
    expect(
      errorsWith(
        [asks],
        [{ ...folderFinding('extension', 'axes/services/borne.txt'), data: { meant: 'borne.md' } }],
      ),
    ).toEqual(['structure/folder'])
    expect(
      errorsWith(
        [
          asks,
          { path: 'axes/services/Borne.md', text: '---\ntitle: Borne\nsummary: Une borne.\n---\n' },
        ],
        [],
      ),
    ).toEqual(['structure/folder'])
  })

  it('is not at fault when nothing of its head can be read', () => {
    expect(
      errorsWith(
        [
          asks,
          {
            path: 'axes/services/borne.md',
            text: '---\ntitle: Borne\nsummary: Une borne.\nimpacts: [\n---\n',
          },
        ],
        [],
      ),
    ).toEqual(['structure/yaml'])
  })

  it('is not at fault where two versions of all of it conflict', () => {
    const version = (word: string) =>
      `---\ntitle: Borne\nsummary: Une borne.\n---\n\n## Pourquoi\n\nPour ${word}.\n`
    const text = `<<<<<<< HEAD\n${version('tout le monde')}=======\n${version('tous')}>>>>>>> autre\n`
    expect(errorsWith([asks, { path: 'axes/services/borne.md', text }], [])).toEqual([
      'structure/conflict',
    ])
  })

  it('is not at fault when the manifest cannot be read', () => {
    expect(
      errorsWith(
        [{ path: 'programme.yaml', text: MANIFEST.replace('axes: [services]', 'axes: [services') }],
        [],
      ),
    ).toEqual(['structure/yaml'])
  })

  it.each([
    ['encoding', GUICHET],
    ['nameControl', GUICHET.replace('services', 'services\t')],
    ['nameEncoding', GUICHET.replace('services', 'services\uFFFD')],
  ])('does not make sources useless (%s)', (message, path) => {
    const unread = folderFinding(message, path)
    const kept = sampleProgramme.filter(
      ({ path }) => path !== GUICHET && path !== 'axes/services/axis.md',
    )
    const programme = buildProgramme({
      sources: [
        ...kept,
        {
          path: 'axes/services/axis.md',
          text: '---\ntitle: Services\nproposals: [guichet]\n---\n',
        },
      ],
      assets: [],
      findings: [unread],
    })
    expect(lint(programme).map(({ rule }) => rule)).toEqual(['structure/folder'])
  })
})

it('an image in the wrong place is one finding: the link to where it should be is right', () => {
  const shown: Source = {
    path: 'axes/services/a.md',
    text: '---\ntitle: Un accueil\nsummary: Un accueil.\n---\n\n## Pourquoi\n\n![Un plan](../../assets/plan.png)\n',
  }
  const found = (findings: readonly Finding[]) =>
    lint(programmeOf([shown], findings), { rule: 'reference/link' }).length
  expect(found([])).toBe(1)
  expect(found([folderFinding('unknown', 'axes/services/plan.png')])).toBe(0)
})

it('what members said, and what a round recorded, is never fixed for them, be it of nearly a name that is known', () => {
  const guichets =
    'programme: exemple\ncollective: exemple-a\nserial: 1\npositions:\n  guichets: {stance: consent, date: 2025-03-10}\n'
  const found = lint(programmeOf([{ path: 'positions/exemple-a.yaml', text: guichets }]), {
    rule: 'reference/proposal',
  })
  expect(found.map(({ data, edits }) => [data.meant, edits])).toEqual([['guichet', undefined]])
  const round =
    'proposal: guichet\nrounds:\n  - opened: 2025-03-01\n    notified: {exemple-aa: 2025-03-01}\n'
  const recorded = lint(programmeOf([{ path: 'decisions/guichet.yaml', text: round }]), {
    rule: 'reference/collective',
  })
  expect(recorded.map(({ data, edits }) => [data.meant, edits])).toEqual([['exemple-a', undefined]])
})

function programmeOf(files: readonly Source[], findings: readonly Finding[] = []) {
  const kept = sampleProgramme.filter(({ path }) => !files.some((file) => file.path === path))
  return buildProgramme({ sources: [...kept, ...files], assets: [], findings })
}

function said(files: readonly Source[]): readonly string[] {
  return lint(programmeOf(files)).map(({ rule, severity }) => `${rule} ${severity}`)
}

function errorsWith(files: readonly Source[], findings: readonly Finding[]): readonly string[] {
  return lint(programmeOf(files, findings)).flatMap(({ rule, severity }) =>
    severity === 'info' ? [] : [rule],
  )
}

function withLevels(levels: string): Source {
  return { path: 'programme.yaml', text: `${MANIFEST}lint: {${levels}}\n` }
}

function folderFinding(message: string, path: string): Finding {
  const start = { line: 1, column: 1, offset: 0 }
  return {
    rule: 'structure/folder',
    severity: 'error',
    message,
    data: {},
    path,
    place: { start, end: start },
  }
}
