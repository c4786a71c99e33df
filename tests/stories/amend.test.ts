import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'

const FILE = 'axes/services/guichet.md'
const FOLDER = 'amendments/guichet/'

/** A small programme under git. */
function underGit(): Desk {
  const here = desk()
  const { git } = here
  git('init', '-q', '-b', 'main')
  here.commit('Un programme')
  return here
}

function written(here: Desk): string {
  const [path = ''] = here.files().filter((file) => file.startsWith(FOLDER))
  return here.read(path)
}

it('turns what was changed in the file into an amendment, and puts the text back', () => {
  const here = underGit()
  const before = here.bytes(FILE)
  here.edit(
    FILE,
    'ouvert deux jours par semaine.',
    'ouvert trois jours par semaine, dont le samedi.',
  )
  here.edit(
    FILE,
    'syndicats: Exiger les effectifs.',
    'syndicats: Exiger les effectifs et leur formation.',
  )
  const after = here.read(FILE)
  const { code, out } = here.cahier(
    'amend',
    'guichet',
    '--by',
    'exemple-b',
    '--reasons',
    'Deux jours ne suffisent pas.',
  )
  expect(code).toBe(0)
  expect(plain(out)).toContain('écrit : amendments/guichet/')
  expect(here.bytes(FILE)).toEqual(before)
  const digest = here.cahier('digest', FILE, '--whole').out.trim()
  expect(written(here)).toBe(`---
amends: guichet
base: ${digest}
by: exemple-b
date: 2025-03-01
at: [4]
head:
  requests:
    syndicats: "Exiger les effectifs{++ et leur formation++}."
---

## Motifs

Deux jours ne suffisent pas.

## Texte

Un guichet par commune, ouvert {~~deux~>trois~~} jours par semaine{++, dont le samedi++}.
`)
  expect(here.cahier('lint', '--format', 'json').code).toBe(0)
  const [path = ''] = here.files().filter((file) => file.startsWith(FOLDER))
  here.cahier('adopt', 'guichet', path.slice(FOLDER.length, -3))
  expect(here.read(FILE)).toBe(after)
})

it('two members who wish the same on two branches keep both their amendments', () => {
  const here = underGit()
  const { git } = here
  for (const member of ['exemple-a', 'exemple-b']) {
    git('checkout', '-qb', member, 'main')
    here.edit(FILE, 'deux jours', 'trois jours')
    expect(
      here.cahier('amend', 'guichet', '--by', member, '--reasons', `Pour ${member}.`).code,
    ).toBe(0)
    here.commit('Un amendement')
  }
  expect(git('merge', '--no-edit', 'exemple-a').code).toBe(0)
  expect(here.files().filter((path) => path.startsWith(FOLDER))).toEqual([
    `${FOLDER}trois-exemple-a.md`,
    `${FOLDER}trois-exemple-b.md`,
  ])
  expect(here.cahier('check').code).toBe(0)
})

it('an amendment whose text was renamed in another branch is told where it is', () => {
  const here = underGit()
  here.edit(FILE, 'deux jours', 'trois jours')
  expect(here.cahier('amend', 'guichet', '--by', 'exemple-a', '--reasons', 'Plus.').code).toBe(0)
  here.write('axes/services/accueil.md', here.read(FILE))
  here.remove(FILE)
  const { out } = here.cahier('lint', '--rule', 'reference/proposal')
  expect(plain(out).replace(/\s+/g, ' ')).toContain(
    'le texte dont part cet amendement est dans axes/services/accueil.md : rangez l’amendement dans amendments/accueil/, et écrivez « amends: accueil »',
  )
})

it('a paragraph added, one taken out and two items moved come back the same', () => {
  const here = underGit()
  here.edit(
    FILE,
    '\n## Objections et réponses\n\nLe coût est connu [@cour-2023].\n',
    '\nIl est gratuit.\n\n- un agent formé\n- un bureau fermé\n',
  )
  const after = here.read(FILE)
  expect(here.cahier('amend', 'guichet', '--by', 'exemple-a').code).toBe(0)
  expect(written(here)).toContain('## Motifs\n\n<!-- cahier : pourquoi ce changement ? -->\n')
  const [path = ''] = here.files().filter((file) => file.startsWith(FOLDER))
  expect(here.cahier('adopt', 'guichet', path.slice(FOLDER.length, -3)).code).toBe(0)
  expect(here.read(FILE)).toBe(after)
})

