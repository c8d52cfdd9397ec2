/**
 * Turns tables measured on real servers into the compact ones of src/schema/data.
 *
 *     npm run generate -- FACTS-FOLDER
 *
 * FACTS-FOLDER has a folder a release (`redis-7.2.6`) with directives.json, config-get.json,
 * commands.json, sentinel.json and, from 6.2, commands-sentinel.json; and first-seen.json.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedFiles } from './schema-tables/generated-files.ts'

const folder = process.argv[2] ?? '../shared/facts'
const target = 'src/schema/data'

if (existsSync(folder)) {
  mkdirSync(target, { recursive: true })
  for (const [name, text] of generatedFiles(folder)) {
    writeFileSync(join(target, name), text)
    console.log(`${join(target, name)}: ${text.length} bytes`)
  }
} else {
  console.error(`no folder of measured facts at ${folder}; give it as argument: npm run generate -- FOLDER`)
  process.exitCode = 1
}
