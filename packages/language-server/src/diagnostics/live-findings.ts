import { type Document, type Finding, memoize, type Programme } from '@cahier/core'
import { compareAhead, lint, type Settings, settingsOf, textFindings } from '@cahier/lint'
import { inSlices, now, turn } from '../server/in-slices.ts'
import type { ProgrammeFolder } from '../workspace/programme-folder.ts'
import type { FindingsCache } from './findings-cache.ts'
import { shownFindings } from './shown-findings.ts'

/**
 * Files from which on heads are read little by little before anything is said: with fewer, saying
 * it sooner matters more.
 */
const MANY = 400
/** Milliseconds of rest that are asked for at most. */
const LONGEST_REST = 2000

/** What is said of one file, and how often that has changed. */
export interface FileFindings {
  readonly findings: readonly Finding[]
  readonly id: string
}

/**
 * The findings of a programme, kept up with what is typed: those of the file at hand at once, of
 * the others when the hands rest, a file at a time, so that nothing is ever held up. A class
 * because it lives as long as its programme.
 */
export class LiveFindings {
  readonly #folder: ProgrammeFolder
  readonly #day: (timezone: string) => string
  readonly #heard: (path: string) => void
  readonly #cache: FindingsCache | undefined
  readonly #said = new Map<string, FileFindings & { readonly version: number }>()
  readonly #stirred = new Set<string>()
  #isSettling = false
  #warmed: Promise<void> | undefined
  #passTook = 0
  /** The version of which all findings are remembered; -1 before anything was recalled. */
  #remembered = -1

  /** `heard` is told of each file of which something else is said than before. */
  constructor(
    folder: ProgrammeFolder,
    day: (timezone: string) => string,
    heard: (path: string) => void,
    cache?: FindingsCache,
  ) {
    this.#folder = folder
    this.#day = day
    this.#heard = heard
    this.#cache = cache
  }

  /** What is to be said of a file as it stands now. */
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

  /** Every file of which something can be said. */
  get paths(): readonly string[] {
    return pathsIn(this.#folder.programme)
  }

  /**
   * Looks at these files first, letting the editor speak in between, and stops when the text
   * changes: then somebody will look again.
   */
  async look(paths: readonly string[]): Promise<void> {
    const { version } = this.#folder
    // Where nothing is open, whoever asks something is answered first.
    if (paths.length > 0) this.#recall()
    const isSaid = (path: string) => this.#said.get(path)?.version === version
    const tell = (path: string) => isSaid(path) && this.#stirred.delete(path) && this.#heard(path)
    for (const path of paths) tell(path)
    // What was recalled of the other files is told once that is on its way.
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
      // In steps, none of which is long: the tree, what the text alone says, what is asked of other
      // texts, and then the rest.
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

  // Rules ask for all heads at once: these are read little by little before any rule speaks.
  #warm(): Promise<void> {
    this.#warmed ??= this.#read(({ head }) => head)
    return this.#warmed
  }

  #read(part: (document: Document) => unknown): Promise<void> {
    return inSlices(this.#folder.programme.documents, part)
  }

  /**
   * Goes through all files whenever `rest` lets it. When the text changes on the way, begins again:
   * the promise is kept once all that was said holds for the text as it is.
   */
  async settle(rest: (atLeast: number) => Promise<void>): Promise<void> {
    if (this.#isSettling) return
    this.#isSettling = true
    try {
      for (let settled = -1; settled !== this.#folder.version; ) {
        // The longer it takes to look at everything, the longer the hands must rest: a machine need
        // not run hot.
        await rest(Math.min(this.#passTook, LONGEST_REST))
        settled = this.#folder.version
        const before = now()
        this.#recall()
        await this.#warm()
        // Some rules ask for all bodies, too.
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

  /** A file that was typed in is spoken of again, even to say the same. */
  stir(path: string): void {
    this.#stirred.add(path)
  }

  /** What was last said of a file; `null` when it is gone. */
  last(path: string): FileFindings | null {
    return this.#said.get(path) ?? null
  }

  /** The files of which something is said. */
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

  // Only once: a text that is being typed is not the one that was remembered.
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

  // What was saved, and nothing else: it is what the next to come will find.
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
