import { tryGit } from './ask-git.ts'

/** How much of its history a folder has with it: none where there is no git, or git refuses to read it; a part in a shallow clone. */
export function gitReach(folder: string): 'none' | 'part' | 'all' {
  const answer = tryGit(folder, ['rev-parse', '--is-shallow-repository'])?.toString('utf8').trim()
  if (answer === undefined) return 'none'
  return answer === 'true' ? 'part' : 'all'
}
