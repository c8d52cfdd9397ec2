import { MASK } from '../fixer/secrets.ts'
import { decodeForDisplay } from '../parser/display.ts'

/** The name of a user as people may see it. Where the name was forgotten, a password stands in its place. */
export const userName = (name: string): string => (/^>./.test(name) ? `${name.charAt(0)}${MASK}` : decodeForDisplay(name))
