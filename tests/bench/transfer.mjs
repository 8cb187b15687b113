// What crosses the network: until the page can be read, until the canvas has taken over, and on the next visit.
import { execFileSync } from 'node:child_process';

import { open, tookOver } from '../e2e/support/browser.mjs';
import { print } from './support.mjs';

async function encodedSize(url) {
  const size = execFileSync('curl', ['-s', '-o', '/dev/null', '-H', 'Accept-Encoding: br', '-w', '%{size_download}', url]);
  return Number(size.toString());
}

// HTML, style sheets and the font: all that is needed to read and use the page. The style is inlined in the HTML.
export async function transferShell({ server }) {
  const html = await (await fetch(server.url)).text();
  const needed = new Set([...html.matchAll(/(?:href|src)="([^"]+\.(?:css|ttf|woff2))"/g)].map((match) => match[1]));
  for (const match of html.matchAll(/url\(["']?([^"')]+\.(?:ttf|woff2))/g)) needed.add(match[1]);
  let bytes = await encodedSize(`${server.url}/`);
  for (const path of needed) bytes += await encodedSize(server.url + path);
  if (needed.size === 0) throw new Error('no font found in the page');
  print('transfer_shell_brotli_kB', bytes / 1000, 'kB');
}

export async function transferFirstScreen({ browser, server }) {
  const page = await open(browser, 'phone');
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  await page.goto(server.url);
  await tookOver(page);
  await page.waitForTimeout(300);
  print('transfer_first_screen_brotli_kB', bytes / 1000, 'kB');
  await page.context().close();
}

// A second load of each page by the same browser; the dearest one counts. A form carries a new key each time, so its
// HTML is sent again: a figure of its own.
export async function repeatVisit({ browser, server }) {
  const page = await open(browser, 'phone');
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  const spent = {};
  for (const path of ['/', '/desk', '/track', '/desk/new/complaint']) {
    for (let visit = 0; visit < 2; visit += 1) {
      bytes = 0;
      await page.goto(server.url + path);
      await tookOver(page);
      await page.waitForTimeout(500);
    }
    spent[path] = bytes / 1000;
  }
  const { '/desk/new/complaint': form, ...others } = spent;
  print('repeat_visit_kB', Math.max(...Object.values(others)), 'kB');
  print('repeat_visit_form_kB', form, 'kB');
  await page.context().close();
}
