import { describe, expect, it } from 'vitest'
import type { Finding } from '../model/finding.ts'
import { FILE_START } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import { buildProgramme } from './build-programme.ts'
import { readFiles } from './read-folder.ts'

const sources: readonly Source[] = [
  {
    path: 'programme.yaml',
    text: 'title: Un programme\nlanguage: fr\naxes: [b, a]\naddressees: [{id: y, title: Y}, {id: x, title: X}]\nsections: [{id: why, title: Pourquoi}]\n',
  },
  { path: 'axes/a/axis.md', text: '---\ntitle: A\nproposals: [zebre, abeille]\n---\n' },
  {
    path: 'axes/a/zebre.md',
    text: '---\ntitle: Zèbre\nsummary: Un zèbre.\nrequests: {x: Oui., y: Non.}\n---\n\n## Pourquoi\n\nParce que.\n',
  },
  { path: 'axes/a/abeille.md', text: '---\ntitle: Abeille\nsummary: Une abeille.\n---\n' },
  { path: 'axes/a/canard.md', text: '---\ntitle: Canard\nsummary: Un canard.\n---\n' },
  { path: 'axes/b/ours.md', text: '---\ntitle: Ours\nsummary: Un ours.\n---\n' },
  { path: 'axes/c/loup.md', text: '---\ntitle: Loup\nsummary: Un loup.\n---\n' },
  { path: 'collectives/voisins.yaml', text: 'name: Voisins\n' },
  { path: 'sources.yaml', text: '- id: insee\n  title: Insee\n- id: "ddd"\n' },
  { path: 'decisions/ours/2025-03-01/text.md', text: 'copie' },
  { path: 'README.md', text: '# Lisez-moi\n' },
]

