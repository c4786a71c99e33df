import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Programme } from '@cahier/core'
import { type ReturnedOdt, readReturnedOdt } from '@cahier/export'
import { errorAbout } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { noSuchFile } from '../disk/files.ts'
import { isBundleFolder, readArchive } from '../published/read.ts'

/** Bytes: larger than any published document. */
const MOST_BYTES = 64 * 1024 * 1024

/** Reads an edited ODT document of this programme. @throws {UsageError} for any other file. */
export function returnedDocument(
  written: string,
  invocation: Invocation,
  { manifest }: Programme,
): ReturnedOdt {
  const path = resolve(invocation.cwd, written)
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined) throw noSuchFile(written)
  if (!there.isFile()) throw errorAbout(written, 'n’est pas un fichier', 'is not a file')
  const returned = there.size > MOST_BYTES ? 'tooLarge' : readAsSent(path, invocation)
  if (typeof returned === 'string') {
    const [fr, en] = REFUSALS[returned]
    throw errorAbout(written, fr, en)
  }
  if (returned.texts.length === 0)
    throw errorAbout(
      written,
      'ne peut pas revenir en amendements : seul l’ODT du programme entier ou d’un dossier, publié sans --amendments, dit quels textes il imprime',
      'cannot come back as amendments: only the ODT of the whole programme or of a dossier, published without --amendments, says which texts it prints',
    )
  const { identifier } = manifest.publication
  if (returned.identifier !== identifier)
    throw errorAbout(
      written,
      `vient d’un autre programme : « ${returned.identifier} », et non « ${identifier} »`,
      `comes from another programme: “${returned.identifier}”, not “${identifier}”`,
    )
  return returned
}

/** Reads an ODT; if a word processor dropped its metadata, uses the original's from `--base`. */
function readAsSent(
  path: string,
  { cwd, values: { base } }: Invocation,
): ReturnType<typeof readReturnedOdt> {
  const bytes = readFileSync(path)
  const returned = readReturnedOdt(bytes)
  if (returned !== 'foreign' || typeof base !== 'string') return returned
  for (const document of documentsIn(resolve(cwd, base), base)) {
    const sent = readReturnedOdt(document)
    if (typeof sent !== 'string' && sent.texts.length > 0) return readReturnedOdt(bytes, sent)
  }
  return returned
}

/** The ODT documents of an edition, which is a folder or a ZIP archive. */
function* documentsIn(path: string, written: string): Generator<Uint8Array> {
  const isDocument = (name: string) => name.endsWith('.odt') && !name.includes('/')
  if (isBundleFolder(path, written)) {
    for (const name of readdirSync(path).filter(isDocument)) {
      const file = statSync(join(path, name), { throwIfNoEntry: false })
      if (file?.isFile() && file.size <= MOST_BYTES) yield readFileSync(join(path, name))
    }
  } else
    for (const { bytes } of readArchive(path, written, isDocument).files)
      if (bytes !== null) yield bytes
}

const REFUSALS = {
  tooLarge: ['est plus grand qu’aucun document publié', 'is larger than any published document'],
  unreadable: [
    'ne peut pas être lu : ce n’est pas un document ODT (dans LibreOffice, « Enregistrer sous » permet d’en faire un)',
    'cannot be read: it is not an ODT document (in LibreOffice, “Save as” makes one)',
  ],
  encrypted: [
    'est protégé par un mot de passe : enregistrez-le de nouveau sans mot de passe',
    'is protected by a password: save it again without one',
  ],
  unsafe: [
    'contient ce qu’aucun logiciel de texte n’écrit (un fichier qui sort du document ou deux fois le même, des entités XML), et rien n’en est lu',
    'holds what no word processor writes (a file that leads out of the document, or one twice, XML entities), and none of it is read',
  ],
  external: [
    'prend ailleurs une image, une section ou des données, par une adresse, et rien n’en est lu : mettez-les dans le document (dans LibreOffice, « Édition », « Liens vers des fichiers externes », « Rompre le lien »), puis enregistrez-le',
    'takes a picture, a section or data from elsewhere, by an address, and none of it is read: put them into the document (in LibreOffice, “Edit”, “Links to External Files”, “Break Link”), then save it',
  ],
  foreign: [
    'n’a pas été publié par cahier, ou ne dit plus d’où il vient : seul un ODT de « cahier publish » peut revenir. S’il en est un, donnez avec --base l’édition d’où il vient, dossier ou archive ZIP ; si c’est un texte nouveau, lancez « cahier new proposal » et copiez-y ses mots',
    'was not published by cahier, or no longer says where it comes from: only an ODT of “cahier publish” can come back. If it is one, give the bundle it comes from, a folder or a ZIP archive, with --base; if it is a new text, run “cahier new proposal” and copy its words there',
  ],
} as const
