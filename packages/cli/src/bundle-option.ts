import type { Option } from './command.ts'

/** Published editions in which earlier texts are looked for. */
export const bundleOption: Option = {
  type: 'string',
  multiple: true,
  value: { fr: 'ÉDITION', en: 'BUNDLE' },
  help: {
    fr: 'une édition publiée, dossier ou ZIP, où chercher aussi les textes d’alors',
    en: 'a published edition, a folder or a ZIP, where earlier texts are looked for too',
  },
}
