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

/**
 * A programme: its files on the disk, or open buffers in their place. `programme` is immutable;
 * only changed documents are parsed again.
 */
export class ProgrammeFolder {
  readonly root: string
  readonly #parse: Parser | undefined
  /** Increases with each change of any text. */
  version = 0
  #listing: readonly Finding[] = []
  /** The files on the disk. A part is what one file gave: a source, an asset or findings. */
  readonly #onDisk = new Map<string, { readonly stamp: string; readonly part: Folder }>()
  readonly #typed = new Map<string, Folder>()
  #documents = new Map<string, ParsedSource>()
  #assets: Folder['assets'] = []
  #programme: Programme | null = null
  #sources: readonly Source[] = []

  constructor(root: string, parse?: Parser) {
    this.root = root
    this.#parse = parse
    this.reread()
  }

  get programme(): Programme {
    this.#programme ??= this.#build()
    return this.#programme
  }

  get sources(): readonly Source[] {
    void this.programme
    return this.#sources
  }

  /** Whether every open buffer equals its file. */
  get isSaved(): boolean {
    return [...this.#typed].every(
      ([path, { sources }]) => sources[0]?.text === this.#onDisk.get(path)?.part.sources[0]?.text,
    )
  }

  type(path: string, text: string): void {
    const typed = readFiles([{ path, bytes: () => utf8.encode(text) }], [])
    this.#edit(path, () => this.#typed.set(path, typed))
  }

  close(path: string): void {
    this.#edit(path, () => this.#typed.delete(path))
  }

  #edit(path: string, change: () => void): void {
    const before = this.#partAt(path)
    change()
    if (!isSame(before, this.#partAt(path))) this.#changed()
  }

  /** Whether the file exists, saved or not. */
  has(path: string): boolean {
    return this.#onDisk.has(path) || this.#typed.has(path)
  }

  /** Reads again new files, files whose `stamp` changed, and the `named` files. */
  reread(named: readonly string[] = []): void {
    const findings: Finding[] = []
    const files = this.#list(findings)
    const there = new Set(files.map(({ path }) => path))
    let moved = JSON.stringify(findings) !== JSON.stringify(this.#listing)
    this.#listing = [...findings]
    for (const path of this.#onDisk.keys()) if (!there.has(path)) moved = this.#onDisk.delete(path)
    for (const file of files) {
      const known = this.#onDisk.get(file.path)
      if (known !== undefined && known.stamp === file.stamp() && !named.includes(file.path))
        continue
      findings.length = 0
      const { sources, assets, findings: found } = readFiles([file], findings)
      this.#onDisk.set(file.path, {
        stamp: file.stamp(),
        part: { sources, assets, findings: [...found] },
      })
      moved = true
    }
    if (moved) this.#changed()
  }

  #partAt(path: string): Folder | undefined {
    return this.#typed.get(path) ?? this.#onDisk.get(path)?.part
  }

  // A deleted folder is empty, although its files may still be open.
  #list(findings: Finding[]) {
    try {
      return listFiles(this.root, findings)
    } catch {
      return []
    }
  }

  #changed(): void {
    this.version++
    this.#programme = null
  }

  // The same array until an asset changes, for caches by identity.
  #assetsIn(parts: readonly Folder[]): Folder['assets'] {
    const assets = parts.flatMap((part) => part.assets)
    const isSame =
      assets.length === this.#assets.length &&
      assets.every((asset, at) => asset === this.#assets[at])
    if (!isSame) this.#assets = assets
    return this.#assets
  }

  #build(): Programme {
    const saved = [...this.#onDisk]
      .filter(([path]) => !this.#typed.has(path))
      .map(([, { part }]) => part)
    const parts = [...saved, ...this.#typed.values()]
    const kept = new Map<string, ParsedSource>()
    const folder: Folder = {
      sources: parts.flatMap(({ sources }) => sources),
      assets: this.#assetsIn(parts),
      findings: [...this.#listing, ...parts.flatMap(({ findings }) => findings)],
    }
    const programme = buildProgramme(folder, (source, kind) => {
      const known = this.#documents.get(source.path)
      // Compares identity first: `text` is decoded at each access.
      const isKnown =
        known !== undefined && (known.source === source || known.document.text === source.text)
      const document = isKnown ? known.document : readDocument(source, kind, this.#parse)
      kept.set(source.path, { source, document })
      return document
    })
    this.#documents = kept
    this.#sources = folder.sources
    return programme
  }
}

// Whether two contents are equal, as when an unchanged file is opened or closed.
function isSame(one: Folder | undefined, other: Folder | undefined): boolean {
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
