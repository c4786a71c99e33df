import { buildProgramme } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { lint } from './engine/lint.ts'
import { sampleProgramme } from './sample-programme.ts'

const CLEAN = sampleProgramme.find(({ path }) => path === 'axes/services/guichet.md')?.text ?? ''
const TITLE = 'title: Garantir un guichet'
const SUMMARY = 'summary: Toute démarche doit pouvoir être faite en personne.'
const REQUESTS = 'requests: {partis: Voter la loi.}'
const IMPACTS = 'impacts: [libertes]'
const REASON = 'Un tiers des adultes renonce [@insee-2022, p. 2].'

/**
 * What a volunteer types, in one file: the words replaced, what replaces them, the line and the
 * rule of the only finding.
 */
const slips: readonly (readonly [string, string, string, number, string])[] = [
  [
    'deux-points dans le titre',
    TITLE,
    'title: Accord de Paris : garantir un guichet',
    2,
    'structure/yaml',
  ],
  ['guillemets au début', TITLE, 'title: "Refuser" le numérique', 2, 'structure/yaml'],
  ['dièse dans le titre', TITLE, 'title: La mesure #3', 2, 'structure/yaml'],
  ['apostrophes autour d’une apostrophe', TITLE, "title: 'L'accueil'", 2, 'structure/yaml'],
  ['guillemet pas fermé', TITLE, 'title: "Garantir un guichet', 2, 'structure/yaml'],
  ['pas d’espace après le titre', TITLE, 'title:Garantir un guichet', 2, 'structure/yaml'],
  [
    'espace insécable après le titre',
    TITLE,
    'title:\u00A0Garantir un guichet',
    2,
    'structure/yaml',
  ],
  [
    'espace fine avant les deux-points',
    TITLE,
    'title\u202F: Garantir un guichet',
    2,
    'structure/yaml',
  ],
  ['clé en français', TITLE, 'titre: Garantir un guichet', 2, 'structure/schema'],
  ['titre vide', TITLE, 'title:', 2, 'structure/schema'],
  ['titre qui commence par un dièse', TITLE, 'title: #Garantir un guichet', 2, 'structure/schema'],
  ['titre en chiffres', TITLE, 'title: 2027', 2, 'structure/schema'],
  ['pas de titre', `${TITLE}\n`, '', 2, 'structure/schema'],
  ['plus que', SUMMARY, 'summary: > 50 % des gens renoncent.', 3, 'structure/yaml'],
  ['pour cent', SUMMARY, 'summary: % des gens renoncent.', 3, 'structure/yaml'],
  [
    'résumé sur deux lignes',
    SUMMARY,
    'summary: Une ligne\n  puis une autre : la seconde.',
    3,
    'structure/yaml',
  ],
  [
    'résumé sur deux lignes sans retrait',
    SUMMARY,
    'summary: Une ligne\npuis une autre.',
    4,
    'structure/yaml',
  ],
  ['bloc sur la même ligne', SUMMARY, 'summary: >- Un guichet.', 3, 'structure/yaml'],
  ['liste collée aux deux-points', IMPACTS, 'impacts:[climat, libertes]', 7, 'structure/yaml'],
  ['horizon avec une capitale', 'horizon: court', 'horizon: Court', 4, 'reference/vocabulary'],
  ['horizon par son titre', 'horizon: court', 'horizon: Court terme', 4, 'reference/vocabulary'],
  ['clé avec un signe invisible', 'horizon:', 'hori\u200Bzon:', 4, 'safety/invisible'],
  ['clé avec une lettre cyrillique', 'horizon:', 'h\u043Erizon:', 4, 'safety/homoglyph'],
  ['horizon entre guillemets', 'horizon: court', 'horizon: « court »', 4, 'reference/vocabulary'],
  ['clé écrite deux fois', 'horizon: court', 'horizon: court\nhorizon: moyen', 5, 'structure/yaml'],
  ['ligne sans deux-points', 'horizon: court', 'horizon court', 4, 'structure/yaml'],
  ['ligne décalée', 'scale: national', '  scale: national', 5, 'structure/yaml'],
  ['ligne décalée sous le titre', SUMMARY, `  ${SUMMARY}`, 3, 'structure/yaml'],
  ['impacts sans crochets', IMPACTS, 'impacts: libertes, climat', 7, 'structure/schema'],
  [
    'impacts avec ce que chacun vaut',
    IMPACTS,
    'impacts: {libertes: fort, climat: faible}',
    7,
    'structure/schema',
  ],
  ['impacts avec des étoiles', IMPACTS, 'impacts:\n  * libertes\n  * climat', 8, 'structure/yaml'],
  ['impacts avec des puces', IMPACTS, 'impacts:\n  • libertes\n  • climat', 8, 'structure/schema'],
  ['crochet pas fermé', IMPACTS, 'impacts: [libertes, climat', 7, 'structure/yaml'],
  ['virgule oubliée', IMPACTS, 'impacts: [libertes climat]', 7, 'reference/vocabulary'],
  [
    'demandes en tabulations',
    REQUESTS,
    'requests:\n\tpartis: Voter.\n\tsyndicats: Soutenir.',
    9,
    'structure/yaml',
  ],
  [
    'une tabulation parmi des espaces',
    REQUESTS,
    'requests:\n  partis: Voter.\n\tsyndicats: Soutenir.',
    10,
    'structure/yaml',
  ],
  [
    'demandes sans retrait',
    REQUESTS,
    'requests:\npartis: Voter.\nsyndicats: Soutenir.',
    9,
    'structure/schema',
  ],
  [
    'destinataire avec une capitale',
    REQUESTS,
    'requests: {Partis: Voter la loi.}',
    8,
    'reference/vocabulary',
  ],
  ['demandes en liste', REQUESTS, 'requests:\n  - Voter la loi.', 9, 'structure/schema'],
  ['jour à la française', REQUESTS, `${REQUESTS}\nreview: 12/03/2027`, 9, 'structure/schema'],
  ['jour en toutes lettres', REQUESTS, `${REQUESTS}\nreview: 12 mars 2027`, 9, 'structure/schema'],
  ['auteurs en texte', REQUESTS, `${REQUESTS}\nauthors: exemple-a`, 9, 'structure/schema'],
  ['une personne', REQUESTS, `${REQUESTS}\nauthors: [Camille Martin]`, 9, 'reference/collective'],
  [
    'proposition mal écrite',
    REQUESTS,
    `${REQUESTS}\nrequires: [axes/services/guichet.md]`,
    9,
    'reference/proposal',
  ],
  ['en-tête pas ouvert', `---\n${TITLE}`, TITLE, 1, 'structure/yaml'],
  ['en-tête pas fermé', '---\n\n## Pourquoi', '\n## Pourquoi', 9, 'structure/yaml'],
  ['tirets de traitement de texte', '---\n\n## Pourquoi', '—\n\n## Pourquoi', 9, 'structure/yaml'],
  [
    'titre au-dessus de l’en-tête',
    `---\n${TITLE}`,
    `# Un guichet\n\n---\n${TITLE}`,
    1,
    'structure/yaml',
  ],
  ['en-tête coupé en deux', 'horizon: court', '---\nhorizon: court', 4, 'structure/yaml'],
  [
    'en-tête coupé en deux par une ligne de plus',
    'horizon: court',
    '---\n\nhorizon: court',
    4,
    'structure/yaml',
  ],
  ['ligne vide au début', `---\n${TITLE}`, `\n---\n${TITLE}`, 1, 'structure/yaml'],
  [
    'titre de section ponctué',
    '## Pourquoi',
    '## Pourquoi\u202F?',
    11,
    'structure/unknown-section',
  ],
  ['titre de section mal écrit', '## Pourquoi', '## Pourqoi', 11, 'structure/unknown-section'],
  ['section rebaptisée', '## Pourquoi', '## Constat', 11, 'structure/unknown-section'],
  ['trois dièses', '## Pourquoi', '### Pourquoi', 11, 'structure/section-level'],
  ['un dièse', '## Pourquoi', '# Pourquoi', 11, 'structure/section-level'],
  ['dièses collés', '## Pourquoi', '##Pourquoi', 11, 'structure/section-level'],
  ['titre en gras', '## Pourquoi', '**Pourquoi**', 11, 'structure/section-level'],
  ['section vide', `${REASON}\n\n`, '', 11, 'structure/empty-section'],
  [
    'section en double',
    'Un guichet par commune.\n',
    'Un guichet par commune.\n\n## Pourquoi\n\nPour tout le monde.\n',
    19,
    'structure/duplicate-section',
  ],
  ['citation mal écrite', '@insee-2022, p. 2', '@insee-2202, p. 2', 13, 'reference/source'],
  [
    'citation sans arobase',
    '[@insee-2022, p. 2]',
    '[insee-2022, p.\u00A02]',
    13,
    'reference/source',
  ],
  [
    'deux sources et une virgule',
    '[@insee-2022, p. 2]',
    '[@insee-2022, @insee-2022]',
    13,
    'reference/source',
  ],
  ['lien vers un fichier absent', REASON, 'Voir [l’axe](axe.md).', 13, 'reference/link'],
  [
    'image dont le nom a une espace',
    REASON,
    '![Un guichet ouvert](../../assets/Mon guichet.PNG)',
    13,
    'reference/link',
  ],
  ['lien vers un titre absent', REASON, 'Voir [plus bas](#financement).', 13, 'reference/link'],
  ['adresse sans https', REASON, 'Voir [l’appel](www.example.org).', 13, 'reference/link'],
  ['gras en HTML', REASON, 'Un <b>tiers</b> renonce.', 13, 'safety/raw-html'],
  ['commentaire HTML', REASON, '<!-- à revoir -->', 13, 'safety/raw-html'],
  [
    'lien qui lance un programme',
    REASON,
    'Voir [l’appel](javascript:alert(1)).',
    13,
    'safety/dangerous-link',
  ],
  ['note qui n’est pas écrite', REASON, 'Un tiers renonce[^1].', 13, 'structure/footnote'],
  [
    'note d’un autre nom',
    REASON,
    'Un tiers renonce[^1].\n\n[^note]: En France.',
    13,
    'structure/footnote',
  ],
  [
    'trait d’union conditionnel dans un mot rare',
    REASON,
    'Un xylo\u00ADphrène.',
    13,
    'safety/invisible',
  ],
  [
    'trait d’union conditionnel',
    REASON,
    'Un tiers re\u00ADnonce et re\u00ADnoncera.',
    13,
    'safety/invisible',
  ],
]

