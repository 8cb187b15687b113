// The network goes and comes back: the person is told, nothing typed is lost, what was sent arrives once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { citizen } from './support/people.mjs';
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

const offline = 'اینترنت قطع است';
const subject = 'قطع آب چاه کشاورزی';

async function fillIn(page) {
  for (const [name, value] of Object.entries(citizen)) await page.getByRole('textbox', { name, exact: true }).fill(value);
  await page.getByRole('combobox', { name: 'دسته' }).selectOption({ index: 1 });
  await page.getByRole('textbox', { name: 'موضوع', exact: true }).fill(subject);
  await page.getByRole('textbox', { name: 'شرح' }).fill('آب چاه روستا دو هفته است که قطع شده و کسی پاسخگو نیست.');
}

// Counts the requests that reached the server, and with which keys.
function watchSends(page) {
  const keys = [];
  page.on('requestfinished', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/cases')) keys.push(request.headers()['idempotency-key']);
  });
  return keys;
}

async function formOpen() {
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/desk/new/complaint`);
  await tookOver(page);
  return page;
}

test('offline: a banner, and a send that goes by itself when the network is back', async () => {
  const page = await formOpen();
  const keys = watchSends(page);
  await fillIn(page);
  await page.context().setOffline(true);
  await page.getByText(offline).waitFor();
  await page.getByRole('button', { name: 'ارسال', exact: true }).click();
  await page.getByText('هنوز فرستاده نشده است').waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'موضوع', exact: true }).inputValue(), subject);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'رسید ثبت' }).waitFor();
  assert.equal(keys.length, 1);
  await page.context().close();
});

test('offline: the send survives leaving the page and a reload, and keeps its key', async () => {
  const page = await formOpen();
  const keys = watchSends(page);
  await fillIn(page);
  const key = await page.locator('[name=idempotency_key]').inputValue();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'ارسال', exact: true }).click();
  await page.getByText('هنوز فرستاده نشده است').waitFor();
  await page.getByRole('link', { name: 'تماس با ما' }).click();
  await page.getByRole('link', { name: 'دیدن پیام' }).waitFor();
  // The machine is started again at home; another page of the portal is opened first.
  await page.route('**/api/v1/cases', (route) => route.abort());
  await page.context().setOffline(false);
  await page.goto(`${server.url}/track`);
  await tookOver(page);
  await page.getByRole('link', { name: 'دیدن پیام' }).waitFor();
  await page.unroute('**/api/v1/cases');
  await page.goto(`${server.url}/contact`);
  await page.getByRole('link', { name: 'دیدن رسید' }).click();
  await page.getByRole('heading', { name: 'رسید ثبت' }).waitFor();
  assert.deepEqual(keys, [key]);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft:')).length), 0);
  await page.context().close();
});

test('a request whose answer was lost is not doubled', async () => {
  const page = await formOpen();
  const keys = watchSends(page);
  await fillIn(page);
  let first = true;
  const codes = [];
  await page.route('**/api/v1/cases', async (route) => {
    const answer = await route.fetch();
    codes.push((await answer.json()).tracking_code);
    if (!first) return route.fulfill({ response: answer });
    first = false;
    return route.abort();
  });
  await page.getByRole('button', { name: 'ارسال', exact: true }).click();
  await page.getByText('هنوز فرستاده نشده است').waitFor();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByRole('heading', { name: 'رسید ثبت' }).waitFor();
  assert.equal(codes.length, 2);
  assert.equal(codes[0], codes[1]);
  assert.equal(new Set(keys).size, 1);
  await page.context().close();
});

test('a draft is emptied when asked to, and only then', async () => {
  const page = await formOpen();
  await fillIn(page);
  page.once('dialog', (dialog) => dialog.dismiss());
  await page.getByRole('button', { name: 'پاک کردن' }).click();
  assert.equal(await page.getByRole('textbox', { name: 'موضوع', exact: true }).inputValue(), subject);
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'پاک کردن' }).click();
  await page.waitForFunction(() => document.getElementById('subject').value === '');
  // The reader stood at the foot of a long page: it begins anew, and says why.
  await page.getByRole('status').filter({ hasText: 'آنچه نوشته بودید پاک شد' }).waitFor();
  await page.waitForFunction(() => scrollY === 0 && document.activeElement.tagName === 'H1');
  await page.reload();
  await tookOver(page);
  assert.equal(await page.getByRole('textbox', { name: 'موضوع', exact: true }).inputValue(), '');
  await page.context().close();
});

test('files: dropped on the field, tried again, taken away', async () => {
  const page = await formOpen();
  let refuse = true;
  await page.route('**/api/v1/uploads', (route) => (refuse ? route.abort() : route.continue()));
  const files = await page.evaluateHandle(() => {
    const made = new DataTransfer();
    const bytes = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (c) => c.charCodeAt(0));
    made.items.add(new File([bytes], 'well.png', { type: 'image/png' }));
    return made;
  });
  const field = page.locator('#attachments');
  await field.dispatchEvent('dragover', { dataTransfer: files });
  await field.dispatchEvent('drop', { dataTransfer: files });
  const retry = page.getByRole('button', { name: /بارگذاری دوبارهٔ/ });
  await retry.waitFor();
  refuse = false;
  await retry.click();
  await retry.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /حذف/ }).click();
  await page.getByText('well.png').first().waitFor({ state: 'detached' });
  await page.context().close();
});
