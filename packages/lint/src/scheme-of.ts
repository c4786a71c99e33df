/** The scheme of an address, lower case, as a browser reads it: blanks and controls inside are dropped first (URL Standard, "basic URL parser"). `''` when there is none. */
export function schemeOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*):/.exec(url.replace(/[\p{C}\p{Z}]/gu, '').toLowerCase())?.[1] ?? ''
}
