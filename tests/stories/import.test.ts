import { expect, it } from 'vitest'
import { desk, realDesk } from './desk.ts'
import { plain } from './plain.ts'
import { contentOf, flatOf, importing, odtOf, published, sendBack } from './sent-back.ts'

const FILE = 'axes/services/guichet.md'
const AMENDMENT = 'amendments/guichet/retour-exemple-b.md'

const COMMENT =
  '<office:annotation office:name="n"><dc:creator>Camille</dc:creator><dc:date>2025-02-01T00:00:00</dc:date><text:p>Le samedi surtout.</text:p></office:annotation>deux jours<office:annotation-end office:name="n"/>'

it('a document sent back becomes an amendment a text, and its comments the reasons', () => {
  const here = published()
  sendBack(here, [
    [/deux jours(?= par semaine\.<)/, COMMENT],
    [' par semaine.<', ' par semaine, dont le samedi.<'],
    ['Exiger les effectifs.', 'Exiger les effectifs et leur formation.'],
    [
      'Toute administration répond au courrier dans le mois.',
      'Toute administration répond au courrier en dix jours.',
    ],
  ])
  const before = here.bytes(FILE)
  const { code, out } = importing(here)
  expect(code).toBe(0)
  expect(out).toContain(`écrit : ${AMENDMENT}`)
  expect(out).toContain('écrit : amendments/courrier/retour-exemple-b.md')
  expect(out.replace(/\s+/g, ' ')).toContain(
    'Document de l’édition 1 : 2 amendements. Commentaires : Camille 1.',
  )
  expect(here.bytes(FILE)).toEqual(before)
  expect(here.read(AMENDMENT)).toBe(`---
amends: guichet
base: ${here.cahier('digest', FILE, '--whole').out.trim()}
by: exemple-b
date: 2025-03-01
at: [4]
head:
  requests:
    syndicats: "Exiger les effectifs{++ et leur formation++}."
---

## Motifs

Camille, sur «\u00A0deux jours\u00A0»\u00A0: Le samedi surtout.

## Texte

Un guichet par commune, ouvert deux jours par semaine{++, dont le samedi++}.
`)
  expect(here.cahier('lint', '--format', 'json').code).toBe(0)
  expect(here.cahier('adopt', 'guichet', 'retour-exemple-b').code).toBe(0)
  expect(here.read(FILE)).toContain('ouvert deux jours par semaine, dont le samedi.')
})

it('what a comment is about keeps the spaces that the document has, and the linter has nothing to say of it', () => {
  const here = published()
  sendBack(here, [
    [
      /deux jours(?= par semaine\.<)/,
      COMMENT.replace('deux jours', 'deux jours\u00A0: le mardi et le jeudi'),
    ],
    [' par semaine.<', ', chaque semaine.<'],
  ])
  expect(importing(here).code).toBe(0)
  expect(here.read(AMENDMENT)).toContain(
    'Camille, sur «\u00A0deux jours\u00A0: le mardi et le jeudi\u00A0»\u00A0: Le samedi surtout.',
  )
  expect(here.cahier('lint', '--rule', 'typography/punctuation-space').out).toContain(
    'rien à signaler',
  )
})

it('a document saved as one file, flat, comes back as well', () => {
  const here = published()
  const send = (...changes: readonly (readonly [string, string])[]) =>
    here.write(
      'retour.odt',
      changes.reduce((text, [from, to]) => text.replace(from, to), flatOf(here)),
    )
  send()
  expect(importing(here).out).toBe('Document de l’édition 1 : aucun changement à proposer.\n')
  send(['deux jours par semaine', 'trois jours par semaine'])
  expect(importing(here).code).toBe(0)
  expect(here.read(AMENDMENT)).toContain('{~~deux~>trois~~} jours par semaine')
})

it('a paragraph taken out, another put in, and one cut in two', () => {
  const here = published()
  sendBack(here, [
    [/<text:p [^>]*xml:id="b_1_4"[\s\S]*?<\/text:p>/, ''],
    [
      /(<text:p [^>]*xml:id="b_1_2"[^>]*>)([\s\S]*?renonce à une)/,
      '<text:p>Tout neuf [vraiment].</text:p>$1$2</text:p><text:p>',
    ],
  ])
  expect(importing(here)).toMatchObject({ code: 0, err: '' })
  here.cahier('adopt', 'guichet', 'retour-exemple-b')
  expect(here.read(FILE)).toContain(`## Pourquoi

Tout neuf \\[vraiment].

Un tiers des adultes renonce à une

démarche [@insee-2022, p. 2], et le
[courrier](courrier.md) ne suffit pas.
`)
  expect(here.read(FILE)).not.toContain('Un guichet par commune')
})

