import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { type Desk, desk, emptyDesk, realDesk } from './desk.ts'
import { plain } from './plain.ts'

function published(...words: readonly string[]): Desk {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.cahier('stance', 'exemple-b', 'guichet', 'réserve', '--argument', 'Le samedi aussi.')
  here.cahier('close', 'guichet', '--date', '2025-03-23')
  expect(here.cahier('publish', '--out', 'édition', ...words).code).toBe(0)
  return here
}

/** How verifying ends, and what it says is wrong, file by file. */
function told(
  here: Desk,
  bundle = 'édition',
): { readonly code: number | null; readonly said: readonly string[] } {
  const { code, out } = here.cahier('verify', bundle, '--format', 'json')
  const { findings } = JSON.parse(out) as { findings: { path: string; message: string }[] }
  return { code, said: findings.map(({ path, message }) => `${path} ${plain(message)}`) }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * Writes the manifest and the sums again so that they fit the files, as somebody would who wants to
 * hide a change.
 */
function hide(here: Desk): void {
  const files = here.files().filter((path) => path.startsWith('édition/'))
  const rest = files.filter(
    (path) => !path.endsWith('/manifest.json') && !path.endsWith('/SHA256SUMS'),
  )
  const inside = (path: string) => path.slice('édition/'.length)
  const manifest = JSON.parse(here.read('édition/manifest.json'))
  manifest.files = rest.map((path) => ({
    path: inside(path),
    sha256: sha256(here.bytes(path)),
    size: here.bytes(path).length,
  }))
  here.write('édition/manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
  const summed = [...rest, 'édition/manifest.json'].map(inside).sort()
  here.write(
    'édition/SHA256SUMS',
    summed.map((path) => `${sha256(here.bytes(`édition/${path}`))}  ${path}\n`).join(''),
  )
}

it('says what holds, what cannot be verified, and the one sum to compare', () => {
  const here = published()
  const { code, out } = here.cahier('verify', 'édition')
  expect(code).toBe(0)
  const said = plain(out)
  expect(said).toMatch(
    /^« Petit programme », édition 1, 1er juin 2025\n\nVérifié :\n {2}– \d+ fichiers : /,
  )
  expect(said).toContain(
    '1 mesure : le texte, l’empreinte, l’état et les positions que donne manifest.json, recomptés à partir de record/.',
  )
  expect(said).toContain('1 texte soumis à décision et 1 résultat, recalculés avec leurs sceaux.')
  expect(said).toContain('cette édition n’est pas signée')
  expect(said).toMatch(new RegExp(`${sha256(here.bytes('édition/SHA256SUMS'))}\n$`))
  expect(here.cahier('verify', 'édition', '--lang', 'en').out).toMatch(
    /^“Petit programme”, edition 1, 1 June 2025\n\nVerified:\n/,
  )
})

it('verifies the real programme, and other kinds of publication', () => {
  const here = realDesk()
  const kinds = [
    ['--format', 'txt,csv'],
    ['--for', 'syndicats', '--format', 'txt'],
  ]
  for (const words of kinds) {
    expect(here.cahier('publish', '--out', 'édition', ...words).code).toBe(0)
    expect([words, told(here)]).toEqual([words, { code: 0, said: [] }])
  }
}, 120_000)

it('needs no programme around, and takes an archive', () => {
  const here = published()
  const files = here.files().filter((path) => path.startsWith('édition/'))
  const elsewhere = emptyDesk()
  here.write(
    'envoi.zip',
    zipSync(Object.fromEntries(files.map((path) => [path, here.bytes(path)]))),
  )
  expect(elsewhere.cahier('verify', join(here.folder, 'édition')).code).toBe(0)
  expect(told(here, 'envoi.zip')).toEqual({ code: 0, said: [] })
  const [page = ''] = files.filter((path) => path.endsWith('guichet.html'))
  here.write(
    'envoi.zip',
    zipSync(
      Object.fromEntries(
        files.map((path) => [
          path,
          path === page ? Buffer.concat([here.bytes(path), Buffer.from(' ')]) : here.bytes(path),
        ]),
      ),
    ),
  )
  expect(told(here, 'envoi.zip').code).toBe(1)
})

it('finds one letter changed in any kind of file', () => {
  const here = published()
  const sums = 'édition/SHA256SUMS'
  const files = here.files().filter((path) => path.startsWith('édition/') && path !== sums)
  const endings = [...new Set(files.map((path) => path.slice(path.lastIndexOf('.'))))]
  expect(endings.length).toBeGreaterThan(6)
  const change = (paths: readonly string[]) => {
    const before = paths.map((path) => [path, here.bytes(path)] as const)
    for (const [path, bytes] of before)
      here.write(
        path,
        bytes.map((byte, at) => (at === Math.floor(bytes.length / 2) ? byte ^ 1 : byte)),
      )
    const after = told(here)
    for (const [path, bytes] of before) here.write(path, bytes)
    return after
  }
  const one = endings.map((ending) => files.find((path) => path.endsWith(ending)) as string)
  const { code, said } = change(one)
  expect(code).toBe(1)
  for (const path of one)
    expect(said).toContainEqual(
      expect.stringContaining(`${path.slice('édition/'.length)} Ce fichier a été modifié`),
    )
  expect(change([sums]).code).toBe(1)
  expect(told(here)).toEqual({ code: 0, said: [] })
})

it('names what was changed, added and taken away, and does not follow links', () => {
  const here = published('--format', 'txt')
  here.edit('édition/petit-programme-1.txt', 'Garantir', 'Supprimer')
  here.write('édition/ajout.txt', 'x')
  here.remove('édition/record/sources.yaml')
  symlinkSync('/etc/hostname', join(here.folder, 'édition/lien.txt'))
  expect(told(here)).toEqual({
    code: 1,
    said: [
      'lien.txt Ceci est un lien vers un autre fichier : il n’est pas suivi, et une édition n’en contient pas.',
      'petit-programme-1.txt Ce fichier a été modifié depuis la publication : sa somme n’est plus celle de SHA256SUMS.',
      'record/sources.yaml Ce fichier manque : il était dans l’édition publiée.',
      'ajout.txt Ce fichier n’était pas dans l’édition publiée : SHA256SUMS ne le nomme pas.',
    ],
  })
  expect(plain(here.cahier('verify', 'édition').out)).toMatch(
    /\n4 choses ne vont pas : ne vous fiez pas à cette édition/,
  )
})

it('opens nothing that the sums name outside', () => {
  const here = published('--format', 'txt')
  here.write('secret.txt', 'secret')
  here.write(
    'édition/SHA256SUMS',
    `${here.read('édition/SHA256SUMS')}${sha256(Buffer.from('secret'))}  ../secret.txt\n`,
  )
  const { code, said } = told(here)
  expect(code).toBe(1)
  expect(said[0]).toMatch(
    /^SHA256SUMS La ligne \d+ nomme un fichier hors de l’édition, « \.\.\/secret\.txt » : il n’est pas lu\.$/,
  )
})

it('finds what was forged even where the sums were made to fit', () => {
  const here = published('--format', 'txt')
  const before = here.files().map((path) => [path, here.bytes(path)] as const)
  const forged = (path: string, from: string, to: string) => {
    for (const [file, bytes] of before) here.write(file, bytes)
    here.edit(`édition/${path}`, from, to)
    hide(here)
    return told(here)
  }
  const file = 'record/decisions/guichet.yaml'
  expect(forged(file, 'stance: reservation', 'stance: consent')).toEqual({
    code: 1,
    said: [
      `${file} La position de « exemple-b » n’est pas celle que donne la copie de son fichier.`,
    ],
  })
  expect(forged(file, 'closes: 2025-03-22', 'closes: 2025-03-12').said.join('\n')).toContain(
    `${file} Le sceau du tour ouvert le 1er mars 2025 ne correspond plus : les jours, le texte, la règle ou les membres ont été modifiés après l’ouverture.`,
  )
  expect(
    forged('record/axes/services/guichet.md', 'deux jours', 'trois jours').said.join('\n'),
  ).toContain('« guichet »')
  expect(
    forged('manifest.json', '"status": "adopted-with-reservations"', '"status": "adopted"').said,
  ).toEqual([
    'manifest.json Ce qui est dit de « guichet » n’est pas ce que donne record/, recompté : l’état.',
  ])
})

it('reports in the published form', () => {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const schema = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'))
  ajv.addSchema(schema('definitions'))
  const validate = ajv.compile(schema('report-verify'))
  const here = published('--format', 'txt')
  const report = () => JSON.parse(here.cahier('verify', 'édition', '--format', 'json').out)
  expect(validate(report()), JSON.stringify(validate.errors)).toBe(true)
  expect(report()).toMatchObject({
    bundle: { edition: '1', kind: 'programme' },
    verified: { measures: 1, outcomes: 1 },
    signature: null,
  })
  here.write('édition/manifest.json', '{')
  expect(validate(report()), JSON.stringify(validate.errors)).toBe(true)
})

it('says whose key signed; what is signed stays so until it is published otherwise', {
  timeout: 120_000,
}, ({ skip }) => {
  const here = published('--format', 'txt')
  const ssh = (...args: readonly string[]) =>
    spawnSync('ssh-keygen', args, { cwd: here.folder, encoding: 'utf8' })
  if (ssh('-q', '-t', 'ed25519', '-N', '', '-f', 'clé').error !== undefined)
    skip('ssh-keygen is not installed')
  ssh('-Y', 'sign', '-n', 'cahier-bundle', '-f', 'clé', 'édition/SHA256SUMS')
  const fingerprint = /SHA256:\S+/.exec(ssh('-l', '-f', 'clé.pub').stdout)?.[0] ?? ''
  const verify = (...words: readonly string[]) => {
    const { code, out } = here.cahier('verify', 'édition', ...words)
    return { code, said: plain(out) }
  }
  expect(verify().said).toContain(`À qui est la clé ${fingerprint}, qui a bien signé SHA256SUMS`)
  here.write('signataires', `bureau ${here.read('clé.pub')}`)
  expect(verify('--allowed-signers', 'signataires').said).toContain(
    `Signée par bureau, avec la clé ${fingerprint}, que vous acceptez.`,
  )
  here.write('personne', '')
  expect(verify('--allowed-signers', 'personne')).toMatchObject({
    code: 1,
    said: expect.stringContaining(
      `La clé qui a signé, ${fingerprint}, n’est pas parmi celles que vous acceptez`,
    ),
  })
  expect(here.cahier('verify', 'édition', '--allowed-signers', 'rien').code).toBe(2)
  here.cahier('publish', '--out', 'édition', '--format', 'txt')
  expect(here.has('édition/SHA256SUMS.sig')).toBe(true)
  here.cahier('publish', '--out', 'édition', '--format', 'txt,csv')
  expect(here.has('édition/SHA256SUMS.sig')).toBe(false)
})

it('tells a wrong command from a wrong edition', () => {
  const here = desk()
  const said = (...words: string[]) => {
    const { code, err } = here.cahier('verify', ...words)
    return [code, plain(err)]
  }
  expect(said()).toEqual([2, 'cahier : cahier verify prend ÉDITION (cahier verify --help)\n'])
  expect(said('rien')).toEqual([2, 'cahier : « rien » n’existe pas\n'])
  expect(said('.')).toEqual([
    2,
    'cahier : « . » n’est pas une édition publiée : il y manque SHA256SUMS et manifest.json\n',
  ])
  expect(said('sources.yaml')[1]).toBe(
    'cahier : « sources.yaml » n’est ni un dossier d’édition, ni une archive ZIP qui en contienne une\n',
  )
})