/** What is said softly of a draft: the words replaced, what replaces them, and the only finding. */
const remarks: readonly (readonly [string, string, string, string])[] = [
  [
    'chiffre sans source',
    REASON,
    'En 2021, 32\u00A0% des adultes renonçaient.',
    '13 info evidence/unsourced-figure',
  ],
  [
    'énergie sans durée',
    REASON,
    'Les guichets consomment 8\u00A0TWh [@insee-2022, p. 2].',
    '13 info evidence/unit',
  ],
  [
    'émissions en tonnes',
    REASON,
    'En 2021, les émissions atteignaient 8\u00A0Mt [@insee-2022, p. 2].',
    '13 info evidence/unit',
  ],
  [
    'loi sans date de vérification',
    REASON,
    'La loi du 23\u00A0novembre 2018 ne suffit pas [@insee-2022].',
    '13 info evidence/legal-fact',
  ],
  ['titre sans verbe', TITLE, 'title: Avenir du guichet', '2 info evidence/title'],
  [
    'demande sans verbe',
    REQUESTS,
    'requests: {partis: Une loi nouvelle.}',
    '8 info evidence/request',
  ],
  ['nombre nu', SUMMARY, 'summary: Les guichets passent à 200.', '3 info evidence/summary'],
  ['relecture passée', REQUESTS, `${REQUESTS}\nreview: 2025-01-15`, '9 info evidence/review'],
  [
    'courriel d’une personne',
    REASON,
    'Écrivez à <camille.durand@example.org> [@insee-2022].',
    '13 warning evidence/personal-data',
  ],
  [
    'niveau de titre sauté',
    REASON,
    `#### En ville\n\n${REASON}`,
    '13 info structure/heading-level',
  ],
  ['case de trop', REASON, `| A | B |\n| --- | --- |\n| 1 | 2 | 3 |`, '15 warning structure/table'],
  [
    'lettre d’un autre alphabet',
    'Un guichet par commune.',
    'Un guich\u0435t par commune.',
    '17 error safety/homoglyph',
  ],
]

