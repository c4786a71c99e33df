import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('the same title a second time is refused, and the first text stays', () => {
  const here = desk()
  here.cahier('new', 'proposal', 'services', 'Rouvrir')
  here.write('axes/services/rouvrir.md', 'mon texte')
  const { code, err } = here.cahier('new', 'proposal', 'services', 'Rouvrir')
  expect({ code, err: plain(err) }).toEqual({ code: 2, err: 'cahier : « rouvrir » existe déjà\n' })
  expect(here.read('axes/services/rouvrir.md')).toBe('mon texte')
})

it.each([
  [['proposal', 'services', 'Réseaux'], 'reseaux'],
  [['axis', 'Guichet'], 'guichet'],
])(
  'nor has a proposal the name of an axis, or an axis that of a proposal: nobody could tell which is amended: %j',
  (words, id) => {
    const here = desk()
    const before = here.files()
    const { code, err } = here.cahier('new', ...words)
    expect({ code, err: plain(err) }).toEqual({ code: 2, err: `cahier : « ${id} » existe déjà\n` })
    expect(here.files()).toEqual(before)
  },
)

it.each([
  [
    ['proposal', 'services', 'gares', 'Rouvrir les gares'],
    'axes/services/gares.md',
    'Rouvrir les gares',
  ],
  [['axis', 'eau', 'Eau'], 'axes/eau/axis.md', 'Eau'],
  [
    ['amendment', 'guichet', 'exemple-a', 'jours', 'Trois jours'],
    'amendments/guichet/jours.md',
    '',
  ],
  [
    ['collective', 'oeillets', 'Les Œillets d’Ambon'],
    'collectives/oeillets.yaml',
    'Les Œillets d’Ambon',
  ],
  [
    ['question', 'cout', 'Que coûte un guichet ?'],
    'research/cout.md',
    'Que coûte un guichet\u202F?',
  ],
  [['axis', 'des', 'eaux', 'claires'], 'axes/des-eaux-claires/axis.md', 'des eaux claires'],
  [['axis', '2030', 'sans voitures'], 'axes/2030-sans-voitures/axis.md', '2030 sans voitures'],
  [['axis', 'Rendre', 'aux communes'], 'axes/rendre-aux-communes/axis.md', 'Rendre aux communes'],
])('an id may stand before a title in quotes, and is not part of it: %j', (words, path, title) => {
  const here = desk()
  expect(plain(here.cahier('new', ...words).out)).toMatch(new RegExp(`^écrit : ${path}\n`))
  expect(here.read(path)).toContain(title && `: >-\n  ${title}\n`)
})

it('an id that exists already is refused', () => {
  const { code, err } = desk().cahier('new', 'axis', 'guichet', 'Des guichets')
  expect({ code, err: plain(err) }).toEqual({ code: 2, err: 'cahier : « guichet » existe déjà\n' })
})

it('a file name that is cut ends on no article', () => {
  const here = desk()
  const { out } = here.cahier(
    'new',
    'proposal',
    'services',
    'Rouvrir en deux ans toutes les gares fermées',
  )
  expect(plain(out)).toBe('écrit : axes/services/rouvrir-en-deux-ans-toutes.md\n')
})

it.each(['axis', 'Axe', 'CON', 'Null', '2025', '日本語'])(
  '“%s” is no name for a file on every computer, and the command says what to do',
  (title) => {
    const here = desk()
    const before = here.files()
    const { code, err } = here.cahier('new', 'proposal', 'services', title, '--dry-run')
    expect({ code, err: plain(err) }).toEqual({
      code: 2,
      err: `cahier : « ${title} » ne donne pas de nom de fichier : ajoutez-y quelques mots, en lettres latines\n`,
    })
    expect(here.files()).toEqual(before)
  },
)
