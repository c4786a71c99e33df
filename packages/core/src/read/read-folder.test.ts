import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { coreMessages } from '../core-messages.ts'
import { sentenceOf } from '../model/wording.ts'
import { buildProgramme } from './build-programme.ts'
import { listFiles } from './list-files.ts'
import { readFolder } from './read-folder.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

describe('reading a folder', () => {
  it('reads the programme’s own files, sorted by path, and nothing else', () => {
    const root = folderOf({
      'sources.yaml': '[]',
      'programme.yaml': 'title: Un programme',
      'axes/b/z.md': 'z',
      'axes/b/#z.md#': 'non',
      'axes/b/z.md~': 'non',
      'axes/b/~$z.md': 'non',
      'axes/a/axis.md': 'a',
      'README.md': 'lisez',
      'package.json': '{}',
      'node_modules/x/axes/a/b.md': 'non',
      'dist/axes/a.md': 'non',
      '.git/config': 'non',
      'positions/a.yaml.sig': 'signature',
    })
    const { sources, assets, findings } = readFolder(root)
    expect(sources.map(({ path }) => path)).toEqual([
      'README.md',
      'axes/a/axis.md',
      'axes/b/z.md',
      'positions/a.yaml.sig',
      'programme.yaml',
      'sources.yaml',
    ])
    expect(assets).toEqual([])
    expect(findings).toEqual([])
  })

  it('keeps line ends and the byte order mark as they are', () => {
    const text = '\uFEFF---\r\ntitle: Été\r\n---\r\n'
    expect(readFolder(folderOf({ 'axes/a/b.md': text })).sources).toEqual([
      { path: 'axes/a/b.md', text, bytes: Buffer.from(text) },
    ])
  })

  it('measures images and never trusts their names', () => {
    const gif = Buffer.from(
      '47494638396103000200800000ffffff00000021f90401000000002c00000000030002000002028453003b',
      'hex',
    )
    const { assets } = readFolder(folderOf({ 'assets/carte.png': gif, 'assets/note.txt': 'texte' }))
    expect(
      assets.map(({ path, mediaType, width, height, size }) => [
        path,
        mediaType,
        width,
        height,
        size,
      ]),
    ).toEqual([
      ['assets/carte.png', 'image/gif', 3, 2, gif.length],
      ['assets/note.txt', 'application/octet-stream', 0, 0, 5],
    ])
  })
})

it('on macOS, gives a name with its accents apart as git keeps it', () => {
  const root = folderOf({ 'assets/carte d\u2019e\u0301te\u0301.png': 'x' })
  const { platform } = process
  try {
    Object.defineProperty(process, 'platform', { value: 'darwin' })
    expect(listFiles(root, []).map(({ path }) => path)).toEqual([
      'assets/carte d\u2019\u00E9t\u00E9.png',
    ])
  } finally {
    Object.defineProperty(process, 'platform', { value: platform })
  }
})

