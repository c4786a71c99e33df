import { describe, expect, it } from 'vitest'
import { languageOf, languageOfPassage } from './language-of.ts'

describe('the language of a prose', () => {
  it.each([
    [
      'fr',
      'Toute démarche administrative doit pouvoir être faite en personne, par téléphone et par courrier.',
    ],
    ['fr', 'Le rapport « The Limits to Growth » a paru en 1972 aux États-Unis.'],
    [
      'fr',
      'Installation : lancez npm install puis npm run build.\n\nLe serveur écoute sur le port 3000.',
    ],
    ['en', 'This is how you install it: run the command, then wait! Is it done?'],
    ['en', 'Note: all changes to the file must be reviewed.'],
    [
      'es',
      'El gobierno de España ha dicho que la ley no se aplicará en las regiones: es una cuestión de tiempo.',
    ],
    [
      'it',
      'Il governo ha detto che la legge non si applica nelle regioni: è una questione di tempo.',
    ],
    [
      'pt',
      'O governo disse que a lei não se aplica nas regiões: é uma questão de tempo para todos.',
    ],
    [
      'de',
      'Die Regierung hat gesagt, dass das Gesetz in den Regionen nicht gilt: es ist eine Frage der Zeit.',
    ],
    [
      'nl',
      'De regering heeft gezegd dat de wet niet geldt in de regio: het is een kwestie van tijd.',
    ],
    [
      'und',
      'Rząd powiedział, że prawo nie będzie stosowane w regionach: to kwestia czasu, zdaniem wszystkich ministrów.',
    ],
    [
      'en',
      'Ignore empty strings for now ([da05242](c)), closes a5-c, d3b.c/d and s7l, see the log',
    ],
    ['en', 'Typescript definitions for Oxc nodes.'],
    ['en', 'Callback wrapping utility'],
    ['fr', 'Planning du week-end : kermesse'],
    [
      'fr',
      'Les élu(e)s, un(e) habitant(e), les adhérent(es) et les délégué·es, puis un·e agent·e.',
    ],
    ['', 'Attention !'],
    ['', 'npm run build'],
    ['', ''],
  ])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language))
})

describe('the language of a passage', () => {
  it.each([
    ['en', 'Copyright (c) 2014 Lucas Martin'],
    ['en', 'Make tests pass on Windows'],
    ['en', 'Currently supported environments'],
    ['fr', 'Contribution : citoyens européens, électeurs'],
    ['', 'Total, budget, participation'],
    ['', 'ASSEMBLEE GENERALE ORDINAIRE'],
    ['fr', 'Le XXème siècle, 1ère fois, 2è, 3è et 4è rangs'],
    ['en', 'Pre-flight issues, e.g. agreements timelines'],
    ['en', "It doesn't work: the tests don't pass on a Mac"],
    ['fr', 'L’eau d’ici, n’est-elle pas bonne ?'],
    ['fr', "L'avenir de l'eau et de la santé"],
    ['', 'Le rapport « The Limits to Growth » a paru'],
    ['', 'Voir le livre « What we have to do in the next ten years of our lives » : utile.'],
    ['en', 'The report “La Fin du monde” is out of print'],
    ['en', 'The sign « opens what is said in a French text, and le is one of the words of it'],
    [
      'en',
      'The sign « of « La Fin » opens what is said in a French text, and le is one of the words of it',
    ],
    [
      'en',
      'The opacity of the layer (see « Les calques ») defaults to 80%, but you may have any other value from 0 to 100 here, as in all of these',
    ],
    ['fr', 'Voir ibid., p. 12, et al., op. cit., p. 3'],
    ['es', 'El gobierno dice que no hay agua para los pueblos'],
    ...['(e)', '·e', '.e', '-e', '/e'].map((feminine) => [
      'fr',
      `Un${feminine} élu${feminine}, un${feminine} habitant${feminine}, un${feminine} agent${feminine}`,
    ]),
    ['it', 'Gli eletti e le elette: cittadini e/o abitanti e ospiti'],
  ])('%s: %s', (language, text) => expect(languageOfPassage(text, 1)).toBe(language))
})
