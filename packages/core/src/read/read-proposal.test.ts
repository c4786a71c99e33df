import { readFileSync } from 'node:fs'
import { parseMarkdown } from '@cahier/prose'
import { describe, expect, it } from 'vitest'
import type { Proposal } from '../model/programme.ts'
import { sizedCache } from '../sized-cache.ts'
import { buildProgramme } from './build-programme.ts'
import { readDocument } from './read-document.ts'

interface Vectors {
  readonly path: string
  readonly normative: readonly { readonly id: string; readonly title: string }[]
  readonly vectors: readonly Vector[]
}

interface Vector {
  readonly name: string
  readonly why: string
  readonly head: string
  readonly body: string
  readonly assets?: Readonly<Record<string, string>>
  readonly normative: string
  readonly whole: string
  readonly sameAs?: string
  readonly differsFrom?: string
}

const { path, normative, vectors }: Vectors = JSON.parse(
  readFileSync(new URL('../../../../schemas/digest-vectors.json', import.meta.url), 'utf8'),
)

const MANIFEST = `title: Un programme
language: fr
axes: [services]
addressees: [{id: syndicats, title: Syndicats}, {id: partis, title: Partis}]
sections:
  - {id: why, title: Pourquoi}
${normative.map(({ id, title }) => `  - {id: ${id}, title: ${title}, normative: true}`).join('\n')}
`

function read(
  head: string,
  body: string,
  assets: Readonly<Record<string, string>> = {},
  manifest = MANIFEST,
): Proposal {
  const files = Object.entries(assets).map(([path, sha256]) => ({
    path,
    sha256,
    size: 1,
    mediaType: 'image/png',
    width: 1,
    height: 1,
  }))
  const eol = head.includes('\r\n') ? '\r\n' : '\n'
  const text = `---${eol}${head}${eol}---${eol}${body}`
  const programme = buildProgramme({
    sources: [
      { path: 'programme.yaml', text: manifest },
      { path, text },
    ],
    assets: files,
    findings: [],
  })
  return programme.proposals[0] as Proposal
}

const MINIMAL = 'title: Un titre\nsummary: Un résumé.'
const digests = (head: string, body = '', assets = {}) => {
  const { whole, normative } = read(head, body, assets)
  return { whole, normative }
}

describe('the vectors of the digest', () => {
  const byName = new Map(vectors.map((vector) => [vector.name, vector]))

  it.each(vectors)('$name: $why', (vector) => {
    const proposal = read(vector.head, vector.body, vector.assets)
    expect({ whole: proposal.whole, normative: proposal.normative }).toEqual({
      whole: vector.whole,
      normative: vector.normative,
    })
    if (vector.sameAs !== undefined) expect(vector.whole).toBe(byName.get(vector.sameAs)?.whole)
    if (vector.differsFrom !== undefined)
      expect(vector.whole).not.toBe(byName.get(vector.differsFrom)?.whole)
  })
})

describe('what a vote is bound to', () => {
  const body = '## Pourquoi\n\nParce que.\n\n## Ce que nous proposons\n\nUn guichet.\n'
  const before = digests(MINIMAL, body)

  it.each([
    ['the reasons', MINIMAL, body.replace('Parce que', 'Pour rien')],
    ['the impacts', `${MINIMAL}\nimpacts: [climat]`, body],
    ['a key of no known name', `${MINIMAL}\nrésumé: autre`, body],
  ])('%s change the whole text, not what was voted', (_what, head, changed) => {
    const after = digests(head, changed)
    expect(after.normative).toBe(before.normative)
    expect(after.whole).not.toBe(before.whole)
  })

  it.each([
    ['the title', MINIMAL.replace('Un titre', 'Un autre'), body],
    ['a request', `${MINIMAL}\nrequests: {partis: Voter.}`, body],
    ['the horizon', `${MINIMAL}\nhorizon: court`, body],
    ['what is required', `${MINIMAL}\nrequires: [autre]`, body],
    ['a normative section', MINIMAL, body.replace('Un guichet', 'Deux guichets')],
  ])('%s changes both', (_what, head, changed) => {
    const after = digests(head, changed)
    expect(after.normative).not.toBe(before.normative)
    expect(after.whole).not.toBe(before.whole)
  })

  it.each([
    [
      'provenance and dates',
      `${MINIMAL}\nauthors: [exemple-a]\nmerges: [autre]\nreview: 2027-01-15\nas-of: [{date: 2026-03-01, what: PPL}]\nreplaced-by: autre`,
    ],
    [
      'empty keys',
      `${MINIMAL}\nhorizon:\nscale: ''\nrequires: []\nimpacts:\nrequests: {partis: ' '}`,
    ],
    ['comments of the YAML', `# à relire\n${MINIMAL}`],
  ])('%s change neither', (_what, head) => {
    expect(digests(head, body)).toEqual(before)
  })

  it('counts a note called from the normative section, wherever it is defined', () => {
    const noted = (note: string) =>
      digests(
        MINIMAL,
        `## Pourquoi\n\n[^a]: ${note}\n\n## Ce que nous proposons\n\nUn guichet[^a].\n`,
      )
    expect(noted('De 2022.').normative).not.toBe(noted('De 2023.').normative)
  })

  it('counts the bytes of an image of the normative section', () => {
    const shown = (sha256: string) =>
      digests(MINIMAL, '## Ce que nous proposons\n\n![carte](../../assets/a.png)\n', {
        'assets/a.png': sha256,
      })
    expect(shown('a'.repeat(64)).normative).not.toBe(shown('b'.repeat(64)).normative)
  })

  it('takes the sections in the order of the manifest', () => {
    const two = `${MANIFEST}  - {id: means, title: Mise en œuvre, normative: true}\n`
    const measure = '## Ce que nous proposons\n\nUn guichet.\n\n'
    const means = '## Mise en œuvre\n\nEn un an.\n\n'
    expect(read(MINIMAL, measure + means, {}, two).normative).toBe(
      read(MINIMAL, means + measure, {}, two).normative,
    )
  })
})

