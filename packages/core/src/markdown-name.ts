const ENDING = /\.(?:md|markdown|mdown|mkd)$/i

/** Whether a file is Markdown, by its name or its path. */
export function isMarkdown(name: string): boolean {
  return ENDING.test(name)
}

/** A name, or a path, without the ending that says that it is Markdown. */
export function withoutMarkdown(name: string): string {
  return name.replace(ENDING, '')
}
