import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'
import { schemaFaults } from './schema-faults.ts'

const first = [
  'transmit',
  'union',
  '--name',
  'Union : locale',
  '--kind',
  'syndicats',
  '--edition',
  '1',
  '--proposals',
  'guichet,courrier',
] as const

it('records who got what and what they answered, in the file, the table, the site and the data', () => {
  const here = desk()
  expect(plain(here.cahier('transmit').out)).toContain('Rien n’a encore été remis.')
  expect(here.cahier(...first, '--date', '2025-06-10').code).toBe(0)
  here.write(
    'transmissions/union.yaml',
    `# Une remarque.\n${here.read('transmissions/union.yaml')}`,
  )
  expect(
    here.cahier(
      'uptake',
      'union',
      'guichet',
      'en',
      'partie',
      '--link',
      'https://example.org/a',
      '--date',
      '2025-06-20',
    ).code,
  ).toBe(0)
  expect(here.cahier('uptake', 'union', 'guichet', 'reprise', '--date', '2025-07-20').code).toBe(0)
  expect(here.read('transmissions/union.yaml')).toMatch(/^# Une remarque\.\n/)
  const table = plain(here.cahier('transmit').out)
  expect(table).toContain(
    'Syndicats\n  Union : locale (union)\n    édition 1, le 10 juin 2025 : 2 propositions\n',
  )
  expect(table).toContain('✓ guichet : reprise, 20 juillet 2025')
  expect(table).toContain('· sans réponse : courrier')
  expect(
    schemaFaults('report-transmit', JSON.parse(here.cahier('transmit', '--format', 'json').out)),
  ).toEqual([])
  expect(JSON.parse(here.cahier('lint', '--format', 'json').out).summary).toMatchObject({
    error: 0,
    warning: 0,
  })
  const [guichet] = JSON.parse(
    here.cahier('status', 'guichet', '--format', 'json', '--date', '2025-08-01').out,
  ).proposals
  expect(guichet.handedOver).toEqual(['union'])
  here.cahier('publish', '--status', 'all', '--out', 'dist/x')
  const page = plain(here.read('dist/x/site/transmissions.html'))
  expect(page).toContain('reprise en partie, 20 juin 2025')
  expect(page).toContain('href="https://example.org/a"')
  expect(here.read('dist/x/site/index.html')).toContain('href="transmissions.html"')
  const data = JSON.parse(here.read('dist/x/petit-programme-1.json'))
  expect(schemaFaults('data', data)).toEqual([])
  expect(
    data.transmissions[0].handed[0].answers.map(({ answer }: { answer: string }) => answer),
  ).toEqual(['partly', 'taken-up'])
  expect(plain(here.read('dist/x/petit-programme-1.txt'))).toContain(
    '- Répondre au courrier : sans réponse à ce jour',
  )
})

it('takes what an edition on record holds, and only what asks something of one addressee', () => {
  const here = desk()
  expect(here.cahier(...first.slice(0, 8)).code).toBe(1)
  here.cahier('publish', '--record', '--out', 'dist/x')
  expect(
    here.cahier(
      'transmit',
      'commune',
      '--name',
      'Commune',
      '--kind',
      'partis',
      '--proposals',
      'brouillon',
      '--edition',
      '1',
    ).code,
  ).toBe(0)
  expect(
    here.cahier(
      'transmit',
      'union',
      '--name',
      'Union',
      '--for',
      'syndicats',
      '--date',
      '2025-06-02',
    ).code,
  ).toBe(0)
  expect(here.read('transmissions/union.yaml')).toContain(
    'kind: syndicats\nhanded:\n  - edition: "1"\n    date: 2025-06-02\n    proposals: [guichet]\n',
  )
})

it('an edition without anything handed over has no such page', () => {
  const here = desk()
  here.cahier('publish', '--status', 'all', '--out', 'dist/x')
  expect(here.has('dist/x/site/transmissions.html')).toBe(false)
  expect(here.read('dist/x/site/index.html')).not.toContain('transmissions')
})

it('refuses what would not be true, one sentence each, and writes nothing', () => {
  const here = desk()
  const refused = (...args: readonly string[]) => {
    const { code, err } = here.cahier(...args)
    return `${code} ${plain(err)}`
  }
  expect(refused('transmit', 'Union Locale', '--name', 'U', '--kind', 'syndicats')).toContain(
    'écrivez par exemple « union-locale »',
  )
  expect(refused('transmit', 'union')).toContain('1 « union » est un nouveau destinataire')
  expect(refused('transmit', 'union', '--name', 'U', '--kind', 'députés')).toContain(
    'possibles : partis, syndicats',
  )
  expect(
    refused('transmit', 'union', '--name', 'U', '--kind', 'partis', '--edition', '9'),
  ).toContain('« 9 » n’est pas consignée')
  expect(here.has('transmissions')).toBe(false)
  here.cahier(...first)
  expect(refused(...first)).toContain('1 C’est déjà noté')
  expect(
    refused('transmit', 'union', '--name', 'Autre', '--edition', '2', '--proposals', 'guichet'),
  ).toContain('dit « Union : locale »')
})

it('says of a file that cannot be read whole that it is missing, where the table would say that nothing was answered', () => {
  const here = desk()
  here.cahier(...first)
  here.cahier('uptake', 'union', 'guichet', 'reprise', '--date', '2025-05-01')
  here.edit('transmissions/union.yaml', 'kind: syndicats', 'kind: [')
  for (const verb of [
    ['transmit'],
    ['transmit', '--format', 'json'],
    ['status'],
    ['log', 'guichet'],
  ])
    expect(plain(here.cahier(...verb).err)).toContain(
      'Attention : il manque ici ce que dit « transmissions/union.yaml »',
    )
  const { code, err } = here.cahier('publish', '--status', 'all', '--out', 'dist/x')
  expect({ code, named: err.includes('transmissions/union.yaml') }).toEqual({
    code: 1,
    named: true,
  })
  expect(here.has('dist/x')).toBe(false)
})
