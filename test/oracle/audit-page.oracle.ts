import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadProject, memoryHost } from '../../src/model/index.ts'
import { audit } from '../../src/report/audit/audit.ts'
import { htmlAudit } from '../../src/report/audit/html.ts'
import { hasChromium, launchChromium, type Browser, type Page } from './chromium.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

async function pageOf(samples: readonly string[]): Promise<string> {
  const servers = await Promise.all(samples.map(async (sample) => {
    const text = readFileSync(new URL(`../../samples/${sample}`, import.meta.url))
    const project = await loadProject({ entry: sample, host: memoryHost({ [sample]: text }), target: 'redis@7.2.6' })
    return { project, audit: audit(project) }
  }))
  return htmlAudit({ version: '0.0.0', servers })
}

const PAGES = {
  'one server': ['internet-exposed.conf'],
  'a server nobody can do anything to': ['hardened.conf'],
  'several servers': ['internet-exposed.conf', 'tls.conf', 'broken.conf', 'old-3.2.conf'],
}

/** The part of axe's answer that is looked at. */
interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[]
}

describe.skipIf(!hasChromium)('the audit page in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  async function withPage<T>(width: number, colorScheme: 'light' | 'dark', look: (page: Page, said: string[]) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(`console ${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => said.push(`error: ${error.message}`))
    page.on('request', (request) => { if (!/^(about|data):/.test(request.url())) said.push(`request: ${request.url()}`) })
    try {
      return await look(page, said)
    } finally {
      await context.close()
    }
  }

  describe.each(Object.entries(PAGES))('%s', (name, samples) => {
    it.each([[360, 'light'], [360, 'dark'], [1440, 'light'], [1440, 'dark']] as const)('is quiet, fits %i pixels and has no barrier (%s)', async (width, colours) => {
      const html = await pageOf(samples)
      await withPage(width, colours, async (page, said) => {
        await page.setContent(html)
        if (process.env['SCREENSHOTS'] !== undefined) {
          await page.screenshot({ path: join(tmpdir(), `audit-${name.replaceAll(' ', '-')}-${width}-${colours}.png`), fullPage: true })
        }
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        await page.addScriptTag({ content: readFileSync(AXE, 'utf8') })
        const { violations } = (await page.evaluate('axe.run()')) as AxeResult
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join('\n')}`)).toEqual([])
        expect(said).toEqual([])
      })
    })
  })

  it('can be worked with the keyboard alone', async () => {
    const html = await pageOf(PAGES['one server'])
    await withPage(1440, 'light', async (page) => {
      await page.setContent(html)
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('To the findings')
      const closed = page.locator('details:not([open]) > summary').first()
      await closed.focus()
      const before = await page.locator('details[open]').count()
      await page.keyboard.press('Enter')
      expect(await page.locator('details[open]').count()).toBe(before + 1)
    })
  })

  it('prints every step, opened or not', async () => {
    const html = await pageOf(PAGES['one server'])
    await withPage(1440, 'light', async (page) => {
      await page.setContent(html)
      await page.emulateMedia({ media: 'print' })
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect(await page.evaluate('[...document.querySelectorAll("details:not([open]) .steps")].every((steps) => steps.getClientRects().length > 0)')).toBe(true)
    })
  })

  it('asks for nothing even where it may', async () => {
    const html = await pageOf(PAGES['several servers'])
    expect(html).not.toMatch(/\b(?:src|href)="(?!#|data:)/)
  })
})