describe('one slip in a draft gives one remark', () => {
  it.each(remarks)('%s', (_, words, typed, said) => {
    expect(CLEAN).toContain(words)
    expect(findingsOf(CLEAN.replace(words, () => typed))).toEqual([said])
  })
})

it.each(['', 'title: Mieux\n'])(
  'an amendment among the proposals is told so, and nothing else: %j',
  (title) => {
    const text = `---\n${title}amends: guichet\nbase: v1-${'0'.repeat(64)}\nby: exemple-a\ndate: 2025-03-04\n---\n\n## Motifs\n\nPlus clair.\n\n## Texte\n\nUn guichet.\n`
    expect(saidOf('axes/services/mieux.md', text)).toEqual([
      'axes/services/mieux.md structure/schema',
    ])
  },
)

it.each(['', '\n\n', '\uFEFF'])('an empty text gives one finding: %j', (text) => {
  expect(findingsOf(text)).toEqual(['1 error structure/yaml'])
})

it('a rule of Markdown under the head cuts nothing', () => {
  expect(findingsOf(CLEAN.replace('---\n\n## Pourquoi', '---\n---\n\n## Pourquoi'))).toEqual([])
})

describe('one slip of a writer gives one finding, on its line', () => {
  it('says nothing of the clean text', () => expect(findingsOf(CLEAN)).toEqual([]))

  it.each(slips)('%s', (_, words, typed, line, rule) => {
    expect(CLEAN).toContain(words)
    expect(findingsOf(CLEAN.replace(words, () => typed))).toEqual([`${line} error ${rule}`])
  })
})

