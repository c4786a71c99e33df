import { expect, it } from 'vitest'
import { desk, emptyDesk, realDesk } from './desk.ts'
import { plain } from './plain.ts'

it('finds no error in the real programme, and no warning but of the round that it shows as void', () => {
  const { code, out } = realDesk()
    .where({ CAHIER_DATE: '2026-11-24' })
    .cahier('lint', '--format', 'json')
  const { findings, summary } = JSON.parse(out)
  expect(
    findings.filter(({ severity }: { severity: string }) => severity !== 'info'),
  ).toMatchObject([{ rule: 'decision/moved-text', path: 'axes/climat-metaux/demande-metaux.md' }])
  expect(summary).toMatchObject({ error: 0, warning: 1 })
  expect(code).toBe(0)
})

it('reads only what it is asked to', () => {
  const here = desk()
  here.edit('axes/services/guichet.md', 'horizon: court', 'horizon: Court')
  expect(here.cahier('lint', 'axes/reseaux').code).toBe(0)
  expect(here.cahier('lint', 'axes/reseaux/sobriete.md', 'axes/services').code).toBe(1)
  expect(here.cahier('lint', '--rule', 'structure/yaml').code).toBe(0)
  expect(here.cahier('lint', '--rule', 'reference/vocabulary').code).toBe(1)
})

it('finds the programme from inside it and from above it, and names files from where one stands', () => {
  const here = desk()
  here.edit('axes/services/guichet.md', 'horizon: court', 'horizon: Court')
  expect(here.inside('axes').cahier('lint').out).toContain('\nservices/guichet.md\n')
  const above = emptyDesk()
  for (const path of here.files()) above.write(`mon/programme/${path}`, here.read(path))
  expect(above.cahier('lint', 'mon/programme').out).toContain(
    'mon/programme/axes/services/guichet.md\n',
  )
  expect(above.cahier('lint', '--programme', 'mon').out).toContain(
    'mon/programme/axes/services/guichet.md\n',
  )
  expect(above.cahier('lint', '--programme', 'mon', 'axes').out).toContain(
    'mon/programme/axes/services/guichet.md\n',
  )
  expect(above.cahier('lint', '--programme', 'mon', 'absent').code).toBe(2)
})

it('fails on warnings only above the number one allows', () => {
  const here = desk()
  here.write('axes/services/notes.docx', 'x')
  expect(here.cahier('lint').code).toBe(0)
  expect(here.cahier('lint', '--max-warnings', '1').code).toBe(0)
  const { code, err } = here.cahier('lint', '--max-warnings', '0')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: 'Trop d’avertissements : 1, et --max-warnings en permet 0.\n',
  })
  expect(here.cahier('lint', '--max-warnings', '0', '--format', 'json')).toMatchObject({
    code: 1,
    err: '',
  })
})

it('what comes from standard input and is no text is given back by nobody', () => {
  for (const input of ['Un\0mot.\n', Buffer.from([0xff, 0xfe, 0x41])]) {
    const { code, out, err } = emptyDesk().given(input).cahier('lint', '--stdin', '--fix')
    expect({ code, out, err: plain(err) }).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('n’est pas du texte en UTF-8'),
    })
  }
  const { code, err } = emptyDesk().given('Un mot.\n').cahier('lint', '--stdin', 'notes.md')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: expect.stringContaining('écrivez --stdin-path notes.md'),
  })
})

it('gives programs one object, with places that count from 1', () => {
  const here = desk()
  here.edit('axes/services/guichet.md', 'horizon: court', 'horizon: Court')
  expect(
    JSON.parse(
      here.cahier('lint', 'axes/services/guichet.md', '--format', 'json', '--lang', 'en').out,
    ),
  ).toEqual({
    findings: [
      {
        rule: 'reference/vocabulary',
        severity: 'error',
        path: 'axes/services/guichet.md',
        line: 4,
        column: 10,
        endLine: 4,
        endColumn: 15,
        message: '“Court” is not a horizon of the programme: write “court”.',
        fixable: true,
      },
    ],
    summary: { error: 1, warning: 0, info: 0, files: 1 },
  })
})

it('folds long sentences in a narrow terminal, and nowhere else', () => {
  const here = desk()
  here.edit('axes/services/guichet.md', 'title: Garantir', 'title: "Garantir"')
  const narrow = here.where({ COLUMNS: '50' }).cahier('lint', 'axes/services').out.split('\n')
  expect(narrow.filter((line) => [...line].length > 50)).toEqual([])
  expect(narrow.length).toBeGreaterThan(here.cahier('lint', 'axes/services').out.split('\n').length)
})

