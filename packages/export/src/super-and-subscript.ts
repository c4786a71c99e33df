/** The text in superscript or subscript characters; `''` if a character has no such form. */
export function inSuperOrSubscript(tag: 'sup' | 'sub', text: string): string {
  const figures = tag === 'sup' ? RAISED : LOWERED
  const letters = [...text].map((letter) => figures[FIGURES.indexOf(letter)] ?? '')
  return letters.every((letter) => letter !== '') ? letters.join('') : ''
}

const FIGURES = '0123456789+-=()'
const RAISED = [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾']
const LOWERED = [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎']
