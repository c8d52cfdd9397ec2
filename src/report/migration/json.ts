import { decodeForDisplay } from '../../parser/index.ts'
import { printable } from '../../fixer/printable.ts'
import { isSensitive } from '../../fixer/secrets.ts'
import type { SettingChange } from '../../model/migration.ts'
import type { DirectiveUse } from '../../model/project.ts'
import type { Migrated } from './migrated.ts'
import { jsonText } from '../json-text.ts'
import { withoutSecrets } from '../setting-text.ts'
import { userName } from '../user-name.ts'

/** For programs. Values of secrets are null. */
export function jsonMigration({ from, to, changes, refusals, fixable }: Migrated, version: string): string {
  const settingOf = ({ name, before, after, by }: SettingChange): object => {
    const shown = (value: string): string => printable(withoutSecrets(value, by, to.project))
    const isSecret = isSensitive(name, to.project.schema.directive(name)?.flags ?? [])
    return { name, before: isSecret ? null : shown(before), after: isSecret ? null : shown(after), lines: by.map(placeOf) }
  }
  return jsonText({
    schemaVersion: 1,
    tool: { name: 'redis-conf-lint', version },
    file: decodeForDisplay(to.project.entry),
    from: from.project.schema.release.id,
    to: to.project.schema.release.id,
    starts: to.server.starts,
    refused: refusals.map(({ problem, message, diagnostic }) => ({
      path: decodeForDisplay(problem.path), serverLine: problem.line, code: problem.code, message,
      ...(diagnostic === null ? {} : { rule: diagnostic.rule, says: diagnostic.message, start: diagnostic.start, ...(diagnostic.advice === undefined ? {} : { advice: diagnostic.advice }) }),
    })),
    renamed: changes.renamed.map(({ use, to: name }) => ({ ...placeOf(use), from: printable(use.node.name.value), to: name })),
    ignored: changes.ignored.map((use) => ({ ...placeOf(use), name: printable(use.node.name.value) })),
    meanings: changes.meanings.map(settingOf),
    defaults: changes.defaults.map(settingOf),
    reach: changes.reach,
    users: changes.users.map(({ name, before, after }) => ({ name: userName(name), before: printable(before), after: printable(after) })),
    fixes: fixable.map(({ rule, path, start, fix }) => ({ rule, path: decodeForDisplay(path), line: start.line, title: fix?.title, kind: fix?.kind })),
  })
}

const placeOf = ({ path, node }: DirectiveUse): object => ({ path: decodeForDisplay(path), line: node.number })
