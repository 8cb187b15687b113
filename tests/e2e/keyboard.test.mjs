// The citizen's journey with the keyboard alone: no mouse, no touch, no locator that clicks. Tab order is reading order, the
// focus can be seen, and every step says where it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { citizen } from './support/people.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => {
  server = await startServer({ empty: true });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const focused = (page) =>
  page.evaluate(() => {
    const node = document.activeElement;
    const label = node.labels?.[0]?.textContent ?? node.getAttribute('aria-label') ?? node.textContent;
    return { id: node.id, tag: node.tagName, name: label.trim(), top: node.getBoundingClientRect().top + scrollY };
  });

// Presses Tab until the focused element fulfils the condition.
async function tabTo(page, what, condition) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (condition(here)) return here;
  }
  throw new Error(`Tab never reached ${what}`);
}

test('from the home page to the receipt and the trail, by keyboard', async () => {
  const page = await open(browser, 'desktop');
  await page.goto(server.url);
  await tookOver(page);
  await page.keyboard.press('Tab');
  assert.equal((await focused(page)).name, 'رفتن به محتوای اصلی', 'the first stop is the skip link');
  await page.keyboard.press('Enter');
  await tabTo(page, 'the link to the form', (here) => here.name.startsWith('ثبت شکایت'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk/new/complaint');
  await page.waitForFunction(() => document.activeElement.id === 'title', null, { timeout: 10_000 });

  // Reading order equals tab order: tops never go up by more than a line while tabbing through the form.
  const fields = { first_name: 'نام', last_name: 'نام خانوادگی', national_id: 'کد ملی', mobile: 'تلفن همراه', email: 'رایانامه' };
  let top = 0;
  for (const [id, name] of Object.entries(fields)) {
    const here = await tabTo(page, name, (one) => one.id === id);
    assert.ok(here.top >= top - 40, `${name} stands above what came before it`);
    top = here.top;
    await page.keyboard.type(citizen[name]);
  }
  await tabTo(page, 'دسته', (here) => here.id === 'category');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'موضوع', (here) => here.id === 'subject');
  await page.keyboard.type('پرداخت نشدن بهای گندم');
  await tabTo(page, 'شرح', (here) => here.id === 'body');
  await page.keyboard.type('دو ماه از تحویل گندم گذشته و پرداخت نشده است.');
  await tabTo(page, 'ارسال', (here) => here.name === 'ارسال');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'رسید ثبت' }).waitFor();
  const code = (await page.getByTestId('tracking-code').textContent()).trim();
  await tabTo(page, 'کد را یادداشت کردم', (here) => here.name === 'کد را یادداشت کردم');
  await page.keyboard.press('Space');
  await tabTo(page, 'پیگیری', (here) => here.tag === 'A' && here.name === 'پیگیری');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/track');
  await tabTo(page, 'کد رهگیری', (here) => here.id === 'tracking_code');
  await page.keyboard.type(code);
  await tabTo(page, 'چهار رقم', (here) => here.id === 'mobile_last4');
  await page.keyboard.type('4567');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'پرداخت نشدن بهای گندم' }).waitFor();
  assert.deepEqual(page.faults, []);
});
