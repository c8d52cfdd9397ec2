import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Tests that start real servers (test/oracle/install gets them). Not part of `npm test`. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/oracle/**/*.oracle.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
export default config
