import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerOfModel, comparable } from '../oracle/agreement.ts'
import type { Answer } from '../oracle/answer.ts'
import type { OracleCase } from '../oracle/cases.ts'

interface Recorded extends OracleCase {
  readonly answers: readonly { readonly by: readonly string[]; readonly answer: Answer }[]
}

const FOLDER = join(import.meta.dirname, '../oracle/recorded/starts')

/** `npm run record:starts` asks the servers again. */
describe.each(readdirSync(FOLDER))('what real servers said: %s', (file) => {
  const cases = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recorded[]

  test.each(cases.map((recorded) => [JSON.stringify(Object.values(recorded.files)[0]), recorded] as const))('%s', async (_, recorded) => {
    for (const { by, answer } of recorded.answers) {
      const asked = !answer.started || answer.settings !== null
      for (const server of by) {
        const model = await answerOfModel(recorded, server.replace('-', '@'))
        expect({ server, ...(comparable(model, asked) as object) }).toEqual({ server, ...(comparable(answer, asked) as object) })
      }
    }
  })
})
