// `cahier since`: shows changes in proposals since a collective's stances (answers).

import { type ChangedSince, changedSinceStance, tally } from '@cahier/consensus'
import { collectiveNamed, proposalNamed } from '../arguments/named-ids.ts'
import {
  asJson,
  dateOption,
  formatOption,
  valueOption,
  wrongArguments,
} from '../arguments/options.ts'
import type { Command } from '../command.ts'
import { earlierTextSource } from '../programme/earlier-text-source.ts'
import { openAndWarn } from '../programme/unread.ts'
import { sinceInWords } from '../text/since.ts'

export const command: Command = {
  usage: 'COLLECTIVE [PROPOSAL…]',
  help: {
    fr: 'Mot à mot, dans chaque proposition : [-retiré-] {+ajouté+}. Le texte d’alors est cherché dans les copies des tours, les amendements adoptés, les éditions données avec --bundle, puis git.',
    en: 'Word by word, in each proposal: [-removed-] {+added+}. The text it spoke of is looked for in the copies of rounds, the adopted amendments, the editions given with --bundle, then git.',
  },
  examples: ['COLLECTIVE-a', 'COLLECTIVE-a PROPOSAL', 'COLLECTIVE-a --bundle dist/2026-1'],
  options: {
    bundle: valueOption(
      'BUNDLE',
      'une édition publiée, dossier ou ZIP, où chercher aussi les textes d’alors',
      'a published edition, a folder or a ZIP, where earlier texts are looked for too',
      { multiple: true },
    ),
    date: dateOption,
    format: formatOption(),
  },
  run(invocation) {
    const { positionals, values, day, print, say } = invocation
    const [id, ...written] = positionals
    if (id === undefined) throw wrongArguments(invocation)
    const programme = openAndWarn(invocation)
    const member = collectiveNamed(programme, id)
    const named = written.map((one) => proposalNamed(programme, one).id)
    const answered = new Set(
      named.length > 0
        ? named
        : programme.positions.flatMap(({ stances }) => stances.map(({ proposal }) => proposal)),
    )
    const proposals = programme.proposals.filter((proposal) => answered.has(proposal.id))
    const verdicts = tally(programme, day(), proposals).filter(
      ({ status }) => named.length > 0 || status !== 'withdrawn',
    )
    const bundles = Array.isArray(values.bundle) ? values.bundle.map(String) : []
    const changes = changedSinceStance(
      programme,
      verdicts,
      member.id,
      earlierTextSource(invocation, programme, bundles),
    )
    const silent = named.filter((one) => !changes.some(({ proposal }) => proposal.id === one))
    if (values.format === 'json') print(asJson(sinceAsData(member.id, changes, silent)))
    else
      say(sinceInWords(programme, member, { changes, silent, named: named.length > 0 }, invocation))
    return 0
  },
}

/** The JSON report (schemas/report-since.schema.json). */
function sinceAsData(
  collective: string,
  changes: readonly ChangedSince[],
  silent: readonly string[],
) {
  return {
    collective,
    proposals: changes.map(({ proposal, stance, what, earlier, parts, reasons }) => ({
      id: proposal.id,
      title: proposal.title,
      what,
      ...(what === 'merged' && { into: proposal.replacedBy }),
      stance: {
        stance: stance.stance,
        date: stance.date,
        text: stance.text || null,
        stands: stance.counted,
        ...(stance.argument !== '' && { argument: stance.argument }),
        ...(stance.liftsIf !== '' && { liftsIf: stance.liftsIf }),
      },
      text: proposal.normative,
      found: earlier === null ? null : { in: earlier.from, day: earlier.day || null },
      parts: parts.map(({ part, pieces }) => ({
        part,
        old: pieces.map(({ old }) => old).join(''),
        new: pieces.map((piece) => piece.new).join(''),
        changes: pieces
          .filter(({ same }) => !same)
          .map((piece) => ({ old: piece.old, new: piece.new })),
      })),
      reasons,
    })),
    silent,
  }
}
