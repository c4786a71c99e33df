import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

const PROGRAM = fileURLToPath(new URL('../../packages/cli/bin/cahier.js', import.meta.url))

it('what every verb understands may stand before the verb, as with git', () => {
  const here = desk()
  const after = here.cahier('status', '--lang', 'en')
  expect(after.out).toContain('1 March 2025')
  expect(here.cahier('--lang', 'en', 'status')).toEqual(after)
  expect(here.inside('..').cahier(`--programme=${here.folder}`, '--lang=en', 'status')).toEqual(
    after,
  )
  expect(here.cahier('--lang', 'en', '--help').out).toBe(here.cahier('--help', '--lang', 'en').out)
})

it('“help” and a verb give the help of the verb', () => {
  const here = desk()
  expect(here.cahier('help', 'lint')).toEqual(here.cahier('lint', '--help'))
  expect(here.cahier('help').out).toBe(here.cahier('--help').out)
  expect(here.cahier('--help', 'lint')).toEqual(here.cahier('lint', '--help'))
  expect(plain(here.cahier('help', 'lnt').err)).toContain('vouliez-vous « cahier lint » ?')
  expect(plain(here.cahier('publier').err)).toContain('vouliez-vous « cahier publish » ?')
  expect(plain(here.cahier('aide').err)).toContain('vouliez-vous « cahier help » ?')
})

it.each([
  [['constructor'], '« constructor » n’est pas une commande'],
  [['new', 'constructor', 'Un titre'], '« constructor » n’est pas une sorte de fichier'],
  [['stance', 'exemple-a', 'guichet', 'constructor'], '« constructor » n’est pas une position'],
  [
    ['ruling', 'guichet', 'exemple-a', 'constructor', '--by', 'x', '--reason', 'Y.'],
    '« constructor » n’est pas un arbitrage',
  ],
  [['uptake', 'union', 'guichet', 'constructor'], '« constructor » n’est pas une réponse'],
])('a word that JavaScript knows is no word of ours: %j', (words, said) => {
  const { code, err } = desk().cahier(...words)
  expect({ code, err: plain(err).slice(0, said.length + 9) }).toEqual({
    code: 2,
    err: `cahier : ${said}`,
  })
})

it.each([
  ['stance', 'exemple-a', 'guichet', 'consent'],
  ['open', 'guichet', '--closes', '2025-03-22'],
  ['new', 'proposal', 'services', 'Garantir le retour'],
  ['publish', '--format', 'txt'],
  ['serve'],
  ['status'],
])('a day that does not exist is refused before anything is written: %s', (...words) => {
  const here = desk()
  const before = here.files()
  const { code, err } = here.cahier(...words, '--date', '2025-02-30')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: 'cahier : « 2025-02-30 » n’est pas un jour : écrivez année-mois-jour, par exemple --date 2025-03-12\n',
  })
  expect(here.files()).toEqual(before)
})

it('a day written another way is given back as it is to be written, in the environment too', () => {
  const here = desk()
  expect(plain(here.cahier('status', '--date', '29/02/2028').err)).toContain(
    'écrivez année-mois-jour, --date 2028-02-29',
  )
  expect(plain(here.where({ CAHIER_DATE: '1er mars 2025' }).cahier('status').err)).toContain(
    'année-mois-jour, CAHIER_DATE=2025-03-01',
  )
  expect(plain(here.where({ CAHIER_DATE: '2025-02-29' }).cahier('status').err)).toContain(
    'par exemple CAHIER_DATE=2025-03-12',
  )
  expect(here.cahier('status', '--date', '').code).toBe(2)
  expect(here.cahier('status', '--date', '2028-02-29').code).toBe(0)
})

it('a time zone that does not exist is said with the day that counts in its place', () => {
  const here = desk().where({ CAHIER_DATE: '' })
  here.edit('programme.yaml', 'timezone: Europe/Paris', 'timezone: Europe/Pari')
  expect(plain(here.cahier('status').err)).toMatch(
    /^Le fuseau « Europe\/Pari » \(timezone, dans programme\.yaml\) n’existe pas : le jour compté est celui du temps universel, \d{4}-\d\d-\d\d\. Corrigez le fuseau, ou donnez le jour avec --date\.\n$/,
  )
  expect(here.cahier('status', '--date', '2025-03-10').err).toBe('')
  here.edit('programme.yaml', 'Europe/Pari', 'America/Toronto')
  expect(here.cahier('status').err).toBe('')
})

