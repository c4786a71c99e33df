import type { Language } from '@cahier/core'
import type { DiffPiece } from '@cahier/prose'

/** A diff as an HTML page: the whole text with `del` and `ins`, readable without colours. */
export function diffAsHtml(
  pieces: readonly DiffPiece[],
  language: Language,
  title: string,
): string {
  const inner = pieces.map((piece) =>
    piece.same ? escaped(piece.old) : tagged('del', piece.old) + tagged('ins', piece.new),
  )
  const { legend, gone, come } = WORDS[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1.1rem/1.5 Georgia, serif; color: #111; background: #fff; }
main { white-space: pre-wrap; overflow-wrap: anywhere; }
del { color: #8a1020; background: #fdecee; text-decoration: line-through; }
ins { color: #0b5a2a; background: #e6f6ec; text-decoration: underline; text-underline-offset: 0.15em; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${legend} <del>${gone}</del> <ins>${come}</ins></p>
<main>${inner.join('')}</main>
</body>
</html>
`
}

function tagged(name: 'del' | 'ins', text: string): string {
  return text === '' ? '' : `<${name}>${escaped(text)}</${name}>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

const WORDS = {
  fr: { legend: 'Dans ce texte\u00A0:', gone: 'ce qui est retiré', come: 'ce qui est ajouté' },
  en: { legend: 'In this text:', gone: 'removed', come: 'added' },
} as const
