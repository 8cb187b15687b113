// Who: an officer with thousands of rows before him, by mouse, by keyboard alone, with a screen reader, on a phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { startServer } from './support/server.mjs';

const axeSource = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
let server;
let browser;
before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const frame = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function at(device, path) {
  const page = await open(browser, device);
  await page.goto(server.url + path);
  await tookOver(page);
  await frame(page);
  return page;
}

const standing = (page) =>
  page.evaluate(() => [...document.querySelectorAll('[aria-rowindex]')].map((row) => Number(row.getAttribute('aria-rowindex')) - 1));

// Rows whose place is in the window, by what the app painted and by what the browser knows.
const seen = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[aria-rowindex]')]
      .filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight;
      })
      .map((row) => ({ number: Number(row.getAttribute('aria-rowindex')) - 1, top: row.getBoundingClientRect().top, text: row.textContent })));

for (const device of ['desktop', 'phone']) {
  test(`100,000 rows on the ${device}: only those near the window stand there, each in its place`, async () => {
    const page = await at(device, '/gallery/rows-100000');
    const table = page.getByRole('table', { name: 'پرونده‌ها' });
    assert.equal(await table.getAttribute('aria-rowcount'), '100001');
    assert.ok((await standing(page)).length < 150);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (const share of [0.5, 0.9, 0.25, 1]) {
      await page.evaluate((y) => scrollTo(0, y), height * share);
      await frame(page);
      const rows = await seen(page);
      assert.ok(rows.length >= 1, `${rows.length} rows at ${share}`);
      rows.forEach((row, index) => {
        assert.equal(row.number, rows[0].number + index, 'one after the other');
        assert.ok(row.text.includes(`پروندهٔ ${row.number.toLocaleString('fa', { useGrouping: false })}`), `${row.text} is row ${row.number}`);
      });
      assert.ok((await standing(page)).length < 150);
    }
    assert.equal((await seen(page)).at(-1).number, 100000, 'the last one is reached');
    await page.context().close();
  });
}

test('every node lies over its painted text, after a far jump too', async () => {
  const page = await at('desktop', '/gallery/rows-1000');
  await page.evaluate(() => scrollTo(0, 21_000));
  await frame(page);
  const apart = await page.evaluate(() =>
    globalThis.hamandish.places().flatMap(([id, at]) => {
      const box = document.getElementById(id)?.getBoundingClientRect();
      if (!box) return [];
      const off = Math.max(Math.abs(box.left + scrollX - at.x), Math.abs(box.top + scrollY - at.y));
      return off > 1 ? [`${id} ${off}`] : [];
    }));
  assert.deepEqual(apart, []);
  await page.context().close();
});

test('a row that somebody else took out of the page does not stop the table: it is written whole again', async () => {
  const page = await at('desktop', '/gallery/rows-1000');
  for (const goesNext of ['first-child', 'last-child']) {
    await page.evaluate((which) => document.querySelector(`[aria-rowindex]:${which}`).remove(), goesNext);
    await page.evaluate((y) => scrollTo(0, y), goesNext === 'first-child' ? 3000 : 1500);
    await frame(page);
    await frame(page);
    const rows = await seen(page);
    assert.ok(rows.length > 10, `${rows.length} rows`);
    rows.forEach((row, index) => assert.equal(row.number, rows[0].number + index, 'one after the other'));
  }
  await page.context().close();
});

test('by keyboard: Tab goes from row to row past the end of what stands there, and a row that is scrolled away keeps the focus', async () => {
  const page = await at('desktop', '/gallery/rows-1000');
  await page.getByRole('link', { name: 'پروندهٔ ۱', exact: true }).focus();
  for (let row = 2; row <= 60; row += 1) {
    await page.keyboard.press('Tab');
    await frame(page);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), `پروندهٔ ${row.toLocaleString('fa')}`);
  }
  await page.evaluate(() => scrollTo(0, 40_000));
  await frame(page);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'پروندهٔ ۶۰', 'it has the focus still');
  await page.keyboard.press('Tab');
  await frame(page);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'پروندهٔ ۶۱', 'and Tab goes on from it');
  assert.ok((await seen(page)).some((row) => row.number === 61), 'where the window goes too');
  await page.context().close();
});

test('paper, a browser without WebGL, and HTML without scripts have all rows', async () => {
  const page = await at('desktop', '/gallery/rows-1000');
  await page.emulateMedia({ media: 'print' });
  await page.waitForFunction(() => document.querySelectorAll('#g-rows-body tr').length === 1000);
  await page.emulateMedia({ media: 'screen' });
  await page.waitForFunction(() => document.querySelectorAll('#g-rows-body tr').length < 150);
  await page.context().close();
  const plain = await (await fetch(`${server.url}/gallery/rows-1000`)).text();
  assert.equal(plain.match(/<tr /g).length, 1001);
  assert.equal((await fetch(`${server.url}/gallery/rows-0`)).status, 404);
  assert.equal((await fetch(`${server.url}/gallery/other`)).status, 404);
});

test('axe finds nothing', async () => {
  for (const device of ['desktop', 'phone']) {
    const page = await at(device, '/gallery/rows-1000');
    await page.evaluate(() => scrollTo(0, 10_000));
    await frame(page);
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`), []);
    await page.context().close();
  }
});
