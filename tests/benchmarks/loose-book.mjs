// A book of loose Markdown, the same at each run: 50 files, about 50,000 words in French-like
// sentences, footnotes, tables, lists, quotations, 60 links between files, 32 small pictures, four
// of which bear the wrong ending.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

const FILES = 50
const LINKS = 60
const PICTURES = 32

/**
 * Writes the book into a folder; returns the paths of its files in order, and the number of their
 * words.
 */
export function writeLooseBook(folder) {
  const dice = newDice(20_261_124)
  mkdirSync(join(folder, 'images'), { recursive: true })
  const pictures = Array.from(
    { length: PICTURES },
    (_, index) => `images/figure-${index + 1}.${index % 8 === 7 ? 'jpg' : 'png'}`,
  )
  for (const [index, path] of pictures.entries()) writeFileSync(join(folder, path), picture(index))
  const paths = Array.from(
    { length: FILES },
    (_, index) => `${String(index + 1).padStart(2, '0')}-${WORDS[(index * 7) % 40]}.md`,
  )
  const links = spread(LINKS)
  const shown = spread(PICTURES)
  let words = 0
  for (const [index, path] of paths.entries()) {
    const file = chapter({
      dice,
      number: index + 1,
      links: links[index].map(() => paths[dice(FILES)]),
      pictures: shown[index].map((nth) => pictures[nth]),
    })
    writeFileSync(join(folder, path), file)
    words += file.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
  }
  return { paths: paths.map((path) => join(folder, path)), words }
}

// Of `count` things numbered from 0, those of each file.
function spread(count) {
  const all = Array.from({ length: count }, (_, nth) => nth)
  return Array.from({ length: FILES }, (_, file) =>
    all.filter((nth) => Math.floor((nth * FILES) / count) === file),
  )
}

function chapter({ dice, number, links, pictures }) {
  const sentence = () => {
    const length = 9 + dice(22)
    const words = Array.from({ length }, () => WORDS[dice(WORDS.length)])
    if (dice(4) === 0) words[4] += ','
    if (dice(9) === 0) words[6] = `« ${words[6]} »`
    if (dice(9) === 0) words[2] = `**${words[2]}**`
    if (dice(7) === 0) words[5] = `*${words[5]}*`
    const [first, ...rest] = words.join(' ')
    return first.toUpperCase() + rest.join('') + ENDS[dice(ENDS.length)]
  }
  const paragraph = (sentences = 3 + dice(3)) =>
    Array.from({ length: sentences }, sentence).join(' ')
  const items = (mark) =>
    Array.from({ length: 4 }, (_, index) => `${mark(index)} ${sentence()}`).join('\n')
  const row = () =>
    `| ${WORDS[dice(WORDS.length)]} | ${1900 + dice(120)} | ${dice(100)} % | ${sentence().replaceAll('|', ' ')} |`
  const sections = ['D’où nous partons', 'Ce que nous avons vu', 'Ce qui reste à faire'].map(
    (title, section) => {
      const link =
        links[section] === undefined ? '' : ` Voir [le chapitre voisin](${links[section]}).`
      const image =
        pictures[section] === undefined
          ? ''
          : `\n\n![Une courbe du chapitre ${number}](${pictures[section]} "Ce que montre le relevé")`
      return `## ${title}\n\n${paragraph()} Un relevé[^a${section}] le dit.${link}\n\n${paragraph()}${image}`
    },
  )
  return [
    `# ${sentence().slice(0, 50).trim()}`,
    paragraph(3),
    ...sections,
    number % 2 === 0
      ? `| Objet | Année | Part | Remarque |\n| --- | ---: | ---: | --- |\n${[row(), row(), row(), row()].join('\n')}`
      : `> ${paragraph(3)}`,
    '### Dans le détail',
    items(number % 3 === 0 ? (index) => `${index + 1}.` : () => '-'),
    `${paragraph()} Le même relevé[^a0] y revient.`,
    ...Array.from({ length: 3 }, () => paragraph()),
    ...[0, 1, 2].map((note) => `[^a${note}]: ${sentence()}`),
    '',
  ].join('\n\n')
}

// Numerical Recipes' linear congruential generator: the same numbers on any machine.
function newDice(seed) {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * sides)
  }
}

// A 48 by 32 PNG of grey bands.
function picture(index) {
  const [width, height] = [48, 32]
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    rows.fill((index * 37 + y * 5) % 256, y * (width + 1) + 1, (y + 1) * (width + 1))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

const ENDS = ['.', '.', '.', '.', ' ;', ' ?', ' !', '…', '.']

const WORDS = (
  'guichet relevé chemin atelier commune réseau câble facture voisine école rivière syndicat territoire mesure vitesse lenteur machine papier ' +
  'dossier horaire service ligne entretien réparation métal minerai collecte partage coopérative budget énergie chaleur lumière soir samedi ' +
  'personne ménage quartier village préfecture assemblée décision désaccord réserve accord trois quatre douze plusieurs chaque autre même ' +
  'simple lent public ouvert fermé durable fragile possible nécessaire tenir garder ouvrir fermer réparer compter écrire lire demander répondre ' +
  'passer attendre choisir refuser selon depuis pendant sans avec contre pour entre vers chez parce lorsque ainsi toujours jamais souvent peu ' +
  'beaucoup davantage moins plus aussi encore déjà demain hier ailleurs ici là-bas le la les un une des ce cette ces son sa ses leur leurs qui ' +
  'que dont où et ou mais donc car ni'
).split(' ')
