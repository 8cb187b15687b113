// Nothing moves at take-over: every element that web/ui places stands where CSS has it, within a pixel, on every page of the
// slice and on the page of all kinds, from a small phone to a desktop.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { launch } from './support/browser.mjs';
import { makeViews, showView, viewNames } from './support/kinds_page.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const made = join(root, 'build/test/views');
const sizes = [[320, 640], [360, 740], [640, 900], [820, 1180], [1440, 900]];

let browser;
before(async () => {
  makeViews();
  execFileSync(join(root, 'build/native/tests/web/placements_dump'), [
    join(root, 'assets/profiles/khorasan-agri.json'), join(made, 'hamandish.ttf'), made, ...sizes.map((size) => size.join(':')),
  ]);
  browser = await launch({ webgl: false });
});
after(() => browser?.close());

const rects = (ids) => ids.map((id) => {
  const node = document.getElementById(id);
  if (!node) return null;
  const { x, y, width, height } = node.getBoundingClientRect();
  return [x, y + scrollY, width, height];
});

// What of a placement CSS must agree with: everything, except that a text's own width does not show and is free.
function differences(placements, found) {
  const far = [];
  placements.forEach(([id, ...ours], index) => {
    const css = found[index];
    if (!css) far.push(`${id}: not in the HTML`);
    else if (ours.slice(0, 4).some((value, side) => Math.abs(value - css[side]) > 1)) {
      far.push(`${id}: ${ours.slice(0, 4).map((value) => +value.toFixed(1))} here, ${css.map((value) => +value.toFixed(1))} by CSS`);
    }
  });
  return far;
}

for (const name of viewNames) {
  for (const [width, height] of sizes) {
    test(`${name} at ${width} px stands where CSS has it`, async () => {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      await showView(page, name);
      const ours = JSON.parse(readFileSync(join(made, `${name}-${width}.json`), 'utf8'));
      const found = await page.evaluate(rects, ours.placements.map(([id]) => id));
      const far = differences(ours.placements, found);
      const cssHeight = await page.evaluate(() => document.documentElement.scrollHeight);
      await context.close();
      assert.deepEqual(far, []);
      assert.ok(Math.abs(cssHeight - ours.height) <= 1, `height ${ours.height} here, ${cssHeight} by CSS`);
    });
  }
}
