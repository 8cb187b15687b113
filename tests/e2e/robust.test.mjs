// What happens to a page that stays open: the GPU forgets it, the window moves to another screen, the tab is hidden, the
// back-forward cache keeps it, and people go to and fro for hours.
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

// Fewer while developing: on a busy machine they take a quarter of an hour.
const navigations = Number(process.env.NAVIGATIONS ?? 1_000);
const frames = (page) => page.evaluate(() => globalThis.hamandish.frames);
const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))));

// How many different colours a coarse look at the window finds: a blank canvas has one or two.
async function colours(page) {
  const picture = await page.screenshot();
  return new Set(picture.toString('base64').match(/.{40}/g)).size;
}

async function opened(path = '/desk', device = 'phone') {
  const page = await open(browser, device);
  await page.goto(server.url + path);
  await tookOver(page);
  await settled(page);
  return page;
}

test('a lost context comes back with the same picture', async () => {
  const page = await opened();
  assert.equal(await page.evaluate(() => globalThis.hamandish.mode), 'canvas');
  const before = await page.screenshot();
  await page.evaluate(() => {
    globalThis.lose = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    globalThis.lose.loseContext();
  });
  await page.waitForTimeout(200);
  await page.evaluate(() => globalThis.lose.restoreContext());
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => globalThis.hamandish.mode), 'canvas');
  assert.ok((await page.screenshot()).equals(before), 'another picture after the context was restored');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a context that stays lost leaves the page to the browser', async () => {
  const page = await opened();
  const rich = await colours(page);
  await page.evaluate(() => document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext());
  await page.waitForFunction(() => globalThis.hamandish.mode === 'dom', null, { timeout: 8000 });
  assert.equal(await page.locator('canvas').count(), 0);
  assert.ok((await colours(page)) > rich / 3);
  await page.getByRole('link', { name: 'پیگیری', exact: true }).click();
  await page.getByRole('textbox', { name: 'کد رهگیری' }).waitFor();
  await page.context().close();
});

test('other pixels, by another screen or by zoom, are painted at once', async () => {
  const page = await opened('/desk', 'desktop');
  const client = await page.context().newCDPSession(page);
  // Chromium's emulation tells the page nothing when 2 becomes 1.25 at the same width; a real zoom changes the width too.
  for (const [width, scale] of [[1440, 2], [1152, 1.25], [720, 2], [1440, 1]]) {
    await client.send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: scale, mobile: false });
    await page.waitForFunction((ratio) => {
      const wanted = document.documentElement.clientWidth * devicePixelRatio;
      return devicePixelRatio === ratio && Math.abs(document.querySelector('canvas').width - wanted) <= 1;
    }, scale, { timeout: 10_000 });
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a hidden tab paints nothing, and is right when it is shown', async () => {
  const page = await opened();
  const other = await page.context().newPage();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await settled(page);
  const before = await frames(page);
  await page.waitForTimeout(1000);
  assert.equal(await frames(page), before);
  await other.close();
  await page.bringToFront();
  await page.evaluate(() => {
    delete document.hidden;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await settled(page);
  assert.ok((await frames(page)) > before);
  await page.context().close();
});

test('a page out of the back-forward cache goes on working', async () => {
  const page = await opened('/track');
  await page.getByRole('textbox', { name: 'کد رهگیری' }).fill('1234');
  await page.goto('data:text/html,<title>elsewhere</title>');
  await page.goBack();
  await tookOver(page);
  await page.getByRole('link', { name: 'خانه', exact: true }).first().click();
  await page.waitForURL(`${server.url}/`);
  await settled(page);
  assert.ok((await colours(page)) > 20);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('memory is steady over ten thousand navigations', { timeout: 1_500_000 }, async () => {
  const page = await opened('/', 'phone');
  const client = await page.context().newCDPSession(page);
  const navigate = (times) =>
    page.evaluate(async (count) => {
      const links = ['/desk', '/track', '/contact', '/'];
      for (let turn = 0; turn < count; turn += 1) {
        const link = [...document.querySelectorAll('nav a')].find((one) => one.pathname === links[turn % links.length]);
        link.click();
        await new Promise((done) => queueMicrotask(() => queueMicrotask(done)));
        if (turn % 20 === 19) await new Promise((done) => setTimeout(done));
      }
    }, times);
  const measure = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
    return { usedSize, nodes, jsEventListeners, wasm: await page.evaluate(() => globalThis.hamandish.memory()) };
  };
  await navigate(Math.min(500, navigations));
  const before = await measure();
  await navigate(navigations);
  const after = await measure();
  const grown = JSON.stringify({ before, after });
  assert.ok(after.usedSize < before.usedSize + 2_000_000, `the heap grows: ${grown}`);
  assert.equal(after.wasm, before.wasm, `WebAssembly's memory grows: ${grown}`);
  assert.ok(after.nodes < before.nodes + 500, `nodes stay behind: ${grown}`);
  assert.ok(after.jsEventListeners <= before.jsEventListeners + 5, `listeners stay behind: ${grown}`);
  await page.context().close();
});

test('a slow line shows the text early and never a blank page', async () => {
  const page = await open(browser, 'phone');
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  await page.goto(`${server.url}/desk`, { waitUntil: 'commit' });
  const painted = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime, null, { timeout: 20_000 });
  const arrived = await page.evaluate(() => performance.getEntriesByType('navigation')[0].responseEnd);
  assert.ok((await painted.jsonValue()) < arrived + 1500, 'the text waits for something else than the page');
  const looks = [];
  while (!(await page.evaluate(() => globalThis.hamandish?.takenOver))) looks.push(await colours(page));
  looks.push(await colours(page));
  assert.ok(Math.min(...looks) > 20, `a blank page: ${looks}`);
  await page.context().close();
});

test('what was loaded once opens without a network', async () => {
  const page = await opened('/');
  await page.waitForFunction(() => navigator.serviceWorker.controller, null, { timeout: 20_000 });
  await page.context().setOffline(true);
  await page.goto(`${server.url}/desk/new/complaint`);
  await tookOver(page);
  await page.getByRole('textbox', { name: 'موضوع', exact: true }).waitFor();
  await page.getByText('اینترنت قطع است').waitFor();
  assert.notEqual(await page.locator('[name=idempotency_key]').inputValue(), '');
  await page.context().close();
});
