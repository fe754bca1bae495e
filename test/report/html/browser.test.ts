/** The page as its readers meet it: by eye, by keyboard, with other software, on paper, without JavaScript. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatHtml } from '../../../src/report/html/page.ts';
import { several } from '../fixtures.ts';
import { expectAccessible, hasBrowser, launch, open } from './browser.ts';
import { EXAMPLE, type Made, made, OTHERS } from './made.ts';

if (!hasBrowser) console.warn('The browser tests are skipped, because there is no Chromium: apt-get install chromium.');

const visible = (page: Page): Promise<number> => page.locator('.card:visible').count();

/** Presses Tab until the element has the focus, as a reader without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`Tab does not reach ${selector}.`);
}

describe.skipIf(!hasBrowser)('the page in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let one: Made;
  let many: Made;

  beforeAll(async () => {
    browser = await launch();
    one = await made([EXAMPLE]);
    const failed = [{ path: 'x.pdf', error: { code: 'broken', message: 'It is damaged.' } }];
    many = await made(OTHERS, { failed, length: 4000 });
  }, 120_000);
  afterAll(() => browser?.close());

  describe('is accessible', () => {
    const LOOKS = [
      { name: 'wide and light', viewport: { width: 1400, height: 900 }, colorScheme: 'light' },
      { name: 'wide and dark', viewport: { width: 1400, height: 900 }, colorScheme: 'dark' },
      { name: '320 pixels and light', viewport: { width: 320, height: 700 }, colorScheme: 'light' },
      { name: '320 pixels and dark', viewport: { width: 320, height: 700 }, colorScheme: 'dark' },
    ] as const;
    for (const { name, ...look } of LOOKS) {
      it(`one document, ${name}`, async () => {
        const { page, trouble } = await open(browser, one.page, look);
        await page.locator('button.fold').first().click();
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        expect(trouble).toEqual([]);
      });
      it(`several documents, ${name}`, async () => {
        const { page, trouble } = await open(browser, many.page, look);
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        expect(trouble).toEqual([]);
      });
    }
    it('every part that a report can have, without the documents’ text', async () => {
      const { page } = await open(browser, formatHtml(several));
      await expectAccessible(page);
    });
    it('on paper, with everything open', async () => {
      const { page } = await open(browser, one.page, { colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      await expectAccessible(page);
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    });
  });

  it('leads from a quotation to its place in the text and back', async () => {
    const { page } = await open(browser, one.page);
    const quotation = page.locator('.card-partially-met figure.quote:has(figcaption a)').first();
    const words = (await quotation.locator('blockquote').innerText()).slice(0, 40);
    const card = await quotation.locator('xpath=ancestor::article').getAttribute('id');
    await quotation.locator('figcaption a').click();
    const place = page.locator(':target');
    expect(await place.innerText()).toContain(words.slice(0, 30));
    const box = await place.boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y).toBeLessThan(900);
    const number = (await page.locator(`#${card} .number`).first().innerText()).replace('.', '');
    await page.locator(`:target + .backs a.back, :target .backs a.back`).filter({ hasText: number }).first().click();
    expect(await page.locator(':target').locator('xpath=ancestor::article').getAttribute('id')).toBe(card);
    const back = await page.locator(':target').boundingBox();
    expect(back!.y).toBeGreaterThanOrEqual(0);
    expect(back!.y).toBeLessThan(900);
  });

  it('opens what is folded or filtered away when a link leads there', async () => {
    const { page } = await open(browser, one.page);
    expect(await page.locator('.card-met blockquote:visible').count()).toBe(0);
    await page.locator('#filter-words').fill('no requirement says this');
    expect(await visible(page)).toBe(0);
    const ids = (await page.evaluate(
      `Array.from(document.querySelectorAll('.card-met figure.quote'), ({ id }) => id)`,
    )) as string[];
    const back = page.locator(ids.map((id) => `.text a.back[href="#${id}"]`).join(', ')).first();
    await back.click();
    expect(await page.locator('figure.quote:target blockquote').isVisible()).toBe(true);
  });

  it('is filtered and searched with the keyboard alone', async () => {
    const { page, trouble } = await open(browser, one.page);
    const total = one.report.documents[0]!.requirements.length;
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await tabTo(page, '#filter-words');
    await page.keyboard.type('scrutiny');
    const found = await visible(page);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(total);
    expect(await page.locator('#filter-result').innerText()).toBe(`${found} of ${total} requirements are shown.`);
    await tabTo(page, 'button[type=reset]');
    await page.keyboard.press('Enter');
    // Asked again from here: the page's own policy allows nothing that waits inside it.
    await expect.poll(() => visible(page)).toBe(total);
    await page.keyboard.press('Shift+Tab');
    await page.locator('#filter-theme').focus();
    await page.keyboard.press('f');
    expect(await page.locator('#filter-theme').inputValue()).toBe('funding');
    const funding = one.report.documents[0]!.requirements.filter(({ theme }) => theme === 'funding').length;
    expect(await visible(page)).toBe(funding);
    await page.keyboard.press('Home');
    await tabTo(page, '[name=verdict][value=met]');
    await page.keyboard.press('Space');
    expect(await page.locator('.card-met:visible').count()).toBe(0);
    expect(await page.locator('#met').isVisible()).toBe(false);
    expect(trouble).toEqual([]);
  });

  it('shows everything without JavaScript', async () => {
    const { page, trouble } = await open(browser, one.page, { javaScriptEnabled: false });
    expect(await visible(page)).toBe(one.report.documents[0]!.requirements.length);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    const quotations = page.locator('blockquote');
    expect(await page.locator('blockquote:visible').count()).toBe(await quotations.count());
    await page.locator('.card-met figcaption a').first().click();
    expect(await page.locator(':target').isVisible()).toBe(true);
    expect(trouble).toEqual([]);
  });

  it('leads from a cell of the table of documents to the answer', async () => {
    const { page } = await open(browser, many.page);
    const cell = page.locator('.matrix tbody tr').nth(4).locator('td a').nth(1);
    const title = await page.locator('.matrix tbody tr').nth(4).locator('th bdi').innerText();
    await cell.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.card:target h4').innerText()).toContain(title);
    expect(await page.locator('.card:target').getAttribute('id')).toMatch(/^d2-/);
  });
});
