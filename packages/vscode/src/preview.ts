import { Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { LocalizedText } from './forms/form.ts'
import { localized } from './language.ts'

/** What a panel shows: the page of a proposal, or its amendments. */
export type PreviewKind = 'page' | 'amendments'

/**
 * The command that a click on a link of a page runs. The argument of this command is the URI of the
 * linked file.
 */
export const OPEN_LINK_COMMAND = 'cahier.follow'

// The pages of a file, `''` for a missing page. Null for a file without previews.
type Pages = Readonly<Record<PreviewKind, string>> | null

/**
 * Shows the page of a proposal as it will be published, or its amendments as tracked changes. Each
 * kind has one panel, without scripts, updated during pauses in typing.
 */
export function previewsOf(server: BaseLanguageClient) {
  const panels = new Map<PreviewKind, { readonly panel: WebviewPanel; readonly uri: string }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Milliseconds that the last request took: the pause before an update grows with it. */
  let took = 0
  const listening = [
    workspace.onDidChangeTextDocument(updateSoon),
    workspace.onDidSaveTextDocument(updateSoon),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined && panels.size > 0) void follow(editor.document.uri)
    }),
  ]
  return {
    async show(kind: PreviewKind, file: Uri): Promise<void> {
      const pages = await ask(file.toString())
      if (pages === null || pages[kind] === '')
        return void window.showInformationMessage(localized(NONE[kind]))
      showPage(kind, file.toString(), pages[kind]).reveal(undefined, true)
    },
    dispose(): void {
      clearTimeout(timer)
      for (const one of listening) one.dispose()
      for (const { panel } of panels.values()) panel.dispose()
    },
  }

  // The page of another file gets a new panel: the old one would keep its scroll position.
  function showPage(kind: PreviewKind, uri: string, page: string): WebviewPanel {
    const known = panels.get(kind)
    const panel = known?.uri === uri ? known.panel : open(kind, known?.panel.viewColumn)
    panels.set(kind, { panel, uri })
    if (known?.panel !== panel) known?.panel.dispose()
    draw(panel, page)
    return panel
  }

  function open(kind: PreviewKind, viewColumn: ViewColumn = ViewColumn.Beside): WebviewPanel {
    const panel = window.createWebviewPanel(
      'cahier.preview',
      localized(TITLES[kind]),
      { viewColumn, preserveFocus: true },
      { enableScripts: false, enableCommandUris: [OPEN_LINK_COMMAND], localResourceRoots: [] },
    )
    panel.onDidDispose(() => {
      if (panels.get(kind)?.panel === panel) panels.delete(kind)
    })
    return panel
  }

  function updateSoon(): void {
    if (panels.size === 0) return
    clearTimeout(timer)
    timer = setTimeout(() => void update(), Math.max(250, 3 * took))
  }

  async function update(): Promise<void> {
    for (const [kind, { panel, uri }] of panels) {
      const pages = await ask(uri)
      if (pages !== null && pages[kind] !== '') draw(panel, pages[kind])
    }
  }

  // A panel for which the file has no page stays as it is.
  async function follow(file: Uri): Promise<void> {
    const pages = await ask(file.toString())
    if (pages === null) return
    for (const kind of [...panels.keys()])
      if (pages[kind] !== '') showPage(kind, file.toString(), pages[kind])
  }

  async function ask(uri: string): Promise<Pages> {
    const start = performance.now()
    const pages = await server.sendRequest<Pages>('cahier/preview', {
      uri: server.code2ProtocolConverter.asUri(Uri.parse(uri)),
    })
    took = performance.now() - start
    return pages
  }
}

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`
/** Removes the editor's fonts and colours. */
const PLAIN =
  '<style>body,a,a code,code,kbd,pre,blockquote{all:revert}p>a{text-decoration:1px underline var(--r,currentColor)}</style>'

function draw(panel: WebviewPanel, page: string): void {
  panel.webview.html = page
    .replace('<head>', () => `<head>${POLICY}${PLAIN}`)
    .replace(
      / href="(file:[^"]*)"/g,
      (_, uri: string) =>
        ` href="command:${OPEN_LINK_COMMAND}?${encodeURIComponent(JSON.stringify([uri]))}"`,
    )
}

const TITLES: Readonly<Record<PreviewKind, LocalizedText>> = {
  page: { fr: 'Comme elle sera publiée', en: 'As it will be published' },
  amendments: { fr: 'Amendements', en: 'Amendments' },
}

const NONE: Readonly<Record<PreviewKind, LocalizedText>> = {
  page: {
    fr: 'Ce fichier n’est pas une proposition que l’on publie.',
    en: 'This file is not a proposal that is published.',
  },
  amendments: {
    fr: 'Aucun amendement n’attend sur ce texte.',
    en: 'No amendment is waiting on this text.',
  },
}
