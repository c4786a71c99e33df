/** Superscript or subscript figures; `''` if the text holds anything else. */
export function raisedWords(tag: 'sup' | 'sub', text: string): string {
  const figures = tag === 'sup' ? RAISED : LOWERED
  const letters = [...text].map((letter) => figures[FIGURES.indexOf(letter)] ?? '')
  return letters.every((letter) => letter !== '') ? letters.join('') : ''
}

const FIGURES = '0123456789+-=()'
const RAISED = [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾']
const LOWERED = [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎']