describe('files that cannot be read give a finding, and the rest is read', () => {
  it.each<[string, string | Buffer, string]>([
    ['axes/a/latin.md', Buffer.from('été', 'latin1'), 'encoding'],
    ['axes/a/windows.md', Buffer.from('\uFEFFtitle: Un titre', 'utf16le'), 'encoding'],
    ['axes/a/utf16.md', Buffer.from('title: Un titre', 'utf16le'), 'encoding'],
    ['axes/a/nul.md', 'un\0texte', 'nul'],
    ['axes/a/long.md', Buffer.alloc(10 * 1024 * 1024 + 1, 97), 'tooBig'],
    ['collectives/a.yml', 'name: A', 'extension'],
    ['axes/a/texte.MD', 'title: A', 'extension'],
    ['Programme.yml', 'title: A', 'extension'],
    ['axes/a/axe.md', 'title: A', 'extension'],
    ['axes/a/Axis.md', 'title: A', 'extension'],
    ['sources.yml', '[]', 'extension'],
    ['source.yaml', '[]', 'extension'],
    ['sources.yaml.txt', '[]', 'extension'],
    // A vote that Windows, which hides extensions, gave another name.
    ['positions/a.yaml.txt', 'serial: 1', 'extension'],
    ['positions/a', 'serial: 1', 'extension'],
    ['axes/a/guichet.yaml', 'title: A', 'extension'],
  ])('%s', (path, content, message) => {
    const { sources, findings } = readFolder(
      folderOf({ [path]: content, 'axes/a/autre.md': 'lisible' }),
    )
    expect(sources.map((source) => source.path)).toEqual(['axes/a/autre.md'])
    expect(findings.map((finding) => [finding.path, finding.message, finding.severity])).toEqual([
      [path, message, 'error'],
    ])
  })

  it('says how large a file may be in the units of each language', () => {
    const { findings } = readFolder(
      folderOf({ 'axes/a/long.md': Buffer.alloc(10 * 1024 * 1024 + 1, 97) }),
    )
    const sentences = (['fr', 'en'] as const).map((language) =>
      findings.map((finding) => sentenceOf(finding, coreMessages, language)),
    )
    expect(sentences.flat()).toEqual([
      expect.stringContaining(' 10 Mo '),
      expect.stringContaining(' 10 MB '),
    ])
  })

  it('suggests the name of a misnamed file', () => {
    const { findings } = readFolder(
      folderOf({
        'axes/a/Été 2025.md.txt': 'x',
        'collectives/Les Voisins.YML': 'x',
        'Sources.yml': '[]',
        'positions/b.yaml.txt': 'x',
        'positions/c.txt': 'x',
        'positions/d.md': 'x',
        'collectives/e.json': '{}',
        'research/f.yaml': 'x',
        'editions/1.json.txt': '{}',
      }),
    )
    expect(findings.map(({ data }) => data.meant).sort()).toEqual([
      '1.json',
      'b.yaml',
      'c.yaml',
      'd.yaml',
      'e.yaml',
      'ete-2025.md',
      'f.md',
      'les-voisins.yaml',
      'sources.yaml',
    ])
  })

  it('warns of a file that has no place in one of the folders', () => {
    const { findings } = readFolder(
      folderOf({
        'axes/a/notes.txt': 'x',
        'axes/a/notes': 'x',
        'amendments/mieux.md': 'x',
        'axes/egare.md': 'x',
        'axes/a/photo.png': 'x',
        'axes/a/communes.json': '{}',
        'positions/a/b.yaml': 'x',
        'positions/voisins.md': 'x',
        'collectives/README.md': 'x',
      }),
    )
    expect(findings.map(({ path, message, severity }) => [path, message, severity])).toEqual([
      ['amendments/mieux.md', 'misplacedAmendment', 'warning'],
      ['axes/a/communes.json', 'unknown', 'warning'],
      ['axes/a/notes', 'unknown', 'warning'],
      ['axes/a/notes.txt', 'extension', 'warning'],
      ['axes/a/photo.png', 'misplacedImage', 'warning'],
      ['axes/egare.md', 'misplacedProposal', 'warning'],
      ['collectives/README.md', 'unknown', 'warning'],
      ['positions/a/b.yaml', 'unknown', 'warning'],
      ['positions/voisins.md', 'extension', 'warning'],
    ])
  })
})

