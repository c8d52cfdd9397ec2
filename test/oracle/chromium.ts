import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The parts of playwright-core that are used. Its own types bring the whole DOM into every file of the project. */
export interface Page {
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void
  on(event: 'pageerror', listener: (error: Error) => void): void
  on(event: 'request', listener: (request: { url(): string }) => void): void
  setContent(html: string): Promise<void>
  screenshot(options: { path: string; fullPage: boolean }): Promise<unknown>
  evaluate(script: string): Promise<unknown>
  addScriptTag(tag: { content: string }): Promise<unknown>
  emulateMedia(options: { media: 'print' }): Promise<void>
  pdf(options: { format: 'A4' }): Promise<Buffer>
  locator(selector: string): Locator
  readonly keyboard: { press(key: string): Promise<void> }
}
interface Locator {
  first(): Locator
  focus(): Promise<void>
  count(): Promise<number>
}
export interface Browser {
  newContext(options: { viewport: { width: number; height: number }; colorScheme: 'light' | 'dark'; bypassCSP: boolean }): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>
  close(): Promise<void>
}

/** Debian's package; null where it is not installed. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
export const hasChromium: boolean = existsSync(CHROMIUM)

export function launchChromium(): Promise<Browser> {
  const { chromium } = createRequire(import.meta.url)('playwright-core') as { chromium: { launch(options: { executablePath: string; args: string[] }): Promise<Browser> } }
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
}
