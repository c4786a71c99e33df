/** Whether an id cannot name a file of its own: YAML reads it as something else, Windows keeps it for itself, or an axis's own file bears it. */
export function isTakenName(id: string): boolean {
  return /^(?:\d+|null|true|false|con|prn|aux|nul|com\d|lpt\d|axis|axe)$/.test(id)
}