describe('nothing outside the folder is read', () => {
  it('suggests the folder that was meant by a misspelt one with texts', () => {
    const root = folderOf({
      'Positions/a.yaml': 'serial: 1',
      'Positions/b.yaml': 'serial: 1',
      'amendements/guichet/delai.md': 'x',
      'axe/services/guichet.md': 'x',
      'collectif/logo.png': 'x',
      'propositions/a.md': 'x',
      'recherches/a.md': 'x',
      '.positions/a.yaml': 'x',
      '.decision/a.yaml': 'x',
      '_positions/a.yaml': 'x',
    })
    expect(
      readFolder(root)
        .findings.map(({ path, message, severity, data }) => [path, message, severity, data.meant])
        .sort(),
    ).toEqual([
      ['Positions/a.yaml', 'misnamedFolder', 'error', 'positions'],
      ['amendements/guichet/delai.md', 'misnamedFolder', 'warning', 'amendments'],
      ['axe/services/guichet.md', 'misnamedFolder', 'warning', 'axes'],
    ])
  })

  it('follows no link, to a file or to a folder', () => {
    const outside = folderOf({ 'secret.md': 'secret', 'axes/x.md': 'secret' })
    const root = folderOf({ 'axes/a/b.md': 'lisible' })
    symlinkSync(join(outside, 'secret.md'), join(root, 'axes/a/lien.md'))
    symlinkSync(join(outside, 'axes'), join(root, 'axes/dossier'))
    symlinkSync(join(outside, 'axes'), join(root, 'research'))
    symlinkSync(join(outside, 'secret.md'), join(root, 'programme.yaml'))
    const { sources, findings } = readFolder(root)
    expect(sources.map(({ path }) => path)).toEqual(['axes/a/b.md'])
    expect(findings.map(({ path, message }) => `${message} ${path}`).sort()).toEqual([
      'link axes/a/lien.md',
      'link axes/dossier',
      'link programme.yaml',
      'link research',
    ])
  })

  it.skipIf(process.platform === 'win32')('does not wait on a pipe', () => {
    const root = folderOf({ 'axes/a/b.md': 'lisible' })
    execFileSync('mkfifo', [join(root, 'axes/a/tuyau.md')])
    const { sources, findings } = readFolder(root)
    expect(sources).toHaveLength(1)
    expect(findings.map(({ path, message }) => [path, message])).toEqual([
      ['axes/a/tuyau.md', 'special'],
    ])
  })

  it.skipIf(process.platform !== 'linux')(
    'says of a name that is not UTF-8 that it is the name',
    () => {
      const root = folderOf({ 'axes/a/b.md': 'lisible' })
      writeFileSync(
        Buffer.concat([
          Buffer.from(join(root, 'axes/a/')),
          Buffer.from([0xe9]),
          Buffer.from('.md'),
        ]),
        'lisible',
      )
      expect(readFolder(root).findings.map(({ message }) => message)).toEqual(['nameEncoding'])
    },
  )

  it
    .skipIf(process.platform === 'win32')
    .each([
      'axes/a/un\nguichet.md',
      'collectives/x\n* @moi\n.yaml',
      'axes/a\u2028b/c.md',
      'axes/a/\x1B[2Jguichet.md',
      'assets/a\nb.png',
    ])('does not read what has a sign without a shape in its name: %j', (path) => {
    const { sources, findings } = readFolder(
      folderOf({ [path]: 'lisible', 'programme.yaml': 'title: A' }),
    )
    expect(sources.map((source) => source.path)).toEqual(['programme.yaml'])
    expect(findings.map((finding) => [finding.path, finding.message])).toEqual([
      [path, 'nameControl'],
    ])
  })

  it.each(['axes/a/-rf.md', 'axes/a/gu\u0456chet.md', 'axes/a/\u202Eguichet.md'])(
    'asks for a plain name instead of %j',
    (path) => {
      const { folderFindings } = buildProgramme(
        readFolder(folderOf({ [path]: 'lisible', 'programme.yaml': 'title: A' })),
      )
      expect(folderFindings.map((finding) => [finding.path, finding.message])).toEqual([
        [path, 'name'],
      ])
    },
  )

  it.each([
    ['axes/a/\u200B.md', 'nameless'],
    ['collectives/\u{1F98A}.yaml', 'nameless'],
    ['axes/\u2026/axis.md', 'namelessFolder'],
  ])('asks for a name that can be written where there is none: %j', (path, message) => {
    const { folderFindings } = buildProgramme(
      readFolder(folderOf({ [path]: 'lisible', 'programme.yaml': 'title: A' })),
    )
    expect(folderFindings.map((finding) => [finding.path, finding.message])).toEqual([
      [path, message],
    ])
  })

  it('sees what in a drawing is no drawing, whatever its name', () => {
    const svg = (inside: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`
    const { assets } = readFolder(
      folderOf({
        'assets/a.svg': svg('<script>alert(1)</script>'),
        'assets/b.png': svg('<g onclick="alert(1)"/>'),
        'assets/c.svg': svg('<style>@import "https://example.org/a.css"</style>'),
        'assets/d.svg': svg('<path d="M0 0h9"/>'),
      }),
    )
    expect(assets.map(({ path, active }) => [path, active])).toEqual([
      ['assets/a.svg', 'script'],
      ['assets/b.png', 'onclick'],
      ['assets/c.svg', '@import'],
      ['assets/d.svg', undefined],
    ])
  })

  it('reports two names that some systems take for one', () => {
    const root = folderOf({ 'axes/a/guichet.md': 'a', 'axes/a/Guichet.md': 'b' })
    expect(
      readFolder(root).findings.map(({ path, message, data }) => [path, message, data.other]),
    ).toEqual([['axes/a/guichet.md', 'caseClash', 'axes/a/Guichet.md']])
  })
})

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cahier-'))
  made.push(root)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}
