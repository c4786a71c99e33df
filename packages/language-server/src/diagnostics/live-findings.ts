import { type Document, type Finding, memoize } from '@cahier/core'
import { lint, type Settings, settingsOf, textFindings, warmComparisonCaches } from '@cahier/lint'
import { handleMessages, inSlices, now } from '../in-slices.ts'
import { shownFindings } from '../protocol/shown-findings.ts'
import type { ProgrammeFolder } from '../workspace/programme-folder.ts'
import type { CachedFindings } from './findings-cache.ts'

// With more files than this, all front matter is parsed first, in slices (with pauses).
const MANY = 400
// In milliseconds.
const LONGEST_REST = 2000

/** The findings of one file; `id` changes with the findings. */
export interface FileFindings {
  readonly findings: readonly Finding[]
  readonly id: string
}

/**
 * Keeps the findings of a programme up to date: the edited file at once, other files one by one
 * after a pause. Calls `notify` with each file whose findings changed.
 */
export function liveFindings(
  folder: ProgrammeFolder,
  day: (timezone: string) => string,
  notify: (path: string) => void,
  cache?: CachedFindings,
) {
  const latest = new Map<string, FileFindings & { readonly version: number }>()
  const toSend = new Set<string>()
  let isCheckingAll = false
  let warmed: Promise<void> | undefined
  let passTook = 0
  /** The version in the cache; -1 before the first lookup. */
  let cachedVersion = -1
  const pathsNow = () => {
    const { documents, assets, folderFindings } = folder.programme
    return [...new Set([...documents, ...assets, ...folderFindings].map(({ path }) => path))]
  }
  const today = () => day(folder.programme.manifest.timezone)
  const findingsOfText = memoize(
    (document: Document, settings: Settings): readonly Finding[] =>
      cache?.recallText(document, settings) ?? textFindings(document, settings),
  )
  return {
    on,
    check,
    checkAll,
    paths: pathsNow,
    /** The next check sends these findings again, even unchanged. */
    sendAgain: (path: string) => void toSend.add(path),
    /** The last findings of a file; `null` when never checked. */
    last: (path: string): FileFindings | null => latest.get(path) ?? null,
    pathsWithFindings: () =>
      [...latest].filter(([, { findings }]) => findings.length > 0).map(([path]) => path),
  }

  function on(path: string): FileFindings {
    const { programme, version } = folder
    readCache()
    const before = latest.get(path)
    if (before?.version === version) return before
    const findings = lint(programme, {
      includes: (one) => one === path,
      day: today(),
      textFindings: findingsOfText,
    })
    return keep(path, findings, version)
  }

  /** Checks these files, with pauses for client messages, until a text changes. */
  async function check(paths: readonly string[]) {
    const { version } = folder
    // Open files need the cache now. When no file is open, `checkAll` reads the cache later, after
    // its pause.
    if (paths.length > 0) readCache()
    const isDone = (path: string) => latest.get(path)?.version === version
    const send = (path: string) => isDone(path) && toSend.delete(path) && notify(path)
    for (const path of paths) send(path)
    // Cached findings of the other files are sent in the next turn.
    await handleMessages()
    if (folder.version !== version) return
    for (const path of toSend) send(path)
    const pending = paths.filter((path) => !isDone(path))
    if (pending.length > 0 && folder.programme.documents.length > MANY) await warm()
    const { documents, manifest } = folder.programme
    const byPath = new Map(
      pending.length > 0 ? documents.map((document) => [document.path, document]) : [],
    )
    for (const path of pending) {
      const document = byPath.get(path)
      // Short steps, so that messages need not wait.
      const steps = [
        () => document?.body,
        () => document && findingsOfText(document, settingsOf(manifest)),
        () => document && inSlices(warmComparisonCaches(folder.programme, document), () => {}),
        () => on(path),
      ]
      for (const step of steps) {
        if (folder.version !== version) return
        await step()
        await handleMessages()
      }
    }
  }

  // Parses all front matter in slices, since rules that read it would delay messages.
  function warm() {
    warmed ??= inSlices(folder.programme.documents, ({ head }) => head)
    return warmed
  }

  /** Checks all files after a pause in typing (`rest`), and again if a text changed meanwhile. */
  async function checkAll(rest: (atLeast: number) => Promise<void>) {
    if (isCheckingAll) return
    isCheckingAll = true
    try {
      for (let settled = -1; settled !== folder.version; ) {
        // The pause grows with the time of a full pass, to spare slow machines.
        await rest(Math.min(passTook, LONGEST_REST))
        settled = folder.version
        const before = now()
        readCache()
        await warm()
        // Some rules read the Markdown of all files.
        if (passTook === 0) await inSlices(folder.programme.documents, ({ body }) => body)
        await check(pathsNow())
        if (settled === folder.version) passTook = now() - before
      }
      await writeCache()
      const there = new Set(pathsNow())
      for (const path of latest.keys()) if (!there.has(path)) forget(path)
    } finally {
      isCheckingAll = false
    }
  }

  // Reads the cache once: later texts differ from the cached texts.
  function readCache() {
    if (cache === undefined || cachedVersion >= 0) return
    const { programme, sources, version } = folder
    const findings = cache.recall(programme, sources, today())
    cachedVersion = findings === undefined ? 0 : version
    if (findings === undefined) return
    const byPath = new Map<string, Finding[]>(pathsNow().map((path) => [path, []]))
    for (const finding of findings) byPath.get(finding.path)?.push(finding)
    for (const [path, its] of byPath) {
      latest.set(path, { findings: its, id: String(version), version })
      if (its.length > 0) toSend.add(path)
    }
  }

  // Writes the cache only when all texts are saved, since the next session reads saved texts.
  async function writeCache() {
    const { programme, sources, version, isSaved } = folder
    if (cache === undefined || cachedVersion === version || !isSaved) return
    const settings = settingsOf(programme.manifest)
    const findings = pathsNow().flatMap((path) => latest.get(path)?.findings ?? [])
    await handleMessages()
    cache.keep(programme, sources, today(), findings, (document) =>
      findingsOfText(document, settings),
    )
    cachedVersion = version
  }

  function keep(path: string, findings: readonly Finding[], version: number): FileFindings {
    const before = latest.get(path)
    const isSame =
      before !== undefined &&
      JSON.stringify(shownFindings(before.findings)) === JSON.stringify(shownFindings(findings))
    const current = { findings, id: isSame ? before.id : String(version), version }
    latest.set(path, current)
    const mustSend = toSend.delete(path)
    const isNews = before === undefined ? findings.length > 0 : !isSame
    if (mustSend || isNews) notify(path)
    return current
  }

  function forget(path: string) {
    const before = latest.get(path)
    latest.delete(path)
    if (before !== undefined && before.findings.length > 0) notify(path)
  }
}
