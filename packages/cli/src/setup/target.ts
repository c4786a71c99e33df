import type { ExitCode, Invocation } from '../command.ts'

/** Sets one thing up. */
export type SetupTarget = (invocation: Invocation) => ExitCode
