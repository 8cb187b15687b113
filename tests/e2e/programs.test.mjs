// The two programs of the client: a citizen's visit loads nothing of the staff's, and every way between the two leads to a
// page that works: a link, the address of a page behind the login, the way back, the way out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, tookOver } from './support/browser.mjs';
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

// Which programs the page asked for, in order.
function watch(page) {
  const programs = [];
  page.on('request', (request) => {
    const match = new URL(request.url()).pathname.match(/^\/(citizens|staff)\.[0-9a-f]+\.wasm$/);
    if (match && programs.at(-1) !== match[1]) programs.push(match[1]);
  });
  return programs;
}

test('a citizen loads the small program, the link for staff loads the other, and from there all pages are at hand', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  const programs = watch(page);
  await page.goto(server.url);
  await tookOver(page);
  await page.getByRole('link', { name: 'میز خدمت', exact: true }).first().click();
  await page.waitForURL('**/desk');
  assert.deepEqual(programs, ['citizens']);

  await page.goto(`${server.url}/desk`);
  await tookOver(page);
  await page.locator('a[href="/staff"]').first().click();
  await page.waitForURL('**/staff');
  await tookOver(page);
  assert.deepEqual(programs, ['citizens', 'staff']);
  await page.getByRole('textbox', { name: 'نام کاربری', exact: true }).fill('karshenas');
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ورود', exact: true }).click();
  await page.getByRole('table', { name: 'کارتابل' }).waitFor();

  await page.evaluate(() => (globalThis.sameDocument = true));
  await page.locator('a[href="/"]').first().click();
  await page.waitForURL(`${server.url}/`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  assert.equal(await page.evaluate(() => globalThis.sameDocument), true, 'the staff’s program has citizens’ pages');
  await page.goBack();
  await page.getByRole('table', { name: 'کارتابل' }).waitFor();
  assert.deepEqual(programs, ['citizens', 'staff']);
});

test('what is behind the login and the gallery come with the staff’s program at once', async () => {
  for (const path of ['/staff/cases/1', '/staff/settings', '/gallery']) {
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
    const programs = watch(page);
    await page.goto(server.url + path);
    await tookOver(page);
    assert.deepEqual(programs, ['staff'], path);
    assert.equal(await page.evaluate(() => globalThis.hamandish.failed ?? ''), '', path);
    await page.context().close();
  }
});

test('what the server says of a page that is not there is said in words, also those that only the server has', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await page.goto(server.url + '/');
  await tookOver(page);
  for (const path of ['/surveys/999', '/drafts/999', '/news/999']) {
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.getElementById('main').append(link);
      link.click();
    }, path);
    await page.waitForURL(server.url + path);
    const heading = page.getByRole('heading', { level: 1 }).filter({ hasText: /نیست|نیافتیم|پیدا نشد/ });
    await heading.waitFor();
    assert.doesNotMatch(await heading.textContent(), /[a-z_]+\.[a-z_]+/, path);
  }
  await page.context().close();
});

test('the document of a program is no page', async () => {
  for (const path of ['/staff.html', '/index.html']) assert.equal((await fetch(server.url + path)).status, 404, path);
});
