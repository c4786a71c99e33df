import { describe, expect, it } from 'vitest'
import type { Granularity } from './merge-piece.ts'
import { mergeText } from './merge-text.ts'
import { writeMerge } from './write-merge.ts'

const merge = (base: string, ours: string, theirs: string, granularity: Granularity = 'sentence') =>
  writeMerge(mergeText({ base, ours, theirs }, granularity).pieces, {
    style: 'merge',
    labels: ['ours', 'base', 'theirs'],
    markerSize: 7,
  })
const clean = (text: string) => ({ text, conflicts: 0 })

it('word by word, an article that is elided and the noun after it are two words', () => {
  const base = 'Déposer l’amendement à la prochaine séance.\n'
  const [ours, theirs] = [
    base.replace('l’', 'un '),
    base.replace('amendement', 'amendement en ce sens'),
  ]
  expect(merge(base, ours, theirs, 'word')).toEqual(
    clean('Déposer un amendement en ce sens à la prochaine séance.\n'),
  )
  expect(merge(base, ours, base.replace('amendement', 'article'), 'word').conflicts).toBe(1)
})

describe('paragraphs inserted beside one that changed', () => {
  const base = 'Voici les règles de la commune, version 4.1\n'
  it('stand beside what is left of it', { tags: ['long'] }, () => {
    const ours = base.replace(
      'les règles de la commune, version 4.1',
      'la version 4.1 des règles de la commune',
    )
    const added = `${base}* un annuaire\n* une carte\n`
    for (const granularity of ['sentence', 'word'] as const) {
      expect(merge(base, ours, added, granularity)).toEqual(
        clean(`${ours}* un annuaire\n* une carte\n`),
      )
      expect(merge(base, base.replace(', version 4.1', ''), added, granularity)).toEqual(
        clean('Voici les règles de la commune\n* un annuaire\n* une carte\n'),
      )
    }
    expect(merge(base, base.replace('Voici ', ''), `# Titre\n${base}`)).toEqual(
      clean(`# Titre\n${base.replace('Voici ', '')}`),
    )
  })
  it('are a conflict when nothing is left of it', () => {
    expect(merge(base, '', `${base}* un annuaire\n`).conflicts).toBe(1)
  })
})

it('word by word, a comma put before what the other deleted stands, but not before a stop', () => {
  const ended = 'Chacun vote en personne ici.\n'
  expect(
    merge(ended, ended.replace('personne', 'personne,'), ended.replace(' ici', ''), 'word')
      .conflicts,
  ).toBe(1)
  const long = 'Chacun vote en personne ici même.\n'
  expect(
    merge(long, long.replace('personne', 'personne,'), long.replace(' ici', ''), 'word'),
  ).toEqual(clean('Chacun vote en personne, même.\n'))
})

it('the last sentence, deleted by one who also changed the first, leaves the one between to the other', () => {
  const base =
    'Le service est gratuit. Il ouvre du lundi au vendredi. Un numéro répond en trois minutes.\n'
  const ours = base.replace(' Un numéro répond en trois minutes.', '').replace('gratuit', 'payant')
  const theirs = base.replace('vendredi', 'jeudi')
  expect(merge(base, ours, theirs)).toEqual(clean(ours.replace('vendredi', 'jeudi')))
  expect(merge(base, ours, base.replace('répond', 'rappelle')).conflicts).toBe(1)
})

it('a sentence of a quotation runs over its lines', () => {
  const base =
    '> Toute démarche peut être faite\n> en personne et par courrier.\n> Elle est gratuite.\n>\n> - un point\n'
  const ours = base.replace('faite', 'accomplie')
  expect(merge(base, ours, base.replace('courrier', 'lettre')).conflicts).toBe(1)
  expect(merge(base, ours, base.replace('gratuite', 'simple'))).toEqual(
    clean(ours.replace('gratuite', 'simple')),
  )
  const quoted = '> Une remarque.\n> # Un titre\n> La suite.\n'
  expect(merge(quoted, quoted.replace('remarque', 'note'), quoted.replace('titre', 'nom'))).toEqual(
    clean('> Une note.\n> # Un nom\n> La suite.\n'),
  )
})