it('amends an axis too, its question and its introduction', () => {
  const here = underGit()
  const path = 'axes/services/axis.md'
  here.edit(path, 'sans écran\u202F?', 'sans écran, partout\u202F?')
  here.edit(path, 'Deux propositions, qui', 'Deux propositions au moins, qui')
  const after = here.read(path)
  expect(here.cahier('amend', path, '--by', 'exemple-c', '--reasons', 'Partout.').code).toBe(0)
  expect(here.cahier('check', '--format', 'json').code).toBe(0)
  const [file = ''] = here.files().filter((one) => one.startsWith('amendments/services/'))
  here.cahier('adopt', 'services', file)
  expect(here.read(path)).toBe(after)
})

it('says what it would write, and writes nothing', () => {
  const here = underGit()
  here.edit(FILE, 'deux jours', 'trois jours')
  const after = here.files().map((path) => here.read(path))
  const { code, out } = here.cahier('amend', 'guichet', '--by', 'exemple-b', '--dry-run')
  expect(code).toBe(0)
  expect(out).toContain('{~~deux~>trois~~}')
  expect(here.files().map((path) => here.read(path))).toEqual(after)
})

it('line ends of Windows are put back as they were', () => {
  const here = underGit()
  here.write(FILE, here.read(FILE).replaceAll('\n', '\r\n'))
  const before = here.read(FILE)
  here.edit(FILE, 'deux jours', 'trois jours')
  expect(here.cahier('amend', 'guichet', '--by', 'exemple-b').code).toBe(0)
  expect(here.read(FILE)).toBe(before)
})

it('refuses, and says why, when there is nothing to amend or it is not for an amendment', () => {
  const here = underGit()
  const said = (...more: readonly string[]) => {
    const { code, err } = here.cahier('amend', 'guichet', '--by', 'exemple-b', ...more)
    return [code, plain(err)]
  }
  expect(said()).toEqual([
    1,
    `Rien n’a changé dans ${FILE} : modifiez-y le texte comme vous le voulez, enregistrez, puis relancez cette commande.\n`,
  ])
  here.edit(FILE, 'commune, ouvert deux', 'commune,\nouvert  deux')
  expect(said()).toEqual([
    1,
    `Dans ${FILE}, seuls des espaces, des retours à la ligne ou des guillemets ont changé : il n’y a rien à amender.\n`,
  ])
  here.edit(FILE, 'authors: [exemple-a]', 'authors: [exemple-a, exemple-b]')
  expect(said()[1]).toContain('un amendement ne change pas « authors »'.slice(3))
  expect(here.files().some((path) => path.startsWith('amendments/'))).toBe(false)
})

it('refuses a section that the programme does not name, or that the text has already, as the check would', () => {
  const here = underGit()
  for (const [heading, said] of [
    [
      '## Notre vision',
      'Il n’y a pas de section « Notre vision » : rien n’est écrit. Prenez l’un de ces titres : « Pourquoi »',
    ],
    ['## Pourquoi', 'La section « Pourquoi » y serait deux fois : rien n’est écrit.'],
  ] as const) {
    const before = here.read(FILE)
    here.edit(
      FILE,
      '## Objections et réponses',
      `${heading}\n\nUn mot de plus.\n\n## Objections et réponses`,
    )
    expect(here.cahier('check').code).toBe(1)
    const { code, err, out } = here.cahier('amend', 'guichet', '--by', 'exemple-b')
    expect(code).toBe(1)
    expect(plain(out + err).replace(/\s+/g, ' ')).toContain(said)
    expect(here.files().some((file) => file.startsWith(FOLDER))).toBe(false)
    here.write(FILE, before)
  }
  here.edit(
    FILE,
    '## Objections et réponses',
    '### Notre vision\n\nUn mot de plus.\n\n## Objections et réponses',
  )
  expect(here.cahier('amend', 'guichet', '--by', 'exemple-b').code).toBe(0)
})

it('makes nothing of a merge that is under way: what others wrote would pass for one’s own, and be put back', () => {
  const here = underGit()
  const { git } = here
  git('checkout', '-qb', 'autre')
  here.edit(FILE, 'deux jours', 'quatre jours')
  git('commit', '-qam', 'Quatre jours')
  git('checkout', '-q', 'main')
  here.edit(FILE, 'deux jours', 'trois jours')
  git('commit', '-qam', 'Trois jours')
  git('merge', '--no-edit', 'autre')
  const during = here.read(FILE)
  expect(during).toContain('<<<<<<< ')
  const { code, err } = here.cahier('amend', 'guichet', '--by', 'exemple-b')
  expect([code, plain(err)]).toEqual([2, expect.stringContaining('« git merge » n’est pas fini')])
  git('commit', '-qam', 'Une fusion mal finie')
  here.edit(FILE, 'Le coût est connu', 'Le coût est bien connu')
  expect(plain(here.cahier('amend', 'guichet', '--by', 'exemple-b').err)).toContain(
    'contient des erreurs',
  )
  expect(here.files().some((path) => path.startsWith(FOLDER))).toBe(false)
})