it('a paragraph that was moved to another proposal leaves the one and comes into the other', () => {
  const here = published()
  const [paragraph = ''] =
    /<text:p [^>]*xml:id="b_1_4"[\s\S]*?<\/text:p>/.exec(contentOf(here)) ?? []
  sendBack(here, [
    [paragraph, ''],
    [/(<text:h [^>]*xml:id="b_2_s_\w+"[\s\S]*?<\/text:h>)/, `$1${paragraph}`],
  ])
  const { code, out } = importing(here)
  expect([code, out]).toEqual([0, expect.stringContaining('2 amendements')])
  expect(out).not.toContain('à la main')
  expect(here.read(AMENDMENT)).toContain(
    '{--Un guichet par commune, ouvert deux jours par semaine.--}',
  )
  expect(here.read('amendments/courrier/retour-exemple-b.md')).toContain(
    '{++Un guichet par commune, ouvert deux jours par semaine.++}',
  )
  for (const id of ['guichet', 'courrier'])
    expect(here.cahier('adopt', id, 'retour-exemple-b').code).toBe(0)
})

it('nothing changed: nothing is written, of the whole or of a dossier', () => {
  for (const more of [
    ['--status', 'all'],
    ['--for', 'partis', '--status', 'all'],
  ]) {
    const here = desk()
    here.cahier('publish', ...more, '--out', 'envoi')
    here.write('retour.odt', here.bytes(odtOf(here)))
    const files = here.files()
    const { code, out } = importing(here)
    expect([code, out.trim()]).toEqual([
      0,
      'Document de l’édition 1 : aucun changement à proposer.',
    ])
    expect(here.files()).toEqual(files)
  }
})

it('what was taken out of a dossier is taken out; what a dossier does not print stays', () => {
  const here = desk()
  here.cahier('publish', '--for', 'partis', '--status', 'all', '--out', 'envoi')
  sendBack(here, [[/<text:p [^>]*xml:id="b_1_4"[\s\S]*?<\/text:p>/, '']])
  const { code, out } = importing(here)
  expect([code, out]).toEqual([0, expect.stringContaining('un amendement')])
  expect(out).not.toContain('à la main')
  const [, text = ''] = here.read(AMENDMENT).split('## Texte')
  expect(text.trim()).toBe('{--Un guichet par commune, ouvert deux jours par semaine.--}')
  // What it asks stands at its head too, where no text is changed.
  sendBack(here, [[/(xml:id="c_0_block"[\s\S]*?<\/text:a>[^<]*?)\.</, '$1 sans délai.<']])
  expect(importing(here).out).toMatch(/hors des textes : un passage sans place sûre : « §1\.\d+,/)
})

it('nor in the real programme, where texts were adopted, amended and changed since', () => {
  for (const more of [[], ['--for', 'syndicats'], ['--status', 'all']]) {
    const here = realDesk()
    here.cahier('publish', ...more, '--format', 'odt', '--out', 'envoi')
    here.write('retour.odt', here.bytes(odtOf(here)))
    const files = here.files()
    const { code, out } = here.cahier('import', 'retour.odt', '--by', 'exemple-ateliers')
    expect([code, plain(out).trim()]).toEqual([
      0,
      'Document de l’édition 2026-2 : aucun changement à proposer.',
    ])
    expect(here.files()).toEqual(files)
  }
})

it('nor when rounds were opened or closed since: what was printed beside each number was of that day', () => {
  const here = published()
  here.write('retour.odt', here.bytes(odtOf(here)))
  expect(here.cahier('open', 'guichet', '--closes', '2025-03-20').code).toBe(0)
  expect(importing(here).out.trim()).toBe('Document de l’édition 1 : aucun changement à proposer.')
  sendBack(here, [
    [/(projet<\/text:span>\u2002)(?=<text:bookmark-start[^>]*>Un guichet)/, '$1Demain, '],
  ])
  expect(importing(here, '--dry-run').out).toContain('{++Demain, ++}Un guichet par commune')
})

it('a leaflet abridges its texts, and recorded amendments are somebody else’s: neither comes back as an amendment', () => {
  for (const more of [
    ['--kind', 'brochure', '--axis', 'services'],
    ['--kind', 'tribune'],
    ['--kind', 'charter'],
    ['--kind', 'dissent'],
    ['--amendments', '--status', 'all'],
  ]) {
    const here = realDesk()
    here.cahier('publish', ...more, '--format', 'odt', '--out', 'envoi')
    here.write('retour.odt', here.bytes(odtOf(here)))
    const files = here.files()
    const { code, err } = here.cahier('import', 'retour.odt', '--by', 'exemple-ateliers')
    expect([code, plain(err)]).toEqual([
      2,
      expect.stringContaining('seul l’ODT du programme entier ou d’un dossier'),
    ])
    expect(here.files()).toEqual(files)
  }
})

