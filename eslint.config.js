import tseslint from 'typescript-eslint'

/** Packages and modules that only some folders may use (DESIGN: the way of the data has one direction). */
const only = (allowed, groups) =>
  Object.entries(groups)
    .filter(([name]) => !allowed.includes(name))
    .flatMap(([, patterns]) => patterns)

const OUTSIDE = {
  chevrotain: [{ group: ['chevrotain'], message: 'Only src/parser knows Chevrotain.' }],
  node: [{ group: ['node:*'], message: 'Only src/cli touches Node.' }],
  diff: [{ group: ['diff'], message: 'Only src/report prints patches.' }],
  terminal: [{ group: ['yargs', 'yargs-parser', 'yargs-parser/*', 'yargs/*', 'picocolors', 'tinyglobby', 'ignore'], message: 'Only src/cli uses these.' }],
}

/** Which layers of src/ each layer must not import: everything downstream of it. */
const DOWNSTREAM = {
  parser: ['schema', 'model', 'rules', 'fixer', 'report', 'cli'],
  schema: ['model', 'rules', 'fixer', 'report', 'cli'],
  model: ['rules', 'fixer', 'report', 'cli'],
  rules: ['fixer', 'report', 'cli'],
  fixer: ['report', 'cli'],
  report: ['cli'],
}

const layer = (name, allowed = []) => ({
  files: [`src/${name}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', {
      patterns: [
        ...only(allowed, OUTSIDE),
        ...DOWNSTREAM[name].map((other) => ({ group: [`**/${other}/**`], message: `src/${name} is upstream of src/${other}.` })),
      ],
    }],
  },
})

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      complexity: ['error', 15],
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', { selector: "MemberExpression[object.name='Object'][property.name='groupBy'], MemberExpression[object.name='Map'][property.name='groupBy'], MemberExpression[object.name='Promise'][property.name='withResolvers'], MemberExpression[object.name='Array'][property.name='fromAsync']", message: 'Not in Node 20.' }],
    },
  },
  layer('parser', ['chevrotain']),
  layer('schema'),
  layer('model'),
  layer('rules'),
  layer('fixer'),
  layer('report', ['diff']),
  {
    files: ['src/index.ts', 'src/lint.ts', 'src/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: only([], OUTSIDE) }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setTimeout', 'fetch', 'Date'],
    },
  },
  {
    files: ['src/{parser,schema,model,rules,fixer,report}/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', 'setTimeout', 'fetch', '__dirname', 'require'] },
  },
  {
    files: ['src/schema/data/**'],
    // The annotation keeps a literal type of 70 KB out of declarations.
    rules: { 'max-lines': 'off', '@typescript-eslint/no-inferrable-types': 'off' },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', '*.config.ts'],
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.{js,cjs}'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
