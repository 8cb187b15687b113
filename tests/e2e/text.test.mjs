// Our text and the browser's are the same: widths and line ends of two thousand lines, and characters that our font lacks
// are drawn by the browser into the picture, emoji in their colours.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { compare } from '../bench/text_likeness.mjs';
import { complaintCategory, newCase, submit } from '../http/support.mjs';
import { launch, open, tookOver } from './support/browser.mjs';
import { decode } from './support/png.mjs';
import { root, startServer } from './support/server.mjs';

const font = join(root, 'build/native/fonts/hamandish.ttf');
const size = 17, column = 120, lineHeight = 31;
const unseen = '\\s\\u2066-\\u2069\\u200c'; // where a line ends inside these cannot be seen

// What Chromium makes of each text: its width in one line, and where its lines begin in a column.
function measure(page, texts) {
  return page.evaluate(({ texts, lineHeight, unseen }) => {
    const skipped = new RegExp(`[${unseen}]`);
    const [one, many] = [document.createElement('b'), document.createElement('p')];
    document.body.append(one, many);
    return texts.map((text) => {
      one.textContent = many.textContent = text;
      const range = document.createRange();
      const begins = [];
      let line = 0;
      for (let i = 0; i < text.length; i++) {
        if (skipped.test(text[i])) continue;
        range.setStart(many.firstChild, i);
        range.setEnd(many.firstChild, i + 1);
        const now = Math.round((range.getBoundingClientRect().top - many.getBoundingClientRect().top) / lineHeight);
        if (now > line) begins.push(i);
        line = Math.max(line, now);
      }
      return { width: one.getBoundingClientRect().width, begins };
    });
  }, { texts, lineHeight, unseen });
}

test('two thousand lines are as wide as in the browser, and end at the same places', async () => {
  const output = execFileSync(join(root, 'build/native/tests/text_places'), [font, String(size), String(column)], { encoding: 'utf8', maxBuffer: 1e8 });
  const ours = output.trim().split('\n').map((line) => JSON.parse(line));
  assert.ok(ours.length > 2000);
  const browser = await launch({ webgl: false });
  const page = await open(browser, 'desktop');
  await page.setContent(`<!doctype html><html lang="fa" dir="rtl"><style>
    @font-face{font-family:Hamandish;src:url(data:font/ttf;base64,${readFileSync(font).toString('base64')}) format("truetype")}
    body{font:${size}px/${lineHeight}px Hamandish;text-rendering:geometricPrecision;overflow-wrap:anywhere;width:4000px}
    b{display:inline-block;white-space:pre;font-weight:400}p{margin:0;white-space:pre-wrap;width:${column}px}</style>`);
  await page.evaluate(() => document.fonts.load('17px Hamandish', 'سلام'));
  const theirs = await measure(page, ours.map((one) => one.text));
  await browser.close();
  let lines = 0;
  ours.forEach(({ text, width, breaks }, index) => {
    // HarfBuzz 10.2 kerns across a half-space (ی‌گ), what this Chromium has does not: 0.2 px each.
    const kerned = text.split('ی‌گ').length - 1;
    // Chromium rounds each run up to 1/64 px, and resolves the script of a closing bracket by its opening one.
    const allowed = 0.16 + 0.21 * kerned + (/[A-Za-z].*\)/.test(text) ? 0.5 : 0);
    assert.ok(Math.abs(width - theirs[index].width) <= allowed, `«${text}» is ${width} wide, in the browser ${theirs[index].width}`);
    // Between ASCII signs Chromium has rules of its own instead of UAX #14's: it parts telephone numbers at hyphens.
    if (kerned || /[A-Za-z0-9]-[0-9]|\/|\+/.test(text)) return;
    const begins = breaks.map((at) => at + text.slice(at).search(new RegExp(`[^${unseen}]`)));
    assert.deepEqual(begins, theirs[index].begins, `the lines of «${text}»`);
    lines += begins.length + 1;
  });
  assert.ok(lines > 2000, `${lines} lines compared`);
});

// The page of a case whose subject has such characters, painted by us or by the browser.
async function caseHeading(server, webgl, code) {
  const browser = await launch({ webgl });
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/track`);
  await tookOver(page);
  await page.getByRole('textbox', { name: 'کد رهگیری' }).fill(code);
  await page.getByRole('textbox', { name: 'چهار رقم آخر تلفن همراه' }).fill('0001');
  await page.getByRole('button', { name: 'پیگیری', exact: true }).click();
  const heading = page.getByRole('heading', { name: 'بذر' });
  await heading.waitFor();
  await page.waitForTimeout(500);
  const rects = await heading.evaluate((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].map(({ left, top, right, bottom }) => [left, top, right, bottom]);
  });
  const image = decode(await page.screenshot({ path: process.env.PICTURES && join(process.env.PICTURES, `emoji-${webgl}.png`) }));
  await browser.close();
  return { image, rects };
}

test('emoji and other scripts are drawn as the browser draws them, in their colours', async () => {
  const server = await startServer({ empty: true });
  const subject = 'بذر 🌾 و 👩‍🌾 خراب 👍🏽 ❤️ 🇮🇷 1️⃣ Привет Ωμέγα';
  const answer = await submit(server, { ...newCase(1, await complaintCategory(server)), subject, body: subject.repeat(2),
    person: { ...newCase(1).person, mobile: '09151230001' } }, 'emoji-1');
  const code = (await answer.json()).tracking_code;
  assert.ok(code);
  const ours = await caseHeading(server, true, code);
  const theirs = await caseHeading(server, false, code);
  await server.stop();
  const text = ({ rects }) => rects.filter(([left, , right]) => right - left > 1);
  const wide = ({ rects }) => [Math.min(...rects.map((one) => one[0])), Math.max(...rects.map((one) => one[2]))];
  wide(ours).forEach((edge, side) => assert.ok(Math.abs(edge - wide(theirs)[side]) < 1.5, `${wide(ours)} ${wide(theirs)}`));
  const { inked, difference, ink } = compare(ours.image, theirs.image, text(theirs), 2);
  assert.ok(inked > 3000, `${inked} pixels`);
  assert.ok(difference < 40 && Math.abs(ink - 1) < 0.05, `difference ${difference}, ink ${ink}`);
  const colourful = ({ image }) => {
    let count = 0;
    for (let at = 0; at < image.pixels.length; at += image.channels) {
      const [r, g, b] = image.pixels.subarray(at, at + 3);
      if (Math.max(r, g, b) - Math.min(r, g, b) > 90) count++;
    }
    return count;
  };
  assert.ok(Math.abs(colourful(ours) / colourful(theirs) - 1) < 0.1, `${colourful(ours)} coloured pixels, in the browser ${colourful(theirs)}`);
});
