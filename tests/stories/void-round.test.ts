import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('a round that falls, since what is put to the vote has changed, is told to everyone who would speak in it', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  const [before = ''] = /horizon: .*/.exec(here.read('axes/services/guichet.md')) ?? []
  here.edit(
    'axes/services/guichet.md',
    before,
    before === 'horizon: moyen' ? 'horizon: long' : 'horizon: moyen',
  )
  const fallen =
    'Ce qui est soumis au vote n’est plus ce qu’il était à l’ouverture du tour, le 2025-03-01 : ce tour tombe'
  for (const verb of ['check', 'lint']) expect(plain(here.cahier(verb).out)).toContain(fallen)
  const { code, err } = here.cahier(
    'stance',
    'exemple-a',
    'guichet',
    'consentement',
    '--date',
    '2025-03-05',
  )
  expect(code).toBe(0)
  expect(plain(err).replace(/\s+/g, ' ')).toBe(
    'Cette position est gardée, mais ne compte dans aucun tour : le texte a changé depuis l’ouverture du tour, le 1er mars 2025. Elle comptera dans un nouveau tour sur ce texte. ',
  )
  for (const member of ['exemple-a', 'exemple-b'])
    expect(
      plain(here.cahier('status', '--member', member, '--date', '2025-03-05').out).replace(
        /\s+/g,
        ' ',
      ),
    ).toContain(
      'Le tour ouvert le 1er mars 2025 sur « guichet » est tombé, car le texte a changé : rien de ce qu’on y répond ne compte, jusqu’à ce qu’un autre tour soit ouvert.',
    )
  // Put back as it was, the round goes on.
  here.edit(
    'axes/services/guichet.md',
    /horizon: .*/.exec(here.read('axes/services/guichet.md'))?.[0] ?? '',
    before,
  )
  for (const verb of ['check', 'lint']) expect(plain(here.cahier(verb).out)).not.toContain(fallen)
})
