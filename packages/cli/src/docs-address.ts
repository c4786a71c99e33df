import type { Language } from '@cahier/core'
import manifest from '../package.json' with { type: 'json' }

/** The page of a rule on that site. */
export function ruleAddress(id: string, language: Language): string {
  return docsAddress(`${{ fr: 'regles', en: 'rules' }[language]}-${id.replace('/', '-')}`, language)
}

/** The page of a command on that site. */
export function commandAddress(name: string, language: Language): string {
  return docsAddress(`${{ fr: 'commandes', en: 'commands' }[language]}-${name}`, language)
}

// `''` until `docs.base` in `package.json` names the site.
function docsAddress(page: string, language: Language): string {
  const { base } = manifest.docs
  return base === '' ? '' : `${base}${language}/${page}/index.html`
}
