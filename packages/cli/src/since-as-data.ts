import type { ChangedSince } from '@cahier/consensus'

/** What `cahier since --format json` prints (schemas/report-since.schema.json). */
export function sinceAsData(
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
