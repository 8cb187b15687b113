// Staff who are interrupted: a reload, a session that ends, a look into a case and back. Nothing that was written or found
// is lost; and the keys of the inbox.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { sendComplaint } from './support/calls.mjs';
import { startServer } from './support/server.mjs';
import { box, button, inbox, logIn, openCase, queue, said, signIn } from './support/staff.mjs';

let server, browser;

before(async () => {
  server = await startServer({ args: ['--rate-limit', 'off'] });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('by keys on a Persian keyboard; and back from a case to the rows that were there', async () => {
  const page = await open(browser, 'desktop');
  await signIn(page, server, 'riyasat');
  await queue(page, 'همه');
  const rows = inbox(page).getByRole('row');
  await page.waitForFunction(() => document.querySelectorAll('#inbox-body tr').length > 2);
  await button(page, 'پرونده‌های بیشتر').click();
  await page.waitForFunction(() => document.querySelectorAll('#inbox-body tr').length > 50);
  const before = await rows.count();
  const press = (key, code) => page.evaluate(([key, code]) => {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
    return [...document.querySelectorAll('#inbox-body tr a')].indexOf(document.activeElement);
  }, [key, code]);
  await page.evaluate(() => document.activeElement.blur());
  assert.equal(await press('ت', 'KeyJ'), 0);
  assert.equal(await press('ت', 'KeyJ'), 1);
  assert.equal(await press('ن', 'KeyK'), 0);
  assert.equal(await press('j', 'KeyC'), 1, 'a Latin keyboard of another arrangement');
  const last = rows.nth(before - 1).getByRole('link');
  await last.focus();
  const subject = await last.textContent();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: subject, level: 1 }).waitFor();
  await page.goBack();
  await page.waitForFunction((before) => document.querySelectorAll('#inbox-body tr').length >= before - 1, before);
  await rows.nth(before - 1).getByRole('link', { name: subject }).waitFor();
  await press('د', 'KeyN');
  await page.waitForURL((url) => url.pathname === '/staff/new');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a half-written answer is still there after a reload', async () => {
  const subject = 'پاسخ در میانهٔ راه';
  await sendComplaint(server, { subject });
  const page = await open(browser, 'phone');
  await signIn(page, server, 'karshenas-soil-water');
  await openCase(page, subject);
  await box(page, 'متن پاسخ').fill('پاسخ نیمه‌کارهٔ من');
  await page.waitForTimeout(1500); // drafts are kept with some haste, not at every key
  await page.reload();
  await page.getByRole('heading', { name: subject, level: 1 }).waitFor();
  assert.equal(await box(page, 'متن پاسخ').inputValue(), 'پاسخ نیمه‌کارهٔ من');
  await page.context().close();
});

test('whoever writes while the session ends signs in again and goes on, on a page of the client and on one of the server', async () => {
  const subject = 'نشست در میانهٔ پاسخ';
  await sendComplaint(server, { subject });
  const page = await open(browser, 'desktop');
  await signIn(page, server, 'riyasat');
  await queue(page, 'همه');
  await openCase(page, subject);
  const ofCase = new URL(page.url()).pathname;
  for (const [path, field, press] of [[ofCase, 'متن پاسخ', 'ثبت پاسخ'], ['/staff/drafts/new', 'عنوان', 'ذخیره']]) {
    await page.goto(server.url + path);
    await tookOver(page);
    await box(page, field).fill('نوشته‌ای که نباید گم شود');
    await page.waitForFunction(() => Object.values(localStorage).some((value) => value.includes('نباید گم')));
    await page.context().clearCookies();
    await button(page, press).click();
    await said(page, 'نشست شما پایان یافته است');
    await logIn(page, 'riyasat');
    await box(page, field).waitFor();
    assert.equal(await box(page, field).inputValue(), 'نوشته‌ای که نباید گم شود', path);
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
