/**
 * A text in which control characters are shown as pictures: none commands a terminal, none changes
 * the order in which a line is read.
 */
export function shownControls(text: string): string {
  return text.replace(CONTROLS, picture)
}

// C0 but tab and line feed, DEL, C1, the ends of line of Unicode, and the bidirectional controls
// that can reorder a line.
const CONTROLS = /[\x00-\x08\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/g

function picture(control: string): string {
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}
