// The page in a real browser: asked for nothing but itself, without an accessibility violation at any width, in the dark, on
// paper, without its styles and without its script; sorted and filtered; and hostile text runs nothing. Needs the package chromium.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/reports/formats/html.ts';
import type { CaseReport } from '../../src/reports/report/case-report.ts';
import { HOSTILE } from '../letters/hostile.ts';
import { caseReport, reportsOf } from '../reports/reports.ts';

const BROWSER = '/usr/bin/chromium';
const missing = spawnSync('sh', ['-c', `test -x ${BROWSER}`]).status !== 0;
const asked = process.env['TAKEDOWN_LAB'] === '1';
const reason = asked ? 'chromium is not installed' : 'TAKEDOWN_LAB=1 asks for it';

/** Nobody is asked for anything by the browser itself either. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const htmlOf = (...cases: readonly CaseReport[]) => [...render(reportsOf(...cases))].join('');

function hostileReport(): CaseReport {
  const report = caseReport();
  const rows = [...report.names].map((row, at) => {
    const text = HOSTILE[at % HOSTILE.length] ?? '';
    const findings = row.findings.map((finding) => ({ ...finding, reason: text }));
    return {
      ...row,
      registryName: text,
      registrar: { name: `<img src=x onerror="document.title='out'">${text}`, ianaId: 1 },
      findings,
    };
  });
  return { ...report, title: HOSTILE.join(' '), names: rows };
}

/** The names that differ in more than their name, and those that are called by it. */
function shortened(report: CaseReport): CaseReport {
  const kinds = new Map(
    [...report.names].map((row) => {
      const { transferred, sinkholed, reverted, overdue, registered } = row;
      return [JSON.stringify([transferred, sinkholed, reverted, overdue, registered]), row];
    }),
  );
  return { ...report, names: [...kinds.values()] };
}

it('the laboratory asks for its browser', () => {
  if (asked) expect(missing).toBe(false);
});

describe.skipIf(!asked || missing)(`the page in Chromium (${reason})`, () => {
  let [folder, browser]: [string, Browser | undefined] = ['', undefined];
  const pages = { plain: htmlOf(caseReport()), hostile: htmlOf(hostileReport()) } as const;
  /** One name of each kind: what a page is made of, without the repetitions that take the checker its time. */
  const short = {
    plain: htmlOf(shortened(caseReport())),
    hostile: htmlOf(shortened(hostileReport())),
    several: htmlOf(shortened(caseReport()), { ...shortened(caseReport()), case: 'strontium' }),
  } as const;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'takedown-page-'));
    browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS, timeout: 30_000 });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(html: string, options: BrowserContextOptions = {}): Promise<Page> {
    if (browser === undefined) throw new Error('no browser');
    const file = join(folder, 'status.html');
    writeFileSync(file, html);
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  async function violations(page: Page): Promise<readonly string[]> {
    // Through the debugger, which the policy of the page does not bind.
    await page.evaluate(AXE);
    return page.evaluate(async () => {
      interface Found {
        readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
      }
      const { axe } = globalThis as unknown as { axe: { run(): Promise<Found> } };
      const found = await axe.run();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.length}, first ${nodes[0]?.html}`);
    });
  }

  const wide = { viewport: { width: 1400, height: 900 } };
  const ways: readonly (readonly [string, string, BrowserContextOptions])[] = [
    ['at 360 pixels', short.plain, { viewport: { width: 360, height: 740 } }],
    ['at 800 pixels', short.plain, { viewport: { width: 800, height: 900 } }],
    ['at 1400 pixels, with every name', pages.plain, wide],
    ['in the dark', short.plain, { ...wide, colorScheme: 'dark' }],
    ['with forced colours', short.plain, { ...wide, forcedColors: 'active' }],
    ['without styles', short.plain.replace(/<style>.*?<\/style>/s, ''), wide],
    ['without its script', short.plain.replace(/<script>.*?<\/script>/s, ''), wide],
    ['with several cases', short.several, wide],
    ['with hostile text', short.hostile, wide],
  ];

  it.each(ways)(
    'has no accessibility violation %s',
    async (_, html, options) => {
      const page = await opened(html, options);
      expect(await violations(page)).toEqual([]);
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(over).toBeLessThanOrEqual(0);
      await page.context().close();
    },
    60_000,
  );

  it('has none on paper either', async () => {
    const page = await opened(short.plain, wide);
    await page.emulateMedia({ media: 'print' });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('asks for itself alone, and its own policy lets its styles and its script through', async () => {
    if (browser === undefined) throw new Error('no browser');
    const context = await browser.newContext();
    const page = await context.newPage();
    const [asked, said]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    writeFileSync(join(folder, 'own.html'), pages.hostile);
    await page.goto(pathToFileURL(join(folder, 'own.html')).href);
    expect(asked).toHaveLength(1);
    expect(said).toEqual([]);
    expect(await page.locator('button.sort').count()).toBe(8);
    expect(await page.title()).not.toBe('out');
    expect(await page.locator('img, iframe, script[src], [onclick], [onload]').count()).toBe(0);
    await context.close();
  });

  it('is whole without scripts', async () => {
    const page = await opened(pages.plain, { javaScriptEnabled: false });
    expect(await page.locator('table.names tbody tr').count()).toBe(98);
    expect(await page.locator('article').count()).toBe(98);
    expect(await page.locator('form.filter').isVisible()).toBe(false);
    await page.context().close();
  });

  it('sorts and filters, and says so', async () => {
    const page = await opened(pages.plain, wide);
    const first = page.locator('table.names tbody tr:visible').first();
    await page.getByRole('button', { name: 'Done' }).click();
    expect(
      await page
        .locator('table.names')
        .getByRole('columnheader', { name: 'Done', exact: true })
        .getAttribute('aria-sort'),
    ).toBe('ascending');
    expect(await first.getAttribute('data-state')).toBe('met');
    await page.getByRole('button', { name: 'Done' }).press('Enter');
    expect(await first.getAttribute('data-state')).toBe('unmet');
    await page.getByLabel('Show').selectOption('unknown');
    expect(await page.locator('output').textContent()).toBe('12 of 98 names shown');
    expect(await page.locator('article:visible').count()).toBe(12);
    await page.getByLabel('Find', { exact: true }).fill('name-98');
    expect(await page.locator('output').textContent()).toBe('1 of 98 names shown');
    await page.context().close();
  });

  it('is led through by the keyboard', async () => {
    const page = await opened(pages.plain, wide);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('To the report');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.context().close();
  });

  it('prints on pages with the heads of its tables', async () => {
    const page = await opened(pages.plain, wide);
    const pdf = join(folder, 'page.pdf');
    await page.pdf({ path: pdf, format: 'Letter', tagged: true });
    const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', timeout: 60_000 }).stdout;
    const sheets = text.split('\f').slice(0, -1);
    expect(sheets.length).toBeGreaterThan(3);
    expect(sheets.every((sheet, at) => sheet.includes(`Page ${at + 1} of ${sheets.length}`))).toBe(true);
    const heads = sheets.filter((sheet) => /Name +Registry/.test(sheet));
    expect(heads.length).toBeGreaterThan(1);
    for (const { name } of caseReport().names) expect(text).toContain(name);
    await page.context().close();
  });
});
