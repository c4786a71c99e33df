import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, pathInside } from '@cahier/core'
import { UsageError } from '../usage-error.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import type { Forge } from './forge-names.ts'
import { ARCHIVE, forgeWorkflow, PLACES } from './forge-workflows.ts'
import { repositoryOf } from './repository-of.ts'
import type { SetupTarget } from './target.ts'
import { textBefore } from './text-before.ts'

/** Has a forge check each contribution: writes the file that it looks for, and never over one that is there already. */
export function forgeTarget(forge: Forge): SetupTarget {
  return (invocation) => {
    const { folder, language, say, print } = invocation
    const root = repositoryOf(folder)
    const programme = pathInside(root, folder) || '.'
    if (/[\r\n]/.test(programme))
      throw new UsageError(
        'le nom du dossier ne peut pas tenir sur plusieurs lignes',
        'the name of the folder cannot stand on several lines',
      )
    const isOfTool = existsSync(join(root, 'packages/cli/bin/cahier.js'))
    const content = forgeWorkflow(forge, { programme, isOfTool, language })
    const path = PLACES[forge]
    const words = WORDS[language]
    const before = existsSync(join(root, path)) ? textBefore(root, path) : null
    if (before === content) say(`${words.upToDate(path)}\n`)
    else if (before === null) {
      const code = applyPlan({ ...EMPTY_PLAN, files: [{ path, content }] }, { ...invocation, folder: root })
      if (code !== 0) return code
    } else {
      say(`${words.there(path)}\n\n`)
      print(content)
      say('\n')
    }
    if (!isOfTool && !existsSync(join(root, ARCHIVE))) say(`${words.archive}\n`)
    say(`${words.next}\n`)
    return 0
  }
}

const WORDS = {
  fr: {
    upToDate: (path: string) => `${path} est déjà en place.`,
    there: (path: string) => `${path} existe déjà, et reste comme il est. À y ajouter si cela vous convient :`,
    archive: `Il y faut l’outil, dans ${ARCHIVE} : dans le dossier de cahier, « npm pack --workspace packages/cli » en fait l’archive ; donnez-lui ce nom et mettez-la dans le dépôt.`,
    next: 'Reste à faire sur la forge : protéger la branche principale, et y exiger que cette relecture passe.',
  },
  en: {
    upToDate: (path: string) => `${path} is already in place.`,
    there: (path: string) => `${path} is there already, and stays as it is. To add to it if it suits you:`,
    archive: `It takes the tool, in ${ARCHIVE}: in the folder of cahier, “npm pack --workspace packages/cli” makes an archive of it; give it that name and put it in the repository.`,
    next: 'Left to do on the forge: protect the main branch, and require there that this check passes.',
  },
} as const
