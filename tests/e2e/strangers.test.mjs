// Somebody else works on the page too: an extension of the browser, a translator, a user's script. What they take out comes
// back with the next change of the page, what they put in does no harm, and what the person has typed stays.
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

async function complaint() {
  const page = await open(browser, 'desktop');
  await page.goto(`${server.url}/desk/new/complaint`);
  await tookOver(page);
  await page.getByRole('textbox', { name: 'موضوع' }).fill('قطع برق چاه');
  await page.getByRole('textbox', { name: 'نام خانوادگی' }).fill('احمدی');
  return page;
}

// Every painted text has its node, over it.
async function isWhole(page) {
  const wrong = await page.evaluate(() =>
    globalThis.hamandish.places().flatMap(([id, at]) => {
      const node = document.getElementById(id);
      if (!node) return [`${id} is not there`];
      const box = node.getBoundingClientRect();
      const off = Math.max(Math.abs(box.left + scrollX - at.x), Math.abs(box.top + scrollY - at.y));
      return off > 1 ? [`${id} is off by ${off}`] : [];
    }));
  assert.deepEqual(wrong, []);
  assert.equal(await page.locator('#page [same]').count(), 0, 'nothing that only stands for something else');
  const ids = await page.evaluate(() => [...document.querySelectorAll('#page [id]')].map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, 'each once');
  assert.equal(await page.getByRole('textbox', { name: 'موضوع' }).inputValue(), 'قطع برق چاه');
  assert.deepEqual(page.faults, []);
}

const nameless = (page) => page.getByRole('checkbox', { name: 'بدون نام ثبت شود' });

test('what stays in a part that changes was taken out: the page is written whole', async () => {
  const page = await complaint();
  await page.evaluate(() => document.getElementById('person-legend').remove());
  await nameless(page).check();
  await page.locator('#person-legend').waitFor();
  await isWhole(page);
  assert.equal(await page.getByRole('textbox', { name: 'نام خانوادگی' }).count(), 0);
  await page.context().close();
});

test('parts with all that is in them were taken out', async () => {
  const page = await complaint();
  await page.evaluate(() => {
    document.getElementById('person').remove();
    document.getElementById('who-and-when').remove();
  });
  await page.getByRole('button', { name: 'ارسال' }).click();
  await page.getByRole('alert').first().waitFor();
  await isWhole(page);
  await nameless(page).check();
  await isWhole(page);
  await page.context().close();
});

test('what was put in between is no hindrance, and the focus stays', async () => {
  const page = await complaint();
  await page.evaluate(() => {
    for (const id of ['person', 'new-case', 'message']) {
      document.getElementById(id).append('a word', document.createElement('ins'));
      document.getElementById(id).prepend(document.createElement('font'));
    }
  });
  await nameless(page).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'نام خانوادگی' }).waitFor({ state: 'detached' });
  await isWhole(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'anonymous');
  await page.keyboard.press('Space');
  const name = page.getByRole('textbox', { name: 'نام خانوادگی' });
  await name.waitFor();
  assert.equal(await name.inputValue(), 'احمدی');
  await isWhole(page);
  assert.equal(await page.locator('#person').getByText('a word').count(), 0, 'a part that has changed is as the page has it');
  await page.context().close();
});

test('what was turned round is in its order again', async () => {
  const page = await complaint();
  await page.evaluate(() => {
    const person = document.getElementById('person');
    person.append(...[...person.children].reverse());
  });
  await nameless(page).check();
  await nameless(page).uncheck();
  await page.getByRole('textbox', { name: 'نام خانوادگی' }).waitFor();
  await isWhole(page);
  const order = await page.evaluate(() => [...document.getElementById('person').children].map(({ id }) => id));
  assert.deepEqual(order.slice(0, 2), ['person-legend', 'anonymous-field']);
  assert.ok(order.indexOf('first_name-field') < order.indexOf('last_name-field'));
  await page.context().close();
});
