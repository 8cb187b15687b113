// The citizen's journey without WebGL, without WebAssembly and without JavaScript: the same checks, the same errors beside
// the fields, the same receipt.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open } from './support/browser.mjs';
import { citizen, picture } from './support/people.mjs';
import { startServer } from './support/server.mjs';

let server, browser, bareBrowser;

before(async () => {
  server = await startServer({ empty: true });
  browser = await launch();
  bareBrowser = await launch({ webgl: false });
});
after(async () => {
  await browser?.close();
  await bareBrowser?.close();
  await server?.stop();
});

async function journey(page, { attach = true } = {}) {
  await page.goto(server.url);
  await page.getByRole('main').getByRole('link', { name: 'ثبت شکایت', exact: true }).click();
  const box = (name) => page.getByRole('textbox', { name, exact: true });
  for (const [name, value] of Object.entries(citizen)) await box(name).fill(value);
  await box('شرح').fill('جاده روستا خراب است و کسی پاسخ نمی‌دهد.');
  await page.getByRole('combobox', { name: 'دسته' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'ارسال' }).click();
  const errors = page.getByRole('alert').filter({ has: page.getByRole('link') });
  await errors.waitFor();
  assert.equal(await errors.getByRole('link').count(), 1);
  assert.equal(await box('نام خانوادگی').inputValue(), citizen['نام خانوادگی'], 'nothing that was typed is lost');
  assert.equal(await box('موضوع').getAttribute('aria-invalid'), 'true');
  await box('موضوع').fill('جاده خراب');
  if (attach) await page.getByRole('button', { name: 'افزودن پیوست' }).setInputFiles(picture);
  await page.getByRole('button', { name: 'ارسال' }).click();
  await page.getByRole('heading', { name: 'رسید ثبت' }).waitFor();
  const code = (await page.getByTestId('tracking-code').textContent()).trim();
  assert.match(code, /^[0-9]{12}$/);
  await page.getByRole('button', { name: 'کد را یادداشت کردم' }).click();
  await page.goto(`${server.url}/track/${code}`);
  await box('چهار رقم آخر تلفن همراه').fill('4567');
  await page.getByRole('button', { name: 'پیگیری' }).click();
  await page.getByRole('heading', { name: 'جاده خراب' }).waitFor();
  assert.ok(await page.getByRole('list', { name: 'روند رسیدگی' }).getByRole('listitem').count() >= 1);
  assert.deepEqual(page.faults, []);
}

test('without JavaScript', async () => {
  await journey(await open(browser, 'phone', { javaScriptEnabled: false }));
});

test('without WebGL', async () => {
  const page = await open(bareBrowser, 'phone');
  await journey(page);
  assert.notEqual(await page.evaluate(() => globalThis.hamandish?.mode), 'canvas');
});

test('without WebAssembly', async () => {
  const page = await open(browser, 'phone');
  await page.route('**/*.wasm', (route) => route.abort());
  // Chromium reports the request that this test breaks as an error of the page; everything else counts.
  page.on('console', () => (page.faults = page.faults.filter((fault) => fault !== 'Failed to load resource: net::ERR_FAILED')));
  await journey(page);
});
