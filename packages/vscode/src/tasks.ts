import {
  ProcessExecution,
  Task,
  type TaskDefinition,
  type TaskProvider,
  TaskScope,
  type WorkspaceFolder,
  workspace,
} from 'vscode'
import type { LocalizedText } from './forms/form.ts'
import { languageHere, localized } from './language.ts'

interface CahierTask extends TaskDefinition {
  readonly verb: string
  readonly arguments?: readonly string[]
}

/** Frequent commands as tasks. The editor lists the findings of `lint` and `check` as problems. */
export function taskProvider(
  program: string,
  folders: () => Promise<readonly string[]>,
): TaskProvider {
  return {
    provideTasks: async () => {
      const [folder] = await folders()
      if (folder === undefined) return []
      return Object.keys(NAMES).map((verb) => taskOf({ type: 'cahier', verb }, program, folder))
    },
    resolveTask: async (task) => {
      const definition = task.definition as CahierTask
      const [folder] = await folders()
      if (folder === undefined || NAMES[definition.verb] === undefined) return undefined
      return taskOf(definition, program, folder, task.scope)
    },
  }
}

function taskOf(
  definition: CahierTask,
  program: string,
  folder: string,
  scope: Task['scope'] = undefined,
): Task {
  const { verb, arguments: more = [] } = definition
  const finds = verb === 'lint' || verb === 'check'
  const words = [
    program,
    verb,
    ...(finds && !more.includes('--format') ? ['--format', 'github'] : []),
    ...more,
  ]
  const execution = new ProcessExecution(process.execPath, words, {
    cwd: folder,
    env: { ELECTRON_RUN_AS_NODE: '1', CAHIER_LANG: languageHere() },
  })
  const where: WorkspaceFolder | TaskScope =
    typeof scope === 'object' ? scope : (workspace.workspaceFolders?.[0] ?? TaskScope.Workspace)
  const task = new Task(
    definition,
    where,
    localized(NAMES[verb] ?? { fr: verb, en: verb }),
    'cahier',
    execution,
    finds ? ['$cahier'] : [],
  )
  task.isBackground = verb === 'serve'
  return task
}

const NAMES: Readonly<Record<string, LocalizedText | undefined>> = {
  lint: { fr: 'relire', en: 'lint' },
  check: { fr: 'relire et recalculer', en: 'check' },
  status: { fr: 'où en est le consensus', en: 'where consensus stands' },
  publish: { fr: 'publier', en: 'publish' },
  serve: { fr: 'le site, refait à chaque enregistrement', en: 'the site, rebuilt at each save' },
}
