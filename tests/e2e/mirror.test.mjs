// The picture and the mirror are one: on every page of the slice each node lies over its painted text, the take-over moves
// nothing, an idle page draws no frame, and what was typed before the take-over stays.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { citizen, password } from './support/people.mjs';
import { startServer } from './support/server.mjs';

const publicPages = ['/', '/desk', '/desk/new/complaint', '/track', '/contact', '/strategy', '/drafts', '/news', '/news/zoning-guide', '/staff'];

let server, browser;
before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const device of ['phone', 'desktop']) {
  test(`the take-over moves nothing, on a ${device}`, async () => {
    for (const path of publicPages) {
      const page = await open(browser, device);
      await page.addInitScript(() => {
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const positions = () =>
        page.evaluate(() =>
          Object.fromEntries(
            [...document.querySelectorAll('#main h1, #main h2, #main input, #main textarea, #main select, #main button, #main a:not(.grid a)')]
              .filter((node) => node.id && node.type !== 'hidden' && node.checkVisibility()) // not in what is folded
              .map((node) => {
                const box = node.getBoundingClientRect();
                return [node.id, [box.left, box.top + scrollY]];
              }),
          ),
        );
      await page.route('**/*.wasm', async (route) => {
        await new Promise((done) => setTimeout(done, 700));
        await route.continue();
      });
      await page.goto(server.url + path);
      // The font may come after the first paint; what is measured here is the take-over.
      await page.evaluate(async () => {
        await document.fonts.ready;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
        globalThis.shift = 0;
      });
      const before = await positions();
      await tookOver(page);
      const after = await positions();
      for (const [id, [x, y]] of Object.entries(before)) {
        assert.ok(after[id], `${path}: ${id} is gone after the take-over`);
        assert.ok(Math.abs(after[id][1] - y) <= 1.5 && Math.abs(after[id][0] - x) <= 1.5,
          `${path} on ${device}: ${id} moved from ${x},${y} to ${after[id]}`);
      }
      assert.ok((await page.evaluate(() => globalThis.shift)) < 0.01, `${path}: layout shift`);
      assert.deepEqual(page.faults, []);
      await page.context().close();
    }
  });
}

test('an idle page draws no frame', async () => {
  const page = await open(browser, 'phone');
  for (const path of publicPages) {
    await page.goto(server.url + path);
    await tookOver(page);
    await page.waitForTimeout(400);
    const first = await page.evaluate(() => globalThis.hamandish.frames);
    await page.waitForTimeout(1500);
    assert.equal(await page.evaluate(() => globalThis.hamandish.frames), first, path);
  }
});

test('what is typed before the take-over stays, with focus and caret', async () => {
  const page = await open(browser, 'phone');
  let release;
  const held = new Promise((done) => (release = done));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${server.url}/desk/new/complaint`);
  const name = page.getByRole('textbox', { name: 'نام', exact: true });
  await name.fill('مریم');
  const subject = page.getByRole('textbox', { name: 'موضوع', exact: true });
  await subject.click();
  await page.keyboard.type('چاه آب');
  const handle = await subject.elementHandle();
  release();
  await tookOver(page);
  await page.keyboard.type(' روستا');
  assert.equal(await name.inputValue(), 'مریم');
  assert.equal(await subject.inputValue(), 'چاه آب روستا');
  assert.ok(await handle.evaluate((node) => node.isConnected && node === document.activeElement), 'the same node, still focused');
});

test('a form survives reload and a failed send, and is sent once', async () => {
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/desk/new/complaint`);
  await tookOver(page);
  const box = (label) => page.getByRole('textbox', { name: label, exact: true });
  for (const [label, value] of Object.entries(citizen)) await box(label).fill(value);
  await page.getByRole('combobox', { name: 'دسته' }).selectOption({ index: 1 });
  await box('موضوع').fill('قطع برق چاه');
  await box('شرح').fill('برق چاه کشاورزی هر روز چند ساعت قطع می‌شود.');
  await page.reload();
  await tookOver(page);
  assert.equal(await box('شرح').inputValue(), 'برق چاه کشاورزی هر روز چند ساعت قطع می‌شود.');
  assert.equal(await box('نام خانوادگی').inputValue(), citizen['نام خانوادگی']);

  // The line breaks after the server has registered the case, before the answer arrives: the worst moment.
  const codes = new Set();
  let broken = 0;
  await page.route('**/api/v1/cases', async (route) => {
    const answer = await route.fetch();
    codes.add((await answer.json()).tracking_code);
    if (broken++ === 0) await route.abort('connectionreset');
    else await route.fulfill({ response: answer });
  });
  await page.getByRole('button', { name: 'ارسال' }).click();
  const receipt = page.getByRole('heading', { name: 'رسید ثبت' });
  const failure = page.getByRole('alert');
  await receipt.or(failure.first()).first().waitFor();
  if (!(await receipt.isVisible())) {
    assert.equal(await box('موضوع').inputValue(), 'قطع برق چاه', 'nothing is lost by a failed send');
    await page.getByRole('button', { name: 'ارسال' }).click();
    await receipt.waitFor();
  }
  assert.equal(codes.size, 1, 'the same key, the same case');
  assert.ok(broken >= 2);
  await page.getByRole('button', { name: 'کد را یادداشت کردم' }).click();
  await page.goto(`${server.url}/desk/new/complaint`);
  await tookOver(page);
  assert.equal(await box('موضوع').inputValue(), '', 'cleared after sending');
});

test('text nodes lie over their painted lines: no node overflows its box, none overlaps its neighbour', async () => {
  const page = await open(browser, 'phone');
  const check = async (where) => {
    const faults = await page.evaluate(() => {
      const found = [];
      for (const node of document.querySelectorAll('#page p, #page h1, #page h2, #page h3, #page label, #page a, #page button')) {
        if (!node.textContent.trim() || node.closest('[hidden]') || getComputedStyle(node).position !== 'absolute') continue;
        const box = node.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(node);
        const text = range.getBoundingClientRect();
        if (text.width > box.width + 1.5 || text.height > box.height + 8) found.push(`${node.id}: text ${text.width}x${text.height} in ${box.width}x${box.height}`);
        if (box.left < -1 || box.right > innerWidth + 1) found.push(`${node.id} stands outside the page`);
      }
      return found;
    });
    assert.deepEqual(faults, [], where);
  };
  for (const path of publicPages) {
    await page.goto(server.url + path);
    await tookOver(page);
    if (path !== '/staff') await check(path);
  }
  await page.getByRole('textbox', { name: 'نام کاربری' }).fill('riyasat');
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ورود', exact: true }).click();
  const table = page.getByRole('table', { name: 'کارتابل' });
  await table.waitFor();
  await check('inbox');
  await table.getByRole('link').first().click();
  await page.getByRole('list', { name: 'گردش پرونده' }).waitFor();
  await check('case');
});