it.each(['lint', 'format', 'verify', 'import --by exemple-a'])(
  'a name that the system refuses is told in one line: %s',
  (words) => {
    const here = desk()
    const name = `${'long'.repeat(100)}.md`
    const { code, err } = here.cahier(...words.split(' '), name)
    expect({ code, err: plain(err) }).toEqual({
      code: 2,
      err: `cahier : « ${name} » ne peut pas être lu (ENAMETOOLONG)\n`,
    })
  },
)

it('check says that it takes no path, rather than checking something else than what was asked', () => {
  const { code, out, err } = desk().cahier('check', 'axes/services/guichet.md')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(plain(err)).toContain(
    'cahier check ne prend pas « axes/services/guichet.md » : tout le programme est vérifié',
  )
})

it('in an English programme, slips and help are in English too, for who has no locale', () => {
  const above = emptyDesk().where({ LANG: 'C' })
  above.cahier('init', 'our-programme', '--lang', 'en')
  const here = above.inside('our-programme/axes')
  for (const words of [
    ['status', '--date', 'tomorrow'],
    ['lint', '--since'],
    ['lint', '--fox'],
    ['stauts'],
    ['new', 'thing'],
    ['status', 'nobody'],
  ])
    expect(here.cahier(...words).err).toMatch(/^cahier: /)
  for (const words of [['--help'], ['status', '--help'], []])
    expect(here.cahier(...words).out).toContain('Usage: cahier')
  expect(above.cahier('status', '--programme', 'our-programme', '--fox').err).toMatch(/^cahier: /)
  expect(above.cahier('status', '--help').out).toContain('Usage')
  expect(here.cahier('lint', '--lang', 'fr', '--fox').err).toMatch(/^cahier\u00A0: /)
})

it('a folder that is named and holds no programme is told by its name', () => {
  const { code, err } = emptyDesk().cahier('status', '--programme', 'ailleurs')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: 'cahier : aucun programme dans « ailleurs » : il y faut un fichier « programme.yaml » (cahier init DOSSIER en crée un)\n',
  })
  // Also by the verbs that read loose texts where there is no programme: they would find nothing to
  // say.
  for (const verb of ['lint', 'format']) {
    expect(plain(emptyDesk().cahier(verb, '--programme', 'ailleurs').err)).toContain(
      'aucun programme dans « ailleurs »',
    )
    expect(emptyDesk().cahier(verb, '--programme=').code).toBe(2)
  }
})

it.runIf(existsSync('/dev/full'))('that a disk is full is said in the language asked for', () => {
  const said = (lang: string) =>
    spawnSync('sh', ['-c', `"${process.execPath}" "${PROGRAM}" rules --lang ${lang} > /dev/full`], {
      cwd: desk().folder,
      encoding: 'utf8',
    }).stderr
  expect(said('en')).toContain('the result cannot be written')
  expect(said('fr')).toContain('le résultat ne peut pas être écrit')
})

it('a standard input that is no file is told in one line', () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${PROGRAM}" lint --stdin < /`],
    { encoding: 'utf8' },
  )
  expect({ status, stderr: plain(stderr) }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^cahier ?: .*EISDIR.*\n$/),
  })
})

it.runIf(existsSync('/dev/full'))(
  'a report that a full disk cut short is a failure, told in one line',
  () => {
    const { folder } = desk()
    for (const words of ['lint', '--version', 'rules'])
      expect(
        spawnSync('sh', ['-c', `"${process.execPath}" "${PROGRAM}" ${words} > /dev/full`], {
          cwd: folder,
          encoding: 'utf8',
        }),
      ).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^cahier ?: .*ENOSPC.*\n$/),
      })
  },
)

it('a manifest under another name is told its own', () => {
  const { cahier, write } = emptyDesk()
  write('Programme.yml', 'title: Un programme\n')
  expect(plain(cahier('check').err)).toBe(
    'cahier : aucun programme ici : le fichier « Programme.yml » n’est pas lu à cause de son nom, renommez-le « programme.yaml »\n',
  )
})

it('speaks the language that is asked for, then that of the environment, as its variables rank', () => {
  const here = desk()
  const spoken = (environment: Readonly<Record<string, string>>, ...words: readonly string[]) => {
    const { out } = here.where(environment).cahier('--help', ...words)
    return /^(?:Emploi|Usage)/m.exec(out)?.[0]
  }
  expect(spoken({ LC_MESSAGES: 'en_GB.UTF-8' })).toBe('Usage')
  expect(spoken({ LC_ALL: 'fr_CA.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' })).toBe('Emploi')
  expect(spoken({ LC_ALL: 'fr_CA.UTF-8', CAHIER_LANG: 'en' })).toBe('Usage')
  expect(spoken({ CAHIER_LANG: 'en' }, '--lang', 'fr')).toBe('Emploi')
})

