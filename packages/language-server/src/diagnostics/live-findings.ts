import { type Document, type Finding, memoize, type Programme } from '@cahier/core'
import { lint, type Settings, settingsOf, textFindings, warmComparisonCaches } from '@cahier/lint'
import { inSlices, now, turn } from '../in-slices.ts'
import type { ProgrammeFolder } from '../workspace/programme-folder.ts'
import type { CachedFindings } from './findings-cache.ts'
import { shownFindings } from './shown-findings.ts'

// With more files, all front matter is parsed in slices first.
const MANY = 400
const LONGEST_REST = 2000

/** The findings of one file; `id` changes when they change. */
export interface FileFindings {
  readonly findings: readonly Finding[]
  readonly id: string
}

/**
 * Keeps the findings of a programme up to date: the edited file at once, the others one by one
 * after a pause.
 */
export class LiveFindings {
  readonly #folder: ProgrammeFolder
  readonly #day: (timezone: string) => string
  readonly #notify: (path: string) => void
  readonly #cache: CachedFindings | undefined
  readonly #last = new Map<string, FileFindings & { readonly version: number }>()
  readonly #toSend = new Set<string>()
  #isCheckingAll = false
  #warmed: Promise<void> | undefined
  #passTook = 0
  /** The version in the cache; -1 before the first lookup. */
  #cachedVersion = -1

  /** Calls `notify` with each file whose findings changed. */
  constructor(
    folder: ProgrammeFolder,
    day: (timezone: string) => string,
    notify: (path: string) => void,
    cache?: CachedFindings,
  ) {
    this.#folder = folder
    this.#day = day
    this.#notify = notify
    this.#cache = cache
  }

  /** The current findings of a file. */
  on(path: string): FileFindings {
    const { programme, version } = this.#folder
    this.#readCache()
    const before = this.#last.get(path)
    if (before?.version === version) return before
    const findings = lint(programme, {
      includes: (one) => one === path,
      day: this.#today,
      textFindings: this.#textFindings,
    })
    return this.#keep(path, findings, version)
  }

