/** A page, imported as its text: the bundle and the tests both read it so. */
declare module '*.md' {
  const text: string
  export default text
}

declare module '*.yml' {
  const text: string
  export default text
}
