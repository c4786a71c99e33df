/**
 * An address, or its fragment, as its reader takes it: `%C3%A9` is `é`; as it stands when it is no
 * such code.
 */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
