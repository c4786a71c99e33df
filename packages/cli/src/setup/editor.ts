import { join } from 'node:path'
import { EMPTY_PLAN } from '@cahier/core'
import { parseMarkdown } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { readTextOrNull } from '../disk/files.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import emacs from './editors/emacs.md'
import helix from './editors/helix.md'
import kate from './editors/kate.md'
import neovim from './editors/neovim.md'
import vscode from './editors/vscode.md'
import zed from './editors/zed.md'
import { ownCommandWords } from './own-command.ts'
import type { SetupTarget } from './target.ts'
import type { Editor } from './targets.ts'

/** The page of each editor, in French, with the settings to write. */
const editorPages: Readonly<Record<Editor, string>> = { vscode, neovim, helix, emacs, kate, zed }

/**
 * Sets an editor up. Project settings are written beside `programme.yaml`, never over a file;
 * personal settings are shown, to be copied.
 */
export function editorTarget(editor: Editor): SetupTarget {
  return async (invocation) => {
    const own = ownCommandWords()
    const settings = settingsInPage(editorPages[editor], own)
    const files = settings.filter(({ path }) => !path.startsWith('~'))
    const missing = files.filter(
      ({ path }) => readTextOrNull(join(invocation.folder, path)) === null,
    )
    const code = await applyPlan(
      { ...EMPTY_PLAN, files: missing.map(({ path, text }) => ({ path, content: text })) },
      invocation,
    )
    if (code !== 0) return code
    if (own[0] !== 'cahier' && missing.some(({ text }) => text.includes(own.at(-1) ?? '')))
      invocation.say(`${WORDS[invocation.language].local}\n`)
    const others = files.filter(
      ({ path, text }) =>
        !missing.some((file) => file.path === path) &&
        readTextOrNull(join(invocation.folder, path)) !== text,
    )
    const words = WORDS[invocation.language]
    for (const setting of settings.filter(({ path }) => path.startsWith('~')))
      show(setting, words.yours(setting.path), invocation)
    for (const setting of others) show(setting, words.there(setting.path), invocation)
    if (settings.length === files.length && missing.length === 0 && others.length === 0)
      invocation.say(`${words.upToDate}\n`)
    invocation.say(`${words.next[editor]}\n`)
    return 0
  }
}

function show({ text }: EditorSetting, heading: string, { say, print }: Invocation): void {
  say(`${heading}\n\n`)
  print(`${text}\n`)
}

const WORDS = {
  fr: {
    yours: (path: string) => `À mettre dans ${path}, qui est à vous :`,
    there: (path: string) =>
      `${path} existe déjà, et reste comme il est. À y ajouter si cela vous convient :`,
    local:
      'Il y est écrit où cahier se trouve sur cette machine : gardez-le pour vous, ou mettez « cahier » dans le PATH et recommencez.',
    upToDate: 'Tout est déjà en place.',
    next: {
      vscode:
        'Puis installez l’extension : code --install-extension vscode-cahier.vsix. Corriger : Ctrl+. Renommer partout : F2. Tout corriger : enregistrer.',
      neovim:
        'Lire : K. Corriger : <leader>a. Renommer partout : <leader>r. Remarque suivante : ]d.',
      helix:
        'Lancez « hx » depuis ce dossier. Lire : Espace k. Corriger : Espace a. Renommer partout : Espace r. Remarque suivante : ]d.',
      emacs:
        'Il faut les modes Markdown et YAML (elpa-markdown-mode, elpa-yaml-mode). Corriger : C-c a. Renommer partout : C-c r.',
      kate: 'Activez les modules « Client LSP » et « Projet » de Kate, puis ouvrez un fichier du programme.',
      zed: 'Zed ne lance un serveur de langue que par une extension à lui, et il n’y en a pas encore pour cahier : relire et corriger y sont des tâches (Alt+Maj+T).',
    },
  },
  en: {
    yours: (path: string) => `To put in ${path}, which is yours:`,
    there: (path: string) =>
      `${path} is there already, and stays as it is. To add to it if it suits you:`,
    local:
      'It says where cahier is on this machine: keep it to yourself, or put “cahier” on the PATH and start again.',
    upToDate: 'Everything is already in place.',
    next: {
      vscode:
        'Then install the extension: code --install-extension vscode-cahier.vsix. Fix: Ctrl+. Rename everywhere: F2. Fix everything: save.',
      neovim: 'Read: K. Fix: <leader>a. Rename everywhere: <leader>r. Next finding: ]d.',
      helix:
        'Start “hx” from this folder. Read: Space k. Fix: Space a. Rename everywhere: Space r. Next finding: ]d.',
      emacs:
        'The Markdown and YAML modes are needed (elpa-markdown-mode, elpa-yaml-mode). Fix: C-c a. Rename everywhere: C-c r.',
      kate: 'Switch on the plug-ins “LSP Client” and “Project” of Kate, then open a file of the programme.',
      zed: 'Zed starts a language server only through an extension of its own, and there is none yet for cahier: checking and fixing are tasks there (Alt+Shift+T).',
    },
  },
} as const

/** A settings file: below the programme folder or, with `~`, the user's own. */
interface EditorSetting {
  readonly path: string
  readonly text: string
}

/**
 * The settings in an editor's page: its fences with a file name. The words that run this program
 * replace `cahier`.
 */
function settingsInPage(page: string, words: readonly string[]): readonly EditorSetting[] {
  return parseMarkdown(page).children.flatMap((node) =>
    node.type === 'code' && node.meta
      ? [{ path: node.meta, text: `${calling(node.value, words)}\n` }]
      : [],
  )
}

// Replaces a command, written as a list of strings; its arguments may be in another setting.
function calling(text: string, [program = '', ...before]: readonly string[]): string {
  if (program === 'cahier') return text
  const strings = (quote: string, comma: string) =>
    [program, ...before]
      .map((word) => `${quote}${word.replace(/[\\"]/g, '\\$&')}${quote}`)
      .join(comma)
  return text
    .replace(/"cahier", "lsp"/g, `${strings('"', ', ')}, "lsp"`)
    .replace(/'cahier', 'lsp'/g, `${strings("'", ', ')}, 'lsp'`)
    .replace(/"cahier" "lsp"/g, `${strings('"', ' ')} "lsp"`)
    .replace(
      /(command"?(?: =|:) )"cahier"(,?)\s+("?args"?(?: =|:) \[)/g,
      (_, command, comma, args) => {
        const inner = before.map((word) => `"${word.replace(/[\\"]/g, '\\$&')}", `).join('')
        return `${command}"${program.replace(/[\\"]/g, '\\$&')}"${comma}${comma === '' ? '\n' : ' '}${args}${inner}`
      },
    )
}
