/**
 * What git is told of the files of a programme: which our merge and our comparison are for.
 * `prefix` leads to the programme, and ends with a slash.
 */
export function gitAttributes(prefix: string): readonly string[] {
  const line = (pattern: string, what: string) => `${quoted(`${prefix}${pattern}`)} ${what}`
  const [texts, data] = prefix === '' ? ['*.md', '*.yaml'] : ['**/*.md', '**/*.yaml']
  return [
    line(texts, 'merge=cahier diff=cahier text=auto'),
    line(data, 'merge=cahier text=auto'),
    // What was signed, what is printed as it is and what a round froze are kept to the byte; two
    // copies of one moment are never made one.
    line('positions/**', '-text'),
    line('assets/**', '-text'),
    line('decisions/*/**', '-text -merge'),
  ]
}

function quoted(pattern: string): string {
  return /[\s"\\]/.test(pattern) ? `"${pattern.replace(/["\\]/g, '\\$&')}"` : pattern
}