it('to who reads neither French nor English it speaks English, and in a programme the language of the programme', () => {
  for (const environment of [{ LANG: 'C' }, { LANG: 'de_DE.UTF-8' }, { LANG: '' }]) {
    expect(emptyDesk().where(environment).cahier('--help').out).toContain('Usage: cahier COMMAND')
    expect(plain(desk().where(environment).cahier('--help').out)).toContain(
      'Emploi : cahier COMMANDE',
    )
  }
})

it('the help of no verb has a French word in English, in its examples neither', () => {
  const { cahier } = emptyDesk()
  const names = [...cahier('--help', '--lang', 'en').out.matchAll(/^ {2}([a-z-]+) /gm)].map(
    ([, name = '']) => name,
  )
  expect(names).toContain('stance')
  const french =
    /[àâçéèêëîïôùûœ]|\b(?:guichet|exemple|syndicats|consentement|reprise|retour|assemblee|signataires)/i
  const found = names.flatMap((name) =>
    cahier(name, '--help', '--lang', 'en')
      .out.split('\n')
      .filter((line) => french.test(line)),
  )
  expect(found).toEqual([])
})

it('a key of the manifest that is empty does not take the next line for its value, one that is written below does', () => {
  const here = desk()
  const spoken = (language: string) => {
    here.write('programme.yaml', `title: Un\n${language}\nen-tete: Deux\n`)
    return /^(?:Emploi|Usage)/m.exec(here.where({ LANG: 'C' }).cahier('--help').out)?.[0]
  }
  expect(spoken('language:')).toBe('Emploi')
  expect(spoken('language: # fr ou en')).toBe('Emploi')
  expect(spoken('language: en')).toBe('Usage')
  expect(spoken('language:\n  "en"')).toBe('Usage')
})

it.skipIf(process.platform === 'win32')(
  'a folder that was taken away under one’s feet is told in one line',
  () => {
    const { folder } = emptyDesk()
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `mkdir d && cd d && rmdir ../d && "${process.execPath}" "${PROGRAM}" lint`],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'fr_FR.UTF-8' },
      },
    )
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'cahier : le dossier où vous êtes n’existe plus\n',
    })
  },
)

it('a name that nothing bears is a wrong command, whatever the verb: one line, exit 2', () => {
  const here = desk()
  const said = (...words: readonly string[]) => {
    const { code, out, err } = here.cahier(...words)
    return `${code} ${plain(out)}${plain(err)}`
  }
  const noProposal =
    '2 cahier : aucune proposition « guiche » : vouliez-vous écrire « guichet » ?\n'
  expect(said('open', 'guiche', '--closes', '2025-03-22')).toBe(noProposal)
  expect(said('close', 'guiche')).toBe(noProposal)
  expect(said('final-period', 'guiche')).toBe(noProposal)
  expect(said('status', 'guiche')).toBe(noProposal)
  expect(said('stance', 'exemple-a', 'guiche', 'consent')).toBe(noProposal)
  expect(said('ruling', 'guiche', 'exemple-a', 'overruled', '--reason', 'x', '--by', 'x')).toBe(
    noProposal,
  )
  expect(said('merge-proposals', 'guiche', 'courrier', '--into', 'accueil')).toBe(noProposal)
  const nothingNear = said('status', 'logement')
  expect(said('merge-proposals', 'logement', 'courrier', '--into', 'accueil')).toBe(nothingNear)
  expect(
    said(
      'transmit',
      'parti-a',
      '--name',
      'Parti A',
      '--kind',
      'partis',
      '--edition',
      '1',
      '--proposals',
      'logement',
    ),
  ).toBe(nothingNear)
  expect(
    said('merge-proposals', 'guichet', 'courrier', '--into', '../x', '--axis', 'services'),
  ).toMatch(/^2 cahier : « \.\.\/x » ne peut pas/)
  expect(said('adopt', 'guiche', 'x')).toMatch(
    /^2 cahier : aucune proposition et aucun axe « guiche » : vouliez-vous écrire « guichet » \?\n$/,
  )
  expect(said('adopt', 'guichet', 'x')).toMatch(
    /^2 cahier : « guichet » n’a pas d’amendement « x »/,
  )
  expect(said('amend', 'guiche', '--by', 'exemple-a')).toMatch(
    /^2 cahier : aucune proposition et aucun axe « guiche »/,
  )
  expect(said('stance', 'exemple-aa', 'guichet', 'consent')).toMatch(
    /^2 cahier : aucun collectif « exemple-aa »/,
  )
  expect(said('stance', 'exemple-aa', 'guichet', 'consent', '--lang', 'en')).toMatch(
    /^2 cahier: no collective “exemple-aa”/,
  )
  expect(said('stance', 'voisins', 'guichet', 'consent')).toBe(
    '2 cahier : aucun collectif « voisins » : un collectif se nomme comme son fichier du dossier collectives/, sans « .yaml »\n',
  )
  expect(said('status', 'logement')).toBe(
    '2 cahier : aucune proposition « logement » : une proposition se nomme comme son fichier du dossier axes/, sans « .md »\n',
  )
  expect(said('stance', 'guichet', 'exemple-a', 'consent')).toBe(
    '2 cahier : le collectif se dit avant la proposition : cahier stance exemple-a guichet\n',
  )
  expect(said('import', 'retour.odt', '--by', 'exemple-a')).toBe(
    '2 cahier : « retour.odt » n’existe pas\n',
  )
  expect(said('close', 'guichet')).toBe('1 Aucun tour n’est ouvert sur « guichet ».\n')
  expect(said('stance', 'exemple-a', 'guichet', '--withdraw')).toMatch(/^1 Aucune position/)
})

