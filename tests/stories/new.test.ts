import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('a proposal gets a file named after its title, and is a draft without an error', () => {
  const here = desk()
  const { code, out } = here.cahier(
    'new',
    'proposal',
    'services',
    'Rouvrir les accueils : quartier par quartier',
  )
  expect({ code, out: plain(out) }).toEqual({
    code: 0,
    out: 'écrit : axes/services/rouvrir-les-accueils-quartier-par-quartier.md\n',
  })
  const text = here.read('axes/services/rouvrir-les-accueils-quartier-par-quartier.md')
  expect(text).toContain('title: >-\n  Rouvrir les accueils\u00A0: quartier par quartier\n')
  expect(text).toContain('# horizon: # à choisir — court, moyen\n')
  expect(text).toContain('## Pourquoi\n')
  const linted = here.cahier('lint', 'axes/services/rouvrir-les-accueils-quartier-par-quartier.md')
  expect(linted.code).toBe(0)
  expect(plain(linted.out)).toContain('1 fichier lu : 0 erreur, 0 avertissement, 1 remarque.')
})

it('lines of its head can be read once their « # » is taken away, and say which choice is left', () => {
  const here = desk()
  here.cahier('new', 'proposal', 'services', 'Rouvrir les accueils')
  const path = 'axes/services/rouvrir-les-accueils.md'
  here.write(path, here.read(path).replace(/^# ?(?=[a-z]+:| )/gm, ''))
  const out = plain(here.cahier('lint', path).out)
  expect(out).not.toContain('structure/yaml')
  expect(out).toContain('« horizon » est vide')
})

it.each([
  [
    ['collective', 'Les Œillets d’Ambon'],
    'collectives/les-oeillets-d-ambon.yaml',
    'joined: 2025-03-01\n',
  ],
  [['question', 'Que coûte un guichet ?'], 'research/que-coute-un-guichet.md', 'state: open\n'],
  [
    ['amendment', 'guichet', 'exemple-a', 'Trois jours'],
    'amendments/guichet/trois-jours.md',
    'by: exemple-a\ndate: 2025-03-01\n',
  ],
])('%j', (words, path, holds) => {
  const here = desk()
  expect(plain(here.cahier('new', ...words).out)).toBe(`écrit : ${path}\n`)
  expect(here.read(path)).toContain(holds)
})

it.each(['axis', 'axe'])(
  '%s: a new axis is written, named in the manifest after the others, and passes',
  (kind) => {
    const here = desk()
    const axes = () =>
      /^axes: *(\[[^\]]*\]|(?:\n *- .*)+)/m
        .exec(here.read('programme.yaml'))?.[1]
        ?.match(/[a-z-]{3,}/g)
    const before = axes()
    const { code, out } = here.cahier('new', kind, 'Des logiciels libres')
    expect({ code, out: plain(out) }).toEqual({
      code: 0,
      out: 'écrit : axes/des-logiciels-libres/axis.md\nécrit : programme.yaml\n',
    })
    expect(here.read('axes/des-logiciels-libres/axis.md')).toContain(
      'title: >-\n  Des logiciels libres\nquestion: >-\n',
    )
    expect(axes()).toEqual([...(before ?? []), 'des-logiciels-libres'])
    expect(here.cahier('check').code).toBe(0)
  },
)

it('a list of axes written one a line gets one line more', () => {
  const here = desk()
  const listed = (names: readonly string[]) =>
    `axes:\n${names.map((name) => `  - ${name}\n`).join('')}`
  here.write(
    'programme.yaml',
    here
      .read('programme.yaml')
      .replace(/^axes: *\[([^\]]*)\]\n/m, (_, names: string) => listed(names.split(/, */))),
  )
  here.cahier('new', 'axis', 'Des logiciels libres')
  expect(here.read('programme.yaml')).toMatch(
    /^axes:\n(?: {2}- .*\n)+ {2}- des-logiciels-libres\n/m,
  )
  here.edit('programme.yaml', '  - des-logiciels-libres\n', '  - des-logiciels-libres # à relire\n')
  here.cahier('new', 'axis', 'Des réseaux sobres')
  expect(here.read('programme.yaml')).toContain(
    '  - des-logiciels-libres # à relire\n  - des-reseaux-sobres\n',
  )
  expect(here.cahier('check').code).toBe(0)
})

it('an axis that the manifest names before it has a folder is not named there again', () => {
  const here = desk()
  here.edit('programme.yaml', 'axes: [', 'axes: [des-logiciels-libres, ')
  const before = here.read('programme.yaml')
  expect(plain(here.cahier('new', 'axis', 'Des logiciels libres').out)).toBe(
    'écrit : axes/des-logiciels-libres/axis.md\n',
  )
  expect(here.read('programme.yaml')).toBe(before)
  expect(here.cahier('check').code).toBe(0)
})

