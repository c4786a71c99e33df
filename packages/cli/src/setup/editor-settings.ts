import { parseMarkdown } from '@cahier/prose'

/**
 * What an editor is to read: a file below the folder of the programme, or, with `~`, one of the
 * person's own.
 */
export interface EditorSetting {
  readonly path: string
  readonly text: string
}

/**
 * The settings in the page of an editor: its fences that name a file. There, `cahier` stands for
 * the words that call this program.
 */
export function settingsInPage(page: string, words: readonly string[]): readonly EditorSetting[] {
  return parseMarkdown(page).children.flatMap((node) =>
    node.type === 'code' && node.meta
      ? [{ path: node.meta, text: `${calling(node.value, words)}\n` }]
      : [],
  )
}

// Everywhere a command is a list of strings, with its arguments after it, or apart in settings of
// their own.
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
