import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type Document,
  FOLDERS,
  type FolderSettings,
  kindOf,
  memoize,
  pathInside,
  readDocument,
  readSettings,
  SETTINGS_FILE,
  sourceOf,
} from '@cahier/core'
import { nearestWith } from '@cahier/core/read-folder'
import { readLooseText } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { inSlices } from '../in-slices.ts'
import { ProgrammeFolder } from './programme-folder.ts'

/** A file of a programme, with the client's URI. */
export interface ProgrammeFile {
  readonly folder: ProgrammeFolder
  /** Relative to the programme folder. */
  readonly path: string
  readonly uri: string
}

/** An open Markdown text in no programme, or the settings file of its folder, parsed. */
export interface LooseBuffer {
  /** Unique, since versions start again when a text is reopened. */
  readonly id: string
  readonly text: TextDocument
  readonly document: Document
  readonly settings: FolderSettings
}

/** The open programmes and texts. */
export class Workspace {
  readonly folders: ProgrammeFolder[] = []
  readonly #parse: Parser | undefined
  readonly #open = new Map<
    string,
    { readonly text: TextDocument; readonly file: ProgrammeFile | null; readonly isLoose: boolean }
  >()
  #pagesRead = 0

  constructor(parse?: Parser) {
    this.#parse = parse
  }

  /**
   * Adds the programme in a folder, above it, or in its subfolder `programme/`, unless it is open
   * already.
   */
  addFolder(uri: string): void {
    const path = pathOf(uri)
    const root = path === null ? null : programmeAt(path)
    if (root !== null && !this.folders.some((folder) => pathInside(folder.root, root) === ''))
      this.folders.push(new ProgrammeFolder(root, this.#parse))
  }

  /** Removes and returns the programmes in a folder that have no open file. */
  removeFolder(uri: string): readonly ProgrammeFolder[] {
    const path = pathOf(uri)
    const isInside = ({ root }: ProgrammeFolder) => path !== null && pathInside(path, root) !== null
    const isOpen = (folder: ProgrammeFolder) =>
      [...this.#open.values()].some(({ file }) => file?.folder === folder)
    const gone = this.folders.filter((folder) => isInside(folder) && !isOpen(folder))
    for (const folder of gone) this.folders.splice(this.folders.indexOf(folder), 1)
    return gone
  }

  open(text: TextDocument): ProgrammeFile | null {
    this.#addFolderOf(text.uri)
    const file = this.#find(text.uri)
    this.#open.set(text.uri, { text, file, isLoose: file === null && this.#isLoose(text) })
    file?.folder.type(file.path, text.getText())
    return file
  }

  change(text: TextDocument): ProgrammeFile | null {
    const file = this.#open.get(text.uri)?.file ?? null
    file?.folder.type(file.path, text.getText())
    return file
  }

  close(uri: string): ProgrammeFile | null {
    const file = this.#open.get(uri)?.file ?? null
    this.#open.delete(uri)
    file?.folder.close(file.path)
    return file
  }

  /** Parses all front matters in slices, for a request that needs them. */
  async readHeads(): Promise<void> {
    for (const { programme } of this.folders)
      await inSlices(programme.documents, ({ head }) => head)
  }

  textAt(uri: string): TextDocument | undefined {
    return this.#open.get(uri)?.text
  }

  fileAt(uri: string): ProgrammeFile | null {
    return this.#open.get(uri)?.file ?? this.#find(uri)
  }

  /** The open text in no programme at a URI, if any. */
  looseAt(uri: string): LooseBuffer | null {
    const open = this.#open.get(uri)
    return open?.isLoose ? this.#read(open.text, open.text.version) : null
  }

  readonly #read = memoize((text: TextDocument, _version: number): LooseBuffer => {
    const { settings, path } = looseFolderOf(text.uri)
    const source = { path, text: text.getText() }
    const document =
      path === SETTINGS_FILE ? readDocument(source, 'settings') : readLooseText(source, this.#parse)
    return { id: String(++this.#pagesRead), text, document, settings }
  })

  /** Whether a URI is a file that a programme reads, or one of its folders. */
  holds(uri: string): boolean {
    const file = this.#find(uri)
    if (file === null) return false
    const isFolder = FOLDERS.some((folder) => folder === file.path)
    return isFolder || kindOf(file.path) !== 'ignored' || /\.ya?ml$/.test(file.path)
  }

  openIn(folder: ProgrammeFolder): readonly ProgrammeFile[] {
    return [...this.#open.values()].flatMap(({ file }) => (file?.folder === folder ? [file] : []))
  }

  /** The text of a file, at the client's URI if open; empty when there is no such file. */
  pageOf(folder: ProgrammeFolder, path: string): TextDocument {
    const uri = uriOf(folder, path)
    const all = [...this.#open.values()].filter(
      ({ file }) => file?.folder === folder && file.path === path,
    )
    const open = all.find(({ text }) => text.uri === uri) ?? all[0]
    if (open !== undefined) return open.text
    const { documents, records } = folder.programme
    const source = [...documents, ...records].find((one) => one.path === path)
    return TextDocument.create(uri, 'plaintext', 0, source?.text ?? '')
  }

  // Whether a Markdown text is checked outside a programme: an untitled text, or any file when no
  // programme is open.
  #isLoose({ uri, languageId }: TextDocument): boolean {
    if (!/^(?:markdown|gfm)$/i.test(languageId) && !uri.endsWith(`/${SETTINGS_FILE}`)) return false
    return uri.startsWith('untitled:') || (uri.startsWith('file:') && this.folders.length === 0)
  }

  // The file may be outside the folders of the client.
  #addFolderOf(uri: string): void {
    const path = pathOf(uri)
    if (path !== null && this.#find(uri) === null) this.addFolder(pathToFileURL(dirname(path)).href)
  }

  #find(uri: string): ProgrammeFile | null {
    const file = pathOf(uri)
    if (file === null) return null
    for (const folder of this.folders) {
      const path = pathInside(folder.root, file)
      if (path) return { folder, path, uri }
    }
    return null
  }
}

export function uriOf(folder: ProgrammeFolder, path: string): string {
  return pathToFileURL(join(folder.root, path)).href
}

function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri)
  } catch {
    return null
  }
}

// The settings for a text in no programme, and its path from the folder of the settings.
function looseFolderOf(uri: string): { settings: FolderSettings; path: string } {
  const path = uri.startsWith('file:') ? pathOf(uri) : null
  const folder = path === null ? null : nearestWith([SETTINGS_FILE], dirname(path))
  if (path === null || folder === null)
    return { settings: readSettings(null), path: uri.slice(uri.lastIndexOf('/') + 1) }
  const source = sourceOf(SETTINGS_FILE, readFileSync(join(folder, SETTINGS_FILE)))
  const settings = readSettings(readDocument(source, 'settings'))
  return { settings, path: pathInside(folder, path) ?? path }
}

function programmeAt(path: string): string | null {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'programme.yaml'))) return folder
    if (dirname(folder) === folder) break
  }
  const below = join(path, 'programme')
  return existsSync(join(below, 'programme.yaml')) ? below : null
}
