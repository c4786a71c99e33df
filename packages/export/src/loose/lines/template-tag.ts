/**
 * A line that is one tag of a template: `{{< name … >}}` or `{{% name … %}}` of Hugo, `{% name …
 * %}` of Jekyll and GitBook, `{{#name …}}` of mdBook, `::name[words]{…}` of Docusaurus and
 * Starlight; what MDX imports (`import A from 'b'`), and what MkDocs includes (`--8<-- "file"`).
 */
export interface TemplateTag {
  readonly name: string
  readonly isClosing: boolean
  /** The words that it shows, in Markdown. */
  readonly words: string
  /** What stands after the name. */
  readonly said: string
  /** Spaces before it. */
  readonly indent: number
}

/** The tag that a line is; `null` when it is none, or shows one that is not meant. */
export function templateTag(line: string): TemplateTag | null {
  const [, far = '', imported, included] =
    /^( *)(?:(import) (?:[\w*{},\s]{1,200} from )?|(-{1,9}8<-{1,9}) +)(?:"[^"]+"|'[^']+');?\s*$/.exec(
      line,
    ) ?? []
  const bare = imported ?? included
  if (bare !== undefined)
    return { name: bare, isClosing: false, words: '', said: '', indent: far.length }
  const [leaf, margin = '', directive = '', label = '', attributes = ''] =
    /^( *)::([a-z][\w-]*)(?:\[(.{0,1000})\])?(?:\{([^{}]*)\})?\s*$/i.exec(line) ?? []
  if (leaf !== undefined)
    return {
      name: directive,
      isClosing: false,
      words: label,
      said: attributes,
      indent: margin.length,
    }
  const [, indent = '', hugo, book, liquid] =
    /^( *)(?:\{\{[<%]([^{}]*)[%>]\}\}|\{\{#([^{}]*)\}\}|\{%([^{}]*)%\})\s*$/.exec(line) ?? []
  const inside = (hugo ?? book ?? liquid ?? '').replace(/^-|[-/]$/g, '').trim()
  const [, slash = '', name = '', said = ''] =
    /^(\/[ \t]*)?([a-z][\w./-]*)(?:[ \t]+(.*))?$/is.exec(inside) ?? []
  if (name === '') return null
  const end = liquid === undefined ? undefined : /^end([a-z].*)$/.exec(name)?.[1]
  return {
    name: end ?? name,
    isClosing: slash !== '' || end !== undefined,
    words: '',
    said,
    indent: indent.length,
  }
}

/** What a tag gives a name (`title="…"`), the first of these that it has; `''` for none. */
export function givenIn({ said }: TemplateTag, names: readonly string[]): string {
  for (const name of names) {
    const [, double, single, bare] =
      new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"',]+))`).exec(said) ??
      []
    const value = (double ?? single ?? bare ?? '').trim()
    if (value !== '') return value
  }
  return ''
}

/** What a tag is given without a name: `go` of `highlight go`, `Un mot` of `details "Un mot"`. */
export function firstWordIn({ said }: TemplateTag): string {
  const [, double, single, bare] =
    /^(?:"([^"]*)"|'([^']*)'|([^\s"'=,]+)(?![^\s,]*=))/.exec(said) ?? []
  return (double ?? single ?? bare ?? '').trim()
}
