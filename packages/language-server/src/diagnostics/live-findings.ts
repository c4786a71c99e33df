import { type Document, type Finding, memoize, type Programme } from '@cahier/core'
import { compareAhead, lint, type Settings, settingsOf, textFindings } from '@cahier/lint'
import { inSlices, now, turn } from '../server/in-slices.ts'
import type { ProgrammeFolder } from '../workspace/programme-folder.ts'
import type { CachedFindings } from './findings-cache.ts'
import { shownFindings } from './shown-findings.ts'

/**
 * Number of files above which front matters are read in slices first; with fewer, the first
 * findings matter more.
 */
const MANY = 400
/** Longest pause, in milliseconds. */
const LONGEST_REST = 2000

/** The findings of one file, with an id that changes with them. */
export interface FileFindings {
  readonly findings: readonly Finding[]
  readonly id: string
}

/**
 * Keeps the findings of a programme up to date: the file being typed at once, the others one by one
 * after a pause. A class because it lives as long as its programme.
 */
export class LiveFindings {
  readonly #folder: ProgrammeFolder
  readonly #day: (timezone: string) => string
  readonly #heard: (path: string) => void
  readonly #cache: CachedFindings | undefined
  readonly #said = new Map<string, FileFindings & { readonly version: number }>()
  readonly #stirred = new Set<string>()
  #isSettling = false
  #warmed: Promise<void> | undefined
  #passTook = 0
  /** The version that the cache holds; -1 before the first lookup. */
  #remembered = -1

  /** `heard` is called with each file whose findings changed. */
  constructor(
    folder: ProgrammeFolder,
    day: (timezone: string) => string,
    heard: (path: string) => void,
    cache?: CachedFindings,
  ) {
    this.#folder = folder
    this.#day = day
    this.#heard = heard
    this.#cache = cache
  }

  /** The findings of a file now. */
  on(path: string): FileFindings {
    const { programme, version } = this.#folder
    this.#recall()
    const before = this.#said.get(path)
    if (before?.version === version) return before
    const findings = lint(programme, {
      includes: (one) => one === path,
      day: this.#today,
      textFindings: this.#textFindings,
    })
    return this.#keep(path, findings, version)
  }

