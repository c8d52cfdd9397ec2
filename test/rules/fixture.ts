/** One case of a rule's fixture: a heading, the files, and what is expected of them. */
export interface Case {
  readonly title: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
  /** From the info strings: `release=`, `runtime=`, `preset=`, `addresses=`, `input.bind=`, … */
  readonly options: Readonly<Record<string, string>>
  /** As `--format concise` prints them. */
  readonly diagnostics: string
  readonly fixed: readonly { readonly path: string; readonly text: string }[]
}

interface Block {
  readonly info: readonly string[]
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The cases of a fixture file: a section each, headed by `##`. */
export function readCases(markdown: string): readonly Case[] {
  return sections(markdown).map(({ title, body }) => caseOf(title, blocksOf(body)))
}

/** The same file with other expectations: the `diagnostics` and `fixed` blocks of each case are replaced. */
export function withExpectations(markdown: string, expected: readonly Pick<Case, 'diagnostics' | 'fixed'>[]): string {
  const parts = sections(markdown).map(({ title, body }, i) => {
    const inputs = blocksOf(body).filter(isInput)
    const end = inputs.at(-1)?.end ?? body.length
    const prose = body.slice(0, end).trimEnd()
    return `## ${title}\n${prose}\n${expectationBlocks(expected[i] ?? { diagnostics: '', fixed: [] })}`
  })
  const head = markdown.slice(0, markdown.search(/^## /m)).trimEnd()
  return `${head}\n\n${parts.join('\n')}`
}

function expectationBlocks({ diagnostics, fixed }: Pick<Case, 'diagnostics' | 'fixed'>): string {
  const blocks = fixed.map(({ path, text }) => fence(`fixed ${path}`, text))
  return (diagnostics === '' ? blocks : [fence('diagnostics', diagnostics), ...blocks]).join('')
}

function fence(info: string, text: string): string {
  return `\`\`\`${info}\n${text}${text.endsWith('\n') || text === '' ? '' : '\n'}\`\`\`\n`
}

function sections(markdown: string): readonly { readonly title: string; readonly body: string }[] {
  return markdown.split(/^## /m).slice(1).map((section) => {
    const end = section.indexOf('\n')
    return { title: section.slice(0, end), body: section.slice(end + 1) }
  })
}

function blocksOf(body: string): readonly Block[] {
  return Array.from(body.matchAll(/^```(\S.*)\n([^]*?)^```$/gm), (match) => ({
    info: (match[1] ?? '').split(' '), text: match[2] ?? '', start: match.index, end: match.index + match[0].length,
  }))
}

function isInput({ info }: Block): boolean {
  return info[0] === 'conf' || info[0] === 'acl'
}

function caseOf(title: string, blocks: readonly Block[]): Case {
  const named = (kind: string): { path: string, text: string }[] =>
    blocks.filter(({ info }) => info[0] === kind).map(({ info, text }) => ({ path: info[1] ?? '', text }))
  const options = blocks.flatMap(({ info }) => info.slice(2)).map((option) => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(option) ?? []
    return [name, value] as const
  })
  return {
    title,
    files: blocks.filter(isInput).map(({ info, text }) => ({ path: info[1] ?? '', text })),
    options: Object.fromEntries(options),
    diagnostics: named('diagnostics')[0]?.text ?? '',
    fixed: named('fixed'),
  }
}
