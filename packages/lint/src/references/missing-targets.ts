import { decoded, nearest, type Place, type RuleMessages } from '@cahier/core'
import type { Report, RuleContext } from '../engine/rule.ts'
import { lacksScheme } from './addresses.ts'
import { isSlip } from './id-uses.ts'

/** Messages for a link to a missing file or heading. */
export const MISSING_TARGET = {
  missing: {
    fr: 'le fichier « {url} » n’existe pas{meant|meant| : corrigez l’adresse, ou enlevez le lien}',
    en: 'there is no file “{url}”{meant|meant|: fix the address, or remove the link}',
  },
  anchor: {
    fr: 'aucun titre du fichier {path} ne répond à « {anchor} »{meant|meant| : corrigez l’adresse, ou enlevez « {anchor} »}',
    en: 'no heading of {path} answers to “{anchor}”{meant|meant|: fix the address, or remove “{anchor}”}',
  },
  web: {
    fr: 'il manque le début de l’adresse : écrivez « {meant} »',
    en: 'the beginning of the address is missing: write “{meant}”',
  },
} satisfies RuleMessages

/** Reports a fragment (text after `#`). The caller has checked that it is not in `names`. */
export function reportAnchor(
  url: string,
  { start, end }: Place,
  names: Iterable<string>,
  path: string,
  { document, report }: Pick<RuleContext, 'document' | 'report'>,
): void {
  const fragment = url.slice(url.indexOf('#') + 1)
  const anchor = decoded(fragment)
  const meant = nearest(anchor, [...names])
  const from = document.text.indexOf('#', start.offset) + 1
  const isWritten = document.text.slice(from, end.offset) === fragment
  const at = isWritten ? { start: from, end: end.offset } : { start, end }
  const text = isWritten && meant !== '' && isSlip(anchor, meant) ? meant : undefined
  report('anchor', at, { anchor: `#${anchor}`, meant: meant && `#${meant}`, path }, { text })
}

/**
 * Reports a link or an image whose file is missing. `meant` is the address of a similar file, or
 * `''`. A fix is possible only if the source has `url` as is (`isWritten`). A fix to `meant` must
 * also be certain (`isSure`).
 */
export function reportMissing(
  { type, url }: { readonly type: string; readonly url: string },
  place: Place,
  report: Report,
  { meant, isSure, isWritten }: Record<'isSure' | 'isWritten', boolean> & { meant: string },
): void {
  const web = `https://${url}`
  const isImage = type === 'image' && meant === ''
  if (isImage) report('missingImage', place, { url })
  else if (meant === '' && lacksScheme(url))
    report('web', place, { meant: web }, { text: isWritten ? web : undefined })
  else
    report('missing', place, { url, meant }, { text: (isSure && isWritten && meant) || undefined })
}
