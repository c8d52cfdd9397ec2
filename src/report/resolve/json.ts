import type { DirectiveUse, Project } from '../../model/project.ts'
import type { ServerModel } from '../../model/server-model.ts'
import { printable } from '../../fixer/printable.ts'
import { decodeForDisplay } from '../../parser/index.ts'
import { valueShown, type SettingRow } from './rows.ts'
import { jsonText } from '../json-text.ts'

/** For programs. The value of a secret is null, unless secrets are to be shown. */
export function jsonRows(rows: readonly SettingRow[], project: Project, server: ServerModel, version: string, showSecrets: boolean): string {
  return jsonText({
    schemaVersion: 1,
    tool: { name: 'redis-conf-lint', version },
    file: decodeForDisplay(project.entry),
    target: project.schema.release.id,
    starts: server.starts,
    settings: rows.map((row) => ({
      name: row.name,
      value: row.isSecret && !showSecrets ? null : printable(valueShown(row, project, showSecrets)),
      ...(row.isSecret ? { secret: true } : {}),
      default: row.default,
      origin: row.by.map(placeOf),
      shadowed: row.shadowed.map(placeOf),
    })),
  })
}

const placeOf = ({ path, node }: DirectiveUse): object => ({ path: decodeForDisplay(path), line: node.number })
