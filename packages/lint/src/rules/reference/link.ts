import {
  type Document,
  decoded,
  linkedPath,
  memoize,
  nearest,
  type Programme,
  placeOf,
  stemOf,
} from '@cahier/core'
import { headingSlugs } from '@cahier/prose'
import type { Definition, Image, Link } from 'mdast'
import {
  assetAt,
  documentAt,
  fileNameOf,
  isDecided,
  linkBase,
  nodesOf,
  relativePath,
  textsAt,
} from '../../document/documents.ts'
import type { Rule, RuleContext } from '../../engine/rule.ts'
import { addressPlace, schemeOf } from '../../references/addresses.ts'
import { ALMOST_LINK, reportAlmostLinks, reportSlashes } from '../../references/almost-links.ts'
import { isSlip } from '../../references/id-uses.ts'
import { MISSING_TARGET, reportAnchor, reportMissing } from '../../references/missing-targets.ts'
import { existsUnreadAt } from '../../references/unread-files.ts'

/** In a programme, reports badly written links, and links to missing files, headings or images. */
export const link: Rule = {
  id: 'reference/link',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
  messages: {
    ...MISSING_TARGET,
    ...ALMOST_LINK,
    missingImage: {
      fr: 'l’image « {url} » n’existe pas : mettez-la dans le dossier assets/, ou corrigez l’adresse',
      en: 'there is no image “{url}”: put it in the folder assets/, or fix the address',
    },
    noImage: {
      fr: '« {url} » n’est pas une image du dossier assets/ : pour un lien, enlevez le point d’exclamation',
      en: '“{url}” is not an image in the folder assets/: for a link, remove the exclamation mark',
    },
    remoteImage: {
      fr: 'cette image est sur un autre site et ne serait pas dans l’édition : enregistrez-la dans le dossier assets/ et donnez cette adresse',
      en: 'this image is on another site and would not be in the edition: save it in the folder assets/ and give that address',
    },
    outside: {
      fr: '« {url} » est hors du dossier du programme et ne serait pas dans l’édition : donnez une adresse web, ou enlevez le lien',
      en: '“{url}” is outside the programme’s folder and would not be in the edition: give a web address, or remove the link',
    },
  },
  document(context) {
    const { programme, document, report } = context
    const covers = document.kind === 'manifest' ? textsAt(document, '/publication/cover') : []
    for (const { value: url, place } of covers)
      if (assetAt(programme, url) === null && !existsUnreadAt(programme, url))
        report('missingImage', place.value, { url })
    for (const node of nodesOf(document, 'link', 'image', 'definition')) check(node, context)
    for (const node of nodesOf(document, 'text')) reportAlmostLinks(node, document, report)
  },
}

function check(node: Link | Image | Definition, context: RuleContext) {
  const { programme, document, report } = context
  const { url } = node
  const isImage = node.type === 'image'
  // A decided amendment may link to a text that was removed later. An image must stay, because the
  // digest of the amended text includes the image’s bytes.
  if (!isImage && isDecided(document)) return
  const place = () => addressPlace(document, node)
  const scheme = url.startsWith('//') ? 'https' : schemeOf(url)
  if (scheme !== '') {
    if (isImage && scheme.startsWith('http')) report('remoteImage', place())
    else if (scheme.startsWith('http')) reportSlashes(place(), document, report)
    return
  }
  const base = linkBase(programme, document)
  const path = linkedPath(base, url)
  const target = documentAt(programme, path)
  const isAsset = assetAt(programme, path) !== null
  if (url === '' || url === '#') report('missing', place(), { url })
  else if (isImage && target !== null) {
    const { start } = placeOf(node)
    const edits = [{ start: start.offset, end: start.offset + 1, text: '' }]
    report('noImage', place(), { url }, { edits })
  } else if (target !== null) {
    const [, anchor = ''] = /#(.*)$/.exec(url) ?? []
    const known = slugsOf(target)
    // `reference/anchor` checks the links of a page to its own headings.
    const isChecked = anchor !== '' && !(url.startsWith('#') && document.kind === 'page')
    if (isChecked && known !== null && !known.has(decoded(anchor)))
      reportAnchor(url, place(), known, target.path, context)
  } else if (
    !isAsset &&
    !programme.records.some((record) => record.path === path) &&
    !existsUnreadAt(programme, path)
  )
    reportWanted(node, path, base, context)
}

const slugsOf = memoize(({ body }: Document): ReadonlySet<string> | null =>
  body === null ? null : new Set(headingSlugs(body.tree).keys()),
)

function reportWanted(
  node: Link | Image | Definition,
  path: string,
  base: string,
  { programme, document, report }: RuleContext,
) {
  const { url } = node
  const place = addressPlace(document, node)
  const [address = ''] = url.split(/[?#]/, 1)
  const written = path === '' ? decoded(address).replace(/^\/|^(?:\.\.\/)+/, '') : path
  const known = nearestPath(written, programme, node.type === 'image')
  const meant = known && encodeURI(relativePath(base, known)) + (/#.*$/.exec(url)?.[0] ?? '')
  const isSure = isSlip(stemOf(written), stemOf(known))
  if (path !== '' || known !== '')
    reportMissing(node, place, report, { meant, isSure, isWritten: true })
  else if (document.kind !== 'page') report('outside', place, { url })
}

function nearestPath(written: string, { documents, assets }: Programme, isImage: boolean) {
  const texts = isImage ? [] : documents.filter(({ path }) => path.endsWith('.md'))
  const paths = [...assets, ...texts].map(({ path }) => path)
  if (paths.includes(written)) return written
  const name = fileNameOf(written)
  const namesakes = paths.filter((one) => fileNameOf(one) === name)
  if (namesakes.length === 1) return namesakes[0] as string
  const folder = written.slice(0, written.length - name.length)
  const beside = paths.filter((one) => one === folder + fileNameOf(one))
  const near = nearest(name, beside.map(fileNameOf)) || nearest(name, paths.map(fileNameOf))
  return [...beside, ...paths].find((one) => fileNameOf(one) === near) ?? ''
}
