import { cpSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Desk, desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

const GUICHET = 'axes/services/guichet.md'
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)
const COURRIER = 'axes/services/courrier.md'

const said = (here: Desk, ...options: readonly string[]) =>
  JSON.parse(here.cahier('lint', '--format', 'json', ...options).out)
    .findings.filter(
      ({ severity, fixable }: { severity: string; fixable: boolean }) =>
        severity !== 'info' || fixable,
    )
    .map(
      ({ path, line, rule }: { path: string; line: number; rule: string }) =>
        `${path}:${line} ${rule}`,
    )

it('a comment silences a rule for a block, a line, a file; a useless one is said', () => {
  const here = desk()
  here.edit(
    GUICHET,
    'Un guichet par commune, ouvert deux jours par semaine.',
    '<!-- cahier off typography/ellipsis : la porte -->\nUn guichet par commune...',
  )
  here.edit(
    COURRIER,
    'Une réponse écrite en un mois.',
    'Une réponse écrite... <!-- cahier off typography/ellipsis -->',
  )
  expect(said(here)).toEqual([])
  here.edit(COURRIER, 'écrite...', 'écrite')
  expect(said(here)).toEqual([`${COURRIER}:18 linting/switch`])
  // It is in no digest and in no publication.
  const digest = here.cahier('digest', '--whole', COURRIER).out
  here.edit(COURRIER, ' <!-- cahier off typography/ellipsis -->', '')
  expect(here.cahier('digest', '--whole', COURRIER).out).toBe(digest)
  here.cahier('publish', '--out', 'publie', '--format', 'html')
  for (const path of here.files().filter((one) => one.startsWith('publie/site/')))
    expect(here.read(path)).not.toContain('cahier off')
})

it('what is known is written down once, and then only shrinks', () => {
  const here = desk()
  here.edit(GUICHET, 'par semaine.', 'par semaine...')
  here.edit(COURRIER, 'Une réponse écrite en un mois.', 'Une réponse écrite... en un mois...')
  // What can never be silenced is not known: three warnings and two remarks are.
  here.edit(COURRIER, 'en un mois...', 'en un mois... [ici](absent.md)')
  expect(said(here)).toHaveLength(4)
  const known = here.cahier('lint', '--update-baseline')
  expect(known.code).toBe(0)
  expect(plain(known.out)).toContain('(5 remarques connues)')
  here.edit(COURRIER, ' [ici](absent.md)', '')
  expect(here.read('lint-baseline.yaml')).toContain(`${COURRIER}:\n  typography/ellipsis: 2\n`)
  expect(said(here)).toEqual([])
  expect(here.cahier('check').code).toBe(0)
  here.edit(COURRIER, 'écrite...', 'écrite')
  expect(here.cahier('lint', '--update-baseline').code).toBe(0)
  expect(here.read('lint-baseline.yaml')).toContain(`${COURRIER}:\n  typography/ellipsis: 1\n`)
  here.edit(COURRIER, 'en un mois...', 'en un mois... ou deux...')
  const grown = here.cahier('lint', '--update-baseline')
  expect(grown.code).toBe(1)
  expect(plain(grown.err)).toContain(`${COURRIER}  typography/ellipsis  2\n`)
  expect(here.read('lint-baseline.yaml')).toContain(`${COURRIER}:\n  typography/ellipsis: 1\n`)
  expect(said(here)).toHaveLength(2)
})

it('findings that are known follow a file that was renamed', () => {
  const here = desk()
  const renamed = 'axes/services/lettre.md'
  const rules = () => said(here).map((one: string) => one.split(' ')[1])
  here.edit(COURRIER, 'en un mois.', 'en un mois...')
  expect(here.cahier('lint', '--update-baseline').code).toBe(0)
  here.write(renamed, here.read(COURRIER))
  here.remove(COURRIER)
  expect(rules()).toEqual(expect.arrayContaining(['typography/ellipsis', 'linting/level']))
  expect(here.cahier('lint', '--update-baseline').code).toBe(0)
  expect(here.read('lint-baseline.yaml')).not.toContain(COURRIER)
  for (const rule of ['typography/ellipsis', 'linting/level']) expect(rules()).not.toContain(rule)
  here.edit(renamed, 'en un mois...', 'en un mois... ou deux...')
  expect(here.cahier('lint', '--update-baseline').code).toBe(1)
})

