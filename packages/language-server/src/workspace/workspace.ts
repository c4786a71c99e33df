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
import { type ProgrammeFolder, programmeFolder } from './programme-folder.ts'

/** A file of a programme, with the client's URI. */
export interface ProgrammeFile {
  readonly folder: ProgrammeFolder
  /** Relative to the programme folder. */
  readonly path: string
  readonly uri: string
}

/** An open Markdown text or settings file that belongs to no programme. */
export interface LooseBuffer {
  /** Unique, since versions start again when a text is reopened. */
  readonly id: string
  readonly text: TextDocument
  readonly document: Document
  readonly settings: FolderSettings
}

/** The open programmes, and the open texts in no programme. */
export type Workspace = ReturnType<typeof openWorkspace>

export function openWorkspace(parse?: Parser) {
  const folders: ProgrammeFolder[] = []
  const opened = new Map<
    string,
    { readonly text: TextDocument; readonly file: ProgrammeFile | null; readonly isLoose: boolean }
  >()
  let pagesRead = 0
  const read = memoize((text: TextDocument, _version: number): LooseBuffer => {
    const { settings, path } = looseFolderOf(text.uri)
    const source = { path, text: text.getText() }
    const document =
      path === SETTINGS_FILE ? readDocument(source, 'settings') : readLooseText(source, parse)
    return { id: String(++pagesRead), text, document, settings }
  })
  return {
    folders,
    addFolder,
    removeFolder,
    open,
    change,
    close,
    readHeads,
    textAt: (uri: string): TextDocument | undefined => opened.get(uri)?.text,
    fileAt: (uri: string): ProgrammeFile | null => opened.get(uri)?.file ?? find(uri),
    looseAt,
    holds,
    openIn,
    pageOf,
  }

  /** Opens the programme in or around a folder, or in its subfolder `programme/`. */
  function addFolder(uri: string) {
    const path = pathOf(uri)
    const root = path === null ? null : programmeAt(path)
    if (root !== null && !folders.some((folder) => pathInside(folder.root, root) === ''))
      folders.push(programmeFolder(root, parse))
  }

  /** Removes and returns the programmes in a folder, except those with an open file. */
  function removeFolder(uri: string): readonly ProgrammeFolder[] {
    const path = pathOf(uri)
    const isInside = ({ root }: ProgrammeFolder) => path !== null && pathInside(path, root) !== null
    const isOpen = (folder: ProgrammeFolder) =>
      [...opened.values()].some(({ file }) => file?.folder === folder)
    const gone = folders.filter((folder) => isInside(folder) && !isOpen(folder))
    for (const folder of gone) folders.splice(folders.indexOf(folder), 1)
    return gone
  }

  function open(text: TextDocument): ProgrammeFile | null {
    addFolderOf(text.uri)
    const file = find(text.uri)
    opened.set(text.uri, { text, file, isLoose: file === null && isLooseText(text) })
    file?.folder.type(file.path, text.getText())
    return file
  }

  function change(text: TextDocument): ProgrammeFile | null {
    const file = opened.get(text.uri)?.file ?? null
    file?.folder.type(file.path, text.getText())
    return file
  }

  function close(uri: string): ProgrammeFile | null {
    const file = opened.get(uri)?.file ?? null
    opened.delete(uri)
    file?.folder.close(file.path)
    return file
  }

  /** Parses all front matter, with pauses in which messages are handled. */
  async function readHeads() {
    for (const { programme } of folders) await inSlices(programme.documents, ({ head }) => head)
  }

  function looseAt(uri: string): LooseBuffer | null {
    const open = opened.get(uri)
    return open?.isLoose ? read(open.text, open.text.version) : null
  }

  /** Whether a change of the file or folder at a URI may concern a programme. */
  function holds(uri: string) {
    const file = find(uri)
    if (file === null) return false
    const isFolder = FOLDERS.some((folder) => folder === file.path)
    return isFolder || kindOf(file.path) !== 'ignored' || /\.ya?ml$/.test(file.path)
  }

  function openIn(folder: ProgrammeFolder): readonly ProgrammeFile[] {
    return [...opened.values()].flatMap(({ file }) => (file?.folder === folder ? [file] : []))
  }

  /** The text of a file; empty when there is no such file. An open file keeps the client's URI. */
  function pageOf(folder: ProgrammeFolder, path: string): TextDocument {
    const uri = uriOf(folder, path)
    const all = [...opened.values()].filter(
      ({ file }) => file?.folder === folder && file.path === path,
    )
    const open = all.find(({ text }) => text.uri === uri) ?? all[0]
    if (open !== undefined) return open.text
    const { documents, records } = folder.programme
    const source = [...documents, ...records].find((one) => one.path === path)
    return TextDocument.create(uri, 'plaintext', 0, source?.text ?? '')
  }

  // While a programme is open, only untitled texts are checked alone.
  function isLooseText({ uri, languageId }: TextDocument) {
    if (!/^(?:markdown|gfm)$/i.test(languageId) && !uri.endsWith(`/${SETTINGS_FILE}`)) return false
    return uri.startsWith('untitled:') || (uri.startsWith('file:') && folders.length === 0)
  }

  // Opens the programme of a file outside the folders of the client.
  function addFolderOf(uri: string) {
    const path = pathOf(uri)
    if (path !== null && find(uri) === null) addFolder(pathToFileURL(dirname(path)).href)
  }

  function find(uri: string): ProgrammeFile | null {
    const file = pathOf(uri)
    if (file === null) return null
    for (const folder of folders) {
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

// `path` is relative to the folder of the settings file, if there is one.
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