/**
 * One slip that several files could tell of: the file that has it, its words replaced, what
 * replaces them, and the only finding.
 */
const far: readonly (readonly [string, string, string | RegExp, string, string])[] = [
  [
    'source avec des capitales',
    'sources.yaml',
    '- id: insee-2022',
    '- id: Insee-2022',
    'sources.yaml structure/schema',
  ],
  [
    'mot du vocabulaire sans identifiant',
    'programme.yaml',
    '{id: court, title: Court terme}',
    'Court terme',
    'programme.yaml structure/schema',
  ],
  [
    'mot du vocabulaire noté à sa façon',
    'programme.yaml',
    '{id: court, title: Court terme}',
    '{court: Court terme}',
    'programme.yaml structure/schema',
  ],
  [
    'source avec une lettre cyrillique',
    'sources.yaml',
    '- id: insee',
    '- id: ins\u0435e',
    'sources.yaml safety/homoglyph',
  ],
  [
    'identifiant du vocabulaire avec une lettre grecque',
    'programme.yaml',
    'id: court',
    'id: c\u03BFurt',
    'programme.yaml safety/homoglyph',
  ],
  [
    'identifiant du vocabulaire avec une capitale',
    'programme.yaml',
    'id: court',
    'id: Court',
    'programme.yaml structure/schema',
  ],
  [
    'source sans tiret',
    'sources.yaml',
    '- id: insee-2022',
    '- id: autre\n  type: report\n\nid: insee-2022',
    'sources.yaml structure/yaml',
  ],
  [
    'deux mots du vocabulaire sous un identifiant',
    'programme.yaml',
    '{id: climat,',
    '{id: libertes,',
    'programme.yaml reference/identity',
  ],
  [
    'liste de sources sans tirets',
    'sources.yaml',
    /^- id: (\S+)$/gm,
    '$1:',
    'sources.yaml structure/schema',
  ],
  ['liste de sources vide', 'sources.yaml', /^[\s\S]*$/, '', 'sources.yaml structure/schema'],
  [
    'source décalée',
    'sources.yaml',
    '- id: insee-2022',
    '- id: autre\n  type: report\n - id: insee-2022',
    'sources.yaml structure/yaml',
  ],
]

