// How like Chromium's own text ours is: the same page, once drawn by the browser (no client), once by us on the canvas,
// screenshots compared in the rectangles of the lines of text. Per inked pixel (where either has ink), of 255.
import { open, tookOver } from '../e2e/support/browser.mjs';
import { decode } from '../e2e/support/png.mjs';

const viewport = { width: 820, height: 1180 };

// Rectangles of the lines of plain text (links are underlined and move), in device pixels, with a pixel round them.
function lineRects(page) {
  return page.evaluate(() => {
    const rects = [];
    for (const node of document.querySelectorAll('#main p, #main h1, #main h2, #main h3, #main li, #main dd, #main dt')) {
      if (node.querySelector('a, button, input') || node.closest('a, button') || !node.textContent.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.bottom < innerHeight && rect.width > 1) rects.push([rect.left, rect.top, rect.right, rect.bottom]);
      }
    }
    return rects;
  });
}

async function picture(browser, server, path, dpr, { client, dark, file }) {
  const page = await open(browser, 'desktop', { viewport, deviceScaleFactor: dpr, javaScriptEnabled: client, dark });
  await page.goto(server.url + path);
  if (client) {
    await tookOver(page);
    await page.waitForTimeout(300);
  } else {
    await page.waitForTimeout(300);
  }
  const rects = client ? null : await lineRects(page);
  const png = await page.screenshot({ path: file });
  await page.context().close();
  return { image: decode(png), rects };
}

// What differs in these rectangles.
export function compare(ours, theirs, rects, dpr) {
  let inked = 0, difference = 0, ink = [0, 0], edges = [0, 0];
  const seen = new Set();
  for (const [left, top, right, bottom] of rects) {
    const x0 = Math.floor(left * dpr) - 1, x1 = Math.min(Math.ceil(right * dpr) + 1, theirs.width - 1);
    const y0 = Math.floor(top * dpr) - 1, y1 = Math.min(Math.ceil(bottom * dpr) + 1, theirs.height - 1);
    const paper = theirs.grey(x0, y0);
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        const key = y * theirs.width + x;
        if (seen.has(key)) continue;
        seen.add(key);
        const a = ours.grey(x, y), b = theirs.grey(x, y);
        if (Math.abs(a - paper) > 8 || Math.abs(b - paper) > 8) {
          inked++;
          difference += Math.abs(a - b);
        }
        [ours, theirs].forEach((one, i) => {
          const at = i ? b : a;
          ink[i] += Math.abs(at - paper);
          edges[i] += (one.grey(x + 1, y) - at) ** 2 + (one.grey(x, y + 1) - at) ** 2;
        });
      }
    }
  }
  return { inked, difference: difference / inked, ink: ink[0] / ink[1], sharpness: Math.sqrt(edges[0] / edges[1]) };
}

export async function textLikeness(browser, server, dpr, { path = '/strategy', dark = false, files } = {}) {
  const theirs = await picture(browser, server, path, dpr, { client: false, dark, file: files && `${files}-theirs.png` });
  const ours = await picture(browser, server, path, dpr, { client: true, dark, file: files && `${files}-ours.png` });
  return compare(ours.image, theirs.image, theirs.rects, dpr);
}
