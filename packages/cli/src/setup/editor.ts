import { join } from 'node:path'
import { EMPTY_PLAN } from '@cahier/core'
import { parseMarkdown } from '@cahier/prose'
import { readTextOrNull } from '../disk/files.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import emacs from './editors/emacs.md'
import helix from './editors/helix.md'
import kate from './editors/kate.md'
import neovim from './editors/neovim.md'
import vscode from './editors/vscode.md'
import zed from './editors/zed.md'
import { ownCommandWords } from './own-command.ts'
import { ALREADY_THERE, type SetupTarget, UP_TO_DATE } from './target.ts'
import type { Editor } from './targets.ts'

/** The French guide of each editor, with the settings to write. */
const PAGES: Readonly<Record<Editor, string>> = { vscode, neovim, helix, emacs, kate, zed }

/**
 * The setup of an editor. It writes project settings beside `programme.yaml`, but replaces no file.
 * It prints personal settings, to be copied.
 */
export function editorTarget(editor: Editor): SetupTarget {
  return async (invocation) => {
    const { folder, language, say, print } = invocation
    const words = WORDS[language]
    const own = ownCommandWords()
    const settings = settingsInPage(PAGES[editor], own)
    const personal = settings.filter(({ path }) => path.startsWith('~'))
    const files = settings
      .filter((setting) => !personal.includes(setting))
      .map((setting) => ({ ...setting, before: readTextOrNull(join(folder, setting.path)) }))
    const missing = files.filter(({ before }) => before === null)
    const plan = missing.map(({ path, text }) => ({ path, content: text }))
    const code = await applyPlan({ ...EMPTY_PLAN, files: plan }, invocation)
    if (code !== 0) return code
    if (own[0] !== 'cahier' && missing.some(({ text }) => text.includes(own.at(-1) ?? '')))
      say(`${words.local}\n`)
    const others = files.filter(({ before, text }) => before !== null && before !== text)
    const show = (heading: string, { text }: EditorSetting) => {
      say(`${heading}\n\n`)
      print(`${text}\n`)
    }
    for (const setting of personal) show(words.yours(setting.path), setting)
    for (const setting of others) show(ALREADY_THERE[language]({ path: setting.path }), setting)
    if ([...personal, ...missing, ...others].length === 0) say(`${UP_TO_DATE[language]}\n`)
    say(`${words.next[editor]}\n`)
    return 0
  }
}

const WORDS = {
  fr: {
    yours: (path: string) => `À mettre dans ${path}, qui est à vous :`,
    local:
      'Il y est écrit où cahier se trouve sur cette machine : gardez-le pour vous, ou mettez « cahier » dans le PATH et recommencez.',
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
    local:
      'It says where cahier is on this machine: keep it to yourself, or put “cahier” on the PATH and start again.',
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

/** A settings file, in the user's home when its path has `~`, else in the programme folder. */
interface EditorSetting {
  readonly path: string
  readonly text: string
}

/** The settings in a guide: its named code blocks. `words`: the command that runs cahier. */
function settingsInPage(page: string, words: readonly string[]): readonly EditorSetting[] {
  return parseMarkdown(page).children.flatMap((node) =>
    node.type === 'code' && node.meta
      ? [{ path: node.meta, text: `${calling(node.value, words)}\n` }]
      : [],
  )
}

// Puts `words` in place of the command `cahier`, whose arguments may be in another setting.
function calling(text: string, words: readonly string[]): string {
  if (words[0] === 'cahier') return text
  const [program = '', ...before] = words.map((word) => word.replace(/[\\"]/g, '\\$&'))
  const inner = before.map((word) => `"${word}", `).join('')
  return text
    .replace(/(["'])cahier\1(,? )\1lsp\1/g, (_, quote: string, separator: string) =>
      [program, ...before, 'lsp'].map((word) => `${quote}${word}${quote}`).join(separator),
    )
    .replace(
      /(command"?(?: =|:) )"cahier"(,?)\s+("?args"?(?: =|:) \[)/g,
      (_, command, comma, args) =>
        `${command}"${program}"${comma}${comma === '' ? '\n' : ' '}${args}${inner}`,
    )
}
