import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

const page = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../docs/${path}`, import.meta.url)), 'utf8')
const examples = (text: string, language: string) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, is, code = '']) =>
    is === language ? [code] : [],
  )

interface Found {
  readonly path: string
  readonly rule: string
  readonly severity: string
}

const found = (here: Desk, ...options: readonly string[]): readonly string[] =>
  JSON.parse(here.cahier('lint', '--format', 'json', ...options).out).findings.map(
    ({ path, rule, severity }: Found) => `${path} ${rule} ${severity}`,
  )

const TEXT = "# L'accueil\n\nLe le guichet est ouvert a tous, dit le peertuber hier...\n"

function site(settings: string): Desk {
  const here = emptyDesk()
  here.git('init')
  here.write('docs/a.md', TEXT)
  here.write('vendor/b.md', TEXT)
  if (settings !== '') here.write('.cahier.yaml', settings)
  return here
}

describe('.cahier.yaml', () => {
  it('chooses levels by rule and family, words, and what is left out', () => {
    const here = site('')
    expect(found(here)).toContain('vendor/b.md style/repeated-word warning')
    here.write(
      '.cahier.yaml',
      'lint:\n  levels: {typography: off, typography/ellipsis: error}\n  ignored: [vendor]\n' +
        '  paths: [{paths: [docs/old], levels: {style: off}}]\n  options: {words: [peertuber]}\n',
    )
    here.write('docs/old/c.md', 'Le le guichet est ouvert a tous.\n')
    const all = ['docs/a.md style/repeated-word warning', 'docs/a.md typography/ellipsis error']
    expect(found(here)).toEqual(all)
    // From a folder, for a file, and for what an editor sends, it is the same.
    expect(found(here.inside('docs'))).toEqual(all.map((one) => one.replace('docs/', '')))
    expect(found(here, 'docs/a.md', 'vendor/b.md')).toEqual(all)
    expect(found(here.given(TEXT), '--stdin', '--stdin-path', 'docs/a.md')).toEqual(all)
    expect(here.cahier('lint', '--fix', '--rule', 'typography').code).toBe(0)
    expect(here.read('docs/a.md')).toContain('hier…')
    expect(here.read('vendor/b.md')).toBe(TEXT)
  })

  it('is checked itself: the place, and what was meant', () => {
    const here = site('lint:\n  levels: {typograhy/quotes: of}\n')
    const { code, out } = here.cahier('lint')
    expect(code).toBe(1)
    expect(plain(out)).toContain('.cahier.yaml\n  2:12')
    expect(plain(out)).toContain('vouliez-vous écrire « typography/quotes » ?')
    expect(plain(out)).toContain('off')
  })

  it('is never looked for above the repository, nor above a folder in none', () => {
    const here = emptyDesk()
    here.write('.cahier.yaml', 'lint: {levels: {style: off}}\n')
    here.write('depot/docs/a.md', TEXT)
    expect(found(here, 'depot')).toContain('depot/docs/a.md style/repeated-word warning')
    here.inside('depot').git('init')
    expect(found(here, 'depot')).toContain('depot/docs/a.md style/repeated-word warning')
    expect(found(here)).not.toContain('depot/docs/a.md style/repeated-word warning')
  })

  it('is shown in the guide as it can be written', () => {
    for (const path of ['fr/adopter-lint.md', 'en/adopt-lint.md']) {
      const [settings = '', action = '', hook = ''] = examples(page(path), 'yaml')
      const here = site(settings)
      expect(found(here)).toEqual([
        'docs/a.md typography/apostrophe info',
        'docs/a.md style/repeated-word warning',
        'docs/a.md typography/ellipsis info',
      ])
      expect(parse(action).jobs).toBeDefined()
      const [{ entry }] = parse(hook).repos[0].hooks
      const [, ...words] = entry.split(' ')
      expect(here.cahier(...words, 'docs/a.md', 'vendor/b.md').code).toBe(1)
      for (const command of examples(page(path), 'sh').join('').trim().split('\n')) {
        const [, ...options] = (command.split(' > ')[0] ?? '').split(' ')
        expect([command, here.cahier(...options).err]).toEqual([
          command,
          expect.not.stringMatching(/^cahier/),
        ])
      }
    }
  })
})

it('what git ignores is not read, but for a file that is named', () => {
  const here = site('')
  here.write('.gitignore', 'build/\n/vendor\n')
  here.write('build/deep/c.md', TEXT)
  expect(new Set(found(here).map((one) => one.split(' ')[0]))).toEqual(new Set(['docs/a.md']))
  expect(found(here, 'build/deep/c.md')).toContain('build/deep/c.md style/repeated-word warning')
})

describe('a baseline outside a programme', () => {
  it('shows only what is new, wherever the known lines move', () => {
    const here = site('')
    const { out } = here.cahier('lint', '--update-baseline')
    expect(plain(out)).toMatch(/^écrit : \.cahier-baseline\.json \(\d+ remarques connues\)/)
    expect(found(here)).toEqual([])
    here.write('docs/a.md', `Un une ligne.\n\n${TEXT}\nDeux deux guichets.\n`)
    expect(found(here)).toEqual(['docs/a.md style/repeated-word warning'])
    expect(found(here.inside('docs'), 'a.md')).toEqual(['a.md style/repeated-word warning'])
    const refused = here.cahier('lint', '--update-baseline')
    expect(refused.code).toBe(1)
    expect(plain(refused.err)).toContain('docs/a.md:7  style/repeated-word')
    here.write('docs/a.md', '# Vide\n')
    here.remove('vendor/b.md')
    expect(here.cahier('lint', '--update-baseline').code).toBe(0)
    expect(JSON.parse(here.read('.cahier-baseline.json'))).toEqual({})
  })

  it('never knows what is unsafe, and says when it is damaged', () => {
    const here = site('')
    here.write('docs/a.md', 'Un un mot, et [un piège](javascript:alert).\n')
    const before = found(here, 'docs')
    expect(before.length).toBeGreaterThan(0)
    here.cahier('lint', '--update-baseline')
    expect(found(here, 'docs')).toEqual(before.filter((one) => one.includes(' safety/')))
    here.write('.cahier-baseline.json', '[]')
    expect(plain(here.cahier('lint').err)).toContain('.cahier-baseline.json » est abîmé')
  })
})

it('--rule takes families and lists, and says which was meant', () => {
  const here = site('')
  expect(new Set(found(here, 'docs', '--rule', 'typography/ellipsis,style'))).toEqual(
    new Set([
      'docs/a.md style/repeated-word warning',
      'docs/a.md style/spelling warning',
      'docs/a.md typography/ellipsis info',
    ]),
  )
  expect(plain(here.cahier('lint', '--rule', 'style,tipography').err)).toContain('typography')
})

it('a long report begins with what a person must correct, and ends with a table', () => {
  const here = emptyDesk()
  for (let at = 10; at < 40; at++)
    here.write(`p${at}.md`, "L'accueil...\n\nLe le guichet est ouvert.\n")
  const { out } = here.cahier('lint', '.')
  const lines = plain(out).split('\n')
  expect(lines.slice(0, 2).join('\n')).toMatch(/^p10\.md\n {2}3:1 .*style\/repeated-word$/)
  const folded = lines.filter((line) => /^p\d+\.md {2}remarque/.test(line))
  expect(folded).toHaveLength(30)
  expect(lines.slice(lines.indexOf('Par règle :'))).toEqual([
    'Par règle :',
    '  30  typography/apostrophe  (--fix)',
    '  30  typography/ellipsis  (--fix)',
    '  30  style/repeated-word',
    '',
    '« cahier lint --fix . » en corrige 60 sans risque, soit 66 %.',
    '',
  ])
})