  /** Every file that can have findings. */
  get paths(): readonly string[] {
    return pathsIn(this.#folder.programme)
  }

  /** Checks these files first, letting messages through, and stops when a text changes. */
  async look(paths: readonly string[]): Promise<void> {
    const { version } = this.#folder
    // Without open files, pending requests come before the cache lookup.
    if (paths.length > 0) this.#recall()
    const isSaid = (path: string) => this.#said.get(path)?.version === version
    const tell = (path: string) => isSaid(path) && this.#stirred.delete(path) && this.#heard(path)
    for (const path of paths) tell(path)
    // Cached findings of the other files are sent in the next turn.
    await turn()
    if (this.#folder.version !== version) return
    for (const path of this.#stirred) tell(path)
    const unsaid = paths.filter((path) => !isSaid(path))
    if (unsaid.length > 0 && this.#folder.programme.documents.length > MANY) await this.#warm()
    const { documents, manifest } = this.#folder.programme
    const byPath = new Map(
      unsaid.length > 0 ? documents.map((document) => [document.path, document]) : [],
    )
    for (const path of unsaid) {
      const document = byPath.get(path)
      // In short steps: the tree, the findings of the text alone, the comparisons with other texts,
      // the rest.
      const steps = [
        () => document?.body,
        () => document && this.#textFindings(document, settingsOf(manifest)),
        () => document && inSlices(compareAhead(this.#folder.programme, document), () => {}),
        () => this.on(path),
      ]
      for (const step of steps) {
        if (this.#folder.version !== version) return
        await step()
        await turn()
      }
    }
  }

  // Rules read all front matters at once: they are parsed in slices before.
  #warm(): Promise<void> {
    this.#warmed ??= this.#read(({ head }) => head)
    return this.#warmed
  }

  #read(part: (document: Document) => unknown): Promise<void> {
    return inSlices(this.#folder.programme.documents, part)
  }

  /**
   * Checks all files when `rest` allows, and starts again when a text changes. Resolves when the
   * findings match the texts.
   */
  async settle(rest: (atLeast: number) => Promise<void>): Promise<void> {
    if (this.#isSettling) return
    this.#isSettling = true
    try {
      for (let settled = -1; settled !== this.#folder.version; ) {
        // The pause grows with the time that a full pass takes, to spare slow machines.
        await rest(Math.min(this.#passTook, LONGEST_REST))
        settled = this.#folder.version
        const before = now()
        this.#recall()
        await this.#warm()
        // Some rules read all bodies.
        if (this.#passTook === 0) await this.#read(({ body }) => body)
        await this.look(this.paths)
        if (settled === this.#folder.version) this.#passTook = now() - before
      }
      await this.#remember()
      const there = new Set(this.paths)
      for (const path of this.#said.keys()) if (!there.has(path)) this.#forget(path)
    } finally {
      this.#isSettling = false
    }
  }

  /** Sends the findings of this file again, even when unchanged. */
  stir(path: string): void {
    this.#stirred.add(path)
  }

  /** The last findings of a file; `null` when it is gone. */
  last(path: string): FileFindings | null {
    return this.#said.get(path) ?? null
  }

  /** The files that have findings. */
  get spoken(): readonly string[] {
    return [...this.#said].filter(([, { findings }]) => findings.length > 0).map(([path]) => path)
  }

  get #today(): string {
    return this.#day(this.#folder.programme.manifest.timezone)
  }

  readonly #textFindings = memoize(
    (document: Document, settings: Settings): readonly Finding[] =>
      this.#cache?.recallText(document, settings) ?? textFindings(document, settings),
  )

  // Only once: a text being typed is not the cached one.
  #recall(): void {
    if (this.#cache === undefined || this.#remembered >= 0) return
    const { programme, sources, version } = this.#folder
    const findings = this.#cache.recall(programme, sources, this.#today)
    this.#remembered = findings === undefined ? 0 : version
    if (findings === undefined) return
    const byPath = new Map<string, Finding[]>(this.paths.map((path) => [path, []]))
    for (const finding of findings) byPath.get(finding.path)?.push(finding)
    for (const [path, its] of byPath) {
      this.#said.set(path, { findings: its, id: String(version), version })
      if (its.length > 0) this.#stirred.add(path)
    }
  }

  // Only saved texts are cached, as the next session will read them.
  async #remember(): Promise<void> {
    const { programme, sources, version, isSaved } = this.#folder
    if (this.#cache === undefined || this.#remembered === version || !isSaved) return
    const settings = settingsOf(programme.manifest)
    const findings = this.paths.flatMap((path) => this.#said.get(path)?.findings ?? [])
    await turn()
    this.#cache.keep(programme, sources, this.#today, findings, (document) =>
      this.#textFindings(document, settings),
    )
    this.#remembered = version
  }

  #keep(path: string, findings: readonly Finding[], version: number): FileFindings {
    const before = this.#said.get(path)
    const isSame =
      before !== undefined &&
      JSON.stringify(shownFindings(before.findings)) === JSON.stringify(shownFindings(findings))
    const said = { findings, id: isSame ? before.id : String(version), version }
    this.#said.set(path, said)
    const isStirred = this.#stirred.delete(path)
    const isNews = before === undefined ? findings.length > 0 : !isSame
    if (isStirred || isNews) this.#heard(path)
    return said
  }

  #forget(path: string): void {
    const before = this.#said.get(path)
    this.#said.delete(path)
    if (before !== undefined && before.findings.length > 0) this.#heard(path)
  }
}

function pathsIn(programme: Programme): readonly string[] {
  const paths = [...programme.documents, ...programme.assets, ...programme.folderFindings].map(
    ({ path }) => path,
  )
  return [...new Set(paths)]
}
