/** The text editors that `cahier setup` knows; each has its page in `editors/`. */
export const EDITORS = ['vscode', 'neovim', 'helix', 'emacs', 'kate', 'zed'] as const

export type Editor = (typeof EDITORS)[number]
