/**
 * Whether an address is one of the web's own, safe to be linked to: `http` or `https`, and nothing
 * hidden in it. What browsers would guess is none.
 */
export function isWebAddress(url: string): boolean {
  return (
    /^https?:\/\/(?![./]|[^/?#]*(?:\.\.|@[^/?#]*@))[^\s\\"<>\p{C}]+$/iu.test(url) &&
    URL.canParse(url)
  )
}

/**
 * An address of the web or a mailbox in a form that every reader of pages and books accepts (the
 * URL standard: what has no place in one is percent-encoded); `''` when it is no such address.
 */
export function webAddress(url: string): string {
  const whole = url.startsWith('//') ? `https:${url}` : url.replace(/^(https?:)\/{3,}/i, '$1//')
  if (/^mailto:[^\s\\"<>\p{C}@]+@[^\s\\"<>\p{C}@]+$/iu.test(whole)) return encoded(whole)
  const [host = ''] = /^https?:\/\/[^/?#]*/i.exec(whole) ?? []
  const address = host + encoded(whole.slice(host.length))
  return isWebAddress(address) ? address : ''
}

/**
 * Where a contact leads, be it a page or a mailbox, with or without `mailto:` before it; `''` when
 * it is words.
 */
export function contactAddress(contact: string): string {
  return webAddress(/^[^\s@:/]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : contact)
}

function encoded(rest: string): string {
  const [before = '', ...fragments] = rest.split('#')
  const address = fragments.length === 0 ? before : `${before}#${fragments.join('%23')}`
  return address
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/["<>|^`{}[\]]/g, (sign) => encodeURIComponent(sign))
}
