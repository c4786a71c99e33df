import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { type Desk, desk, realDesk } from './desk.ts'
import { plain } from './plain.ts'

const FILE = 'axes/services/guichet.md'
const AMENDMENT = 'amendments/guichet/retour-exemple-b.md'

/** A desk on which the whole programme was published, drafts too, in `envoi`. */
function published(): Desk {
  const here = desk()
  expect(here.cahier('publish', '--status', 'all', '--out', 'envoi').code).toBe(0)
  return here
}

/** The document that was sent, worked on: what each of `changes` finds in its text is replaced. */
function sendBack(here: Desk, changes: readonly (readonly [from: string | RegExp, to: string])[], part = 'content.xml'): void {
  const parts = unzipSync(here.bytes(odtOf(here)))
  let text = strFromU8(parts[part] as Uint8Array)
  for (const [from, to] of changes) {
    const before = text
    text = text.replace(from, to)
    expect(text, String(from)).not.toBe(before)
  }
  here.write('retour.odt', zipSync({ ...parts, [part]: strToU8(text) }))
}

function odtOf(here: Desk): string {
  return here.files().find((path) => path.startsWith('envoi/') && path.endsWith('.odt')) ?? ''
}

function importing(here: Desk, ...more: readonly string[]) {
  const { code, out, err } = here.cahier('import', 'retour.odt', '--by', 'exemple-b', ...more)
  return { code, out: plain(out), err: plain(err) }
}

const COMMENT =
  '<office:annotation office:name="n"><dc:creator>Camille</dc:creator><dc:date>2025-02-01T00:00:00</dc:date><text:p>Le samedi surtout.</text:p></office:annotation>deux jours<office:annotation-end office:name="n"/>'

