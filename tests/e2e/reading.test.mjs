// What a reader does with a page that is a picture: selects, copies, searches, prints, opens a link in a new tab, goes back,
// and hears where she is.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { complaintCategory, newCase, submit } from '../http/support.mjs';

let server, browser;
before(async () => {
  server = await startServer({ empty: true });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function opened(path, device = 'desktop', options = {}) {
  const page = await open(browser, device, options);
  await page.goto(server.url + path);
  await tookOver(page);
  return page;
}

// What is in the clipboard, as a person finds out: by pasting it.
async function pasted(page) {
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    area.id = 'paste-here';
    area.style.cssText = 'position:fixed;top:0;left:0;z-index:99';
    document.body.append(area);
    area.focus();
  });
  await page.keyboard.press('Control+V');
  return page.evaluate(() => {
    const area = document.getElementById('paste-here');
    const text = area.value;
    area.remove();
    return text;
  });
}

const rectOf = (page, selector) => page.locator(selector).boundingBox();

test('selecting with the mouse shows it over the words, and copies logical order, half-spaces and line ends', async () => {
  const page = await opened('/desk');
  const expected = await page.evaluate(() => ['title', 'main-1'].map((id) => document.getElementById(id).textContent));
  const first = await rectOf(page, '#title');
  const last = await rectOf(page, '#main-1');
  await page.mouse.move(first.x + first.width - 1, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + last.height / 2, { steps: 4 });
  await page.mouse.move(last.x + 2, last.y + last.height - 8, { steps: 4 });
  await page.mouse.up();
  const selected = await page.evaluate(() => getSelection().toString());
  assert.ok(selected.includes('میز خدمت'), selected);
  await page.keyboard.press('Control+C');
  const text = await pasted(page);
  assert.equal(text.split('\n')[0], expected[0]);
  assert.ok(expected[1].startsWith(text.split('\n').slice(1).join('\n').slice(0, 40)), text);
  assert.ok(text.includes('\u200C'), 'half-spaces stay');
  await page.context().close();
});

test('a range set by touch copies the words of exactly that range', async () => {
  const page = await opened('/desk', 'phone');
  const wanted = await page.evaluate(() => {
    const lead = document.getElementById('main-1');
    const walker = document.createTreeWalker(lead, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    getSelection().setBaseAndExtent(nodes[0], 4, nodes.at(-1), Math.min(12, nodes.at(-1).length));
    const whole = lead.textContent;
    const before = nodes.slice(0, -1).reduce((sum, node) => sum + node.length, 0);
    return whole.slice(4, before + Math.min(12, nodes.at(-1).length));
  });
  await page.keyboard.press('Control+C');
  assert.equal(await pasted(page), wanted);
  await page.context().close();
});

test('the browser finds a text far down and scrolls to it, and it is lit on the canvas', async () => {
  const page = await opened('/contact', 'phone');
  const wanted = await page.evaluate(() => [...document.querySelectorAll('#main dd a')].at(-1).textContent);
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.ok(await page.evaluate((text) => globalThis.find(text), wanted));
  await page.waitForFunction(() => scrollY > 300);
  const lit = await page.evaluate(() => {
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && box.width > 10;
  });
  assert.ok(lit);
  await page.context().close();
});

test('the middle button opens a link in a new tab, the plain one does not', async () => {
  const page = await opened('/');
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('navigation').getByRole('link', { name: 'میز خدمت' }).click({ button: 'middle' }),
  ]);
  await tab.waitForURL('**/desk');
  assert.equal(new URL(page.url()).pathname, '/');
  await page.getByRole('navigation').getByRole('link', { name: 'میز خدمت' }).click();
  await page.waitForURL('**/desk');
  assert.equal(page.context().pages().length, 2);
  await page.context().close();
});

test('a change of page is told: the heading has the focus, the title is its own', async () => {
  const page = await opened('/');
  for (const [name, heading] of [['میز خدمت', 'میز خدمت'], ['تماس با ما', 'تماس با ما'], ['آمار', 'آمار']]) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.waitForFunction((text) => document.activeElement.tagName === 'H1' && document.activeElement.textContent === text, heading);
    assert.ok((await page.title()).startsWith(heading));
    assert.equal(await page.evaluate(() => scrollY), 0);
  }
  await page.context().close();
});

test('Back finds the page where it was left', async () => {
  const page = await opened('/contact', 'phone');
  await page.evaluate(() => scrollTo(0, 900));
  await page.waitForTimeout(350);
  await page.evaluate(() => document.querySelector('nav a[href="/desk"]').click());
  await page.waitForURL('**/desk');
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.goBack();
  await page.waitForFunction(() => location.pathname === '/contact' && Math.abs(scrollY - 900) < 3);
  await page.context().close();
});

test('printing prints the text of the page', async () => {
  const page = await opened('/desk');
  const file = join(tmpdir(), `hamandish-print-${process.pid}.pdf`);
  writeFileSync(file, await page.pdf({ format: 'A4' }));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFKC').replace(/[\u200C\u200E\u200F\u202A-\u202E\u2066-\u2069\s]/g, '');
  for (const word of ['شکایت', 'قدردانی', 'خصوصی']) {
    assert.ok(text.includes(word) || text.includes([...word].reverse().join('')), `${word} is not on paper`);
  }
  // And the screen is the canvas's again.
  assert.ok(await page.evaluate(() => document.documentElement.classList.contains('canvas')));
  await page.context().close();
});

test('a receipt is a card on one small sheet of paper', async () => {
  const sent = await submit(server, newCase(1, await complaintCategory(server)), `paper-${Date.now()}`);
  const { receipt_token: token, tracking_code: code } = await sent.json();
  const page = await opened(`/desk/receipt/${token}`);
  await page.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
  await page.getByRole('button', { name: 'چاپ رسید' }).click();
  assert.ok(await page.evaluate(() => globalThis.printed));
  const file = join(tmpdir(), `hamandish-receipt-${process.pid}.pdf`);
  writeFileSync(file, await page.pdf({ format: 'A5' }));
  assert.match(execFileSync('pdfinfo', [file], { encoding: 'utf8' }), /Pages:\s+1\n/);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFKC');
  const digits = [...text].map((one) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(one)).filter((digit) => digit >= 0).join('');
  assert.ok(digits.includes(code), 'the code is not on paper');
  assert.ok(!text.includes('رونوشت') && !text.includes('پرتضاد'), 'paper has controls on it');
  await page.context().close();
});

test('no area scrolls inside the page on a phone, but for fields', async () => {
  const page = await opened('/gallery', 'phone');
  const inner = await page.evaluate(() =>
    [...document.querySelectorAll('#page *')]
      .filter((node) => !node.matches('textarea,input,select') && /auto|scroll/.test(getComputedStyle(node).overflowY + getComputedStyle(node).overflowX)
        && (node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1))
      .map((node) => node.id || node.tagName));
  assert.deepEqual(inner, []);
  await page.context().close();
});
