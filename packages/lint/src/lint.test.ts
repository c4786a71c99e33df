import { buildProgramme, type Document, type Finding, type Source } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { lint } from './lint.ts'
import { sampleProgramme } from './sample-programme.ts'

const GUICHET = 'axes/services/guichet.md'
const MANIFEST = sampleProgramme.find(({ path }) => path === 'programme.yaml')?.text ?? ''

describe('levels set in the manifest', () => {
  const empty: Source = { path: 'axes/services/accueil.md', text: '---\ntitle: Accueil\nsummary: Un accueil.\n---\n\n## Pourquoi\n' }

  it('switch a rule off', () => {
    expect(said([empty, withLevels('structure/empty-section: off')])).not.toContain('structure/empty-section error')
  })

  it('make a rule milder', () => {
    expect(said([empty, withLevels('structure/empty-section: info')])).toContain('structure/empty-section info')
  })

  it('never raise what a rule says softly', () => {
    expect(said([empty, withLevels('structure/complete: error')])).toContain('structure/complete info')
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

describe('one file of many', () => {
  it('gives the findings of that file alone', () => {
    const programme = programmeOf([
      { path: GUICHET, text: 'rien' },
      { path: 'collectives/exemple-a.yaml', text: 'nom: Exemple' },
    ])
    expect(lint(programme, { includes: (path) => path === GUICHET }).map(({ path }) => path)).toEqual([GUICHET])
  })

  it('does not read the others', () => {
    const others = Array.from({ length: 3 }, (_, rank) => ({
      path: `axes/services/autre-${rank}.md`,
      text: '---\ntitle: Autre\nsummary: Un autre.\n---\n',
    }))
    const programme = programmeOf(others)
    lint(programme, { includes: (path) => path === GUICHET })
    const read = programme.documents.filter((document) => isRead(document, 'head') || isRead(document, 'body')).map(({ path }) => path)
    expect(read).toEqual([GUICHET, 'programme.yaml'])
  })
})

describe('what refers to a file that could not be read', () => {
  const asks: Source = {
    path: 'axes/services/accueil.md',
    text: '---\ntitle: Accueil\nsummary: Un accueil.\nrequires: [borne]\n---\n\n## Pourquoi\n\nVoir [la borne](borne.md).\n',
  }

  it.each(['encoding', 'nul', 'unreadable'])('is not at fault (%s)', (message) => {
    expect(errorsWith([asks], [folderFinding(message, 'axes/services/borne.md')])).toEqual(['structure/folder'])
  })

  it('is not at fault when its name is wrong', () => {
    expect(errorsWith([asks], [{ ...folderFinding('extension', 'axes/services/borne.txt'), data: { meant: 'borne.md' } }])).toEqual([
      'structure/folder',
    ])
    expect(errorsWith([asks, { path: 'axes/services/Borne.md', text: '---\ntitle: Borne\nsummary: Une borne.\n---\n' }], [])).toEqual([
      'structure/folder',
    ])
  })

  it('is not at fault when nothing of its head can be read', () => {
    expect(
      errorsWith([asks, { path: 'axes/services/borne.md', text: '---\ntitle: Borne\nsummary: Une borne.\nimpacts: [\n---\n' }], []),
    ).toEqual(['structure/yaml'])
  })

  it('is not at fault when the manifest cannot be read', () => {
    expect(errorsWith([{ path: 'programme.yaml', text: MANIFEST.replace('axes: [services]', 'axes: [services') }], [])).toEqual([
      'structure/yaml',
    ])
  })

  it('does not make sources useless', () => {
    const unread = folderFinding('encoding', GUICHET)
    const kept = sampleProgramme.filter(({ path }) => path !== GUICHET && path !== 'axes/services/axis.md')
    const programme = buildProgramme({
      sources: [...kept, { path: 'axes/services/axis.md', text: '---\ntitle: Services\nproposals: [guichet]\n---\n' }],
      assets: [],
      findings: [unread],
    })
    expect(lint(programme).map(({ rule }) => rule)).toEqual(['structure/folder'])
  })
})

function programmeOf(files: readonly Source[], findings: readonly Finding[] = []) {
  const kept = sampleProgramme.filter(({ path }) => !files.some((file) => file.path === path))
  return buildProgramme({ sources: [...kept, ...files], assets: [], findings })
}

function said(files: readonly Source[]): readonly string[] {
  return lint(programmeOf(files)).map(({ rule, severity }) => `${rule} ${severity}`)
}

function errorsWith(files: readonly Source[], findings: readonly Finding[]): readonly string[] {
  return lint(programmeOf(files, findings)).flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]))
}

function withLevels(levels: string): Source {
  return { path: 'programme.yaml', text: `${MANIFEST}lint: {${levels}}\n` }
}

function folderFinding(message: string, path: string): Finding {
  const start = { line: 1, column: 1, offset: 0 }
  return { rule: 'structure/folder', severity: 'error', message, data: {}, path, place: { start, end: start } }
}

// Fields of a document are computed when first read: until then, they are getters.
function isRead(document: Document, field: 'head' | 'body'): boolean {
  return Object.getOwnPropertyDescriptor(document, field)?.get === undefined
}
