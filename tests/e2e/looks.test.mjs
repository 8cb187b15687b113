// How it looks, measured on the picture itself: contrast of texts, controls and focus rings in every theme; reflow at 320 px;
// the browser's text size; themes by the device and by hand; no motion for those who want none.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { contrast, groundAndInk, pixels } from './support/pixels.mjs';
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

async function opened(path, device, options = {}, prepare = () => {}) {
  const page = await open(browser, device, options);
  await prepare(page);
  await page.goto(server.url + path);
  await tookOver(page);
  return page;
}

// The whole page as pictures of windows below each other: no canvas may be higher than some 8,000 px.
async function whole(page) {
  const most = 4000;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize().width, height: Math.min(height, most) });
  const pieces = [];
  for (let top = 0; top < height; top += most) {
    await page.evaluate((y) => scrollTo(0, y), top);
    await page.waitForTimeout(300);
    pieces.push({ from: top, top: await page.evaluate(() => scrollY), picture: await pixels(page) });
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(250);
  return {
    ...pieces[0].picture,
    at(x, y) {
      const piece = pieces.findLast(({ from }) => y >= from) ?? pieces[0];
      return piece.picture.at(x, y - piece.top);
    },
  };
}

const themes = {
  light: {},
  dark: { dark: true },
  contrast: { contrast: 'more' },
  'dark contrast': { dark: true, contrast: 'more' },
};

for (const [name, options] of Object.entries(themes)) {
  test(`${name}: texts have 4.5 (high contrast: 7) and controls 3, on the pixels of the gallery`, async () => {
    const page = await opened('/gallery', 'desktop', options);
    const picture = await whole(page);
    const things = await page.evaluate(() => {
      const selector = 'input:not([type=hidden],[type=file]),select,textarea,button';
      return globalThis.hamandish.places().flatMap(([id, at]) => {
        const node = document.getElementById(id);
        if (!node || node.disabled || node.ariaBusy === 'true') return [];
        if (at.lineHeight && !node.matches('input,select,textarea')) {
          return [{ id, text: true, x: at.textX, y: at.textY, width: at.textWidth, height: at.lineHeight }];
        }
        return node.matches(selector) ? [{ id, x: at.x, y: at.y, width: at.width, height: at.height }] : [];
      });
    });
    assert.ok(things.length > 150);
    const weak = [];
    for (const thing of things) {
      if (thing.text) {
        const seen = groundAndInk(picture, thing).contrast;
        if (seen < (name.includes('contrast') ? 6.9 : 4.45)) weak.push(`${thing.id} ${seen.toFixed(2)}`);
        continue;
      }
      // The border against what is outside it, in the middle of an upright edge.
      const middle = thing.y + thing.height / 2;
      const outside = picture.at(thing.x - 3, middle);
      const edge = Math.max(...[0, 0.5, 1, 1.5].map((inside) => contrast(picture.at(thing.x + inside, middle), outside)));
      if (edge < 3) weak.push(`${thing.id} border ${edge.toFixed(2)}`);
    }
    assert.deepEqual(weak, []);
    await page.context().close();
  });

  test(`${name}: the focus ring is 2 px or more and has 3 to what is round it`, async () => {
    const page = await opened('/desk/new/complaint', 'desktop', options);
    const seen = new Set();
    for (let i = 0; i < 20; i += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const node = document.activeElement;
        const shown = node.type === 'file' ? document.querySelector(`label[for="${node.id}"]`) : node;
        const box = shown.getBoundingClientRect();
        return { id: node.id, skip: node.matches('.skip,body'), x: box.left, y: box.top, width: box.width, height: box.height };
      });
      if (at.skip || !at.id || seen.has(at.id)) continue;
      seen.add(at.id);
      await page.waitForTimeout(60);
      const picture = await pixels(page, { clip: { x: at.x + at.width, y: at.y + at.height / 2, width: 10, height: 2 } });
      const ground = picture.at(9, 1);
      let thick = 0;
      for (let out = 0.5; out < 8; out += 1) if (contrast(picture.at(out, 1), ground) >= 3) thick += 1;
      assert.ok(thick >= 2, `${name}: the ring of ${at.id} is ${thick} px`);
    }
    assert.ok(seen.size > 10);
    await page.context().close();
  });
}

test('320 px, as at a zoom of 400 %: nothing to scroll sideways, in any page', async () => {
  for (const path of ['/', '/desk', '/desk/new/complaint', '/track', '/contact', '/strategy', '/gallery', '/staff']) {
    const page = await opened(path, 'phone', { viewport: { width: 320, height: 256 } });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(over, 0, path);
    await page.context().close();
  }
});

test("the browser's text size: the canvas grows its text as CSS does, and nothing moves", async () => {
  const page = await open(browser, 'phone');
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
  const places = () => page.evaluate(() =>
    Object.fromEntries([...document.querySelectorAll('#main h1,#main h2,#main label,#main input,#main button,#foot p')].filter((node) => node.id)
      .map((node) => [node.id, Math.round(node.getBoundingClientRect().top + scrollY)])));
  await page.route('**/*.wasm', async (route) => {
    await new Promise((done) => setTimeout(done, 900));
    await route.continue();
  });
  await page.goto(`${server.url}/desk/new/complaint`);
  await page.evaluate(() => document.fonts.ready);
  const css = await places();
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '24px');
  await tookOver(page);
  const canvas = await places();
  for (const [id, top] of Object.entries(css)) assert.ok(Math.abs(canvas[id] - top) <= 2, `${id}: ${top} by CSS, ${canvas[id]} on the canvas`);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await page.context().close();
});

const background = async (page) => (await pixels(page)).at(3, 300);

test('a theme chosen in the footer stays on the device, with the app and without', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(browser, 'desktop', { javaScriptEnabled });
    const ready = () => (javaScriptEnabled ? tookOver(page) : page.waitForLoadState());
    await page.goto(`${server.url}/desk`);
    await ready();
    const shown = () => page.screenshot();
    const light = await shown();
    const group = page.getByRole('contentinfo').getByRole('list', { name: 'رنگ صفحه' });
    await group.getByRole('link', { name: 'تیره' }).click();
    await group.getByRole('link', { name: 'تیره' }).and(page.locator('[aria-current=true]')).waitFor();
    await page.waitForTimeout(100);
    assert.equal(new URL(page.url()).pathname, '/desk', 'back on the page it was chosen on');
    assert.notDeepEqual(await shown(), light);
    await page.goto(`${server.url}/track`);
    await ready();
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    await group.getByRole('link', { name: 'مانند دستگاه' }).click();
    await group.getByRole('link', { name: 'مانند دستگاه' }).and(page.locator('[aria-current=true]')).waitFor();
    assert.equal(await page.locator('html').getAttribute('data-theme'), null);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

test('the canvas follows the device when it turns dark', async () => {
  const page = await opened('/desk', 'desktop');
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForTimeout(150);
  const dark = await background(page);
  assert.ok(light[0] > 200 && dark[0] < 60, `${light} then ${dark}`);
  await page.context().close();
});

test('forced colours are the browser\'s: CSS alone draws', async () => {
  const page = await opened('/gallery', 'desktop', { forcedColors: 'active' });
  assert.equal(await page.evaluate(() => globalThis.hamandish.mode), 'dom');
  await page.context().close();
});

test('nothing moves by itself: no animation or transition anywhere', async () => {
  const page = await opened('/gallery', 'phone', { reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].filter((node) => {
      const style = getComputedStyle(node);
      return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
    }).map((node) => node.id || node.tagName));
  assert.deepEqual(moving, []);
  await page.context().close();
});
