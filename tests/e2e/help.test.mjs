// A citizen on a phone looks for something and does not know where it stands: search from the foot of any page, to the answer,
// to the unit and its telephone; the same by the site map, and without JavaScript.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
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

const title = (page, name) => page.getByRole('heading', { name, level: 1, exact: true }).waitFor();
const link = (scope, name) => scope.getByRole('link', { name, exact: true });

async function walk(page, client) {
  await page.goto(server.url);
  if (client) await tookOver(page);
  await link(page.getByRole('contentinfo'), 'جست‌وجو در پایگاه').click();
  await title(page, 'جست‌وجو در پایگاه');
  await page.getByLabel('چه می‌جویید؟').fill('لايروبي قنات');
  await page.getByRole('button', { name: 'بگرد' }).click();
  await title(page, 'یافته‌ها برای «لایروبی قنات»');
  assert.match(await page.getByRole('status').first().innerText(), /پیدا شد/);
  const found = page.getByRole('list', { name: 'یافته‌ها' });
  await found.getByRole('link', { name: /لایروبی و مرمت قنات/ }).click();
  await title(page, 'پرسش‌های پرتکرار');
  await link(page.getByRole('navigation', { name: 'پیوندهای اصلی' }), 'تماس با ما').click();
  await title(page, 'تماس با ما');
  await link(page, 'کارت تماس حوزه ریاست').click();
  await title(page, 'حوزه ریاست');
  const call = page.getByRole('link', { name: '۰۵۶۳۲۴۰۰۷۰۷' });
  assert.equal(await call.getAttribute('href'), 'tel:05632400707');
  await page.goBack();
  await title(page, 'تماس با ما');
}

test('from the foot of a page to the answer and the telephone', async () => {
  const page = await open(browser, 'phone');
  await walk(page, true);
  // What was found has an address of its own, which opens directly and after a reload.
  await page.goto(`${server.url}/search/${encodeURIComponent('لایروبی قنات')}`);
  await tookOver(page);
  await title(page, 'یافته‌ها برای «لایروبی قنات»');
  assert.deepEqual(page.faults, []);
});

test('the same without JavaScript', async () => {
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  await walk(page, false);
});

async function directory(page, client) {
  await page.goto(`${server.url}/contact`);
  if (client) await tookOver(page);
  await page.getByText('فهرست واحدها', { exact: true }).click();
  await link(page.getByRole('list', { name: 'فهرست واحدها' }), 'مدیریت آب و خاک و امور فنی').click();
  await page.waitForFunction(() => Math.abs(document.getElementById('unit-soil-water').getBoundingClientRect().top) < 80);
  const search = page.getByLabel('نام واحد، مسئول یا کار');
  const find = page.getByRole('button', { name: 'بیاب', exact: true });
  await find.click();
  await page.getByText('نام واحد، مسئول یا کار را بنویسید').waitFor();
  await search.fill('بيرجند');
  await find.click();
  await page.getByText('۱ واحد برای «بیرجند» پیدا شد.').waitFor();
  await title(page, 'تماس با ما');
  assert.equal(await page.getByRole('link', { name: /^کارت تماس/ }).count(), 1);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('#main h3').length > 20);
  await page.goForward();
  await page.waitForFunction(() => document.querySelectorAll('#main h3').length === 1);
  await link(page, 'همهٔ واحدها').click();
  await page.waitForFunction(() => document.querySelectorAll('#main h3').length > 20);
}

test('the directory is searched where it stands, and each unit of it is a touch away', async () => {
  const page = await open(browser, 'phone');
  await directory(page, true);
  await page.goto(`${server.url}/contact?q=${encodeURIComponent('بیرجند')}`);
  await tookOver(page);
  assert.equal(await page.getByRole('link', { name: /^کارت تماس/ }).count(), 1, 'the address of the server opens the same');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the directory without JavaScript', async () => {
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  await directory(page, false);
  await page.context().close();
});

test('who searches for nothing is told what to write', async () => {
  for (const client of [true, false]) {
    const page = await open(browser, 'phone', { javaScriptEnabled: client });
    await page.goto(`${server.url}/search`);
    if (client) await tookOver(page);
    await page.getByLabel('چه می‌جویید؟').fill('   ');
    await page.getByRole('button', { name: 'بگرد' }).click();
    await link(page.getByRole('alert'), 'چیزی برای جست‌وجو ننوشته‌اید. یک یا چند واژه بنویسید.').waitFor();
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

test('the contact of a unit is saved as a file that a telephone reads', async () => {
  const page = await open(browser, 'desktop');
  await page.goto(`${server.url}/contact/head-office`);
  await tookOver(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link(page, 'افزودن به دفترچهٔ تلفن').click()]);
  assert.equal(download.suggestedFilename(), 'حوزه ریاست.vcf');
  assert.deepEqual(page.faults, []);
});
