/**
 * Text without the control characters that neither HTML nor XML may hold, nor a terminal be shown.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
}
