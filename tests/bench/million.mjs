// What the service desk costs with 1,000,000 cases against 10,000: lists, searches, submissions, lookups, memory. The
// databases are made once and kept under build/bench; HAMANDISH_BENCH_CASES sets another size.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, startServer } from '../e2e/support/server.mjs';
import { password } from '../e2e/support/people.mjs';
import { lookupRatio, submitRate, submitReference } from './server.mjs';
import { median, print } from './support.mjs';

const large = Number(process.env.HAMANDISH_BENCH_CASES ?? 1_000_000);
const small = 10_000;
const pageSize = 20;
const quiet = ['--rate-limit', 'off', '--log-level', 'warn'];

// Another schema or another generator makes another database.
function stamp() {
  const migrations = join(root, 'server/store/migrations');
  return [...readdirSync(migrations).sort(), readFileSync(join(root, 'tests/bench/generate_cases.cpp')).length].join(' ');
}

async function cases(count) {
  const directory = join(root, 'build/bench', `cases-${count}`);
  const mark = join(directory, 'stamp');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp()) return directory;
  rmSync(directory, { recursive: true, force: true });
  const unfinished = `${directory}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await (await startServer({ data: unfinished, args: quiet })).stop();  // the demo accounts
  execFileSync(join(root, 'build/native/tests/generate_cases'), [join(unfinished, 'hamandish.db'), String(count)]);
  writeFileSync(join(unfinished, 'stamp'), stamp());
  renameSync(unfinished, directory);
  return directory;
}

async function signedIn(server, username) {
  const answer = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  return async (query) => {
    const page = await fetch(`${server.url}/api/v1/staff/cases?limit=${pageSize}&${query}`, { headers: { Cookie: cookie } });
    if (!page.ok) throw new Error(`${query}: ${await page.text()}`);
    return page.json();
  };
}

async function cursorOfPage(list, number) {
  let next = '';
  for (let page = 1; page < number; page += 1) next = (await list(`after=${next}`)).next;
  if (!next) throw new Error(`there are no ${number} pages`);
  return next;
}

async function milliseconds(list, query) {
  const times = [];
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now();
    await list(query);
    times.push(performance.now() - start);
  }
  return median(times);
}

// In turns, so that what disturbs one disturbs the other. Both pages must be as long, or rows are compared, not sizes.
async function ratio(lists, queries) {
  const lengths = [];
  for (const [index, list] of lists.entries()) lengths.push((await list(queries[index])).cases.length);
  if (lengths[0] !== lengths[1]) throw new Error(`${queries}: pages of ${lengths.join(' and ')} cases`);
  const ratios = [];
  for (let round = 0; round < 5; round += 1) {
    const [few, many] = [await milliseconds(lists[0], queries[0]), await milliseconds(lists[1], queries[1])];
    ratios.push(many / few);
  }
  return median(ratios);
}

function residentMegabytes(server) {
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
  return Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1000;
}

// The same rows go into a copy of the same database: what is compared is the server with SQLite, not a large database with
// an empty one.
async function copyOfLarge() {
  const copy = join(root, 'build/bench/reference.db');
  for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(copy + suffix, { force: true });
  copyFileSync(join(await cases(large), 'hamandish.db'), copy);
  return copy;
}

export async function million() {
  const reference = await copyOfLarge();
  const servers = [];
  for (const count of [small, large]) servers.push(await startServer({ data: await cases(count), args: quiet }));
  try {
    const lists = [await signedIn(servers[0], 'riyasat'), await signedIn(servers[1], 'riyasat')];
    const officers = [await signedIn(servers[0], 'karshenas'), await signedIn(servers[1], 'karshenas')];
    const page500 = [];
    for (const list of lists) page500.push(`after=${await cursorOfPage(list, 500)}`);
    const same = (query) => [query, query];
    const measured = {
      first_page: await ratio(lists, same('')),
      page_500: await ratio(lists, page500),
      open: await ratio(lists, same('state=in_progress')),
      kind: await ratio(lists, same('kind=request')),
      unit: await ratio(lists, same('unit=soil-water&state=closed')),
      own_unit: await ratio(officers, same('')),
      own_unit_filtered: await ratio(officers, same('kind=suggestion&state=closed')),
    };
    for (const [name, value] of Object.entries(measured)) print(`inbox_${name}_ratio_1M_vs_10k`, value, 'ratio');
    print('inbox_page_ms_ratio_1M_vs_10k', Math.max(...Object.values(measured)), 'ratio');
    const word = `q=${encodeURIComponent('کمیابترین')}`;
    if ((await lists[1](word)).cases.length !== 5) throw new Error('the rare word is not in five cases');
    print('search_ms_ratio_1M_vs_10k', await ratio(lists, same(word)), 'ratio');
    print('lookup_vs_hello_1M', await lookupRatio(servers[1]), 'ratio');
    const submits = [];
    for (let round = 0; round < 3; round += 1) {
      submits.push((await submitRate(servers[1], `m${Date.now()}-${round}`)) / submitReference(reference));
    }
    print('submit_vs_sqlite_1M', median(submits), 'ratio');
    const reports = execFileSync(join(root, 'build/native/tests/report_speed'), [join(await cases(large), 'hamandish.db')]);
    const [monthly, pages] = reports.toString().trim().split(' ').map(Number);
    print('monthly_report_vs_scan_1M', monthly, 'ratio');
    print('pdf_pages_a_second', pages, 'pages/s');
    print('rss_MB', residentMegabytes(servers[1]), 'MB');
  } finally {
    for (const server of servers) await server.stop();
    for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(reference + suffix, { force: true });
  }
}