it('what was written where no text stands is told as well', () => {
  const here = published()
  sendBack(here, [
    [/(xml:id="d_title"[\s\S]*?<text:bookmark-start text:name="d_title"\/>)/, `$1${COMMENT}`],
    [/(<text:p [^>]*xml:id="d_date")/, '<text:p>Version de travail.</text:p>$1'],
  ])
  const { code, out } = importing(here)
  expect(code).toBe(0)
  expect(out).toContain('hors des textes, « deux jours » : Le samedi surtout.')
  expect(out).toContain('hors des textes : un passage sans place sûre : « Version de travail. »')
})

it('so are other words on the title page or in the bibliography, which other files say', () => {
  const here = published()
  sendBack(here, [
    [/(xml:id="d_title"[\s\S]*?)Petit programme/, '$1Grand programme'],
    [/(xml:id="w_cour_2023"[\s\S]*?)Le coût des guichets/, '$1Le prix des guichets'],
  ])
  const { code, out } = importing(here)
  const told = out.replace(/\s+/g, ' ')
  expect(code).toBe(0)
  expect(told).toContain(
    'hors des textes : ce qu’imprime programme.yaml, autrement qu’il ne le dit aujourd’hui : « Grand programme »',
  )
  expect(told).toContain(
    'hors des textes : une source, autrement que sources.yaml ne la dit aujourd’hui : « Le prix des guichets.',
  )
  expect(told).toContain('aucun changement à proposer')
})

it('a comment is told wherever it was put: on a blank line, on the requests at the head of a dossier, in a paragraph whose words are gone', () => {
  const bare = COMMENT.replace('deux jours', '')
  const here = published()
  sendBack(here, [
    [/(<text:p [^>]*xml:id="b_1_4"[\s\S]*?<\/text:p>)/, `$1<text:p>${bare}</text:p>`],
  ])
  expect(importing(here).out).toContain('  guichet : Le samedi surtout.\n')
  sendBack(here, [[/(<text:p [^>]*xml:id="b_1_4"[^>]*>)[\s\S]*?<\/text:p>/, `$1${bare}</text:p>`]])
  expect(importing(here).code).toBe(0)
  expect(here.read(AMENDMENT)).toContain(
    '## Motifs\n\nCamille\u00A0: Le samedi surtout.\n\n## Texte\n\n{--Un guichet',
  )
  here.cahier('publish', '--for', 'partis', '--status', 'all', '--out', 'envoi')
  sendBack(here, [
    [/(xml:id="c_0_block"[\s\S]*?)Voter/, `$1${COMMENT.replace('deux jours', 'Voter')}`],
  ])
  expect(importing(here).out).toContain('hors des textes, « Voter » : Le samedi surtout.')
})

it('a paragraph pasted from another edition, with the bookmark that it had there, is new', () => {
  const here = published()
  const pasted =
    '<text:p><text:bookmark-start text:name="b_99_4"/>Ni code ni écran.<text:bookmark-end text:name="b_99_4"/></text:p>'
  sendBack(here, [[/(<text:p [^>]*xml:id="b_1_4"[\s\S]*?<\/text:p>)/, `$1${pasted}`]])
  expect(importing(here).code).toBe(0)
  expect(here.read(AMENDMENT)).toContain('{++Ni code ni écran.++}')
})

it('what cannot go into the text is listed, and comments on texts that nobody changed', () => {
  const here = published()
  sendBack(here, [
    [/(<text:note-body>[\s\S]*?)p\.\u00A02/, '$1p.\u00A03'],
    [/(xml:id="b_1_s_why"[\s\S]*?)Pourquoi/, '$1Les raisons'],
    [
      /Toute administration répond(?= au courrier)/,
      COMMENT.replace(/deux jours/, 'Toute administration répond'),
    ],
  ])
  const { code, out } = importing(here)
  expect(code).toBe(0)
  expect(out).toContain('à reprendre à la main')
  expect(out).toContain('guichet : une note : «')
  expect(out).toContain('guichet : le titre d’une partie : « Les raisons »')
  expect(out).toContain('courrier, « Toute administration répond » : Le samedi surtout.')
  expect(here.files().some((path) => path.startsWith('amendments/'))).toBe(false)
})

it('shows what it would write, and writes nothing; the same document twice makes one amendment', () => {
  const here = published()
  sendBack(here, [['deux jours par semaine', 'trois jours par semaine']])
  const files = here.files()
  expect(importing(here, '--dry-run').out).toContain('{~~deux~>trois~~}')
  expect(here.files()).toEqual(files)
  importing(here)
  const again = importing(here, '--date', '2025-03-09').out.trim()
  expect(again).toContain('aucun changement à proposer')
  expect(again).toContain('Déjà repris, et inchangé : guichet.')
  expect(here.files().filter((path) => path.startsWith('amendments/'))).toEqual([AMENDMENT])
})