it('an axis is named in a manifest that names none yet, and in one from Windows', () => {
  for (const [from, to] of [
    [/^axes:.*$/m, 'axes:'],
    [/^axes:.*$/m, 'axes: []'],
    [/\n/g, '\r\n'],
  ] as const) {
    const here = desk()
    here.write('programme.yaml', here.read('programme.yaml').replace(from, to))
    const before = here.read('programme.yaml')
    expect(here.cahier('new', 'axis', 'Des logiciels libres').code).toBe(0)
    const after = here.read('programme.yaml')
    expect(after).toMatch(/^axes: \[(?:.*, )?des-logiciels-libres\]\r?$/m)
    expect(after.replace(/^axes:.*/m, '')).toBe(before.replace(/^axes:.*/m, ''))
  }
})

it('an amendment starts from the whole text as it stands', () => {
  const here = desk()
  here.cahier('new', 'amendment', 'guichet', 'exemple-a', 'Trois jours')
  const digest = here.cahier('digest', '--whole', 'axes/services/guichet.md').out.trim()
  expect(here.read('amendments/guichet/trois-jours.md')).toContain(`base: ${digest}\n`)
  expect(here.cahier('lint', '--rule', 'structure/amendment')).toMatchObject({ code: 0 })
})

it('no amendment is begun to a text that takes none any more', () => {
  const here = desk()
  const path = 'axes/services/guichet.md'
  here.write(
    path,
    here
      .read(path)
      .replace('\nsummary:', '\nwithdrawn: {date: 2025-02-01, reason: Sans objet.}\nsummary:'),
  )
  const { code, out, err } = here.cahier('new', 'amendment', 'guichet', 'exemple-a', 'Trois jours')
  expect({ code, out, err: plain(err) }).toEqual({
    code: 1,
    out: '',
    err: '« guichet » est retirée : on ne se prononce plus sur elle, on ne l’amende plus et on ne la réunit plus à une autre.\n',
  })
  expect(here.has('amendments/guichet/trois-jours.md')).toBe(false)
})

it('an amendment may be to an axis, and a text be named by its file', () => {
  const here = desk()
  for (const [named, path] of [
    ['services', 'axes/services/axis.md'],
    ['axes/services/axis.md', 'axes/services/axis.md'],
    ['axes/services/guichet.md', 'axes/services/guichet.md'],
  ] as const) {
    const title = `Depuis ${named.replaceAll('/', ' ')}`
    const { code, out } = here.cahier('new', 'amendment', named, 'exemple-a', title)
    expect(code).toBe(0)
    const written = /amendments\/\S+\.md/.exec(out)?.[0] ?? ''
    expect(here.read(written)).toContain(
      `base: ${here.cahier('digest', '--whole', path).out.trim()}\n`,
    )
  }
  expect(here.cahier('lint', '--rule', 'structure/amendment')).toMatchObject({ code: 0 })
})

it('a source is added at the end of the list, which is otherwise left as it is', () => {
  const here = desk()
  const before = here.read('sources.yaml')
  here.cahier('new', 'source', 'ademe-2025', 'Un rapport : le numérique')
  expect(here.read('sources.yaml').startsWith(before.trimEnd())).toBe(true)
  expect(here.read('sources.yaml')).toContain('- id: ademe-2025\n')
  const again = here.cahier('new', 'source', 'ademe-2025', 'Un autre')
  expect({ code: again.code, err: plain(again.err) }).toEqual({
    code: 2,
    err: 'cahier : la source « ademe-2025 » existe déjà\n',
  })
})

it.each(['2024', '1e3', 'null', '報告'])(
  'a source is not given an id that would be read as none: %s',
  (written) => {
    const here = desk()
    const before = here.read('sources.yaml')
    const { code, err } = here.cahier('new', 'source', written, 'Un rapport')
    expect([code, plain(err), here.read('sources.yaml')]).toEqual([
      2,
      `cahier : « ${written} » ne donne pas d’identifiant : écrivez-le avec des lettres latines, par exemple insee-2024\n`,
      before,
    ])
  },
)

