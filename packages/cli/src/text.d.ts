/** A Markdown, YAML or CSS file, imported as text. */
declare module '*.md' {
  const text: string
  export default text
}

declare module '*.yml' {
  const text: string
  export default text
}