it('-v, -h and --json are the short of what they stand for', () => {
  const here = desk()
  expect(here.cahier('-v')).toEqual(here.cahier('--version'))
  expect(here.cahier('-h')).toEqual(here.cahier('--help'))
  expect(here.cahier('lint', '-h')).toEqual(here.cahier('lint', '--help'))
  expect(here.cahier('status', '--json')).toEqual(here.cahier('status', '--format', 'json'))
  expect(plain(here.cahier('lint', '--json', '--format', 'sarif').err)).toContain(
    '--json et --format sarif ne vont pas ensemble',
  )
  expect(plain(here.cahier('publish', '--json').err)).toContain(
    '« --json » n’est pas une option de « cahier publish »',
  )
})

it('-q says nothing when all is well, and all that is wrong; before the verb too', () => {
  const here = desk()
  expect(here.cahier('lint', '-q', 'axes/services/guichet.md')).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  expect(here.cahier('-q', 'stance', 'exemple-a', 'guichet', 'consentement')).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  expect(here.cahier('digest', '--quiet', 'axes/services/guichet.md').out).toMatch(
    /^v1-[0-9a-f]+\n$/,
  )
  here.edit('axes/services/guichet.md', 'title:', 'titre:')
  const { code, out } = here.cahier('lint', '--quiet')
  expect(code).toBe(1)
  expect(out).toBe(here.cahier('lint').out)
  expect(here.cahier('stance', '-q', 'exemple-a', 'nul', 'consentement').err).not.toBe('')
})

it.each([
  [['publish', '--kind', 'broch'], 'vouliez-vous « brochure » ?'],
  [['publish', '--format', 'epbu'], 'vouliez-vous « epub » ?'],
  [['lint', '--format', 'sar'], 'vouliez-vous « sarif » ?'],
  [['stance', 'exemple-a', 'guichet', 'pour'], 'vouliez-vous « consentement » ?'],
  [['stance', 'exemple-a', 'guichet', 'Contre'], 'vouliez-vous « objection » ?'],
  [['status', '--member', 'Accueil pour tous'], 'vouliez-vous écrire « exemple-a » ?'],
  [['new', 'prop'], 'vouliez-vous « proposition » ?'],
  [
    ['new', 'amendment', 'guichet', 'Accueil pour tous', 'Titre'],
    'vouliez-vous écrire « exemple-a » ?',
  ],
  [['setup', 'nvim'], 'vouliez-vous « neovim » ?'],
  [['setup', 'owners', '--owner', 'Accueil pour tous=@x'], 'vouliez-vous « exemple-a » ?'],
  [['rules', 'apostrophes'], 'vouliez-vous « typography/apostrophe » ?'],
  [['lint', '--rule', 'ellipsi'], 'vouliez-vous « typography/ellipsis » ?'],
  [['init', 'ailleurs', '--rule', 'consent moins un'], 'vouliez-vous « consensus moins un » ?'],
  [['init', 'ailleurs', '--language', 'français'], 'vouliez-vous « fr » ?'],
  [['completion', 'bahs'], 'vouliez-vous « bash » ?'],
  [['ruling', 'guichet', 'exemple-a', 'irecevable', '--by', 'x'], 'vouliez-vous « irrecevable » ?'],
  [['uptake', 'union', 'guichet', 'accepté'], 'vouliez-vous « reprise » ?'],
])('a value that is none is told which one may have been meant: %j', (words, said) => {
  const here = desk()
  here.edit('collectives/exemple-a.yaml', 'name: Exemple A', 'name: Accueil pour tous')
  const before = here.files()
  const { code, err } = here.cahier(...words)
  expect({ code, err: plain(err) }).toEqual({ code: 2, err: expect.stringContaining(said) })
  expect(here.files()).toEqual(before)
})
