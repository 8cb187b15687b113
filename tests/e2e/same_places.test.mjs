// The canvas (web/ui, compiled natively) and the browser's own CSS put every element of every sample view at the same
// place, at five widths: the reason why a take-over moves nothing. Both sides start from shared/view/tokens.h.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch } from './support/browser.mjs';
import { canvasPlaces, makeViews, showView, viewNames } from './support/kinds_page.mjs';

const widths = [320, 360, 600, 820, 1440];
// Positions are compared to the half pixel: both round, at different moments.
const near = (a, b) => Math.abs(a - b) <= 0.51;
let browser;
before(async () => {
  makeViews(widths);
  browser = await launch({ webgl: false });
});
after(() => browser?.close());

// For each id: its box, and the middle of its first line and the place where the widest line starts, counted from the
// right edge, where Persian begins.
function cssPlaces(page, ids) {
  return page.evaluate((wanted) =>
    wanted.map((id) => {
      const node = document.getElementById(id);
      // The file input is invisible; the ASCII code is only there for programs.
      if (!node || node.dataset.testid || node.type === 'file') return null;
      const box = node.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter((one) => one.width > 0);
      return {
        inText: node.matches('.prose a'),
        top: box.top + scrollY,
        height: box.height,
        start: innerWidth - box.right,
        middle: lines.length ? (lines[0].top + lines[0].bottom) / 2 + scrollY : undefined,
        wordsStart: innerWidth - Math.max(...lines.map((one) => one.right)),
        last: lines.length ? (lines.at(-1).top + lines.at(-1).bottom) / 2 + scrollY : undefined,
      };
    }), ids);
}

function differences(at, here, width) {
  // Of a link among words the browser tells a box that is lower than its line.
  const compared = here.inText
    ? [['middle', at.y + at.height / 2, here.top + here.height / 2], ['start', width - at.x - at.width, here.start]]
    : at.lineHeight
    ? [['middle', at.textY + at.lineHeight / 2, here.middle], ['start', width - at.textX - at.textWidth, here.wordsStart]]
    : [['top', at.y, here.top], ['height', at.height, here.height], ['start', width - at.x - at.width, here.start]];
  return compared.filter(([, canvas, css]) => !near(canvas, css))
    .map(([what, canvas, css]) => `${at.id} ${what} ${canvas.toFixed(2)}/${css?.toFixed(2)}`);
}

for (const name of viewNames) {
  test(`${name} stands at the same places by CSS and on the canvas`, async () => {
    for (const width of widths) {
      const page = await browser.newPage({ viewport: { width, height: 300 } });
      await showView(page, name);
      const canvas = canvasPlaces(name, width);
      const css = await cssPlaces(page, canvas.map((one) => one.id));
      const moved = canvas.flatMap((at, index) => (css[index] ? differences(at, css[index], width) : []));
      assert.deepEqual(moved.slice(0, 8), [], `${moved.length} of ${canvas.length} at ${width} px (canvas/CSS)`);
      assert.ok(css.filter(Boolean).length > 15);
      await page.close();
    }
  });
}
