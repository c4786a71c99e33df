import {
  buildProgramme,
  type Document,
  type Finding,
  type Folder,
  listFiles,
  type Programme,
  readDocument,
  readFiles,
  type Source,
} from '@cahier/core'
import type { Parser } from '@cahier/prose'

export type ProgrammeFolder = ReturnType<typeof programmeFolder>

/**
 * A programme in which open buffers replace the files on the disk. Each change makes a new
 * `programme`, but parses only changed documents again.
 */
export function programmeFolder(root: string, parse?: Parser) {
  let version = 0
  let listing: readonly Finding[] = []
  /** The files on the disk. A `part` holds the source, asset or findings of one file. */
  const onDisk = new Map<string, { readonly stamp: string; readonly part: Folder }>()
  const typed = new Map<string, Folder>()
  let parsed = new Map<string, ParsedSource>()
  let assets: Folder['assets'] = []
  let programme: Programme | null = null
  let sources: readonly Source[] = []
  reread()
  return {
    root,
    get version() {
      return version
    },
    get programme() {
      return programmeNow()
    },
    get sources() {
      programmeNow()
      return sources
    },
    /** Whether every open buffer equals its file. */
    get isSaved() {
      return [...typed].every(
        ([path, part]) => part.sources[0]?.text === onDisk.get(path)?.part.sources[0]?.text,
      )
    },
    has: (path: string) => onDisk.has(path) || typed.has(path),
    type(path: string, text: string) {
      const part = readFiles([{ path, bytes: () => utf8.encode(text) }], [])
      edit(path, () => typed.set(path, part))
    },
    close: (path: string) => edit(path, () => typed.delete(path)),
    reread,
  }

  function programmeNow(): Programme {
    programme ??= build()
    return programme
  }

  function edit(path: string, change: () => void) {
    const before = partAt(path)
    change()
    if (!isSame(before, partAt(path))) forget()
  }

  /** Reads changed files again. The `named` files are read even if their `stamp` is the same. */
  function reread(named: readonly string[] = []) {
    const findings: Finding[] = []
    const files = listFolder(findings)
    const there = new Set(files.map(({ path }) => path))
    let moved = JSON.stringify(findings) !== JSON.stringify(listing)
    listing = [...findings]
    for (const path of onDisk.keys()) if (!there.has(path)) moved = onDisk.delete(path)
    for (const file of files) {
      const known = onDisk.get(file.path)
      if (known !== undefined && known.stamp === file.stamp() && !named.includes(file.path))
        continue
      findings.length = 0
      const { sources, assets, findings: found } = readFiles([file], findings)
      onDisk.set(file.path, {
        stamp: file.stamp(),
        part: { sources, assets, findings: [...found] },
      })
      moved = true
    }
    if (moved) forget()
  }

  function partAt(path: string): Folder | undefined {
    return typed.get(path) ?? onDisk.get(path)?.part
  }

  // A deleted folder is empty, although its files may still be open.
  function listFolder(findings: Finding[]) {
    try {
      return listFiles(root, findings)
    } catch {
      return []
    }
  }

  function forget() {
    version++
    programme = null
  }

  // The same array until an asset changes, since caches compare arrays by identity.
  function assetsIn(parts: readonly Folder[]): Folder['assets'] {
    const now = parts.flatMap((part) => part.assets)
    const isUnchanged = now.length === assets.length && now.every((one, at) => one === assets[at])
    if (!isUnchanged) assets = now
    return assets
  }

  function build(): Programme {
    const saved = [...onDisk].filter(([path]) => !typed.has(path)).map(([, { part }]) => part)
    const parts = [...saved, ...typed.values()]
    const kept = new Map<string, ParsedSource>()
    const folder: Folder = {
      sources: parts.flatMap(({ sources }) => sources),
      assets: assetsIn(parts),
      findings: [...listing, ...parts.flatMap(({ findings }) => findings)],
    }
    const built = buildProgramme(folder, (source, kind) => {
      const known = parsed.get(source.path)
      // Compares identity first: `text` is decoded at each access.
      const isKnown =
        known !== undefined && (known.source === source || known.document.text === source.text)
      const document = isKnown ? known.document : readDocument(source, kind, parse)
      kept.set(source.path, { source, document })
      return document
    })
    parsed = kept
    sources = folder.sources
    return built
  }
}

// Whether two contents are equal, as when an unchanged file is opened or closed.
function isSame(one: Folder | undefined, other: Folder | undefined) {
  if (one === undefined || other === undefined || one === other) return one === other
  const rest = ({ sources, assets, findings }: Folder) =>
    JSON.stringify([sources.map(({ path }) => path), assets, findings])
  return (
    one.sources.every(({ text }, rank) => text === other.sources[rank]?.text) &&
    rest(one) === rest(other)
  )
}

interface ParsedSource {
  readonly source: Source
  readonly document: Document
}

const utf8 = new TextEncoder()
