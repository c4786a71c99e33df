import type { Plan } from '@cahier/core'

/** Several plans as one, written together or not at all. */
export function joinPlans(plans: readonly Plan[]): Plan {
  return {
    edits: plans.flatMap(({ edits }) => edits),
    files: plans.flatMap(({ files }) => files),
    removals: plans.flatMap(({ removals }) => removals),
    findings: plans.flatMap(({ findings }) => findings),
  }
}