describe('sets and values of front matter', () => {
  it.each([
    ['the order of impacts', 'impacts: [b, a]', 'impacts: [a, b]'],
    ['one said twice', 'requires: [a, a]', 'requires: [a]'],
    ['a lone value', 'requires: a', 'requires: [a]'],
    [
      'the order of requests',
      'requests: {syndicats: S., partis: P.}',
      'requests: {partis: P., syndicats: S.}',
    ],
  ])('%s does not count', (_what, one, other) => {
    expect(digests(`${MINIMAL}\n${one}`)).toEqual(digests(`${MINIMAL}\n${other}`))
  })

  it.each([
    ['a list cut otherwise', 'impacts: [a-b]', 'impacts: [a, b]'],
    [
      'requests exchanged',
      'requests: {partis: S., syndicats: P.}',
      'requests: {partis: P., syndicats: S.}',
    ],
    ['a value in another key', 'horizon: a', 'scale: a'],
  ])('%s counts', (_what, one, other) => {
    expect(digests(`${MINIMAL}\n${one}`).whole).not.toBe(digests(`${MINIMAL}\n${other}`).whole)
  })
})

describe('a proposal as read', () => {
  it('is all there with two lines', () => {
    const { id, axis, title, summary, requests, impacts, withdrawn, sections } = read(MINIMAL, '')
    expect({ id, axis, title, summary, requests, impacts, withdrawn, sections }).toEqual({
      id: 'guichet',
      axis: 'services',
      title: 'Un titre',
      summary: 'Un résumé.',
      requests: [],
      impacts: [],
      withdrawn: null,
      sections: [],
    })
  })

  it('gives requests in the order of the manifest, then the others', () => {
    const { requests } = read(`${MINIMAL}\nrequests: {communes: C., partis: P., syndicats: S.}`, '')
    expect(requests.map(({ addressee }) => addressee)).toEqual(['syndicats', 'partis', 'communes'])
  })

  it('is called by its file when it has no title', () => {
    expect(read('summary: Un résumé.', '').title).toBe('guichet')
  })

  it('has a digest however broken its front matter', () => {
    expect(read('title: [', 'Un guichet.').whole).toMatch(/^v1-[0-9a-f]{64}$/)
  })
})

it('keeps no tree of a folder that is read one text at a time, and computes no digest twice', () => {
  let parsed = 0
  const parse: typeof parseMarkdown = (...args) => {
    parsed++
    return parseMarkdown(...args)
  }
  const keep = sizedCache(0)
  const sources = ['un', 'deux'].map((id) => ({
    path: `axes/services/${id}.md`,
    text: `---\n${MINIMAL}\n---\n\n## Pourquoi\n\nParce que.\n`,
  }))
  const { proposals } = buildProgramme(
    { sources: [{ path: 'programme.yaml', text: MANIFEST }, ...sources], assets: [], findings: [] },
    (source, kind) => readDocument(source, kind, parse, keep),
  )
  const digests = () => proposals.map(({ normative }) => normative)
  expect(digests()).toEqual(digests())
  for (const { sections } of [...proposals, ...proposals]) expect(sections).toHaveLength(1)
  expect(parsed).toBe(4)
})
