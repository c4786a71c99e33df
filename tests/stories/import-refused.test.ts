import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'
import { contentOf, flatOf, importing, odtOf, published, sendBack } from './sent-back.ts'

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
  expect(said()[1]).toContain('si c’est un texte nouveau, lancez « cahier new proposal »')
  sendBack(here, [['>petit-programme<', '>autre-programme<']], 'meta.xml')
  expect(said()[1]).toContain('vient d’un autre programme : « autre-programme »')
  sendBack(here, [['deux jours par semaine', 'trois jours par semaine']])
  expect(plain(here.cahier('import', 'retour.odt', '--by', 'exemple-z').err)).toContain(
    'aucun collectif « exemple-z »',
  )
  expect(here.cahier('import', 'retour.odt').code).toBe(2)
})

it('refuses a document made to harm, or behind a password, in one sentence', () => {
  const here = published()
  const parts = unzipSync(here.bytes(odtOf(here)))
  const said = (more: Readonly<Record<string, Uint8Array>>) => {
    here.write('retour.odt', zipSync({ ...parts, ...more }))
    const { code, out, err } = importing(here)
    return [
      code,
      out,
      err.split('\n').length,
      /aucun logiciel de texte|mot de passe|plus grand|prend ailleurs/.exec(err)?.[0],
    ]
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
  const linked = (element: string) => ({
    'content.xml': strToU8(content.replace('</office:text>', `${element}</office:text>`)),
  })
  const paragraph = (inside: string) => linked(`<text:p>${inside}</text:p>`)
  expect(
    said(
      paragraph(
        '<draw:frame><draw:image xlink:href="https://ailleurs.example/a.png"/></draw:frame>',
      ),
    ),
  ).toEqual(outside)
  expect(
    said(paragraph('<draw:frame><draw:object xlink:href="../autre.ods"/></draw:frame>')),
  ).toEqual(outside)
  expect(
    said(
      linked(
        '<text:section text:name="A"><text:section-source xlink:href="autre.odt"/></text:section>',
      ),
    ),
  ).toEqual(outside)
  expect(
    said(
      linked(
        '<text:section text:name="A"><office:dde-source office:dde-application="soffice"/></text:section>',
      ),
    ),
  ).toEqual(outside)
  expect(
    said(paragraph('<text:a xlink:href="https://ailleurs.example/">ailleurs</text:a>'))[0],
  ).toBe(0)
  expect(
    said(paragraph('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'))[0],
  ).toBe(0)
  const locked = manifest.replace(
    '</manifest:manifest>',
    '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
  )
  expect(said({ 'META-INF/manifest.xml': strToU8(locked) })).toEqual([2, '', 2, 'mot de passe'])
  const changes = `<text:tracked-changes>${'<text:changed-region><text:insertion/></text:changed-region>'.repeat(1_000_000)}</text:tracked-changes>`
  expect(said(linked(changes))).toEqual([2, '', 2, 'plus grand'])
  expect(said({ 'Pictures/vide.bin': new Uint8Array(130 * 1024 * 1024) })).toEqual([
    2,
    '',
    2,
    'plus grand',
  ])
  expect(here.files().filter((path) => path !== 'retour.odt')).toEqual(files)
})

it('nor one in a single file that declares entities, fetches something, is nested beyond reason, or is of another kind', () => {
  const here = published()
  const said = (change: (flat: string) => string) => {
    here.write('retour.fodt', change(flatOf(here)))
    const { code, err } = here.cahier('import', 'retour.fodt', '--by', 'exemple-b')
    return [
      code,
      /aucun logiciel de texte|plus grand|prend ailleurs|pas un document/.exec(plain(err))?.[0],
    ]
  }
  const putIn = (inside: string) => (flat: string) =>
    flat.replace('</office:text>', `${inside}</office:text>`)
  expect(
    said((flat) =>
      flat.replace(
        '<office:document ',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]>\n<office:document ',
      ),
    ),
  ).toEqual([2, 'aucun logiciel de texte'])
  expect(
    said(
      putIn(
        '<text:section text:name="A"><text:section-source xlink:href="autre.odt"/></text:section>',
      ),
    ),
  ).toEqual([2, 'prend ailleurs'])
  expect(said(putIn(`${'<text:section>'.repeat(1000)}${'</text:section>'.repeat(1000)}`))).toEqual([
    2,
    'plus grand',
  ])
  expect(said(putIn('<text:changed-region></text:changed-region>'.repeat(100_001)))).toEqual([
    2,
    'plus grand',
  ])
  expect(said(putIn('<office:annotation><text:p/></office:annotation>'.repeat(100_001)))).toEqual([
    2,
    'plus grand',
  ])
  expect(said(() => '<html><body><p>Un guichet.</p></body></html>')).toEqual([2, 'pas un document'])
  expect(said((flat) => flat.slice(0, -20))).toEqual([2, 'pas un document'])
})

