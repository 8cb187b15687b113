// Every widget in every state: the keys of the ARIA Authoring Practices, every drawn control one node with a role and a name
// of its own in the same place and state, every string found by the browser's search.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { pixels } from './support/pixels.mjs';
import { computedNames, look, statesFollow } from './support/reachable.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => {
  server = await startServer({ empty: true });
  browser = await launch({ more: computedNames });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function gallery(device = 'desktop', options = {}) {
  const page = await open(browser, device, options);
  await page.goto(`${server.url}/gallery`);
  await tookOver(page);
  assert.equal(await page.evaluate(() => globalThis.hamandish.mode), 'canvas');
  return page;
}

const focusedId = (page) => page.evaluate(() => document.activeElement.id);
const path = (page) => new URL(page.url()).pathname;

for (const address of ['/gallery', '/', '/desk', '/desk/new/complaint', '/track', '/contact', '/strategy', '/staff']) {
  test(`${address}: every drawn control is one node, every text lies over its picture, every string is found`, async () => {
    for (const device of ['phone', 'desktop']) {
      const page = await open(browser, device);
      await page.goto(server.url + address);
      await tookOver(page);
      await page.waitForTimeout(100);
      const seen = await look(page);
      assert.deepEqual(seen.faults, [], `${address} on ${device}`);
      assert.equal(seen.reachable, seen.controls);
      assert.equal(seen.found, seen.strings);
      assert.ok(seen.controls > 10 && seen.texts > 10);
      await page.context().close();
    }
  });
}

test('ticked on the screen is ticked in the node', async () => {
  const page = await gallery();
  const wrong = await statesFollow(page, async (x, y) => (await pixels(page, { clip: { x: x - 2, y: y - 2, width: 4, height: 4 } })).at(2, 2));
  assert.deepEqual(wrong, []);
  await page.context().close();
});

test('a dialog takes the focus, keeps it, leaves by Escape and gives it back', async () => {
  const page = await gallery();
  const opener = page.getByRole('link', { name: 'بازکردن گفت‌وگو' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'پیش‌نویس حذف شود؟' });
  await dialog.waitFor();
  const inside = () => page.evaluate(() => Boolean(document.activeElement.closest('dialog')) || document.activeElement === document.body);
  for (let i = 0; i < 5; i += 1) {
    assert.ok(await inside(), 'the focus has left the dialog');
    await page.keyboard.press('Tab');
  }
  const box = await dialog.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 900, 'it stands in the window');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await focusedId(page), 'open-dialog');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'حذف پیش‌نویس' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await page.locator('#g-live').textContent(), 'پیش‌نویس حذف شد.', 'the live region says it');
  assert.equal(await focusedId(page), 'open-dialog');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('tabs: arrows, Home and End move, Enter and Space open', async () => {
  const page = await gallery();
  const tab = (name) => page.getByRole('tab', { name, exact: true });
  await tab('متن پیام').focus();
  await page.keyboard.press('ArrowLeft'); // the next one, in Persian
  assert.equal(await tab('گردش پرونده').evaluate((node) => node === document.activeElement), true);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await tab('متن پیام').evaluate((node) => node === document.activeElement), true, 'from the last to the first');
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.querySelectorAll('[role=tab]')[1].ariaSelected === 'true');
  assert.match(await page.getByRole('tabpanel').textContent(), /report_v2/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('[role=tab]')[0].ariaSelected === 'true');
  assert.equal(path(page), '/gallery');
  await page.context().close();
});

test('radio buttons, disclosure, sorting and the list of errors by keyboard', async () => {
  const page = await gallery();
  await page.getByRole('radiogroup', { name: 'یکی از چند', exact: true }).getByRole('radio', { checked: true }).focus();
  assert.equal(await focusedId(page), 'g-radio-1');
  await page.keyboard.press('ArrowUp');
  assert.ok(await page.locator('#g-radio').isChecked());
  const question = page.locator('#details-shut-summary');
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const closed = await height();
  await question.focus();
  await page.keyboard.press('Space');
  await page.waitForFunction((before) => document.documentElement.scrollHeight > before, closed);
  await page.keyboard.press('Enter');
  await page.waitForFunction((before) => document.documentElement.scrollHeight === before, closed);
  const header = page.getByRole('columnheader', { name: 'مهلت پاسخ' });
  assert.equal(await header.getAttribute('aria-sort'), 'none');
  for (const order of ['ascending', 'descending', 'ascending']) {
    await header.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((wanted) => document.querySelector('#g-table-c2').ariaSort === wanted, order);
  }
  await page.getByRole('link', { name: 'کادر نادرست را درست کنید.' }).press('Enter');
  assert.equal(await focusedId(page), 'g-wrong');
  await page.context().close();
});

test('without JavaScript: the dialog is a card, tabs and sorting are links, a disclosure opens', async () => {
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  await page.goto(`${server.url}/gallery`);
  await page.locator('#details-shut-summary').click();
  assert.ok(await page.locator('#details-shut-body').isVisible());
  await page.getByRole('tab', { name: 'گردش پرونده' }).click();
  assert.equal(new URL(page.url()).search, '?tab=trail');
  await page.getByRole('link', { name: 'بازکردن گفت‌وگو' }).click();
  const dialog = page.getByRole('dialog', { name: 'پیش‌نویس حذف شود؟' });
  assert.ok(await dialog.isVisible());
  await dialog.getByRole('link', { name: 'انصراف' }).click();
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.context().close();
});
