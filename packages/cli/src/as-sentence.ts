/** A message as a sentence of its own: a capital, and a full stop when it ends with no other. */
export function asSentence(message: string): string {
  const begun = message.slice(0, 1).toUpperCase() + message.slice(1)
  return /[.!?…:]$/.test(begun) ? begun : `${begun}.`
}
