/** Whether an address is one of the web's own, safe to be linked to: `http` or `https`, and nothing hidden in it. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s\\"<>\p{C}]+$/iu.test(url) && URL.canParse(url)
}