it('a document sent back becomes an amendment a text, and its comments the reasons', () => {
  const here = published()
  sendBack(here, [
    [/deux jours(?= par semaine\.<)/, COMMENT],
    [' par semaine.<', ' par semaine, dont le samedi.<'],
    ['Exiger les effectifs.', 'Exiger les effectifs et leur formation.'],
    ['Toute administration répond au courrier dans le mois.', 'Toute administration répond au courrier en dix jours.'],
  ])
  const before = here.bytes(FILE)
  const { code, out } = importing(here)
  expect(code).toBe(0)
  expect(out).toContain(`écrit : ${AMENDMENT}`)
  expect(out).toContain('écrit : amendments/courrier/retour-exemple-b.md')
  expect(out).toContain('Document de l’édition 1 : 2 amendements.')
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

Sur «\u00A0deux jours\u00A0»\u00A0: Le samedi surtout.

## Texte

Un guichet par commune, ouvert deux jours par semaine{++, dont le samedi++}.
`)
  expect(here.cahier('lint', '--format', 'json').code).toBe(0)
  expect(here.cahier('adopt', 'guichet', 'retour-exemple-b').code).toBe(0)
  expect(here.read(FILE)).toContain('ouvert deux jours par semaine, dont le samedi.')
})

it('a paragraph taken out, another put in, and one cut in two', () => {
  const here = published()
  sendBack(here, [
    [/<text:p [^>]*xml:id="b_1_4"[\s\S]*?<\/text:p>/, ''],
    [/(<text:p [^>]*xml:id="b_1_2"[^>]*>)([\s\S]*?renonce à une)/, '<text:p>Tout neuf [vraiment].</text:p>$1$2</text:p><text:p>'],
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
    expect([code, out.trim()]).toEqual([0, 'Document de l’édition 1 : aucun changement à proposer.'])
    expect(here.files()).toEqual(files)
  }
})

it('nor in the real programme, where texts were adopted, amended and changed since', () => {
  for (const more of [[], ['--for', 'syndicats'], ['--status', 'all']]) {
    const here = realDesk()
    here.cahier('publish', ...more, '--format', 'odt', '--out', 'envoi')
    here.write('retour.odt', here.bytes(odtOf(here)))
    const files = here.files()
    const { code, out } = here.cahier('import', 'retour.odt', '--by', 'exemple-ateliers')
    expect([code, plain(out).trim()]).toEqual([0, 'Document de l’édition 2026-2 : aucun changement à proposer.'])
    expect(here.files()).toEqual(files)
  }
})

it('nor when rounds were opened or closed since: what was printed beside each number was of that day', () => {
  const here = published()
  here.write('retour.odt', here.bytes(odtOf(here)))
  expect(here.cahier('open', 'guichet', '--closes', '2025-03-20').code).toBe(0)
  expect(importing(here).out.trim()).toBe('Document de l’édition 1 : aucun changement à proposer.')
  sendBack(here, [[/(projet<\/text:span>\u2002)(?=<text:bookmark-start[^>]*>Un guichet)/, '$1Demain, ']])
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
    expect([code, plain(err)]).toEqual([2, expect.stringContaining('seul l’ODT du programme entier ou d’un dossier')])
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

it('what cannot go into the text is listed, and comments on texts that nobody changed', () => {
  const here = published()
  sendBack(here, [
    [/(<text:note-body>[\s\S]*?)p\.\u00A02/, '$1p.\u00A03'],
    [/(xml:id="b_1_s_why"[\s\S]*?)Pourquoi/, '$1Les raisons'],
    [/Toute administration répond(?= au courrier)/, COMMENT.replace(/deux jours/, 'Toute administration répond')],
  ])
  const { code, out } = importing(here)
  expect(code).toBe(0)
  expect(out).toContain('à reprendre à la main')
  expect(out).toContain('guichet : une note : «')
  expect(out).toContain('guichet : le titre d’une partie : « Les raisons »')
  expect(out).toContain('courrier, « Toute administration répond » : Le samedi surtout.')
  expect(here.files().some((path) => path.startsWith('amendments/'))).toBe(false)
})

it('starts from the text that was printed, found in git or in the bundle, when it has changed since', () => {
  const here = published()
  const { git } = here
  sendBack(here, [['deux jours par semaine', 'trois jours par semaine']])
  const before = here.cahier('digest', FILE, '--whole').out.trim()
  here.edit(FILE, 'Le coût est connu', 'Le coût est bien connu')
  const lost = importing(here)
  expect(lost.out.replace(/\s+/g, ' ')).toContain('pour : guichet. Donnez l’édition d’où vient le document avec --base')
  expect(here.has(AMENDMENT)).toBe(false)

  expect(importing(here, '--base', 'envoi', '--dry-run').out).toContain('{~~deux~>trois~~}')
  here.edit(FILE, 'Le coût est bien connu', 'Le coût est connu')
  git('init', '-q', '-b', 'main')
  git('add', 'axes', 'programme.yaml')
  git('commit', '-qm', 'Un programme')
  here.edit(FILE, 'Le coût est connu', 'Le coût est bien connu')
  expect(importing(here).code).toBe(0)
  expect(here.read(AMENDMENT)).toContain(`base: ${before}`)
  expect(here.read(AMENDMENT)).not.toContain('bien connu')
  expect(here.cahier('adopt', 'guichet', 'retour-exemple-b').code).toBe(0)
  expect(here.read(FILE)).toContain('ouvert trois jours')
  expect(here.read(FILE)).toContain('bien connu')
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

it('refuses what is no document of this programme, and says why', () => {
  const here = published()
  const said = () => {
    const { code, err } = importing(here)
    return [code, err]
  }
  expect(said()).toEqual([2, 'cahier : « retour.odt » n’existe pas\n'])
  here.write('retour.odt', 'un texte')
  expect(said()[1]).toContain('ce n’est pas un document ODT')
  sendBack(here, [[/<meta:user-defined[\s\S]*<\/meta:user-defined>/, '']], 'meta.xml')
  expect(said()[1]).toContain('n’a pas été publié par cahier')
  sendBack(here, [['>petit-programme<', '>autre-programme<']], 'meta.xml')
  expect(said()[1]).toContain('vient d’un autre programme : « autre-programme »')
  sendBack(here, [['deux jours par semaine', 'trois jours par semaine']])
  expect(plain(here.cahier('import', 'retour.odt', '--by', 'exemple-z').err)).toContain('aucun collectif « exemple-z »')
  expect(here.cahier('import', 'retour.odt').code).toBe(2)
})

it('refuses a document made to harm, or behind a password, in one sentence', () => {
  const here = published()
  const parts = unzipSync(here.bytes(odtOf(here)))
  const said = (more: Readonly<Record<string, Uint8Array>>) => {
    here.write('retour.odt', zipSync({ ...parts, ...more }))
    const { code, out, err } = importing(here)
    return [code, out, err.split('\n').length, /aucun logiciel de texte|mot de passe|plus grand|prend ailleurs/.exec(err)?.[0]]
  }
  const outside = [2, '', 2, 'prend ailleurs']
  const content = strFromU8(parts['content.xml'] as Uint8Array)
  const manifest = strFromU8(parts['META-INF/manifest.xml'] as Uint8Array)
  const files = here.files().filter((path) => path !== 'retour.odt')
  expect(said({ 'Configurations2/images/Bitmaps/': new Uint8Array() })[0]).toBe(0)
  expect(said({ '../ailleurs.md': strToU8('a') })).toEqual([2, '', 2, 'aucun logiciel de texte'])
  expect(said({ '/tmp/ailleurs.md': strToU8('a') })).toEqual([2, '', 2, 'aucun logiciel de texte'])
  const declared = content.replace(
    '<office:document-content',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]>\n<office:document-content',
  )
  expect(said({ 'content.xml': strToU8(declared) })).toEqual([2, '', 2, 'aucun logiciel de texte'])
  const linked = (element: string) => ({ 'content.xml': strToU8(content.replace('</office:text>', `${element}</office:text>`)) })
  const paragraph = (inside: string) => linked(`<text:p>${inside}</text:p>`)
  expect(said(paragraph('<draw:frame><draw:image xlink:href="https://ailleurs.example/a.png"/></draw:frame>'))).toEqual(outside)
  expect(said(paragraph('<draw:frame><draw:object xlink:href="../autre.ods"/></draw:frame>'))).toEqual(outside)
  expect(said(linked('<text:section text:name="A"><text:section-source xlink:href="autre.odt"/></text:section>'))).toEqual(outside)
  expect(said(linked('<text:section text:name="A"><office:dde-source office:dde-application="soffice"/></text:section>'))).toEqual(outside)
  expect(said(paragraph('<text:a xlink:href="https://ailleurs.example/">ailleurs</text:a>'))[0]).toBe(0)
  expect(said(paragraph('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'))[0]).toBe(0)
  const locked = manifest.replace(
    '</manifest:manifest>',
    '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
  )
  expect(said({ 'META-INF/manifest.xml': strToU8(locked) })).toEqual([2, '', 2, 'mot de passe'])
  expect(said({ 'Pictures/vide.bin': new Uint8Array(130 * 1024 * 1024) })).toEqual([2, '', 2, 'plus grand'])
  expect(here.files().filter((path) => path !== 'retour.odt')).toEqual(files)
})

it('starts from the text that was printed when its proposal has another name since', () => {
  const here = published()
  const { git } = here
  sendBack(here, [['deux jours par semaine', 'trois jours par semaine']])
  git('init', '-q', '-b', 'main')
  git('add', 'axes', 'programme.yaml')
  git('commit', '-qm', 'Un programme')
  here.write('axes/services/accueil.md', here.read(FILE))
  here.remove(FILE)
  const wished = 'amendments/accueil/retour-exemple-b.md'
  expect(importing(here, '--dry-run').out).toContain(wished)
  git('add', 'axes')
  git('commit', '-qm', 'Un autre nom')
  here.edit('axes/services/accueil.md', 'Le coût est connu', 'Le coût est bien connu')
  expect(importing(here).code).toBe(0)
  expect(here.read(wished)).toContain('{~~deux~>trois~~}')
  expect(here.cahier('adopt', 'accueil', 'retour-exemple-b').code).toBe(0)
})