it('a source is added to a list however it is written, or not at all', () => {
  const add = (sources: string) => {
    const here = desk()
    here.write('sources.yaml', sources)
    const { code } = here.cahier('new', 'source', 'ademe-2025', 'Un rapport')
    return {
      code,
      text: here.read('sources.yaml'),
      lint: here.cahier('lint', '--rule', 'structure/yaml').code,
    }
  }
  for (const empty of ['', '[]\n', '# Les sources\n', '# Les sources\n[]\n']) {
    const { code, text, lint } = add(empty)
    expect([code, lint]).toEqual([0, 0])
    expect(text).toMatch(/^(?:# Les sources\n+)?- id: ademe-2025\n/)
  }
  expect(add('  - id: un\n    type: book\n')).toMatchObject({
    code: 0,
    lint: 0,
    text: expect.stringContaining('\n  - id: ademe-2025\n    type:'),
  })
  const windows = add('\uFEFF- id: un\r\n  type: book\r\n')
  expect(windows.text).toMatch(/^\uFEFF- id: un\r\n {2}type: book\r\n\r\n- id: ademe-2025\r\n/)
  expect(windows.text.replaceAll('\r\n', '')).not.toContain('\n')
  for (const refused of ['[{"id": "un"}]\n', '- id: un\n  type: "book\n', 'id: un\n'])
    expect(add(refused)).toMatchObject({ code: 2, text: refused })
})

it('a ballot holds every open proposal, with only the stance to fill in', () => {
  const here = desk()
  here.cahier('open', 'guichet', 'sobriete', '--closes', '2025-03-20')
  expect(plain(here.cahier('new', 'ballot', 'exemple-a').out)).toBe(
    'écrit : positions/exemple-a.yaml\n',
  )
  const digest = here.cahier('digest', 'axes/services/guichet.md').out.trim()
  expect(here.read('positions/exemple-a.yaml')).toContain(
    `  guichet:\n    stance:\n    date: 2025-03-01\n    text: ${digest}\n  sobriete:\n    stance:\n`,
  )
  expect(here.cahier('lint', 'positions').code).toBe(0)
  expect(here.cahier('status', 'guichet', '--format', 'json').out).toContain('"stances":{}')
})

it('an answered round is not asked again', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-20')
  here.cahier('stance', 'exemple-a', 'guichet', 'consentement')
  const { code, err } = here.cahier('new', 'ballot', 'exemple-a')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: 'Aucun tour n’est ouvert auquel ce collectif n’ait déjà répondu.\n',
  })
})

it('says what is possible when the kind, the axis or the title is wrong', () => {
  const here = desk()
  const said = (...words: string[]) => plain(here.cahier('new', ...words).err)
  expect(said()).toBe(
    'cahier : que faut-il créer ? proposal, axis, amendment, collective, question, source, ballot (cahier new --help)\n',
  )
  expect(said('propositon')).toContain('vouliez-vous « proposition » ?')
  expect(said('proposal', 'service', 'Titre')).toBe(
    'cahier : aucun axe « service » : vouliez-vous « services » ?\n',
  )
  expect(said('proposal', 'services')).toBe('cahier : il manque un titre (cahier new --help)\n')
  expect(said('proposal', 'services', '???')).toContain('« ??? » ne donne pas de nom de fichier')
})

it('a title pasted with line ends is one line; the skeleton is in the language of the programme, whatever that of the messages', () => {
  const here = desk()
  const { code, out } = here.cahier(
    'new',
    'proposal',
    'services',
    'Garantir un accueil\n\tpartout ?',
    '--lang',
    'en',
  )
  expect({ code, out }).toEqual({
    code: 0,
    out: 'written: axes/services/garantir-un-accueil-partout.md\n',
  })
  const text = here.read('axes/services/garantir-un-accueil-partout.md')
  expect(text).toContain('title: >-\n  Garantir un accueil partout\u202F?\nsummary')
  expect(text).toContain('À écrire.')
  expect(here.cahier('new', 'collective', 'Union\nlocale').code).toBe(0)
  expect(here.read('collectives/union-locale.yaml')).toContain('name: >-\n  Union locale\n')
  expect(here.cahier('new', 'collective', "L'atelier d'à côté").code).toBe(0)
  expect(here.read('collectives/l-atelier-d-a-cote.yaml')).toContain(
    'name: >-\n  L’atelier d’à côté\n',
  )
  expect(here.cahier('check').code).toBe(0)
})

it('writes in the language of the programme, whatever its country, for who reads another', () => {
  const written = (tag: string) => {
    const here = desk()
    here.edit('programme.yaml', 'language: fr', `language: ${tag}`)
    expect(here.cahier('new', 'question', 'Who pays', '--lang', 'fr').code).toBe(0)
    return here.read('research/who-pays.md')
  }
  expect(written('en-GB')).toBe(written('en'))
  expect(written('en')).not.toBe(written('fr'))
})
