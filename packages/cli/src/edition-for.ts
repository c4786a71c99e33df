import type { Programme, Verdict } from '@cahier/core'
import { composeEdition, type Edition, type Selection } from '@cahier/export'
import { packageField } from './package-field.ts'
import { pendingChangesets } from './pending-changesets.ts'
import { UsageError } from './usage-error.ts'

/**
 * What is printed of a programme on a day, with what its folder adds: the version of its workspace,
 * and the changes that people wrote down.
 */
export function editionFor(
  folder: string,
  programme: Programme,
  verdicts: readonly Verdict[],
  selection: Selection,
  day: string,
): Edition {
  return composeEdition(programme, verdicts, {
    ...selection,
    version: packageField(folder, 'version'),
    changesets: pendingChangesets(folder),
    day,
  })
}

/** Stops where the manifest does not even say what is published. */
export function refuseUnreadable({ documents, manifest }: Programme): void {
  const document = documents.find(({ kind }) => kind === 'manifest')
  if (document?.head === null || manifest.publication.identifier === '') {
    throw new UsageError(
      '« programme.yaml » ne peut pas être lu, ou n’a pas de publication.identifier : lancez « cahier lint »',
      '“programme.yaml” cannot be read, or has no publication.identifier: run “cahier lint”',
    )
  }
}
