/** Chromium, for the tests that look at the page as a reader does. */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { temporary } from '../../temporary.ts';

const CHROMIUM = process.env.MASA_CHROMIUM ?? '/usr/bin/chromium';

const isRequired = process.env.MASA_BROWSER === 'required';

/** Without a browser the tests are left out, unless MASA_BROWSER=required says that they must run. */
export const hasBrowser = isRequired || existsSync(CHROMIUM);

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Opened {
  page: Page;
  /** Everything that the page asked for besides itself, and every complaint. */
  trouble: string[];
}

export async function open(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const url = pathToFileURL(join(temporary({ 'report.html': html }), 'report.html')).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) trouble.push(request.url());
  });
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(String(error)));
  await page.goto(url);
  return { page, trouble };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/** No rule of axe-core is broken, best practice included. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    'axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })',
  )) as {
    violations: Violation[];
  };
  const found = violations.map(({ id, help, nodes }) => {
    const shown = nodes.slice(0, 3).map(({ html, failureSummary }) => `  ${html.slice(0, 200)}\n  ${failureSummary}`);
    return `${id}: ${help} (${nodes.length})\n${shown.join('\n')}`;
  });
  expect(found).toEqual([]);
}
