import type { Args, Command, ExitCode, Io } from '../command.ts'
import { misuse, type Problem } from '../problem.ts'

/** Each asks the program itself for what may follow, so a script never goes stale. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_redis_conf_lint() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(redis-conf-lint --get-yargs-completions "\${COMP_WORDS[@]}")" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _redis_conf_lint redis-conf-lint
`,
  zsh: `#compdef redis-conf-lint
_redis_conf_lint() {
  local -a found
  found=("\${(@f)$(redis-conf-lint --get-yargs-completions "\${words[@]}")}")
  compadd -- $found || _files
}
compdef _redis_conf_lint redis-conf-lint
`,
  fish: `complete -c redis-conf-lint -a '(redis-conf-lint --get-yargs-completions (commandline -opc) (commandline -ct))'
`,
}

export const completion: Command = {
  name: 'completion',
  usage: 'completion SHELL',
  summary: 'the script that completes our words in bash, zsh or fish',
  options: [],
  examples: ['bash >> ~/.bashrc'],
  run,
}

function run({ operands }: Args, io: Io): Promise<ExitCode | Problem> {
  const script = SCRIPTS[operands[0] ?? '']
  if (script === undefined || operands.length > 1) return Promise.resolve(misuse(`completion takes one of ${Object.keys(SCRIPTS).join(', ')}`))
  io.out(script)
  return Promise.resolve(0)
}