describe('the programme', () => {
  it('is in print order: axes of the manifest, then proposals as their axis says, the rest by id', () => {
    const { axes, proposals } = programmeOf(sources)
    expect(axes.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    expect(proposals.map(({ id }) => id)).toEqual(['ours', 'zebre', 'abeille', 'canard', 'loup'])
  })

  it('is the same whatever the order of the sources', () => {
    const facts = (given: readonly Source[]) => {
      const { axes, proposals, documents, records, findings, ids, manifest } = programmeOf(given)
      return JSON.stringify({
        axes: axes.map(({ id, title }) => [id, title]),
        proposals: proposals.map(({ id, whole, normative }) => [id, whole, normative]),
        documents: documents.map(({ path }) => path),
        records,
        findings,
        ids: Object.values(ids).map((set) => [...set]),
        manifest,
      })
    }
    expect(facts([...sources].reverse())).toBe(facts(sources))
    expect(facts([...sources.slice(5), ...sources.slice(0, 5)])).toBe(facts(sources))
  })

  it('knows every id from the paths and the beginnings of entries', () => {
    const { ids } = programmeOf(sources)
    expect([...ids.axes]).toEqual(['a', 'b', 'c'])
    expect([...ids.proposals].sort()).toEqual(['abeille', 'canard', 'loup', 'ours', 'zebre'])
    expect([...ids.collectives]).toEqual(['voisins'])
    expect([...ids.sources]).toEqual(['insee', 'ddd'])
  })

  it.each([
    '\uFEFF- id: insee\r\n  title: Insee\r\n- id: ddd\r\n',
    '# Bibliographie\n---\n- id: insee\n- id: ddd\n',
    '  - id: insee\n    title: Insee\n  - id: ddd\n',
    '- title: Insee\n  id: insee\n- id: ddd\n',
    '-\n  id: insee\n- "id": ddd\n',
    '[{"id": "insee", "title": "Insee"}, {"id": "ddd"}]\n',
  ])('knows the sources however the list is written: %j', (text) => {
    expect([...programmeOf([{ path: 'sources.yaml', text }]).ids.sources]).toEqual(['insee', 'ddd'])
  })

  it('puts requests in the order of the manifest', () => {
    const zebra = programmeOf(sources).proposals.find(({ id }) => id === 'zebre')
    expect(zebra?.requests.map(({ addressee }) => addressee)).toEqual(['y', 'x'])
  })

  it('keeps the copies of rounds apart from documents', () => {
    const { documents, records } = programmeOf(sources)
    expect(records.map(({ path }) => path)).toEqual(['decisions/ours/2025-03-01/text.md'])
    expect(documents.some(({ path }) => path.endsWith('text.md'))).toBe(false)
  })
})

describe('broken files are still there', () => {
  it('with an id, and what could be read of them', () => {
    const { proposals, documents } = programmeOf([
      ...sources,
      { path: 'axes/a/brisee.md', text: '---\ntitle: [\n---\n\n## Pourquoi\n\nOui.\n' },
      { path: 'axes/a/vide.md', text: '' },
    ])
    const broken = proposals.find(({ id }) => id === 'brisee')
    expect(broken?.sections.map(({ title }) => title)).toEqual(['Pourquoi'])
    expect(proposals.find(({ id }) => id === 'vide')?.title).toBe('vide')
    expect(documents.filter(({ sound }) => !sound).map(({ path }) => path)).toContain(
      'axes/a/vide.md',
    )
  })

  it('with findings on them and on nothing else', () => {
    const clean = programmeOf(sources).findings.length
    const { findings } = programmeOf([
      ...sources,
      { path: 'axes/a/brisee.md', text: '---\nhorizon: {\n---\n' },
    ])
    expect(findings.length).toBe(clean + 1)
    expect(
      findings
        .filter(({ path }) => path === 'axes/a/brisee.md')
        .map(({ message, place }) => [message, place.start.line]),
    ).toEqual([['MISSING_CHAR', 2]])
  })

  it('without the manifest, which is then missing or unread, once', () => {
    const without = sources.filter(({ path }) => path !== 'programme.yaml')
    const unread: Finding = {
      rule: 'structure/folder',
      severity: 'error',
      message: 'encoding',
      data: {},
      path: 'programme.yaml',
      place: FILE_START,
    }
    expect(programmeOf(without).folderFindings.map(({ message }) => message)).toEqual(['manifest'])
    expect(programmeOf(without, [unread]).folderFindings.map(({ message }) => message)).toEqual([
      'encoding',
    ])
    expect(programmeOf(without).manifest.language).toBe('fr')
    expect(programmeOf(without).proposals).toHaveLength(5)
  })

  it.each([
    ['axes/a/Écran.md', 'ecran.md'],
    ['axes/a/deux mots.md', 'deux-mots.md'],
    ['axes/a/double.md.md', 'double.md'],
    ['collectives/Voisines.yaml', 'voisines.yaml'],
    ['collectives/voisin\u0435s.yaml', 'voisines.yaml'],
  ])('%s should have another name', (path, meant) => {
    const added = programmeOf([...sources, { path, text: '' }]).folderFindings
    expect(added.map((finding) => [finding.path, finding.message, finding.data.meant])).toEqual([
      [path, 'name', meant],
    ])
  })

  it.each([
    ['axes/a/axe.md', 'extensionTaken', 'axis.md'],
    ['collectives/voisins.yml', 'extensionTaken', 'voisins.yaml'],
    ['axes/a/Zèbre.md', 'nameTaken', 'zebre.md'],
  ])('%s is not asked to take the name of another file', (path, message, meant) => {
    const { findings } = readFiles(
      [...sources.map((source) => source.path), path].map((one) => ({
        path: one,
        bytes: () => new Uint8Array(),
      })),
      [],
    )
    const added = programmeOf([...sources, { path, text: '' }], findings).folderFindings
    expect(added.map((finding) => [finding.path, finding.message, finding.data.meant])).toEqual([
      [path, message, meant],
    ])
  })

  it('a misnamed axis folder is reported once', () => {
    const inFolder = (...names: string[]) =>
      programmeOf([
        ...sources,
        ...names.map((name) => ({ path: `axes/Réseaux/${name}`, text: '' })),
      ]).folderFindings
    const told = (path: string) => [[path, 'folderName', { folder: 'Réseaux', meant: 'reseaux' }]]
    expect(
      inFolder('axis.md', 'un.md').map(({ path, message, data }) => [path, message, data]),
    ).toEqual(told('axes/Réseaux/axis.md'))
    expect(
      inFolder('deux.md', 'un.md').map(({ path, message, data }) => [path, message, data]),
    ).toEqual(told('axes/Réseaux/deux.md'))
  })
})

function programmeOf(given: readonly Source[], findings: readonly Finding[] = []) {
  return buildProgramme({ sources: given, assets: [], findings })
}
