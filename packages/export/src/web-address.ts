/** True for an absolute `http` or `https` address that browsers need not correct. */
export function isWebAddress(url: string): boolean {
  return (
    /^https?:\/\/(?![./]|[^/?#]*(?:\.\.|@[^/?#]*@))[^\s\\"<>\p{C}]+$/iu.test(url) &&
    URL.canParse(url)
  )
}

/** A web or mail address, percent-encoded after the URL standard; `''` for anything else. */
export function webAddress(url: string): string {
  const whole = url.startsWith('//') ? `https:${url}` : url.replace(/^(https?:)\/{3,}/i, '$1//')
  if (/^mailto:[^\s\\"<>\p{C}@]+@[^\s\\"<>\p{C}@]+$/iu.test(whole)) return encoded(whole)
  const [host = ''] = /^https?:\/\/[^/?#]*/i.exec(whole) ?? []
  const address = host + encoded(whole.slice(host.length))
  return isWebAddress(address) ? address : ''
}

/** The web or `mailto:` address of a contact, from text such as `a@b.org`; `''` for other text. */
export function contactAddress(contact: string): string {
  return webAddress(/^[^\s@:/]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : contact)
}

function encoded(rest: string) {
  const [before = '', ...fragments] = rest.split('#')
  const address = fragments.length === 0 ? before : `${before}#${fragments.join('%23')}`
  return address
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/["<>|^`{}[\]]/g, (sign) => encodeURIComponent(sign))
}
