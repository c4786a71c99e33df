import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { contentOf, importing, sendBack } from './sent-back.ts'

const FORMAT = 'gras, italique, barré ou lien d’un passage'
const DISSENT = 'une réserve ou une objection, autrement qu’elle n’est écrite aujourd’hui'

/**
 * A programme that was sent out with a reservation, a notice on its title page, and what is known
 * of a source.
 */
function sent(): Desk {
  const here = desk()
  here.edit(
    'sources.yaml',
    '- id: insee-2022\n',
    '- id: insee-2022\n  reservations: Chiffre de 2021.\n',
  )
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier(
    'stance',
    'exemple-c',
    'guichet',
    'reservation',
    '--argument',
    'Deux jours ne suffisent pas.',
  )
  expect(here.cahier('publish', '--status', 'all', '--out', 'envoi').code).toBe(0)
  return here
}

/** The lines of a report that tell what is left to do by hand, each on one line. */
function listed(report: string): readonly string[] {
  const [, lines = ''] = report.split('à reprendre à la main :\n')
  return (lines.split('\n\n')[0] ?? '')
    .replace(/\n {4}/g, ' ')
    .trimEnd()
    .split('\n')
}

/** Nothing is written there. */
let shared: Desk | undefined

const bold = (words: string) =>
  `<text:span text:style-name="Strong_20_Emphasis">${words}</text:span>`

it.each([
  [
    'a word of a reservation',
    [['Deux jours ne suffisent pas', 'Deux jours suffisent']],
    [`guichet : ${DISSENT} : « Deux jours suffisent. »`],
  ],
  [
    'a reservation taken out',
    [[/<text:p [^>]*xml:id="b_1_dissent_1_p_1"[\s\S]*?<\/text:p>/, '']],
    [`guichet : ${DISSENT} : « Deux jours ne suffisent pas. »`],
  ],
  [
    'what is known of a source',
    [['Chiffre de 2021', 'Chiffre de 2022']],
    [
      /^hors des textes : une source, autrement que sources.yaml ne la dit aujourd’hui : « insee-2022, Niveau de preuve/,
    ],
  ],
  [
    'the notice on the title page',
    [['sont fictifs', 'existent']],
    [
      /^hors des textes : un avertissement qu’imprime cahier : « Les collectifs marqués « exemple » existent/,
    ],
  ],
  [
    'a summary cut in two',
    [[/(?<=xml:id="b_1_summary"[\s\S]*?)être faite/, 'être</text:p><text:p>faite']],
    ['guichet : un retour à la ligne, mis ou ôté dans un passage : « faite en personne. »'],
  ],
  [
    'bold words in a summary',
    [['en personne.', `${bold('en personne')}.`]],
    [`guichet : ${FORMAT} : « en personne »`],
  ],
  [
    'bold words in a request',
    [['Exiger les effectifs', bold('Exiger les effectifs')]],
    [`guichet : ${FORMAT} : « Exiger les effectifs »`],
  ],
] as const)('%s is listed, with its place', (_, changes, lines) => {
  shared ??= sent()
  const here = shared
  sendBack(here, changes)
  const { code, out } = importing(here)
  expect(code).toBe(0)
  expect(out).toContain('aucun changement à proposer')
  const found = listed(out).map((line) => line.trim())
  expect(found).toHaveLength(lines.length)
  for (const [index, line] of lines.entries()) expect(found[index]).toMatch(line)
})

it('a link to another proposal inside of a paragraph that was copied is listed', () => {
  const here = sent()
  const [paragraph = ''] =
    /<text:p [^>]*xml:id="b_1_2"[\s\S]*?courrier[\s\S]*?<\/text:p>/.exec(contentOf(here)) ?? []
  const copy = paragraph.replace(/ xml:id="\w+"/g, '').replaceAll('"b_1_2"', '"b_1_2 Copy 1"')
  sendBack(here, [[paragraph, paragraph + copy]])
  const { out } = importing(here)
  expect(listed(out)).toContain(`  guichet : ${FORMAT} : « courrier »`)
  expect(here.read('amendments/guichet/retour-exemple-b.md')).toContain(
    'courrier ne suffit pas.++}',
  )
})

it('a document that lost its styles on its way says so in one line', () => {
  const here = desk()
  const text = Array.from(
    { length: 60 },
    (_, index) => `Un point **important**, le numéro ${index}.`,
  ).join('\n\n')
  here.edit('axes/services/courrier.md', 'Une réponse écrite en un mois.', text)
  here.cahier('publish', '--status', 'all', '--out', 'envoi')
  sendBack(here, [[/ text:style-name="Strong_20_Emphasis"/g, '']])
  const { code, out } = importing(here)
  expect(code).toBe(0)
  expect(listed(out)).toEqual([
    `  ${FORMAT} : 60 fois ; le document a sans doute perdu ses styles en chemin`,
  ])
})
