import type { Language } from '@cahier/core'
import manifest from '../package.json' with { type: 'json' }

/** The address of a rule's page on the documentation site; `''` without a site. */
export function ruleAddress(id: string, language: Language): string {
  return docsAddress(`${{ fr: 'regles', en: 'rules' }[language]}-${id.replace('/', '-')}`, language)
}

export function commandAddress(name: string, language: Language): string {
  return docsAddress(`${{ fr: 'commandes', en: 'commands' }[language]}-${name}`, language)
}

function docsAddress(page: string, language: Language) {
  const { base } = manifest.docs
  return base === '' ? '' : `${base}${language}/${page}/index.html`
}
