/** Replaces `node:url`. */

export function pathToFileURL(path: string): URL {
  return new URL(`file://${path.split('/').map(encodeURIComponent).join('/')}`)
}

/** @throws when the scheme is not `file:`. */
export function fileURLToPath(address: string | URL): string {
  const { protocol, pathname } = new URL(address)
  if (protocol !== 'file:') throw new TypeError(`not a file: ${address}`)
  return decodeURIComponent(pathname)
}
