// The public statistics: page, JSON and CSV say the same, follow the clock, and hold nothing that names a person.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { complaintCategory, newCase } from './support.mjs';
import { expect, expectEqual, finish, freshKey, scenario, send, startTestServer } from './support/scenario.mjs';

const parts = ['on_time', 'late', 'overdue', 'open', 'withdrawn'];
const demo = await startTestServer({ args: ['--rate-limit', 'off'] });
const csvRows = (text) => {
  const [head, ...lines] = text.replace(/^\uFEFF/, '').trim().split('\r\n').map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(line.map((value, index) => [head[index], index < 2 ? value : Number(value)])));
};
const sum = (rows, name) => rows.reduce((total, row) => total + row[name], 0);

await scenario('JSON and CSV hold the same rows, the parts add up, and the page shows the sums', async () => {
  const { rows, counted_at: countedAt } = (await send(demo, 'GET', '/api/v1/statistics')).json();
  expect(Math.abs(Date.now() - countedAt) < 600_000, 'counted lately');
  expectEqual(rows.length, 13 * 7);
  expect(sum(rows, 'received') > 200 && sum(rows, 'on_time') > 0 && sum(rows, 'late') > 0 && sum(rows, 'open') > 0, 'the demo has all of them');
  for (const row of rows) expectEqual(row.received, parts.reduce((total, name) => total + row[name], 0), JSON.stringify(row));
  const csv = await send(demo, 'GET', '/api/v1/statistics.csv');
  expect(csv.headers['content-type'].startsWith('text/csv') && csv.text.charCodeAt(0) === 0xfeff, 'CSV with a mark');
  expectEqual(csvRows(csv.text), rows);
  const page = await send(demo, 'GET', '/statistics');
  expectEqual(page.status, 200);
  const persian = (number) => String(number).replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]);
  for (const name of ['received', ...parts]) expect(page.text.includes(`>${persian(sum(rows, name))}<`), name);
  // The month that is not over stands in the table and is not drawn: it would look like a fall.
  expectEqual(page.text.match(/ \(تا امروز\)</g)?.length, 1, 'the current month says so');
  const now = page.text.match(/>([^<]+) \(تا امروز\)</)[1];
  const drawn = page.text.slice(page.text.indexOf('class="chart"'), page.text.indexOf('<table'));
  expect(/<circle cx="100.0%"/.test(drawn) && !drawn.includes(`>${now}`), `${now}: ${drawn.slice(0, 300)}`);
});

await scenario('a message is open until its day has passed, then overdue; counted anew after ten minutes', async () => {
  const clock = join(mkdtempSync(join(tmpdir(), 'hamandish-clock-')), 'clock');
  const start = Date.UTC(2026, 10, 22, 6, 0);
  const set = (at) => writeFileSync(clock, String(at));
  set(start);
  const server = await startTestServer({ empty: true, args: ['--rate-limit', 'off', '--clock-file', clock] });
  const total = async (name) => sum((await send(server, 'GET', '/api/v1/statistics')).json().rows, name);
  expectEqual(await total('received'), 0);
  const page = async () => (await send(server, 'GET', '/statistics')).text;
  const empty = await page();
  expect(empty.includes('هنوز پیامی به سازمان نرسیده است') && !empty.includes('id="months-heading"'), 'says when there will be figures, without bare headings');
  const body = JSON.stringify(newCase(1, await complaintCategory(server)));
  const registered = await send(server, 'POST', '/api/v1/cases', { headers: { 'Idempotency-Key': freshKey(), 'Content-Type': 'application/json' }, body });
  expectEqual(registered.status, 201);
  expectEqual(await total('received'), 0, 'within the ten minutes');
  set(start + 11 * 60_000);
  expectEqual([await total('received'), await total('open')], [1, 1]);
  expect((await page()).includes('id="months-heading"'), 'the figures');
  set(start + 120 * 86_400_000);
  expectEqual([await total('open'), await total('overdue')], [0, 1]);
  await server.stop();
});

await demo.stop();
finish();