it('a sentence ends at a tag that begins another line', () => {
  const base = '| Lieu | Horaires<br>Le guichet ouvre deux jours<br>Il est fermé en août |\n'
  const [ours, theirs] = [base.replace('deux', 'trois'), base.replace('août', 'juillet')]
  expect(merge(base, ours, theirs)).toEqual(clean(ours.replace('août', 'juillet')))
  expect(merge(base, ours, base.replace('jours', 'soirs')).conflicts).toBe(1)
})

it('what one side put beside a passage that it says again is a conflict with a change between the two', () => {
  const call = (name: string) =>
    `envoyer('somme', async function (réponse, ${name}) {\n  return somme\n})\n`
  const base = `Quand la réponse est envoyée :\n${call('texte')}`
  const ours = base.replace('envoyée :\n', 'envoyée :\n// la fonction reçoit deux arguments\n')
  const theirs = base.replace(
    'texte) {',
    `texte, fin) {\n  fin(somme)\n})\nenvoyer('somme', async function (réponse, texte) {`,
  )
  for (const granularity of ['sentence', 'word'] as const)
    expect(merge(base, ours, theirs, granularity).conflicts).toBe(1)
})

it('one of two passages that begin alike, deleted by one, is a conflict with a change of that beginning', () => {
  const example = (end: string) =>
    `\`\`\`html\n<p>Envoyer un avis lors du clic sur\n${end}\n</p>\n\`\`\`\n`
  const [base, ours] = [
    `${example('<b>un mot</b>.')}\n${example('<a>un lien</a>.')}`,
    example('<a>un lien</a>.'),
  ]
  const theirs = base.replace('du clic', 'de l’appui')
  for (const how of ['sentence', 'word'] as const)
    expect(merge(base, ours, theirs, how).conflicts).toBe(1)
})

it('the first paragraph deleted by one, the second by the other, leave no blank line behind', () => {
  const [one, two, three] = [
    'Un premier paragraphe.\n',
    'Un deuxième paragraphe.\n',
    'Un troisième paragraphe.\n',
  ]
  expect(
    merge(`${one}\n${two}\n${three}`, `${two}\n${three}`, `${one}\n${three}`).text,
  ).not.toMatch(/^\n/)
})

it('word by word, a negation that one takes away stays beside the verb that the other changed', () => {
  const base = 'Le vote n’a lieu qu’en mai.\n'
  expect(
    merge(base, 'Le vote a lieu en mai.\n', 'Le vote n’a plus lieu qu’en mai.\n', 'word').conflicts,
  ).toBe(1)
})

it('what one only deleted, and the other rewrote, in another language even, is a conflict', {
  tags: ['long'],
}, () => {
  const name = '- `nom` Texte - Un nom.\n'
  const day = '- `jour` Jour (facultatif) - Le jour d’ouverture. Lundi par défaut.\n'
  const size = '    - `taille` Entier la taille (en octets)\n'
  for (const [base, out, anew] of [
    [
      name + day,
      `${name} Lundi par défaut.\n`,
      `${name}- \`day\` Day (optional) - The first day. Defaults to Monday.\n`,
    ],
    [
      '```js\n// la mairie\nouvrir(1)\n```\n\n```js\n// l’école du soir\nfermer(2)\n```\n\n```js\n// la gare\nouvrir(3)\n```\n',
      '```js\n// la mairie\nouvrir(1)\n```\n\n```js\n// la gare\nouvrir(3)\n```\n',
      '```js\n// la mairie\nouvrir(1)\n```\n\n```sh\n// each desk at night\nrouvrir 4\n```\n\n```js\n// la gare\nouvrir(3)\n```\n',
    ],
    [
      `- \`rappel\` Fonction - à appeler \n${size}`,
      size,
      'Renvoie `Promise<Entier>` - la taille du cache, en octets.\n',
    ],
  ] as const)
    for (const how of ['sentence', 'word'] as const) {
      expect(merge(base, out, anew, how).conflicts).toBe(1)
      expect(merge(base, anew, out, how).conflicts).toBe(1)
    }
})

