import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, type NewFile, nearCollective, type Programme, pathInside } from '@cahier/core'
import { didYouMean } from '../arguments/did-you-mean.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { shownPath } from '../text/shown-path.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { type Accounts, accountsIn, codeOwners, GITHUB } from './code-owners.ts'
import { blockIn, blockMarks, withBlock } from './managed-block.ts'
import { repositoryOf, type SetupTarget, textBefore } from './target.ts'

/** `cahier setup owners`: writes a block into the code-owner file of each forge. */
export const ownersTarget: SetupTarget = async (invocation) => {
  const { folder, language, say } = invocation
  const programme = openProgramme(invocation)
  const root = repositoryOf(folder)
  const inside = pathInside(root, folder)
  const accounts = accountsOf(
    programme,
    accountsIn(blockIn(textBefore(root, GITHUB), MARKS) ?? []),
    invocation,
  )
  const files = codeOwners(programme, inside ? `${inside}/` : '', accounts, language).flatMap(
    ({ path, lines }): NewFile[] => {
      const before = textBefore(root, path)
      const content = withBlock(path, before, MARKS, lines)
      return content === before ? [] : [{ path, content, replaces: true }]
    },
  )
  const words = WORDS[language]
  const guessed = [...accounts]
    .filter(([id, names]) => names.length === 1 && names[0] === `@${id}`)
    .map(([, names]) => names[0] ?? '')
  const at = { ...invocation, folder: root }
  const code = await applyPlan({ ...EMPTY_PLAN, files }, at)
  if (files.length === 0) say(`${words.upToDate}\n`)
  if (guessed.length > 0) say(`${words.guessed(guessed.join(', '))}\n`)
  for (const path of SHADOWS.filter((one) => existsSync(join(root, one))))
    say(`${words.shadowed(shownPath(path, at))}\n`)
  say(`${words.next}\n`)
  return code
}

const MARKS = blockMarks('owners')

// If one of these exists, GitLab, Gitea and Forgejo read only that file.
const SHADOWS = ['CODEOWNERS', 'docs/CODEOWNERS']

/** The accounts of each id: from the options, else from the existing file, else `@` and the id. */
function accountsOf(
  { collectives, ids: known, manifest }: Programme,
  before: Accounts,
  { values }: Invocation,
): Accounts {
  const ids = [
    ...new Set([...collectives.map(({ id }) => id), ...manifest.decision.facilitators]),
  ].sort()
  const given = new Map<string, string[]>()
  for (const written of Array.isArray(values.owner) ? values.owner.map(String) : []) {
    const [, id = '', account = ''] =
      /^([^=]*)=(@[A-Za-z0-9_][\w.-]*(?:\/[\w.-]+)*)$/.exec(written) ?? []
    if (account === '')
      throw new UsageError(
        `--owner s’écrit identifiant=@compte, par exemple exemple-a=@exemple-a-asso ; pas « ${written} »`,
        `--owner is written id=@account, such as exemple-a=@exemple-a-asso; not “${written}”`,
      )
    if (!ids.includes(id)) {
      const { fr, en } = didYouMean(
        nearCollective({ collectives, ids: { ...known, collectives: new Set(ids) } }, id),
      )
      throw new UsageError(
        `« ${id} » n’est ni un collectif ni nommé dans decision.facilitators${fr}`,
        `“${id}” is neither a collective nor named in decision.facilitators${en}`,
      )
    }
    given.set(id, [...(given.get(id) ?? []), account])
  }
  return new Map(ids.map((id) => [id, given.get(id) ?? before.get(id) ?? [`@${id}`]]))
}

const WORDS = {
  fr: {
    upToDate: 'Les fichiers sont à jour : rien à écrire.',
    guessed: (names: string) =>
      `Comptes supposés, à vérifier : ${names}. Sur la forge, l’un d’eux peut être celui de quelqu’un d’autre : corrigez avec --owner.`,
    shadowed: (path: string) =>
      `Attention : GitLab, Gitea et Forgejo lisent d’abord ${path}, et alors lui seul. Déplacez-y ces lignes, ou enlevez-le.`,
    next: 'Reste à faire sur la forge : protéger la branche principale, et y exiger l’accord des propriétaires du code (« code owners »).',
  },
  en: {
    upToDate: 'The files are up to date: nothing to write.',
    guessed: (names: string) =>
      `Accounts that were guessed, to be checked: ${names}. On the forge, one of them may be somebody else’s: correct them with --owner.`,
    shadowed: (path: string) =>
      `Careful: GitLab, Gitea and Forgejo read ${path} first, and then no other. Move these lines there, or remove it.`,
    next: 'Left to do on the forge: protect the main branch, and require there the approval of code owners.',
  },
} as const
