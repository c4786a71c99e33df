import { type Language, languageOfTag, type Manifest, type Proposal } from '@cahier/core'
import { Document, Scalar } from 'yaml'

/** The front matter of a merge: common values, all requests and authors, comments on choices. */
export function mergedHead(
  proposals: readonly Proposal[],
  title: string,
  manifest: Manifest,
): string {
  const ids = proposals.map(({ id }) => id)
  const all = (of: (proposal: Proposal) => readonly string[]) => [...new Set(proposals.flatMap(of))]
  const together = (texts: readonly string[]) =>
    prose(
      [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean))].join(' '),
    )
  const addressees = all(({ requests }) => requests.map(({ addressee }) => addressee))
  const requests = addressees.map((addressee) => [
    addressee,
    together(
      proposals.flatMap((proposal) =>
        proposal.requests.flatMap((one) => (one.addressee === addressee ? [one.text] : [])),
      ),
    ),
  ])
  const facts = proposals.flatMap(({ asOf }) => asOf)
  const [agreed, choices] = vocabularies(proposals, manifest)
  const head = new Document({
    title: prose(
      title ||
        [...new Set(proposals.map((one) => one.title))].join(
          languageOfTag(manifest.language) === 'fr' ? '\u202F; ' : '; ',
        ),
    ),
    summary: together(proposals.map(({ summary }) => summary)),
    ...agreed,
    ...listed(
      'impacts',
      all(({ impacts }) => impacts),
    ),
    ...(requests.length > 0 && { requests: Object.fromEntries(requests) }),
    ...listed(
      'authors',
      all(({ authors }) => authors),
    ),
    ...listed(
      'requires',
      all(({ requires }) => requires.filter((id) => !ids.includes(id))),
    ),
    merges: ids,
    ...(facts.length > 0 && { 'as-of': facts }),
  })
  for (const key of ['impacts', 'authors', 'requires', 'merges']) {
    const list = head.get(key)
    if (typeof list === 'object' && list !== null) Object.assign(list, { flow: true })
  }
  return (
    head.toString({ lineWidth: 0, flowCollectionPadding: false }) +
    choices.map((line) => `# ${line}\n`).join('')
  )
}

function prose(text: string): Scalar {
  const scalar = new Scalar(text)
  scalar.type = Scalar.BLOCK_FOLDED
  return scalar
}

function listed(key: string, ids: readonly string[]) {
  return ids.length === 0 ? {} : { [key]: ids }
}

type AgreedValues = Readonly<Record<string, string>>

// The values that proposals share, and a comment for each field where they differ.
function vocabularies(
  proposals: readonly Proposal[],
  { language }: Manifest,
): readonly [AgreedValues, readonly string[]] {
  const agreed: Record<string, string> = {}
  const choices: string[] = []
  for (const key of ['horizon', 'scale', 'action'] as const) {
    const values = [...new Set(proposals.map((proposal) => proposal[key]).filter(Boolean))]
    if (values.length === 1) agreed[key] = values[0] as string
    else if (values.length > 1)
      choices.push(CHOOSE[languageOfTag(language)](key, values.join(', ')))
  }
  return [agreed, choices]
}

const CHOOSE: Readonly<Record<Language, (key: string, values: string) => string>> = {
  fr: (key, values) => `${key}: # à choisir — ${values}`,
  en: (key, values) => `${key}: # choose — ${values}`,
}
