import { aclUsers } from './acl/index.ts'
import { applyLine } from './directive-line.ts'
import { exposureOf } from './exposure/index.ts'
import type { LoadStep, Project } from './project.ts'
import type { AclUser, ServerModel, Setting } from './server-model.ts'
import { effectiveSettings, printedSettings, settingInForce, writtenSettings } from './settings-in-force.ts'
import { runStages } from './start-stages.ts'
import { newStartup, refuseStart, type Refusal, type Startup } from './startup.ts'
import { closeText, deadInclude, openText } from './texts.ts'

const models = new WeakMap<Project, ServerModel>()

/**
 * Starts the server that a project describes, on paper: what it refuses, in the order it would meet it,
 * and what `CONFIG GET` would print. After a refused line it goes on as if the line were absent.
 *
 * @example dryRun(project).problems[0]?.message
 */
export function dryRun(project: Project): ServerModel {
  const known = models.get(project)
  if (known !== undefined) return known
  const start = newStartup(project)
  if (project.entryMissing) refuseStart(start, null, missingEntry(project))
  for (const step of project.steps) take(start, step)
  runStages(start)
  const model = modelOf(start)
  models.set(project, model)
  return model
}

function missingEntry({ entry, kind }: Project): Refusal {
  const reason = 'No such file or directory'
  return kind === 'acl'
    ? { message: `Error loading ACLs, opening file '${entry}': ${reason}`, code: 'acl-file-missing' }
    : { message: `Fatal error, can't open config file '${entry}': ${reason}`, code: 'missing-include' }
}

function take(start: Startup, step: LoadStep): void {
  switch (step.kind) {
    case 'directive':
      applyLine(start, step.use)
      break
    case 'malformed':
      start.problems.push({
        stage: 'line', line: step.line, message: 'Unbalanced quotes in configuration line', code: 'unbalanced-quotes', crash: false,
        path: step.path, span: step.node.problem.span,
      })
      break
    case 'enter':
      openText(start, step.by)
      break
    case 'leave':
      closeText(start)
      break
    case 'dead-include':
      deadInclude(start, step)
  }
}

function modelOf(start: Startup): ServerModel {
  const { project, schema } = start
  let settings: ReadonlyMap<string, Setting> | null = null
  let effective: readonly Setting[] | null = null
  let written: readonly Setting[] | null = null
  let users: ReadonlyMap<string, AclUser> | null = null
  const model: ServerModel = {
    starts: start.problems.length === 0,
    problems: start.problems,
    get settings() { return (settings ??= printedSettings(start)) },
    get effective() { return (effective ??= effectiveSettings(start)) },
    get written() { return (written ??= writtenSettings(start)) },
    setting: (name) => settingInForce(start, name),
    uses: (name) => start.uses.get(schema.directive(name)?.name ?? name.toLowerCase()) ?? [],
    get users() { return (users ??= aclUsers(start).users) },
    exposure: (options) => exposureOf(model, project, options),
    misreads: start.misreads,
    ignored: start.ignored,
    renames: start.renames,
    modules: start.modules,
    moduleSettings: start.moduleSettings,
    assumed: start.assumed,
    directory: start.cwd,
  }
  return model
}
