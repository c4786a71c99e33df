import type { Language } from '@cahier/core'
import manifest from '../package.json' with { type: 'json' }

/** The address of a rule's page on the documentation site. */
export function ruleAddress(id: string, language: Language): string {
  return docsAddress(`${{ fr: 'regles', en: 'rules' }[language]}-${id.replace('/', '-')}`, language)
}

export function commandAddress(name: string, language: Language): string {
  return docsAddress(`${{ fr: 'commandes', en: 'commands' }[language]}-${name}`, language)
}

// `''` when `docs.base` in `package.json` is empty.
function docsAddress(page: string, language: Language) {
  const { base } = manifest.docs
  return base === '' ? '' : `${base}${language}/${page}/index.html`
}
