/**
 * The scheme of an address, lower case, as a browser reads it: blanks and controls inside are
 * dropped first (URL Standard, "basic URL parser"). `''` when there is none.
 */
export function schemeOf(url: string): string {
  if (!url.includes(':')) return ''
  // Most addresses are of visible ASCII, and have nothing to drop.
  const written = BEYOND_VISIBLE_ASCII.test(url) ? url.replace(/[\p{C}\p{Z}]/gu, '') : url
  return /^([a-z][a-z0-9+.-]*):/i.exec(written)?.[1]?.toLowerCase() ?? ''
}

const BEYOND_VISIBLE_ASCII = /[^!-~]/

/**
 * Whether an address is a web address that lacks its beginning: `www.example.org`,
 * `example.org/page`.
 */
export function lacksScheme(url: string): boolean {
  return /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:fr|org|net|com|eu|be|ch|ca|info)(?:[/?#]|$))/i.test(url)
}
