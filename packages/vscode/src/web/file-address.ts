import { Uri } from 'vscode'

/**
 * The address under which the server in a browser knows a file: `file:///SCHEME/AUTHORITY/PATH`,
 * since it reads only files. A text that is not saved keeps its address.
 */
export function toFileAddress(uri: Uri): string {
  if (uri.scheme === 'untitled') return uri.toString()
  return uri
    .with({
      scheme: 'file',
      authority: '',
      path: `/${uri.scheme}/${uri.authority || NONE}${uri.path}`,
    })
    .toString()
}

/** The file of the workspace at an address of the server. */
export function fromFileAddress(address: string): Uri {
  const uri = Uri.parse(address)
  const [, scheme, authority, path] = /^\/([^/]+)\/([^/]+)(\/.*)?$/.exec(uri.path) ?? []
  if (uri.scheme !== 'file' || scheme === undefined) return uri
  return uri.with({
    scheme,
    authority: authority === NONE ? '' : (authority ?? ''),
    path: path ?? '',
  })
}

const NONE = '-'