it('a blank that one inserted before a sign, or deleted, is kept in the sentence that the other rewrote', () => {
  const base =
    'To reach this goal, set the opening hours in the leaflet of the [desk](api/desk.md):\n'
  const anew =
    'Pour y parvenir, écrire les heures d’ouverture sur la feuille du [desk](api/desk.md):\n'
  const spaced = (text: string) => text.replace('):', ') :')
  expect(merge(base, spaced(base), anew)).toEqual(clean(spaced(anew)))
  expect(merge(spaced(base), spaced(anew), base)).toEqual(clean(anew))
})

describe('the sign of an item, or its number, is changed by one', () => {
  it('and what the item says by the other', () => {
    const base =
      '- Ouvrir un guichet\n- Former un agent de plus par commune\n- Publier les comptes\n'
    const [signs, words] = [base.replaceAll('- ', '* '), base.replace('un agent', 'deux agents')]
    expect(merge(base, signs, words)).toEqual(clean(signs.replace('un agent', 'deux agents')))
    const [numbered, edited] = [
      '1. Ouvrir\n2. Former un agent\n3. Publier les comptes\n',
      '1. Ouvrir\n2. Former un agent\n3. Publier tous les comptes\n',
    ]
    expect(merge(numbered, '1. Ouvrir\n2. Publier les comptes\n', edited)).toEqual(
      clean('1. Ouvrir\n2. Publier tous les comptes\n'),
    )
  })
  it('and the item deleted by the other: that is a conflict', () => {
    const base = '1. Ouvrir\n2. Former un agent\n3. Publier les comptes\n'
    expect(
      merge(base, '1. Ouvrir\n2. Publier les comptes\n', base.replace('un agent', 'deux agents'))
        .conflicts,
    ).toBe(1)
  })
})

describe('two neighbours, of which each side took one out', () => {
  const [first, second] = ['Le guichet ouvre tôt.', 'Un agent répond aux lettres.']
  it('are both out, with the blank line between them', { tags: ['long'] }, () => {
    for (const [begins, ends] of [
      ['Le début.\n\n', '\n\nLa fin.\n'],
      ['## Accueil\n\n', '\n\n## Horaires\n'],
      ['- Le début.\n- ', '\n- La fin.\n'],
      ['Le début. ', ' La fin.\n'],
    ] as const) {
      const between = ends.startsWith('\n\n') ? '\n\n' : begins.endsWith('- ') ? '\n- ' : ' '
      const rest = begins + ends.slice(between === '\n- ' ? 3 : between.length)
      const merged = merge(
        `${begins}${first}${between}${second}${ends}`,
        `${begins}${first}${ends}`,
        `${begins}${second}${ends}`,
      )
      expect(merged).toEqual(clean(rest))
    }
  })
  it('are both out too where one side goes on to change what follows', () => {
    const base = `\`\`\`\nfin\n\`\`\`\n\n${first}\n\n## 7) ${second}\n\nUn mot.\n\n## 8) Nos horaires du soir\n\nLa fin.\n`
    const ours = base.replace(`${second}\n\nUn mot.\n\n## 8) `, '')
    expect(merge(base, ours, base.replace(`${first}\n\n`, ''), 'word')).toEqual(
      clean(ours.replace(`${first}\n\n`, '')),
    )
  })
  it('are a conflict when they say nearly the same: each side kept one', () => {
    const [early, late] = [
      'Le guichet ouvre à neuf heures le lundi.',
      'Le guichet ouvre à dix heures le lundi.',
    ]
    for (const [begins, between, ends] of [
      ['Le début.\n\n', '\n\n', '\n\nLa fin.\n'],
      ['- Le début.\n- ', '\n- ', '\n- La fin.\n'],
      ['Le début. ', ' ', ' La fin.\n'],
    ] as const)
      for (const how of ['sentence', 'word'] as const)
        expect(
          merge(
            `${begins}${early}${between}${late}${ends}`,
            `${begins}${early}${ends}`,
            `${begins}${late}${ends}`,
            how,
          ).conflicts,
        ).toBeGreaterThan(0)
  })
})