it('since a revision, only what the change brings is said, wherever it shows', () => {
  const here = desk()
  here.edit(GUICHET, 'par semaine.', 'par semaine...')
  const { git } = here
  git('init', '-q')
  here.commit('un')
  expect(said(here)).toHaveLength(1)
  expect(said(here, '--since', 'HEAD')).toEqual([])
  here.edit(
    GUICHET,
    '## Pourquoi\n',
    '## Pourquoi\n\nUne phrase de plus, qui ne dit rien de mal.\n',
  )
  expect(said(here, '--since', 'HEAD')).toEqual([])
  here.edit(COURRIER, 'en un mois.', 'en un mois...')
  expect(said(here, '--since', 'HEAD')).toEqual([`${COURRIER}:18 typography/ellipsis`])
  // The proposal that needs the one that went away did not change.
  here.remove(GUICHET)
  expect(
    said(here, '--since', 'HEAD').filter((one: string) => one.includes('reference/proposal')),
  ).not.toEqual([])
  expect(here.cahier('lint', '--since', 'absente').code).toBe(2)
})

it('since a revision, only what the change brings is fixed, and a file that was renamed is the one it was', () => {
  const here = desk()
  const { git } = here
  here.edit(GUICHET, 'par semaine.', 'par semaine...')
  here.edit(COURRIER, 'en un mois.', 'en un mois...')
  git('init', '-q')
  here.commit('un')
  const untouched = here.read(COURRIER)
  here.edit(GUICHET, '## Pourquoi\n', '## Pourquoi\n\nUne phrase de plus...\n')
  const renamed = GUICHET.replace('.md', '-neuf.md')
  git('mv', GUICHET, renamed)
  expect(said(here, '--since', 'HEAD', '--rule', 'typography/ellipsis')).toHaveLength(1)
  here.cahier('lint', '--fix', '--since', 'HEAD')
  expect(here.read(renamed)).toContain('Une phrase de plus…')
  expect(here.read(renamed)).toContain('par semaine...')
  expect(here.read(COURRIER)).toBe(untouched)
})

it('since a revision in which the whole folder had another name, a picture that was taken away is missed', () => {
  const here = emptyDesk()
  const programme = desk()
  programme.write('assets/plan.png', PICTURE)
  programme.edit(
    GUICHET,
    'par semaine.',
    'par semaine.\n\n![Le plan du guichet](../../assets/plan.png)',
  )
  cpSync(programme.folder, `${here.folder}/programme`, { recursive: true })
  here.git('init', '-q', '-b', 'main')
  here.commit('Un programme')
  here.git('checkout', '-qb', 'autre-nom')
  here.git('mv', 'programme', 'notre-programme')
  here.git('commit', '-qm', 'Un autre nom')
  const inside = here.inside('notre-programme')
  expect(said(inside, '--since', 'main')).toEqual([])
  inside.remove('assets/plan.png')
  expect(said(inside, '--since', 'main')).toEqual([`${GUICHET}:23 reference/link`])
})

it('and so outside a programme', () => {
  const here = desk()
  const { git } = here
  here.remove('programme.yaml')
  here.write('texte.md', 'Un mot...\n\nUn autre.\n')
  here.write('voisin.md', 'Un mot...\n')
  git('init', '-q')
  here.commit('un')
  here.edit(
    'texte.md',
    'Un autre.',
    'Un autre, que personne n’attendait, et qui n’en finit plus...',
  )
  git('mv', 'texte.md', 'renomme.md')
  here.cahier('lint', '--fix', '--since', 'HEAD', 'renomme.md', 'voisin.md')
  expect(here.read('renomme.md')).toBe(
    'Un mot...\n\nUn autre, que personne n’attendait, et qui n’en finit plus…\n',
  )
  expect(here.read('voisin.md')).toBe('Un mot...\n')
})

it('a file that was moved away from what it names is told so, since a revision too', () => {
  const here = desk()
  const { git } = here
  here.remove('programme.yaml')
  here.write('notes/un.md', 'Voir [deux](deux.md) et [trois](trois.md).\n')
  here.write('notes/deux.md', 'Deux.\n')
  git('init', '-q')
  here.commit('un')
  here.write('ailleurs/x', '')
  git('mv', 'notes/un.md', 'ailleurs/un.md')
  const { out } = here.cahier('lint', '--since', 'HEAD', '--format', 'json', 'notes', 'ailleurs')
  const found: readonly { readonly message: string }[] = JSON.parse(out).findings
  expect(found.map(({ message }) => /\w+\.md/.exec(message)?.[0])).toEqual(['deux.md'])
})
