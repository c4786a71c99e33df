const OF_WINDOWS = 'con|prn|aux|nul|com\\d|lpt\\d'

const TAKEN = new RegExp(`^(?:${OF_WINDOWS}|axis|axe)$`)

/**
 * Whether an id cannot name a file of its own: YAML reads it as something else, Windows keeps it
 * for itself, or an axis's own file bears it.
 */
export function isTakenName(id: string): boolean {
  return isNoText(id) || TAKEN.test(id)
}

/** Whether YAML reads an id as a number, yes, no or nothing. */
export function isNoText(id: string): boolean {
  return /^(?:\d+(?:e-?\d+)?|0x[\da-f]+|0o[0-7]+|null|true|false)$/.test(id)
}

/** Whether Windows keeps a name on this path for itself, whatever its extension. */
export function isKeptByWindows(path: string): boolean {
  return KEPT.test(path)
}

const KEPT = new RegExp(`(?:^|/)(?:${OF_WINDOWS})(?:\\.[^/]*)?(?:/|$)`, 'i')

/**
 * Whether a name on this path has signs that none has on Windows, or ends in a way that none does.
 */
export function isUnwritableOnWindows(path: string): boolean {
  return /[<>:"|?*\\]|[. ](?:\/|$)/.test(path)
}
