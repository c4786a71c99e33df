// Draws what the program prints, and texts with its remarks, as SVG: no font is carried, each word
// has its place.

/** Colours by theme; each has a contrast of at least 4.5 on its ground. */
const THEMES = {
  light: {
    ground: '#ffffff',
    bar: '#f1f3f5',
    edge: '#c9d1d9',
    text: '#1f2328',
    dim: '#59636e',
    red: '#b3261e',
    green: '#1a6e36',
    yellow: '#8a5a00',
    blue: '#0b5cad',
    added: '#e6f6ea',
    note: '#fff7e0',
    noteEdge: '#d9b44a',
  },
  dark: {
    ground: '#0f1419',
    bar: '#1b2229',
    edge: '#3d4852',
    text: '#e6edf3',
    dim: '#9aa7b4',
    red: '#ff8a80',
    green: '#7ddc97',
    yellow: '#f0c860',
    blue: '#85bdff',
    added: '#12301c',
    note: '#2b2410',
    noteEdge: '#8a6d1f',
  },
}

const CELL = 8.4
const LINE = 20
const PAD = 16
const SIGNS = { '✓': 'green', '✗': 'red', '~': 'yellow', '?': 'yellow' }

/** A terminal in which a command was typed. */
export function terminalPicture({ title, command, output, theme }) {
  const t = THEMES[theme]
  const lines = output.replace(/\n+$/, '').split('\n')
  const columns = Math.max(80, ...lines.map((line) => line.length))
  const rows = lines.map((line, at) =>
    words(line, 0, PAD, top(at + 1), (word) => t[SIGNS[word] ?? 'text']),
  )
  const prompt = `<text x="${PAD}" y="${top(0)}" fill="${t.dim}">$</text>${words(command, 2, PAD, top(0), () => t.blue, true)}`
  return framed({
    title,
    width: PAD * 2 + columns * CELL,
    height: top(lines.length + 1) + 4,
    body: prompt + rows.join(''),
    t,
  })

  function top(row) {
    return 34 + PAD + 6 + row * LINE
  }
}

/**
 * A text with its line numbers and the remarks made of it: lines that were added have a ground of
 * their own.
 */
export function textPicture({ title, lines, theme, columns = 86 }) {
  const t = THEMES[theme]
  const gutter = 5
  const width = PAD * 2 + (columns + gutter) * CELL
  let y = 34 + PAD
  const body = []
  for (const { number, text, kind, added, marks, notes } of lines) {
    const base = y + 14
    if (added)
      body.push(`<rect x="1" y="${y}" width="${width - 2}" height="${LINE}" fill="${t.added}"/>`)
    body.push(
      `<text x="${PAD + 3 * CELL}" y="${base}" text-anchor="end" fill="${t.dim}">${number}</text>`,
    )
    if (added) body.push(`<text x="${PAD + 3.6 * CELL}" y="${base}" fill="${t.green}">+</text>`)
    const indent = text.length - text.trimStart().length
    const [first, ...others] = wrapped(text.trim(), columns - indent)
    body.push(
      words(
        first,
        gutter + indent,
        PAD,
        base,
        (_, at) => colourOf(kind, text, at + indent, t),
        kind === 'heading',
      ),
    )
    for (const { from, to } of marks ?? [])
      body.push(wave(PAD + (gutter + from) * CELL, PAD + (gutter + to) * CELL, base + 3, t.yellow))
    y += LINE
    for (const row of others) {
      body.push(words(row, gutter + indent, PAD, y + 14, () => t.text))
      y += LINE
    }
    for (const note of notes ?? []) {
      const rows = wrapped(note.message, columns - 8)
      const height = (rows.length + 1) * LINE + 8
      const x = PAD + gutter * CELL
      body.push(
        `<rect x="${x}" y="${y + 5}" width="${(columns - 4) * CELL}" height="${height}" rx="6" fill="${t.note}" stroke="${t.noteEdge}"/>`,
      )
      body.push(
        ...rows.map((row, at) => words(row, gutter + 1.5, PAD, y + 22 + at * LINE, () => t.text)),
      )
      body.push(words(note.rule, gutter + 1.5, PAD, y + 22 + rows.length * LINE, () => t.dim))
      y += height + 12
    }
  }
  return framed({ title, width, height: y + PAD / 2, body: body.join(''), t })
}

function colourOf(kind, text, at, t) {
  if (kind === 'fence') return t.dim
  if (kind === 'heading') return t.blue
  if (kind === 'head') return at < (/^ *[a-z-]+:/.exec(text)?.[0].length ?? 0) ? t.blue : t.text
  return t.text
}

function framed({ title, width, height, body, t }) {
  const w = Math.round(width)
  const h = Math.round(height)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace" font-size="14">
<title>${escaped(title)}</title>
<rect x=".5" y=".5" width="${w - 1}" height="${h - 1}" rx="8" fill="${t.ground}" stroke="${t.edge}"/>
<path d="M1 34V9a8 8 0 0 1 8-8H${w - 9}a8 8 0 0 1 8 8V34z" fill="${t.bar}"/>
<text x="${w / 2}" y="22" text-anchor="middle" fill="${t.dim}" font-family="system-ui,sans-serif" font-size="13">${escaped(title)}</text>
${body}
</svg>
`
}

// Whatever font is there, each word begins in its column, and is as wide as its letters are many.
function words(text, column, x, y, colourAt, bold = false) {
  return [...text.matchAll(/\S+/g)]
    .map(({ 0: word, index }) => {
      const fill = colourAt(word, index)
      const length =
        word.length > 1
          ? ` textLength="${round(word.length * CELL)}" lengthAdjust="spacingAndGlyphs"`
          : ''
      return `<text x="${round(x + (column + index) * CELL)}" y="${y}"${length} fill="${fill}"${bold ? ' font-weight="600"' : ''}>${escaped(word)}</text>`
    })
    .join('')
}

function wave(from, to, y, colour) {
  let path = `M${round(from)} ${y}`
  for (let x = from, up = true; x < to; x += 3, up = !up) path += `l3 ${up ? -2 : 2}`
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.4"/>`
}

function wrapped(text, columns) {
  const rows = ['']
  for (const word of text.split(/ /)) {
    const last = rows.at(-1)
    if (last !== '' && last.length + word.length + 1 > columns) rows.push(word)
    else rows[rows.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return rows
}

function round(number) {
  return Math.round(number * 10) / 10
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
