import { chmodSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'
import { smallProgramme } from './small-programme.ts'

const GUICHET = 'axes/services/guichet.md'

it('fixes loose Markdown in place, outside any programme: prose and nothing else', () => {
  const here = emptyDesk()
  here.write(
    'notes/a.md',
    '\uFEFF---\r\ntitre: Un...\r\n---\r\n\r\nUn mot... `code...` [lien...](https://example.org/a...md "un...")\r\n',
  )
  here.write('notes/sous/b.markdown', 'Une fin...\n')
  here.write('notes/node_modules/c.md', 'Une fin...\n')
  here.write('notes/d.txt', 'Une fin...\n')
  chmodSync(join(here.folder, 'notes/sous/b.markdown'), 0o640)
  const { code, out } = here.cahier('lint', '--fix', '--no-cache', '--format', 'json', 'notes')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({
    findings: [],
    summary: { error: 0, warning: 0, info: 0, files: 2 },
    mended: 3,
  })
  expect(here.read('notes/a.md')).toBe(
    '\uFEFF---\r\ntitre: Un...\r\n---\r\n\r\nUn mot… `code...` [lien…](https://example.org/a...md "un...")\r\n',
  )
  expect(here.read('notes/sous/b.markdown')).toBe('Une fin…\n')
  expect(statSync(join(here.folder, 'notes/sous/b.markdown')).mode & 0o777).toBe(0o640)
  expect([here.read('notes/node_modules/c.md'), here.read('notes/d.txt')]).toEqual([
    'Une fin...\n',
    'Une fin...\n',
  ])
  expect(JSON.parse(here.cahier('lint', '--fix', '--format', 'json', 'notes').out).mended).toBe(0)
})

it('a heading keeps its address when a text that was not named leads to it, in the same repository or beside it', () => {
  for (const isRepository of [true, false]) {
    const here = emptyDesk()
    if (isRepository) here.git('init', '-q')
    here.write('guide/a.md', '# Pourquoi ?\n\nUn mot...\n')
    here.write(
      isRepository ? 'b.md' : 'guide/b.md',
      `[la suite](${isRepository ? 'guide/' : ''}a.md#pourquoi-)\n`,
    )
    const { out } = here.cahier('lint', '--fix', '--no-cache', 'guide/a.md')
    expect(here.read('guide/a.md')).toBe('# Pourquoi ?\n\nUn mot…\n')
    expect(plain(out)).toContain('un lien mène à ce titre')
  }
})

it('writes the French of the country that the head of a loose text names', () => {
  const here = emptyDesk()
  const text = 'Une part de 20% : « oui » ou non ?\n'
  for (const lang of ['fr-CH', 'fr_CA', 'fr'])
    here.write(`${lang}.md`, `---\nlang: ${lang}\n---\n\n${text}`)
  here.cahier('lint', '--fix', '--no-cache')
  const mended = (lang: string) =>
    here.read(`${lang}.md`).split('\n')[4]?.replaceAll('\u00A0', '~').replaceAll('\u202F', '|')
  expect(mended('fr-CH')).toBe('Une part de 20%|: «|oui|» ou non|?')
  expect(mended('fr_CA')).toBe('Une part de 20~%~: «~oui~» ou non|?')
  expect(mended('fr')).toBe('Une part de 20~%~: «~oui~» ou non|?')
})

it('says to be fixable outside a programme what --fix does there, and nothing else', () => {
  const here = emptyDesk()
  const text = 'Une phrase...\n\n##Un titre collé\n'
  const fixables = (...args: readonly string[]) => {
    const { findings } = JSON.parse(
      here.cahier('lint', '--no-cache', '--format', 'json', ...args).out,
    )
    return findings.map(
      ({ rule, fixable }: { rule: string; fixable: boolean }) => `${rule} ${fixable}`,
    )
  }
  here.write('a.md', text)
  expect(fixables()).toEqual(['typography/ellipsis true', 'typography/structural-space false'])
  expect(fixables('--rule', 'typography/structural-space')).toEqual([
    'typography/structural-space true',
  ])
  expect(fixables('--fix')).toEqual(['typography/structural-space false'])
  expect(fixables('--fix', '--rule', 'typography/structural-space')).toEqual([])
  expect(here.read('a.md')).toBe('Une phrase…\n\n## Un titre collé\n')
})

it('says what it did not read: pages all in HTML, hidden folders that hold Markdown', () => {
  const here = emptyDesk()
  here.write('page.md', '<div>\n<p>Un mot ...</p>\n</div>\n')
  here.write('mêlé.md', '<h1>Un titre</h1>\n\nUn mot.\n')
  here.write('.forge/modèles/a.md', 'Un mot ...\n')
  here.write('.réglages/a.yaml', 'a: 1\n')
  for (const args of [[], ['--fix'], ['--no-cache']]) {
    const out = plain(here.cahier('lint', ...args).out)
    expect(out).toContain('page.md\n  1:1  remarque  Cette page est toute en HTML')
    expect(out).toContain('Dossiers cachés, non relus si l’on ne les nomme pas : .forge.\n')
  }
  expect(plain(here.cahier('lint', '.forge').out)).not.toContain('cachés')
  expect(JSON.parse(here.cahier('lint', '--format', 'json').out).findings).toMatchObject([
    { path: 'page.md', severity: 'info' },
  ])
})

it('fixes loose Markdown beside a programme, and is not taken for part of it', () => {
  const here = desk()
  const other = emptyDesk()
  other.write('a.md', 'Un mot...\n')
  expect(here.cahier('lint', '--fix', other.folder).code).toBe(0)
  expect(other.read('a.md')).toBe('Un mot…\n')
})

it('leaves alone a programme that it finds among loose Markdown', () => {
  const here = emptyDesk()
  const programme = desk()
  for (const path of programme.files()) here.write(`textes/programme/${path}`, programme.read(path))
  const frozen = 'textes/programme/decisions/guichet/2025-03-01/text.md'
  here.write(frozen, 'Un mot...\n')
  here.write('textes/a.md', 'Un mot...\n')
  expect(JSON.parse(here.cahier('lint', '--fix', '--format', 'json', 'textes').out)).toMatchObject({
    mended: 1,
    summary: { files: 1 },
  })
  expect(here.read(frozen)).toBe('Un mot...\n')
  const { code, err } = programme.cahier(
    'lint',
    '--fix',
    `${here.folder}/textes/programme/decisions`,
  )
  expect(code).toBe(2)
  expect(plain(err)).toContain('est dans un autre programme')
})

it('shows first what would change, word by word, and writes nothing', () => {
  const here = desk()
  here.edit(GUICHET, 'par semaine.', 'par semaine...')
  const before = here.read(GUICHET)
  const { code, out } = here.cahier('lint', '--fix', '--dry-run')
  expect(code).toBe(0)
  expect(plain(out)).toContain('axes/services/guichet.md\n')
  expect(plain(out)).toContain(
    'après : Un guichet par commune, ouvert deux jours par semaine[[…]]\n',
  )
  expect(plain(out)).toMatch(/\nÀ corriger : 1 passage dans 1 fichier\. Rien n’est écrit\.\n$/)
  expect(here.read(GUICHET)).toBe(before)
  expect(plain(here.cahier('lint', '--fix').out)).toMatch(
    /\nCorrigé : 1 passage dans 1 fichier\.\n$/,
  )
  expect(here.read(GUICHET)).toBe(before.replace('semaine...', 'semaine…'))
})

it('says what it cannot fix of whole files, as without --fix', () => {
  const here = desk()
  const latin = Buffer.from(`${here.read(GUICHET)}\nLa marée.\n`, 'latin1')
  here.write('axes/services/accueil.md', latin)
  here.write('axes/services/poste.md.txt', here.read(GUICHET))
  here.write('axes/services/plan.png', 'x')
  const said = (...args: readonly string[]) => {
    const { code, out } = here.cahier('lint', ...args, '--format', 'json', 'axes/services')
    const { findings } = JSON.parse(out) as { findings: readonly { path: string; rule: string }[] }
    return [code, findings.map(({ path, rule }) => `${path} ${rule}`)]
  }
  const before = said()
  expect(before).toEqual([
    1,
    ['accueil.md', 'plan.png', 'poste.md.txt'].map(
      (name) => `axes/services/${name} structure/folder`,
    ),
  ])
  expect(said('--fix')).toEqual(before)
})

it('says what it leaves, and why, in a file it may not change', () => {
  const here = desk()
  expect(here.cahier('open', 'guichet', '--closes', '2025-03-22').code).toBe(0)
  here.edit('axes/services/guichet.md', 'horizon: court', 'horizon: Court')
  const before = here.read(GUICHET)
  const { code, out } = here.cahier('lint', '--fix', GUICHET)
  expect(code).toBe(1)
  expect(plain(out)).toContain(
    'pas corrigé : des membres se sont prononcés sur ce texte, et son empreinte changerait\n',
  )
  expect(here.read(GUICHET)).toBe(before)
  const { findings } = JSON.parse(here.cahier('lint', '--fix', '--format', 'json', GUICHET).out)
  expect(findings).toMatchObject([
    { rule: 'reference/vocabulary', fixable: false, unmended: 'digest' },
  ])
})

it('does not say for a member what it may have meant', () => {
  const here = desk()
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.edit('positions/exemple-a.yaml', 'stance: consent', 'stance: oui')
  const seen = JSON.parse(here.cahier('lint', '--format', 'json', 'positions').out)
  expect(seen.findings).toMatchObject([{ rule: 'structure/schema', fixable: false }])
  const { code, out } = here.cahier('lint', '--fix', 'positions')
  expect(code).toBe(1)
  expect(plain(out)).toContain('pas corrigé : ce qu’un membre a dit, lui seul le change\n')
  expect(here.read('positions/exemple-a.yaml')).toContain('stance: oui')
})

it('gives back on standard output the text it was given there, fixed', () => {
  const here = desk()
  const text = here.read(GUICHET).replace('semaine.', 'semaine...')
  const piped = here.given(text).cahier('lint', '--stdin', '--stdin-path', GUICHET, '--fix')
  expect(piped).toMatchObject({ code: 0, out: text.replace('semaine...', 'semaine…') })
  expect(plain(here.given(text).cahier('lint', '--stdin', '--stdin-path', GUICHET).out)).toContain(
    `${GUICHET}  remarque`,
  )
  expect(here.given('Un mot...\n').cahier('lint', '--stdin', '--fix').out).toBe('Un mot…\n')
})

it('reads a text that stands for a file of a programme as one, from above it too, and when the file is not there yet', () => {
  const above = emptyDesk()
  for (const [path, text] of Object.entries(smallProgramme)) above.write(`mon/${path}`, text)
  const headless = above.given('Un mot.\n')
  for (const words of [
    ['mon/axes/services/neuf.md'],
    ['axes/services/neuf.md', '--programme', 'mon'],
    ['mon/axes/services/neuf.md', '--programme', 'mon'],
  ]) {
    const { code, out } = headless.cahier('lint', '--stdin', '--stdin-path', ...words)
    expect(code).toBe(1)
    expect(plain(out)).toContain(
      'mon/axes/services/neuf.md\n  1:1  erreur  Le fichier doit commencer par une ligne de trois tirets',
    )
  }
  expect(headless.cahier('lint', '--stdin', '--stdin-path', 'notes.md').code).toBe(0)
})