it.each([
  ['rebase', ['rebase', 'autre'], 'rebase --abort'],
  ['cherry-pick', ['cherry-pick', 'autre'], 'cherry-pick --abort'],
  ['revert', ['revert', '--no-edit', 'HEAD~1'], 'revert --abort'],
  ['merge --squash', ['merge', '--squash', 'autre'], 'reset --merge'],
] as const)(
  'nor of what git %s has put in the files and nobody has committed',
  (started, words, out) => {
    const here = underGit()
    const { git } = here
    git('checkout', '-qb', 'autre')
    here.edit(FILE, 'deux jours', 'quatre jours')
    here.commit('Quatre jours')
    git('checkout', '-q', 'main')
    for (const days of ['trois', 'cinq']) {
      here.edit(FILE, / (\S+) jours/.exec(here.read(FILE))?.[1] ?? '', days)
      here.commit(`${days} jours`)
    }
    git(...words)
    here.write(
      FILE,
      here
        .read(FILE)
        .replace(/<{7}.*>{7}[^\n]*\n/s, 'Un guichet par commune, ouvert six jours par semaine.\n'),
    )
    const during = here.read(FILE)
    const { code, err } = here.cahier('amend', 'guichet', '--by', 'exemple-b')
    expect([code, plain(err)]).toEqual([
      2,
      expect.stringContaining(`« git ${started} » n’est pas fini`),
    ])
    expect(here.read(FILE)).toBe(during)
    git(...out.split(' '))
    here.edit(FILE, 'Le coût est connu', 'Le coût est bien connu')
    expect(here.cahier('amend', 'guichet', '--by', 'exemple-b').code).toBe(0)
  },
)

it('a text that was just moved to another axis is compared with what it was', () => {
  const here = underGit()
  const moved = 'axes/reseaux/guichet.md'
  const before = here.read(FILE)
  here.git('mv', FILE, moved)
  here.edit(moved, 'deux jours', 'trois jours')
  const { code, out } = here.cahier('amend', 'guichet', '--by', 'exemple-b')
  expect([code, out]).toEqual([0, expect.not.stringContaining('git add')])
  expect(here.read(moved)).toBe(before)
})

it('a change that git holds ready for the next commit is told, for it is not taken back from there', () => {
  const here = underGit()
  here.edit(FILE, 'deux jours', 'trois jours')
  here.git('add', '-A')
  expect(plain(here.cahier('amend', 'guichet', '--by', 'exemple-b').out)).toContain(
    `git add ${FILE}`,
  )
  here.git('add', FILE)
  expect(here.git('diff', '--cached', '--name-only').out).toBe('')
  here.edit(FILE, 'deux jours', 'quatre jours')
  expect(plain(here.cahier('amend', 'guichet', '--by', 'exemple-a').out)).not.toContain('git add')
})

it('needs the text before: from git, or from a file', () => {
  const here = desk()
  const before = here.read(FILE)
  here.edit(FILE, 'deux jours', 'trois jours')
  expect(here.cahier('amend', 'guichet', '--by', 'exemple-b').code).toBe(2)
  expect(plain(here.cahier('amend', 'guichet', '--by', 'exemple-b').err)).toContain(
    'donnez-le avec --from FICHIER',
  )
  here.write('avant.txt', before)
  expect(here.cahier('amend', 'guichet', '--by', 'exemple-b', '--from', 'avant.txt').code).toBe(0)
  expect(here.read(FILE)).toBe(before)
})

it('a wrong name is one line, with the one that was meant', () => {
  const here = underGit()
  here.edit(FILE, 'deux jours', 'trois jours')
  expect(plain(here.cahier('amend', 'guichet', '--by', 'exemple-bb').err)).toContain(
    'vouliez-vous écrire « exemple-',
  )
  expect(plain(here.cahier('amend', 'gichet', '--by', 'exemple-b').err)).toContain(
    'vouliez-vous écrire « guichet » ?',
  )
  expect(here.cahier('amend', 'guichet').code).toBe(2)
})

it('writes nothing in French into a programme that is in another language', () => {
  const here = underGit()
  here.edit('programme.yaml', 'language: fr', 'language: de')
  here.edit(FILE, 'Un guichet par commune, ouvert deux jours par semaine.', '')
  here.cahier('amend', 'guichet', '--by', 'exemple-b')
  const [path] = here.files().filter((file) => file.startsWith(FOLDER))
  expect(path).toMatch(/\/without-/)
  expect(written(here)).toContain('<!-- cahier: why this change? -->')
})