it('refuses one that unpacks to more than it says, or gives a part twice', () => {
  const here = published()
  const parts = unzipSync(here.bytes(odtOf(here)))
  const content = parts['content.xml'] as Uint8Array
  const longer = new Uint8Array(20_000_000).fill(32)
  longer.set(content)
  const liar = Buffer.from(zipSync({ ...parts, 'content.xml': longer }))
  const size = liar.indexOf('content.xml', liar.indexOf('PK\x01\x02', 0, 'latin1')) - 22
  expect(liar.readUInt32LE(size)).toBe(longer.length)
  liar.writeUInt32LE(content.length, size)
  here.write('retour.odt', liar)
  expect(importing(here).err).toContain('plus grand')
  const twice = Buffer.from(zipSync({ ...parts, 'content.xmk': content }))
  for (let at = twice.indexOf('content.xmk'); at >= 0; at = twice.indexOf('content.xmk', at))
    twice.write('content.xml', at)
  here.write('retour.odt', twice)
  expect(importing(here).err).toContain('aucun logiciel de texte')
})

/** The document that was sent, as a word processor gives it back that keeps only the words. */
function bareWords(here: Desk): string {
  sendBack(here, [[/<meta:user-defined[\s\S]*<\/meta:user-defined>/, '']], 'meta.xml')
  return contentOf(here).replace(/ xml:id="[^"]*"|<text:bookmark-(?:start|end) [^>]*\/>/g, '')
}

function writeContent(here: Desk, content: string): void {
  here.write(
    'retour.odt',
    zipSync({ ...unzipSync(here.bytes('retour.odt')), 'content.xml': strToU8(content) }),
  )
}

it('a document of which a word processor kept only the words comes back with the edition that it is of', () => {
  const here = published()
  const words = bareWords(here)
  writeContent(here, words.replace('deux jours par semaine', 'trois jours par semaine'))
  expect(importing(here).err).toContain('donnez avec --base')
  expect(importing(here, '--base', 'envoi')).toMatchObject({
    code: 0,
    out: expect.stringContaining('un amendement'),
  })
  expect(here.read('amendments/guichet/retour-exemple-b.md')).toContain(
    'ouvert {~~deux~>trois~~} jours',
  )
  here.remove('amendments')
  const sent = here.files().filter((path) => path.startsWith('envoi/'))
  here.write('envoi.zip', zipSync(Object.fromEntries(sent.map((path) => [path, here.bytes(path)]))))
  expect(importing(here, '--base', 'envoi.zip')).toMatchObject({
    code: 0,
    out: expect.stringContaining('un amendement'),
  })
  expect(plain(importing(here, '--base', 'envois').err)).toBe('cahier : « envois » n’existe pas\n')
  expect(plain(importing(here, '--base', 'axes').err)).toContain(
    '« axes » n’est pas une édition publiée',
  )
  writeContent(here, words.replace(/(?<=[^?]>)[^<>]+(?=<)/g, 'z'))
  expect(importing(here, '--base', 'envoi')).toMatchObject({
    code: 2,
    err: expect.stringContaining('aucun passage'),
  })
})

it('so does a dossier: the requests that it repeats at its head are nothing new', () => {
  const here = desk()
  here.cahier('publish', '--for', 'partis', '--status', 'all', '--out', 'envoi')
  writeContent(here, bareWords(here))
  const { code, out } = importing(here, '--base', 'envoi')
  expect([code, out]).toEqual([0, expect.stringContaining('aucun changement à proposer')])
  expect(out).not.toContain('nous demandons')
  expect(out).not.toContain('Voter la loi')
})
