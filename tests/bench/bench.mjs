// The measurements of the project, each a line "name value unit". Ratios are against a reference measured in the same run,
// in turns (A B A B), and the median ratio is printed: machines are noisy.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { launch, open, tookOver } from '../e2e/support/browser.mjs';
import { password } from '../e2e/support/people.mjs';
import { root, startServer } from '../e2e/support/server.mjs';
import { complaintCategory, newCase, submit } from '../http/support.mjs';

const wanted = process.argv.slice(2);
const unlimited = ['--rate-limit', 'off'];
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (name, value, unit) => console.log(`${name} ${Number(value.toFixed(3))} ${unit}`);

async function encodedSize(url) {
  const size = execFileSync('curl', ['-s', '-o', '/dev/null', '-H', 'Accept-Encoding: br', '-w', '%{size_download}', url]);
  return Number(size.toString());
}

// HTML, style sheets and the font: all that is needed to read and use the page. The style is inlined in the HTML.
async function transferShell(server) {
  const html = await (await fetch(server.url)).text();
  const needed = new Set([...html.matchAll(/(?:href|src)="([^"]+\.(?:css|ttf|woff2))"/g)].map((match) => match[1]));
  for (const match of html.matchAll(/url\(["']?([^"')]+\.(?:ttf|woff2))/g)) needed.add(match[1]);
  let bytes = await encodedSize(`${server.url}/`);
  for (const path of needed) bytes += await encodedSize(server.url + path);
  if (needed.size === 0) throw new Error('no font found in the page');
  print('transfer_shell_brotli_kB', bytes / 1000, 'kB');
}

async function transferFirstScreen(browser, server) {
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

async function idleFrames(browser, server) {
  const page = await open(browser, 'phone');
  let most = 0;
  const measure = async () => {
    await tookOver(page);
    await page.waitForTimeout(500);
    const before = await page.evaluate(() => globalThis.hamandish.frames);
    await page.waitForTimeout(10_000);
    most = Math.max(most, (await page.evaluate(() => globalThis.hamandish.frames)) - before);
  };
  for (const path of ['/', '/desk', '/desk/new/complaint', '/track', '/staff']) {
    await page.goto(server.url + path);
    await measure();
  }
  await page.getByRole('textbox', { name: 'نام کاربری' }).fill('riyasat');
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ورود', exact: true }).click();
  const table = page.getByRole('table', { name: 'کارتابل' });
  await table.waitFor();
  await measure();
  await table.getByRole('link').first().click();
  await page.getByRole('list', { name: 'گردش پرونده' }).waitFor();
  await measure();
  print('idle_frames_per_10s', most, 'frames');
  await page.context().close();
}

function wrk(server, path, script, environment, seconds = 5) {
  const run = spawnSync('wrk', ['-t', '2', '-c', '64', '-d', `${seconds}s`, '-s', join(root, 'tests/bench', script), server.url + path], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  const match = run.stdout.match(/RATE ([0-9.]+) BAD ([0-9]+)/);
  if (!match) throw new Error(`wrk: ${run.stdout}${run.stderr}`);
  if (Number(match[2]) > 0) throw new Error(`wrk: ${match[2]} bad answers from ${path}`);
  return Number(match[1]);
}

async function submitVsSqlite() {
  const ratios = [];
  for (let round = 0; round < 5; round += 1) {
    const server = await startServer({ empty: true, args: unlimited });
    const category = await complaintCategory(server);
    const rate = wrk(server, '/', 'submit.lua', { CATEGORY: category, RUN: `r${round}` });
    await server.stop();
    const reference = execFileSync(join(root, 'build/native/tests/submit_reference'), { encoding: 'utf8' });
    ratios.push(rate / Number(reference.match(/([0-9.]+)/)[1]));
  }
  print('submit_vs_sqlite', median(ratios), 'ratio');
}

async function lookupVsHello() {
  const server = await startServer({ empty: true, args: unlimited });
  const category = await complaintCategory(server);
  const lines = [];
  for (let index = 0; index < 200; index += 1) {
    const body = newCase(index, category);
    const answer = await (await submit(server, body, `bench-${index}`)).json();
    lines.push(`${answer.tracking_code} ${body.person.mobile.slice(-4)}`);
  }
  const codes = join(server.data, 'codes.txt');
  writeFileSync(codes, lines.join('\n') + '\n');
  const [code, last4] = lines[0].split(' ');
  const sample = await fetch(`${server.url}/api/v1/cases/lookup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ tracking_code: code, mobile_last4: last4 }),
  });
  const bytes = (await sample.arrayBuffer()).byteLength;
  const ratios = [];
  for (let round = 0; round < 5; round += 1) {
    const lookups = wrk(server, '/', 'lookup.lua', { CODES: codes }, 3);
    const hellos = wrk(server, `/api/v1/bench/hello?bytes=${bytes}`, 'hello.lua', {}, 3);
    if (!(lookups > 0 && hellos > 0)) throw new Error(`lookups ${lookups}, hellos ${hellos}`);
    ratios.push(lookups / hellos);
  }
  await server.stop();
  print('lookup_vs_hello', median(ratios), 'ratio');
}

const server = await startServer();
const browser = await launch();
const measurements = {
  transfer_shell: () => transferShell(server),
  transfer_first_screen: () => transferFirstScreen(browser, server),
  idle_frames: () => idleFrames(browser, server),
  submit_vs_sqlite: submitVsSqlite,
  lookup_vs_hello: lookupVsHello,
};
let failed = 0;
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  try {
    await measure();
  } catch (error) {
    failed += 1;
    console.error(`${name}: ${error.message}`);
  }
}
await browser.close();
await server.stop();
process.exit(failed === 0 ? 0 : 1);
