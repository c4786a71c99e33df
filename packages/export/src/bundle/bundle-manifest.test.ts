import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildProgramme, type Round, type Verdict } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../compose/compose-edition.ts'
import type { OutputFile } from '../edition/edition.ts'
import { stance, verdict } from '../samples/sample-programme.ts'
import { bundleManifest } from './bundle-manifest.ts'

const text = (title: string) =>
  `---\ntitle: ${title}\nsummary: Un résumé.\n---\n\n## Ce que nous proposons\n\n${title}.\n`
const programme = buildProgramme({
  sources: [
    {
      path: 'programme.yaml',
      text: 'title: Essai\nlanguage: fr\naxes: [a]\nsections: [{id: measure, title: Ce que nous proposons, normative: true}]\npublication: {identifier: essai, edition: "1", date: 2026-05-01}\n',
    },
    { path: 'axes/a/p.md', text: text('Nouveau') },
    { path: 'axes/a/q.md', text: text('Autre') },
    {
      path: 'decisions/p.yaml',
      text: 'proposal: p\nrounds:\n  - {opened: 2026-03-01, closes: 2026-04-10, text: v1-x, rule: {method: consent}, electorate: {b: 1}, seal: v1-y, outcome: {result: adopted, closed: 2026-04-12, stances: {}, seal: v1-z}}\n',
    },
    { path: 'decisions/p/2026-03-01/text.md', text: text('Ancien') },
  ],
  assets: [],
  findings: [],
})
const round = programme.decisions[0]?.rounds[0] as Round
const tally = { electorate: 1, consent: 1, reservation: 0, objection: 0, abstention: 0, silent: 0 }
const common = { electorate: ['b'], tally }
const said = stance('consent', { proposal: 'q', text: '' })
const verdicts: Verdict[] = [
  verdict('p', 'changed', { ...common, digest: 'v1-new', round }),
  verdict('q', 'adopted', { ...common, digest: 'v1-q', stances: { b: said } }),
]
const edition = composeEdition(programme, verdicts, { kind: 'programme', status: 'default' })
const bytes = (value: string) => new TextEncoder().encode(value)
const files: OutputFile[] = [
  { path: 'site/é.html', bytes: bytes('<p>é</p>') },
  { path: 'record/axes/a/p.md', bytes: bytes(text('Nouveau')) },
]
const [manifest, sums] = bundleManifest(edition, programme, verdicts, files) as [
  OutputFile,
  OutputFile,
]
const read = (file: OutputFile) => new TextDecoder().decode(file.bytes)

describe('the manifest of a bundle', () => {
  it('says of a draft that the text of today was printed, though an earlier one was adopted', () => {
    const draft = composeEdition(programme, verdicts, { kind: 'programme', status: 'all' })
    const [ofDraft] = bundleManifest(draft, programme, verdicts, files) as [OutputFile]
    expect(JSON.parse(read(ofDraft)).measures[0]).toMatchObject({
      id: 'p',
      status: 'changed',
      text: 'record/axes/a/p.md',
    })
  })

  it('gives the printed text, the decision and the stances of each measure', () => {
    const { measures, ...rest } = JSON.parse(read(manifest))
    expect(measures).toEqual([
      {
        id: 'p',
        number: 1,
        axis: 'a',
        title: 'Ancien',
        status: 'changed',
        digest: edition.chapters[0]?.measures[0]?.normative,
        text: 'record/decisions/p/2026-03-01/text.md',
        decision: 'record/decisions/p.yaml',
        round: {
          opened: '2026-03-01',
          closes: '2026-04-10',
          closed: '2026-04-12',
          result: 'adopted',
        },
        stances: {},
      },
      {
        id: 'q',
        number: 2,
        axis: 'a',
        title: 'Autre',
        status: 'adopted',
        digest: edition.chapters[0]?.measures[1]?.normative,
        text: 'record/axes/a/q.md',
        decision: null,
        round: null,
        stances: { b: { stance: 'consent', state: 'fresh' } },
      },
    ])
    expect(rest).toMatchObject({
      format: 'cahier-bundle-1',
      identifier: 'essai',
      edition: '1',
      date: '2026-05-01',
      title: 'Essai',
      language: 'fr',
      kind: 'programme',
    })
    expect(
      rest.files.map((file: { path: string; size: number }) => [file.path, file.size]),
    ).toEqual([
      ['record/axes/a/p.md', bytes(text('Nouveau')).length],
      ['site/é.html', 9],
    ])
  })

  it('is the same whatever the order of the files', () => {
    expect(bundleManifest(edition, programme, verdicts, [...files].reverse())).toEqual([
      manifest,
      sums,
    ])
  })

  it('gives sums that sha256sum accepts, sorted by path', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
    try {
      for (const file of [...files, manifest, sums]) {
        mkdirSync(dirname(join(folder, file.path)), { recursive: true })
        writeFileSync(join(folder, file.path), file.bytes)
      }
      expect(
        execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], {
          cwd: folder,
          encoding: 'utf8',
        }),
      ).toBe('')
    } finally {
      rmSync(folder, { recursive: true })
    }
    expect(
      read(sums)
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(66)),
    ).toEqual(['manifest.json', 'record/axes/a/p.md', 'site/é.html'])
  })
})
