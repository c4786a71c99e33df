import { parseMarkdown } from '@cahier/prose'
import emacs from './editors/emacs.md'
import helix from './editors/helix.md'
import kate from './editors/kate.md'
import neovim from './editors/neovim.md'
import vscode from './editors/vscode.md'
import zed from './editors/zed.md'
import { ownCommandWords } from './own-command.ts'
import { type SetupTarget, showSetting, writeMissing } from './setup-files.ts'
import type { Editor } from './targets.ts'

/** The French guide of each editor, with the settings to write. */
const PAGES: Readonly<Record<Editor, string>> = { vscode, neovim, helix, emacs, kate, zed }

/** The setup of an editor: writes missing project settings, and prints personal settings. */
export function editorTarget(editor: Editor): SetupTarget {
  return async (invocation) => {
    const { language, say } = invocation
    const words = WORDS[language]
    const own = ownCommandWords()
    const settings = settingsInPage(PAGES[editor], own)
    const files = settings.filter(({ path }) => !path.startsWith('~'))
    const code = await writeMissing(files, [], invocation)
    if (code !== 0) return code
    if (own[0] !== 'cahier' && files.some(({ content }) => content.includes(own.at(-1) ?? '')))
      say(`${words.local}\n`)
    for (const { path, content } of settings)
      if (path.startsWith('~')) showSetting(words.yours(path), content, invocation)
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

/** The settings in a guide: the code blocks with a path. `words` is the command for cahier. */
function settingsInPage(page: string, words: readonly string[]) {
  return parseMarkdown(page).children.flatMap((node) =>
    node.type === 'code' && node.meta
      ? [{ path: node.meta, content: `${calling(node.value, words)}\n` }]
      : [],
  )
}

// Replaces the command `cahier` by `words`. Some settings list the arguments apart, under `args`.
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