it('a wrong command is one line, with what was meant, and exit 2', () => {
  const here = desk()
  const said = (...words: string[]) => {
    const { code, out, err } = here.cahier(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    return plain(err)
  }
  expect(said('lnt')).toBe(
    'cahier : « lnt » n’est pas une commande : vouliez-vous « cahier lint » ? (cahier --help les donne toutes)\n',
  )
  expect(said('lint', '--fomat', 'json')).toBe(
    'cahier : « --fomat » n’est pas une option de « cahier lint » : vouliez-vous --format ? (cahier lint --help)\n',
  )
  expect(said('lint', '--format')).toBe(
    'cahier : il manque une valeur après « --format » (cahier lint --help)\n',
  )
  expect(said('lint', '--format', '--fix')).toContain(
    'si elle commence par un tiret, écrivez --format=VALEUR',
  )
  expect(said('lint', '--format', 'pdf')).toBe(
    'cahier : --format prend text, json, sarif, github, gitlab, junit, pas « pdf »\n',
  )
  expect(said('lint', 'absent.md')).toBe('cahier : « absent.md » n’existe pas\n')
  expect(said('lint', '/etc/hostname')).toBe(
    'cahier : « /etc/hostname » n’est pas un fichier Markdown (.md) : rien à relire\n',
  )
  expect(said('lint', 'axes', '/etc')).toBe('cahier : « /etc » est hors du programme\n')
  expect(said('lint', '--programme', '.', '/etc')).toBe('cahier : « /etc » est hors du programme\n')
  expect(said('lint', '--dry-run')).toBe('cahier : --dry-run va avec --fix\n')
  expect(said('lint', '--rule', 'structure/yml')).toBe(
    'cahier : aucune règle « structure/yml » : vouliez-vous « structure/yaml » ?\n',
  )
})

it('reads any Markdown where there is no programme', () => {
  const { code, out } = emptyDesk().cahier('lint')
  expect(code).toBe(0)
  expect(plain(out)).toBe('0 fichier lu : rien à signaler.\n')
  const here = emptyDesk()
  here.write('notes.md', '# Notes\n\n<<<<<<< HEAD\nUn mot.\n=======\nDeux mots.\n>>>>>>> samedi\n')
  const { code: torn, out: said } = here.cahier('lint')
  expect(torn).toBe(1)
  // For Markdown, what stands above the equals signs is a heading.
  expect(plain(said)).toMatch(/\n1 fichier lu : 1 erreur, 0 avertissement, 0 remarque\.\n$/)
  expect(plain(here.cahier('lint', '--rule', 'structure/conflict').out)).toContain(
    '3:1  erreur  Ce fichier contient un conflit de fusion',
  )
})

it('does not pass over in silence the programmes that are all there is to read', () => {
  const here = emptyDesk()
  for (const path of ['un', 'deux'])
    here.write(`collectif/${path}/programme.yaml`, 'title: Un\nlanguage: fr\n')
  for (const words of [['lint'], ['lint', 'collectif']]) {
    const { code, err } = here.cahier(...words)
    expect(code).toBe(2)
    expect(plain(err)).toBe(
      `cahier : aucun texte ici hors d’un programme : ajoutez --programme ${here.folder}/collectif/deux\n`,
    )
  }
  here.write('notes.md', '# Notes\n')
  expect(plain(here.cahier('lint').out)).toBe('1 fichier lu : rien à signaler.\n')
})

it('does not read a programme as loose texts because its manifest has another name', () => {
  const here = desk()
  here.write('programme.yaml.txt', here.read('programme.yaml'))
  here.remove('programme.yaml')
  for (const verb of ['lint', 'format']) {
    const { code, err } = here.cahier(verb)
    expect([code, plain(err)]).toEqual([
      2,
      'cahier : aucun programme ici : le fichier « programme.yaml.txt » n’est pas lu à cause de son nom, renommez-le « programme.yaml »\n',
    ])
  }
  expect(here.cahier('lint', 'axes').code).toBe(0)
})

it('a file name with an end of line in it begins no other remark', () => {
  const here = emptyDesk()
  here.write('a\n1:1  erreur.md', 'Un "mot".\n')
  expect(here.cahier('lint').out).toMatch(/^a␊1:1 {2}erreur\.md {2}remarque {2}/)
})

it('the language is the one asked for, then that of the person, then that of the programme', () => {
  const here = desk()
  expect(here.cahier('lint', '--lang', 'en').out).toContain('files read')
  expect(here.where({ LANG: 'en_US.UTF-8' }).cahier('lint').out).toContain('files read')
  expect(here.where({ LANG: 'C.UTF-8' }).cahier('lint').out).toContain('fichiers lus')
})