describe('a heading', () => {
  const of = (heading: string) => `Le début.\n\n${heading}\n\nCe que dit la partie.\n`
  const both = (base: string, ours: string, theirs: string) => {
    const merged = (['sentence', 'word'] as const).map((how) =>
      merge(of(base), of(ours), of(theirs), how),
    )
    return merged.every(({ conflicts }) => conflicts === 0)
      ? merged.map(({ text }) => text.split('\n')[2])
      : 'conflict'
  }
  it('that one moved to another level, or gave another number, and the other named otherwise', () => {
    expect(both('### Exemple', '## Exemple', '### Exemples')).toEqual([
      '## Exemples',
      '## Exemples',
    ])
    expect(
      both('## Les guichets du soir', '# Les guichets du soir', '## Les guichets du matin'),
    ).toEqual(Array(2).fill('# Les guichets du matin'))
    expect(
      both(
        '## 3. Les guichets du soir',
        '## 4. Les guichets du soir',
        '## 3. Nos guichets du soir',
      ),
    ).toEqual(Array(2).fill('## 4. Nos guichets du soir'))
  })
  it('of which both changed the same is a conflict', () => {
    expect(both('## Les guichets', '## Nos guichets', '## Des guichets')).toBe('conflict')
    expect(both('## Les guichets', '### Les guichets', '# Les guichets')).toBe('conflict')
    expect(both('## 3. Les guichets', '## 4. Les guichets', '## 5. Les guichets')).toBe('conflict')
  })
})

it('a heading deleted by one and moved to another level by the other, who rewrote what stands below, is a conflict', () => {
  const base = '## Les lieux\n\nUn guichet par commune.\n\n## Les horaires\n'
  const out = base.replace('## Les lieux\n\n', '')
  const other = base
    .replace('## Les lieux', '### Les lieux')
    .replace('Un guichet par commune', 'Chacun choisit')
  for (const how of ['sentence', 'word'] as const) {
    expect(merge(base, out, other, how).conflicts).toBeGreaterThan(0)
    expect(merge(base, other, out, how).conflicts).toBeGreaterThan(0)
  }
})

it('a table in which one put a column and the other a row is a conflict: the row has no such cell', () => {
  const base = '| lieu | jour |\n| --- | --- |\n| école | lundi |\n| mairie | mardi |\n'
  const column = base
    .replaceAll(/ \|\n/g, ' | |\n')
    .replace('| jour | |', '| jour | prix |')
    .replace('--- | |', '--- | --- |')
  const row = base.replace('| mairie', '| gare | jeudi |\n| mairie')
  for (const how of ['sentence', 'word'] as const) {
    expect(merge(base, column, row, how).conflicts).toBeGreaterThan(0)
    expect(merge(base, column, base.replace('mardi', 'jeudi'), how)).toEqual(
      clean(column.replace('mardi', 'jeudi')),
    )
  }
})

it('a paragraph that one changed is found below one that the other inserted above it, though lines pair their blank lines', () => {
  const base =
    'Le début.\n\nLe guichet est ouvert à toute la commune, sans rendez-vous, du lundi au jeudi. On y dépose ses papiers.\n\nLa fin du texte.\n'
  const ours = base.replace('jeudi', 'vendredi')
  const theirs = base
    .replace('Le guichet est', 'Ceci est nouveau.\n\nCe guichet est')
    .replace('La fin du texte', 'La fin')
  expect(merge(base, ours, theirs, 'word')).toEqual(clean(theirs.replace('jeudi', 'vendredi')))
  expect(merge(base, ours, theirs.replace('jeudi', 'samedi'), 'word').conflicts).toBeGreaterThan(0)
})
