import {
  isRefused,
  POSITIONS_NAMESPACE,
  signingCommand,
  silencedBySigning,
  uncountedReason,
  whyNotCounted,
} from '@cahier/consensus'
import {
  asSentence,
  dayIn,
  type NewFile,
  type Plan,
  type Programme,
  STANCE_WORDS,
  wording,
} from '@cahier/core'
import type { ExitCode, Invocation } from '../command.ts'
import { confirmSigning } from '../terminal/prompts.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { type SigningKey, signatureOf } from './signing-key.ts'

/**
 * Applies a plan that writes a member's stances, and signs their file if a key is given. Without a
 * key, refuses to break an old signature. With a key, refuses to write stances that would not
 * count. Asks before earlier stances stop counting.
 */
export async function applySigned(
  plan: Plan,
  programme: Programme,
  key: SigningKey | null,
  invocation: Invocation,
): Promise<ExitCode> {
  const { day, language, say, sayError, values } = invocation
  const file = plan.files.find(({ path }) => path.startsWith('positions/'))
  if (isRefused(plan) || file === undefined) return applyPlan(plan, invocation)
  const { path, content } = file
  const refuse = (sentence: string): ExitCode => {
    sayError(`${sentence}\n`)
    return 1
  }
  if (key === null) {
    const values = { path, command: signingCommand(path) }
    if (isSigned(programme, path)) return refuse(WORDS.signedAlready[language](values))
    const code = await applyPlan(plan, invocation)
    if (code === 0 && programme.manifest.decision.signatures === 'required')
      say(`${WORDS.toSign[language](values)}\n`)
    return code
  }
  if (values['dry-run'] === true) {
    const code = await applyPlan(withSignature(plan, path, new Uint8Array()), invocation)
    say(`${WORDS.wouldSign[language]({ path, key: key.file })}\n`)
    return code
  }
  const text = String(content)
  const signature = signatureOf(text, POSITIONS_NAMESPACE, key)
  const signed = { path, text, signature }
  const why = whyNotCounted(programme, signed, day())
  if (why !== '')
    return refuse(asSentence(WORDS.wrongKey[language]({ why: uncountedReason(why, language) })))
  const silenced = silencedBySigning(programme, signed, day())
  if (silenced.length > 0 && values.yes !== true) {
    const lost = silenced.map(
      ({ proposal, stance, date }) =>
        `${proposal} (${STANCE_WORDS[language][stance]}, ${dayIn(language, date)})`,
    )
    sayError(`${WORDS.silenced[language]({ lost: lost.join(', ') })}\n`)
    if (!(await confirmSigning(language))) return refuse(WORDS.sayYes[language]({}))
  }
  return applyPlan(withSignature(plan, path, signature), invocation)
}

function withSignature(plan: Plan, path: string, content: NewFile['content']): Plan {
  return { ...plan, files: [...plan.files, { path: `${path}.sig`, content, replaces: true }] }
}

function isSigned({ signatures, folderFindings }: Programme, path: string) {
  return [...signatures, ...folderFindings].some((one) => one.path === `${path}.sig`)
}

const WORDS = {
  signedAlready: wording(
    '« {path} » est signé, et le récrire romprait sa signature : rien n’est écrit. Ajoutez --sign pour signer aussi le nouveau. À la main : effacez « {path}.sig », relancez la commande, puis signez. Écrivez : {command}',
    '“{path}” is signed, and rewriting it would break its signature: nothing is written. Add --sign to sign the new one too. By hand: remove “{path}.sig”, run the command again, then sign. Write: {command}',
  ),
  toSign: wording(
    'Cela ne comptera qu’une fois le fichier signé. Dans le dossier du programme, écrivez : {command}',
    'It will count only once the file is signed. In the programme folder, write: {command}',
  ),
  wouldSign: wording(
    'serait signé avec {key} : {path}.sig',
    'would be signed with {key}: {path}.sig',
  ),
  silenced: wording(
    'Signé avec cette clé, ce fichier perdrait des positions qui comptent aujourd’hui, d’avant le premier jour de la clé ou d’un autre délégué : {lost}. Les tours déjà clos gardent ce qu’ils ont compté ; ailleurs, il faudra les redire et signer.',
    'Signed with this key, this file would lose stances that count today, of before the first day of the key or of another delegate: {lost}. Rounds that are closed keep what they counted; elsewhere they will have to be given again, and signed.',
  ),
  sayYes: wording(
    'Rien n’est écrit. Pour signer quand même, ajoutez --yes.',
    'Nothing is written. To sign all the same, add --yes.',
  ),
  wrongKey: wording(
    'cette position ne compterait pas, et rien n’est écrit : {why}',
    'that stance would not count, and nothing is written: {why}',
  ),
}
