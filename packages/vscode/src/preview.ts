import { type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { LocalizedText } from './forms/form.ts'
import { localized } from './language.ts'

/** What a panel shows: the page of a proposal, or its amendments. */
export type PreviewKind = 'page' | 'amendments'

/** The command that a link of a page runs, with the address of a file. */
export const FOLLOW = 'cahier.follow'

// The pages of a file, `''` for none; null for a file without previews.
type Pages = Readonly<Record<PreviewKind, string>> | null

/**
 * Shows the page of a proposal as it will be published, or its amendments as tracked changes. Each
 * kind has one panel, without scripts, updated during pauses in typing.
 */
export class Preview implements Disposable {
  readonly #server: BaseLanguageClient
  readonly #panels = new Map<PreviewKind, { readonly panel: WebviewPanel; readonly uri: string }>()
  readonly #listening: Disposable[]
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Milliseconds that the last request took: the pause before an update grows with it. */
  #took = 0

  constructor(server: BaseLanguageClient) {
    this.#server = server
    this.#listening = [
      workspace.onDidChangeTextDocument(() => this.#updateSoon()),
      workspace.onDidSaveTextDocument(() => this.#updateSoon()),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && this.#panels.size > 0) void this.#follow(editor.document.uri)
      }),
    ]
  }

  async show(kind: PreviewKind, file: Uri): Promise<void> {
    const pages = await this.#ask(file.toString())
    if (pages === null || pages[kind] === '')
      return void window.showInformationMessage(localized(NONE[kind]))
    this.#showPage(kind, file.toString(), pages[kind]).reveal(undefined, true)
  }

  dispose(): void {
    clearTimeout(this.#timer)
    for (const one of this.#listening) one.dispose()
    for (const { panel } of this.#panels.values()) panel.dispose()
  }

  // The page of another file gets a new panel: the old one would keep its scroll position.
  #showPage(kind: PreviewKind, uri: string, page: string): WebviewPanel {
    const known = this.#panels.get(kind)
    const panel = known?.uri === uri ? known.panel : this.#open(kind, known?.panel.viewColumn)
    this.#panels.set(kind, { panel, uri })
    if (known?.panel !== panel) known?.panel.dispose()
    draw(panel, page)
    return panel
  }

  #open(kind: PreviewKind, viewColumn: ViewColumn = ViewColumn.Beside): WebviewPanel {
    const panel = window.createWebviewPanel(
      'cahier.preview',
      localized(TITLES[kind]),
      { viewColumn, preserveFocus: true },
      { enableScripts: false, enableCommandUris: [FOLLOW], localResourceRoots: [] },
    )
    panel.onDidDispose(() => {
      if (this.#panels.get(kind)?.panel === panel) this.#panels.delete(kind)
    })
    return panel
  }

  #updateSoon(): void {
    if (this.#panels.size === 0) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#update(), Math.max(250, 3 * this.#took))
  }

  async #update(): Promise<void> {
    for (const [kind, { panel, uri }] of this.#panels) {
      const pages = await this.#ask(uri)
      if (pages !== null && pages[kind] !== '') draw(panel, pages[kind])
    }
  }

  // A panel for which the file has no page stays as it is.
  async #follow(file: Uri): Promise<void> {
    const pages = await this.#ask(file.toString())
    if (pages === null) return
    for (const kind of [...this.#panels.keys()])
      if (pages[kind] !== '') this.#showPage(kind, file.toString(), pages[kind])
  }

  async #ask(uri: string): Promise<Pages> {
    const start = performance.now()
    const pages = await this.#server.sendRequest<Pages>('cahier/preview', {
      uri: this.#server.code2ProtocolConverter.asUri(Uri.parse(uri)),
    })
    this.#took = performance.now() - start
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
      (_, uri: string) => ` href="command:${FOLLOW}?${encodeURIComponent(JSON.stringify([uri]))}"`,
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
