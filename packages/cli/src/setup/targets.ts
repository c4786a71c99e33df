/** Supported text editors, each with a page in `editors/`. */
export const EDITORS = ['vscode', 'neovim', 'helix', 'emacs', 'kate', 'zed'] as const

export type Editor = (typeof EDITORS)[number]

/** Supported forges (sites that host repositories). */
export const FORGES = ['github', 'gitlab', 'forgejo'] as const
/** For `gitea` or `codeberg`, the error message suggests `forgejo`. */
export const FORGE_ALIASES: Readonly<Record<string, Forge>> = {
  gitea: 'forgejo',
  codeberg: 'forgejo',
}

export type Forge = (typeof FORGES)[number]
