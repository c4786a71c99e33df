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

/** What one file gave when it was read: a source or an asset, or what is wrong with it. */
type Part = Folder

/**
 * One programme: the folder on the disk, and over it the texts that are being typed. `programme` is
 * always the latest, and immutable: what was parsed is kept as long as its text is the same. A
 * class because it lives as long as the editor does.
 */
export class ProgrammeFolder {
  readonly root: string
  readonly #parse: Parser | undefined
  /** Rises with each change of any text. */
  version = 0
  #listing: readonly Finding[] = []
  readonly #onDisk = new Map<string, { readonly stamp: string; readonly part: Part }>()
  readonly #typed = new Map<string, Part>()
  #documents = new Map<string, Read>()
  #assets: Folder['assets'] = []
  #programme: Programme | null = null
  #sources: readonly Source[] = []

  /** `parse` reads its Markdown; the reference when none is given. */
  constructor(root: string, parse?: Parser) {
    this.root = root
    this.#parse = parse
    this.reread()
  }

  get programme(): Programme {
    this.#programme ??= this.#build()
    return this.#programme
  }

  /** Every text that the programme is made of. */
  get sources(): readonly Source[] {
    void this.programme
    return this.#sources
  }

  /** Whether nothing is typed that the disk does not hold. */
  get isSaved(): boolean {
    return [...this.#typed].every(
      ([path, { sources }]) => sources[0]?.text === this.#onDisk.get(path)?.part.sources[0]?.text,
    )
  }

  /** The text of a file as it is typed, not as it was saved. */
  type(path: string, text: string): void {
    const before = this.#partAt(path)
    this.#typed.set(path, readFiles([{ path, bytes: () => utf8.encode(text) }], []))
    if (!isSame(before, this.#partAt(path))) this.#changed()
  }

  /** A file is no longer being typed: the disk says again what it holds. */
  close(path: string): void {
    const before = this.#partAt(path)
    this.#typed.delete(path)
    if (!isSame(before, this.#partAt(path))) this.#changed()
  }

  /** Whether there is such a file, saved or not. */
  has(path: string): boolean {
    return this.#onDisk.has(path) || this.#typed.has(path)
  }

  /**
   * Looks at the disk again, and reads what is new there, what has another size or time, and the
   * files named.
   */
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

  #partAt(path: string): Part | undefined {
    return this.#typed.get(path) ?? this.#onDisk.get(path)?.part
  }

  // A folder that went away holds nothing: the editor may still have its files open.
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

  // The same list as long as nothing of it has changed: what was computed with it holds.
  #assetsIn(parts: readonly Part[]): Folder['assets'] {
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
    const kept = new Map<string, Read>()
    const folder: Folder = {
      sources: parts.flatMap(({ sources }) => sources),
      assets: this.#assetsIn(parts),
      findings: [...this.#listing, ...parts.flatMap(({ findings }) => findings)],
    }
    const programme = buildProgramme(folder, (source, kind) => {
      const known = this.#documents.get(source.path)
      // A text is made of its bytes each time it is asked for, and all files but one are what they
      // were.
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

// To open a file, or to close it, changes nothing when it is as it was saved.
function isSame(one: Part | undefined, other: Part | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return one === other
  const rest = ({ sources, assets, findings }: Part) =>
    JSON.stringify([sources.map(({ path }) => path), assets, findings])
  return (
    one.sources.every(({ text }, rank) => text === other.sources[rank]?.text) &&
    rest(one) === rest(other)
  )
}

/** A document, and the source that it was read from last. */
interface Read {
  readonly source: Source
  readonly document: Document
}

const utf8 = new TextEncoder()
