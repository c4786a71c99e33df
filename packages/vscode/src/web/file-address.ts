import { Uri } from 'vscode'

/**
 * The address `file:///SCHEME/AUTHORITY/PATH` of a file: the language server in a browser reads
 * only `file:`. An unsaved text keeps its address.
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

/** The address in the workspace: the reverse of `toFileAddress`. */
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
