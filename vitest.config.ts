import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    // The machines this runs on have two cores; one process per file costs more than it isolates.
    pool: 'threads',
    isolate: false,
    // A busy machine is no failure; what must be fast is measured in bench/.
    testTimeout: 30_000,
  },
})
export default config
