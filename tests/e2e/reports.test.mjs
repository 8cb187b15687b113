// The head's office reads the month: finds the report that made itself, sees who is behind, goes from a figure to a case, takes the
// file along, asks for a correction. With the application and without JavaScript, through roles and names. And a citizen reads on
// the strategy whether the promises are kept.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launch, open } from './support/browser.mjs';
import { password } from './support/people.mjs';
import { startServer } from './support/server.mjs';

let server, browser, scratch;

before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'hamandish-clock-'));
  const clock = join(scratch, 'clock');
  writeFileSync(clock, String(Date.UTC(2026, 10, 22, 6, 0))); // 1405/09/01, the first working day of Azar
  server = await startServer({ args: ['--clock-file', clock, '--rate-limit', 'off'] });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const box = (page, name) => page.getByRole('textbox', { name, exact: true });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const title = (page, name) => page.getByRole('heading', { name, level: 1 }).waitFor();

async function signIn(page, name, path) {
  await page.goto(server.url + path);
  await box(page, 'نام کاربری').fill(name);
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await button(page, 'ورود').click();
}

async function readTheMonth(page, user, reason) {
  await signIn(page, user, '/staff/reports');
  await title(page, 'گزارش‌ها');
  await page.getByText('گزارش عملکرد آبان ۱۴۰۵ آماده است و هنوز آن را نخوانده‌اید.').waitFor();
  await link(page, 'خواندن گزارش آبان ۱۴۰۵').click();
  await title(page, 'گزارش عملکرد ماهانه – آبان ۱۴۰۵');
  const flow = page.getByRole('table', { name: 'رسیده، پاسخ‌داده و باز' });
  const total = flow.getByRole('row').last().getByRole('cell');
  assert.equal(await total.first().innerText(), 'همهٔ واحدها');
  const received = (await total.nth(2).innerText()).trim();
  await total.nth(2).getByRole('link').click();
  await title(page, 'رسیده، همهٔ واحدها');
  const cases = page.getByRole('table', { name: 'پیوست: پرونده‌ها' }).getByRole('row');
  const digits = '۰۱۲۳۴۵۶۷۸۹';
  assert.equal((await cases.count()) - 1, Number(received.replace(/./g, (digit) => digits.indexOf(digit))), 'a row for each');
  await link(page, 'گزارش آبان ۱۴۰۵').click();
  await title(page, 'گزارش عملکرد ماهانه – آبان ۱۴۰۵');
  for (const [name, ending] of [['دریافت PDF', 'pdf'], ['دریافت اکسل', 'xlsx'], ['دریافت CSV', 'csv']]) {
    const [download] = await Promise.all([page.waitForEvent('download'), link(page, name).click()]);
    assert.equal(download.suggestedFilename(), `monthly-1405-08.${ending}`);
  }
  await page.getByText('ماه دیگر', { exact: true }).click();
  await link(page, 'مهر ۱۴۰۵').click();
  await title(page, 'گزارش عملکرد ماهانه – مهر ۱۴۰۵');
  await page.getByText('اصلاح گزارش', { exact: true }).click();
  await box(page, 'دلیل نسخهٔ تازه').fill(reason);
  await button(page, 'ثبت نسخهٔ تازه').click();
  await page.getByText(`دلیل: ${reason}`).first().waitFor();
  await page.goto(`${server.url}/staff/reports`);
  await title(page, 'گزارش‌ها');
  assert.equal(await page.getByText('هنوز آن را نخوانده‌اید').count(), 0, 'it was read');
}

test('the head\'s office reads the month with the application', async () => {
  const page = await open(browser, 'desktop');
  await readTheMonth(page, 'riyasat', 'شمار یک واحد نادرست بود');
  await page.context().close();
});

test('IT reads it without JavaScript, and sees no case', async () => {
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  await signIn(page, 'fanavari', '/staff/reports/monthly/1405-08');
  await title(page, 'گزارش عملکرد ماهانه – آبان ۱۴۰۵');
  assert.equal(await page.getByRole('table', { name: 'رسیده، پاسخ‌داده و باز' }).getByRole('link').count(), 0);
  await page.context().close();
});

test('a citizen reads what became of the promises', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(browser, 'phone', { javaScriptEnabled });
    await page.goto(`${server.url}/strategy`);
    await title(page, 'راهبرد مشارکت');
    const promise = page.getByRole('region', { name: 'پاسخگویی به شکایات' });
    await promise.getByText(/در دوازده ماه گذشته .* پیام رسید/).waitFor();
    assert.match(await promise.innerText(), /به این وعده/);
    await page.context().close();
  }
});
