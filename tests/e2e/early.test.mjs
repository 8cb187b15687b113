// A person who is quicker than the application: what was pressed before it came is done as soon as it has.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { password } from './support/people.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// Holds the application back until let go, or another file.
async function holdBack(page, file = '**/*.wasm') {
  let letGo;
  const open = new Promise((done) => (letGo = done));
  await page.route(file, async (route) => {
    await open;
    await route.continue();
  });
  return letGo;
}

test('signing in and out before the application has come', async () => {
  const page = await open(browser, 'phone');
  const letGo = await holdBack(page);
  await page.goto(`${server.url}/staff/account`);
  await page.getByRole('textbox', { name: 'نام کاربری' }).fill('karshenas-soil-water');
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ورود' }).click();
  await page.getByRole('button', { name: 'خروج' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/staff/account', 'the page that was asked for');
  await page.getByRole('button', { name: 'خروج' }).click();
  await page.getByRole('textbox', { name: 'نام کاربری' }).waitFor();
  letGo();
  await tookOver(page);
  assert.equal((await page.request.get(`${server.url}/api/v1/session`)).status(), 401);
  await page.context().close();
});

test('a queue and a search of the inbox before the application has come', async () => {
  const page = await open(browser, 'desktop');
  await page.goto(`${server.url}/staff`);
  await page.getByRole('textbox', { name: 'نام کاربری' }).fill('riyasat');
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ورود' }).click();
  await page.getByRole('table', { name: 'کارتابل' }).waitFor();
  const letGo = await holdBack(page);
  await page.goto(`${server.url}/staff`);
  await page.getByRole('link', { name: /^گذشته از مهلت/ }).click();
  await page.getByRole('searchbox', { name: 'جست‌وجو' }).fill('واژهٔ نایاب');
  await page.getByRole('button', { name: 'بگرد' }).click();
  assert.equal(await page.getByRole('searchbox', { name: 'جست‌وجو' }).inputValue(), 'واژهٔ نایاب');
  letGo();
  await page.getByText('پرونده‌ای پیدا نشد').waitFor();
  assert.match(await page.locator('#queues a[aria-current]').textContent(), /^گذشته از مهلت/);
  await page.context().close();
});

const paper = { name: 'عکس جاده.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };

test('a file that was chosen before the application has come', async () => {
  const page = await open(browser, 'phone');
  const letGo = await holdBack(page);
  await page.goto(`${server.url}/desk/new/complaint`);
  await page.getByLabel('افزودن پیوست').setInputFiles(paper);
  letGo();
  await tookOver(page);
  await page.getByText(new RegExp(`^${paper.name}`)).waitFor();
  assert.equal(await page.locator('input[type=file]').inputValue(), '', 'it is sent once');
  await page.context().close();
});

test('what was written before the first script came is kept over a reload', async () => {
  const page = await open(browser, 'phone');
  const letGo = await holdBack(page, '**/boot.*.js');
  await page.goto(`${server.url}/desk/new/complaint`, { waitUntil: 'commit' });
  const about = page.getByRole('textbox', { name: 'موضوع' });
  await about.fill('آب روستا');
  letGo();
  await page.waitForFunction(() => Object.values(localStorage).some((draft) => draft.includes('آب روستا')));
  await tookOver(page);
  assert.equal(await about.inputValue(), 'آب روستا');
  await page.reload();
  await tookOver(page);
  assert.equal(await about.inputValue(), 'آب روستا');
  await page.context().close();
});

// What was laid out in the system's font must not jump when ours comes: above all the bar, which all pages have on top.
test('the font comes late on a slow line: the bar stays as it is, and next to nothing below it moves', async () => {
  for (const device of ['phone', 'tablet']) {
    const page = await open(browser, device);
    const letGo = await holdBack(page, '**/*.ttf');
    await page.addInitScript(() => {
      globalThis.shifted = 0;
      const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.shifted += value)));
      observer.observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${server.url}/desk/new/complaint`, { waitUntil: 'commit' });
    const links = page.getByRole('navigation', { name: 'پیوندهای اصلی' }).getByRole('listitem');
    await links.last().waitFor();
    const places = () => links.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ right, y, width }) => [right, y, width]));
    const before = await places();
    assert.equal(await page.evaluate(() => document.fonts.check('1rem Hamandish')), false, 'ours is not there yet');
    letGo();
    await page.waitForFunction(() => document.fonts.check('1rem Hamandish'));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
    const moved = (await places()).flat().map((place, index) => Math.abs(place - before.flat()[index]));
    assert.ok(Math.max(...moved) < 1, `${device}: ${moved}`);
    await tookOver(page);
    assert.ok((await page.evaluate(() => globalThis.shifted)) < 0.02, 'of the rest only single words');
    await page.context().close();
  }
});
