import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readFolder } from '../read/read-folder.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

describe('a folder that several people share', () => {
  it.each<[string, string]>([
    ['axes/a/guichet (conflicted copy 2026-11-20 101112).md', 'warning'],
    ['axes/a/guichet (Copie en conflit de Léa 2026-11-20).md', 'warning'],
    ['axes/a/guichet (1).md', 'warning'],
    ['axes/a/guichet 2.md', 'warning'],
    ['axes/a/guichet - Copie.md', 'warning'],
    ['axes/a/Copie de guichet.md', 'warning'],
    ['axes/a/guichet.sync-conflict-20261120-101112-ABCDEFG.md', 'warning'],
    ['axes/a/guichet_conflict-20261120-101112.md', 'warning'],
    ['collectives/voisins (conflicted copy 2026-11-20).yaml', 'error'],
    ['positions/voisins-DESKTOP-8KQ2M.yaml', 'error'],
    ['positions/voisins-MARIE-PC.yaml', 'error'],
    ['positions/voisins-MacBook Pro de Léa.yaml', 'error'],
    ['positions/voisins-Lea-s-MacBook-Air.local-2.yaml', 'error'],
    ['axes/a/guichet-iMac.md', 'warning'],
    ['editions/2026-1 (1).json', 'error'],
    ['axes/a/guichet-WIN11.md', 'warning'],
    ['axes/a/Copie (2) de guichet.md', 'warning'],
    ['axes/a/guichet [conflicted].md', 'warning'],
    ['programme (conflicted copy).yaml', 'error'],
  ])('%s is not read, and is reported with its original', (copy, severity) => {
    const originals = {
      'axes/a/guichet.md': 'x',
      'collectives/voisins.yaml': 'x',
      'editions/2026-1.json': 'x',
      'positions/voisins.yaml': 'x',
      'programme.yaml': 'x',
    }
    const { sources, findings } = readFolder(folderOf({ ...originals, [copy]: 'y' }))
    expect(sources.map(({ path }) => path)).toEqual(Object.keys(originals))
    expect(findings.map((finding) => [finding.path, finding.message, finding.severity])).toEqual([
      [copy, 'copy', severity],
    ])
    expect(Object.keys(originals)).toContain(findings[0]?.data.original)
  })

  it.each(['axes/a - Copie', 'axes/Copie de a', 'axes/a (1)', 'amendments/guichet - Copie (2)'])(
    'a whole folder %s is told once',
    (copy) => {
      const originals = {
        'amendments/guichet/mieux.md': 'x',
        'axes/a/axis.md': 'x',
        'axes/a/guichet.md': 'x',
      }
      const { sources, findings } = readFolder(
        folderOf({ ...originals, [`${copy}/axis.md`]: 'x', [`${copy}/mieux.md`]: 'y' }),
      )
      expect(sources.map(({ path }) => path)).toEqual(Object.keys(originals))
      expect(findings.map((finding) => [finding.path, finding.message, finding.severity])).toEqual([
        [`${copy}/axis.md`, 'folderCopy', 'warning'],
      ])
      expect(['axes/a', 'amendments/guichet']).toContain(findings[0]?.data.original)
    },
  )

  it('a folder that no other is the original of is read', () => {
    expect(
      readFolder(folderOf({ 'axes/a - Copie/guichet.md': 'x' })).sources.map(({ path }) => path),
    ).toEqual(['axes/a - Copie/guichet.md'])
  })

  it.each([
    'axes/a/guichet-copie.md',
    'axes/a/guichet-2.md',
    'axes/a/Guichet RATP.md',
    'axes/a/guichet-RATP.md',
    'axes/a/accueil (1).md',
    'axes/a/accueil-iMac.md',
  ])('%s is read: a name of its own, or no original beside', (path) => {
    expect(
      readFolder(folderOf({ 'axes/a/guichet.md': 'x', [path]: 'y' })).sources.map(
        (source) => source.path,
      ),
    ).toContain(path)
  })

  it('of two names that a machine may follow, the longer is that of the original', () => {
    const files = {
      'axes/a/guichet.md': 'x',
      'axes/a/guichet-humain.md': 'x',
      'axes/a/guichet-humain-MacBook-Pro.md': 'y',
    }
    expect(readFolder(folderOf(files)).findings[0]?.data.original).toBe('axes/a/guichet-humain.md')
  })

  it('ignores files that systems and word processors leave', () => {
    const left = [
      'Thumbs.db',
      'desktop.ini',
      '.DS_Store',
      '.~lock.a.odt#',
      '~$note.docx',
      'guichet.md~',
      'guichet.md.part',
      '~WRL0001.tmp',
    ]
    const files = left.flatMap((name) => [
      `axes/a/${name}`,
      `collectives/${name}`,
      `axes/@eaDir/${name}`,
    ])
    const { sources, findings } = readFolder(
      folderOf(Object.fromEntries([...files, 'axes/a/b.md'].map((path) => [path, 'x']))),
    )
    expect(sources.map(({ path }) => path)).toEqual(['axes/a/b.md'])
    expect(findings).toEqual([])
  })

  it.each([
    ['axes - Copie', 'axes'],
    ['Copie de axes', 'axes'],
    ['axes (conflicted copy 2026-11-20)', 'axes'],
    ['a - Copie', 'axes/a'],
    ['a (2)', 'axes/a'],
  ])('a copied folder %s at the top is reported, since it is not read', (copy, original) => {
    const { sources, findings } = readFolder(
      folderOf({ 'axes/a/axis.md': 'x', [`${copy}/axis.md`]: 'y' }),
    )
    expect(sources.map(({ path }) => path)).toEqual(['axes/a/axis.md'])
    expect(
      findings.map(({ path, message, severity, data }) => [path, message, severity, data]),
    ).toEqual([[`${copy}/axis.md`, 'folderCopy', 'warning', { original, copy }]])
  })

  it.each([
    'a (lettres reçues)/note.md',
    'axes (2024)/a/axis.md',
    'axes (anciens)/a/axis.md',
    'a (2024)/axis.md',
    'notes - Copie/note.md',
    'positions - Copie/a.yaml',
    'axes - Copie/plan.png',
  ])('%s is ignored: it is not a copy of a folder of the programme', (path) => {
    expect(readFolder(folderOf({ 'axes/a/axis.md': 'x', [path]: 'y' })).findings).toEqual([])
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