describe('one slip in one file is told there alone', () => {
  it.each(far)('%s', (_, path, words, typed, said) => {
    const text = sampleProgramme.find((source) => source.path === path)?.text ?? ''
    expect(text).not.toBe(text.replace(words, typed))
    expect(saidOf(path, text.replace(words, typed))).toEqual([said])
  })

  it('positions under a name with capitals', () => {
    const positions = 'programme: exemple\ncollective: exemple-a\nserial: 1\npositions: {}\n'
    expect(saidOf('positions/Exemple-A.yaml', positions)).toEqual([
      'positions/Exemple-A.yaml structure/folder',
    ])
  })

  it('a bibliography that is not there, at the first of the citations', () => {
    const files = sampleProgramme.filter(({ path }) => path !== 'sources.yaml')
    expect(files.filter(({ text }) => text.includes('[@')).length).toBeGreaterThan(1)
    const errors = lint(buildProgramme({ sources: files, assets: [], findings: [] })).filter(
      ({ severity }) => severity === 'error',
    )
    expect(errors.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'axes/services/axis.md noFile',
    ])
  })

  it('an axis whose folder has an accent, whatever the manifest calls it', () => {
    const manifest = sampleProgramme.find(({ path }) => path === 'programme.yaml')?.text ?? ''
    expect(manifest).toContain('axes: [services')
    const text = CLEAN.replace('{partis:', '{syndicats:')
    const inFolder = (axes: string) =>
      saidOf('axes/Santé/accueil.md', text, {
        'programme.yaml': manifest.replace('axes: [services', `axes: [${axes}services`),
      })
    expect(inFolder('sante, ')).toEqual(['axes/Santé/accueil.md structure/folder'])
    expect(inFolder('Santé, ')).toEqual([
      'axes/Santé/accueil.md structure/folder',
      'programme.yaml structure/schema',
    ])
    expect(inFolder('')).toEqual([
      'axes/Santé/accueil.md reference/axis',
      'axes/Santé/accueil.md structure/folder',
    ])
    const near = lintWith('axes/Santé/accueil.md', text, {
      'programme.yaml': manifest.replace('axes: [services', 'axes: [santee, services'),
    })
    expect(near.find(({ path }) => path === 'programme.yaml')?.data).toMatchObject({
      id: 'santee',
      meant: 'sante',
    })
  })

  it('an axis whose folder has a letter of another alphabet, which no name in the manifest is changed for', () => {
    const files = sampleProgramme.map(({ path, text }) => ({
      path: path.replace('axes/services/', 'axes/s\u0435rvices/'),
      text,
    }))
    const errors = lint(buildProgramme({ sources: files, assets: [], findings: [] })).filter(
      ({ severity }) => severity === 'error',
    )
    expect(
      errors.map(({ path, message, data }) => [path, message, data.meant, data.letter]),
    ).toEqual([['axes/s\u0435rvices/axis.md', 'folderName', 'services', '\u0435']])
  })

  it('a list of axes that is no list', () => {
    const manifest = sampleProgramme.find(({ path }) => path === 'programme.yaml')?.text ?? ''
    for (const axes of ['axes:', 'axes: services'])
      expect(saidOf('programme.yaml', manifest.replace(/^axes: .*$/m, axes))).toEqual([
        'programme.yaml structure/schema',
      ])
  })
})

function findingsOf(text: string): readonly string[] {
  return lintWith('axes/services/guichet.md', text).map(
    ({ place, severity, rule }) => `${place.start.line} ${severity} ${rule}`,
  )
}

function saidOf(
  path: string,
  text: string,
  others: Readonly<Record<string, string>> = {},
): readonly string[] {
  return lintWith(path, text, others).map((finding) => `${finding.path} ${finding.rule}`)
}

function lintWith(path: string, text: string, more: Readonly<Record<string, string>> = {}) {
  const written = { ...more, [path]: text }
  const others = sampleProgramme.filter((source) => !(source.path in written))
  const sources = [...others, ...Object.entries(written).map(([path, text]) => ({ path, text }))]
  return lint(buildProgramme({ sources, assets: [], findings: [] }))
}