  get paths(): readonly string[] {
    return pathsIn(this.#folder.programme)
  }

  /** Checks these files, with pauses for messages, and stops when a text changes. */
  async check(paths: readonly string[]): Promise<void> {
    const { version } = this.#folder
    // Open files need the cache now; otherwise pending requests come first.
    if (paths.length > 0) this.#readCache()
    const isDone = (path: string) => this.#last.get(path)?.version === version
    const send = (path: string) => isDone(path) && this.#toSend.delete(path) && this.#notify(path)
    for (const path of paths) send(path)
    // Cached findings of the other files are sent in the next turn.
    await turn()
    if (this.#folder.version !== version) return
    for (const path of this.#toSend) send(path)
    const pending = paths.filter((path) => !isDone(path))
    if (pending.length > 0 && this.#folder.programme.documents.length > MANY) await this.#warm()
    const { documents, manifest } = this.#folder.programme
    const byPath = new Map(
      pending.length > 0 ? documents.map((document) => [document.path, document]) : [],
    )
    for (const path of pending) {
      const document = byPath.get(path)
      // Short steps, so that messages need not wait.
      const steps = [
        () => document?.body,
        () => document && this.#textFindings(document, settingsOf(manifest)),
        () =>
          document && inSlices(warmComparisonCaches(this.#folder.programme, document), () => {}),
        () => this.on(path),
      ]
      for (const step of steps) {
        if (this.#folder.version !== version) return
        await step()
        await turn()
      }
    }
  }

  // Parses front matter in slices, since rules that read all of it would delay messages.
  #warm(): Promise<void> {
    this.#warmed ??= this.#read(({ head }) => head)
    return this.#warmed
  }

  #read(part: (document: Document) => unknown): Promise<void> {
    return inSlices(this.#folder.programme.documents, part)
  }

  /** Checks all files after `rest`, a pause in typing, and again while texts change. */
  async checkAll(rest: (atLeast: number) => Promise<void>): Promise<void> {
    if (this.#isCheckingAll) return
    this.#isCheckingAll = true
    try {
      for (let settled = -1; settled !== this.#folder.version; ) {
        // The pause grows with the time of a full pass, to spare slow machines.
        await rest(Math.min(this.#passTook, LONGEST_REST))
        settled = this.#folder.version
        const before = now()
        this.#readCache()
        await this.#warm()
        // Some rules read the Markdown of all files.
        if (this.#passTook === 0) await this.#read(({ body }) => body)
        await this.check(this.paths)
        if (settled === this.#folder.version) this.#passTook = now() - before
      }
      await this.#writeCache()
      const there = new Set(this.paths)
      for (const path of this.#last.keys()) if (!there.has(path)) this.#forget(path)
    } finally {
      this.#isCheckingAll = false
    }
  }

  /** Sends the findings of this file again, even when unchanged. */
  sendAgain(path: string): void {
    this.#toSend.add(path)
  }

  /** The last findings of a file; `null` when there are none. */
  last(path: string): FileFindings | null {
    return this.#last.get(path) ?? null
  }

  get pathsWithFindings(): readonly string[] {
    return [...this.#last].filter(([, { findings }]) => findings.length > 0).map(([path]) => path)
  }

  get #today(): string {
    return this.#day(this.#folder.programme.manifest.timezone)
  }

  readonly #textFindings = memoize(
    (document: Document, settings: Settings): readonly Finding[] =>
      this.#cache?.recallText(document, settings) ?? textFindings(document, settings),
  )

  // Reads the cache once: later texts differ from the cached ones.
  #readCache(): void {
    if (this.#cache === undefined || this.#cachedVersion >= 0) return
    const { programme, sources, version } = this.#folder
    const findings = this.#cache.recall(programme, sources, this.#today)
    this.#cachedVersion = findings === undefined ? 0 : version
    if (findings === undefined) return
    const byPath = new Map<string, Finding[]>(this.paths.map((path) => [path, []]))
    for (const finding of findings) byPath.get(finding.path)?.push(finding)
    for (const [path, its] of byPath) {
      this.#last.set(path, { findings: its, id: String(version), version })
      if (its.length > 0) this.#toSend.add(path)
    }
  }

  // Writes the cache only when all texts are saved, since the next session reads saved texts.
  async #writeCache(): Promise<void> {
    const { programme, sources, version, isSaved } = this.#folder
    if (this.#cache === undefined || this.#cachedVersion === version || !isSaved) return
    const settings = settingsOf(programme.manifest)
    const findings = this.paths.flatMap((path) => this.#last.get(path)?.findings ?? [])
    await turn()
    this.#cache.keep(programme, sources, this.#today, findings, (document) =>
      this.#textFindings(document, settings),
    )
    this.#cachedVersion = version
  }

  #keep(path: string, findings: readonly Finding[], version: number): FileFindings {
    const before = this.#last.get(path)
    const isSame =
      before !== undefined &&
      JSON.stringify(shownFindings(before.findings)) === JSON.stringify(shownFindings(findings))
    const latest = { findings, id: isSame ? before.id : String(version), version }
    this.#last.set(path, latest)
    const mustSend = this.#toSend.delete(path)
    const isNews = before === undefined ? findings.length > 0 : !isSame
    if (mustSend || isNews) this.#notify(path)
    return latest
  }

  #forget(path: string): void {
    const before = this.#last.get(path)
    this.#last.delete(path)
    if (before !== undefined && before.findings.length > 0) this.#notify(path)
  }
}

function pathsIn(programme: Programme): readonly string[] {
  const paths = [...programme.documents, ...programme.assets, ...programme.folderFindings].map(
    ({ path }) => path,
  )
  return [...new Set(paths)]
}
