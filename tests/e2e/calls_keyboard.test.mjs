// A caller at the telephone: the operator takes the message down by keyboard alone. From the open screen to the code that is
// read out it may take a minute, and hardly a key beside the words themselves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { password } from './support/people.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => {
  server = await startServer({ args: ['--rate-limit', 'off'] });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const focusedId = (page) => page.evaluate(() => document.activeElement?.id ?? '');

// Every key that is no letter of a value is counted.
class Keys {
  constructor(page) {
    this.page = page;
    this.count = 0;
    this.letters = 0;
  }
  async press(key) {
    this.count += 1;
    await this.page.keyboard.press(key);
  }
  async type(text) {
    this.letters += text.length;
    await this.page.keyboard.type(text);
  }
  async tabTo(id) {
    for (let presses = 0; presses < 20; presses += 1) {
      if ((await focusedId(this.page)) === id) return;
      await this.press('Tab');
    }
    throw new Error(`Tab did not reach ${id}: ${await focusedId(this.page)}`);
  }
}

async function atTheDesk(javaScriptEnabled) {
  const page = await open(browser, 'desktop', { javaScriptEnabled });
  await page.goto(`${server.url}/staff`);
  if (javaScriptEnabled) await tookOver(page);
  await page.getByRole('textbox', { name: 'نام کاربری', exact: true }).fill('telefon');
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'کارتابل' }).waitFor();
  await page.goto(`${server.url}/staff/calls`);
  if (javaScriptEnabled) await tookOver(page);
  await page.getByRole('heading', { name: 'تلفن شهروندان', level: 1 }).waitFor();
  return page;
}

async function takeDown(page, caller, words) {
  const keys = new Keys(page);
  const begun = Date.now();
  // The skip link leads past the banner.
  await keys.press('Tab');
  await keys.press('Enter');
  await keys.tabTo('caller');
  await keys.type(caller);
  await keys.press('Enter');
  await page.waitForURL('**/staff/calls/number/**');
  await page.getByRole('textbox', { name: 'گفتهٔ تماس‌گیرنده' }).waitFor();
  // With the client the focus stands at the title; a page that the browser loads begins at its top.
  if (!(await page.evaluate(() => document.activeElement.id === 'title'))) {
    await keys.press('Tab');
    await keys.press('Enter');
  }
  await keys.tabTo('call_text');
  await keys.type(words);
  await keys.tabTo('kind');
  await keys.press('ArrowDown');
  await keys.tabTo('first_name');
  await keys.type('مریم');
  await keys.tabTo('last_name');
  await keys.type('رضایی');
  await keys.press('Enter');
  await page.waitForURL('**/staff/calls/registered/**');
  await page.getByTestId('tracking-code').waitFor();
  const code = await page.getByTestId('tracking-code').textContent();
  return { keys, code, took: Date.now() - begun };
}

for (const [how, withClient] of [['with the app', true], ['without JavaScript', false]]) {
  test(`a call is taken down by keyboard alone, ${how}`, async () => {
    const page = await atTheDesk(withClient);
    const first = await takeDown(page, withClient ? '09155551234' : '09155551235', 'آب چاه روستای نوغاب از هفتهٔ پیش شور شده است.');
    assert.match(first.code.replace(/\D/g, ''), /^\d{12}$/);
    assert.ok(first.keys.count <= 20, `${first.keys.count} keys beside the words`);
    // A practised writer types four letters a second and needs half a second for any other key.
    const person = first.took / 1000 + first.keys.letters / 4 + first.keys.count / 2;
    assert.ok(person < 60, `${person} s`);
    // The same caller again: the earlier case is seen before the form, and does not cost many keys.
    await page.goto(`${server.url}/staff/calls`);
    if (withClient) await tookOver(page);
    const again = await takeDown(page, withClient ? '09155551234' : '09155551235', 'هنوز کسی نیامده است.');
    assert.notEqual(again.code, first.code);
    assert.ok(again.keys.count <= 22, `${again.keys.count} keys for one who has called before`);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test('the ways to the choice of notices: service desk, tracking, and from there by keyboard to its form', async () => {
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  for (const path of ['/desk', '/track']) {
    await page.goto(server.url + path);
    await page.getByRole('link', { name: 'راه آگاه شدن از پرونده' }).click();
    await page.getByRole('heading', { name: 'راه آگاه شدن از پرونده', level: 1 }).waitFor();
  }
  await page.context().close();
});
