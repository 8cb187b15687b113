// Reports of the staff: who reads which; screen, PDF, spreadsheet, CSV and the command line say the same figures; a correction is
// a version; drill-down shows the cases that a figure counts, as far as the reader may see them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitUntil } from '../e2e/support/server.mjs';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = process.env.HAMANDISH_SERVER ?? join(root, 'build/native/server/hamandish');
const scratch = mkdtempSync(join(tmpdir(), 'hamandish-reports-'));
const clock = join(scratch, 'clock');
writeFileSync(clock, String(Date.UTC(2026, 10, 22, 6, 0))); // Sunday 1405/09/01, 09:30 in Tehran: the first working day
const server = await startTestServer({ args: ['--clock-file', clock, '--rate-limit', 'off'] });
const month = '1405-08';

const people = {};
for (const name of ['riyasat', 'fanavari', 'modir', 'ravabet', 'hoghoghi', 'karshenas', 'telefon', 'admin']) people[name] = await signIn(server, name);
const get = (who, path) => send(server, 'GET', path, { headers: { Cookie: people[who].cookie } });
const getBytes = async (who, path) => Buffer.from(await (await fetch(`${server.url}${path}`, { headers: { Cookie: people[who].cookie } })).arrayBuffer());
const ascii = (text) => text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)));
const words = (html) => html.replace(/<[^>]+>/g, ' ').replace(/&[a-z0-9#]+;/g, ' ').replace(/\s+/g, ' ').trim();

// {table id: [[cells]]} of the page.
const tablesOf = (html) =>
  Object.fromEntries(
    [...html.matchAll(/<table id="table-([a-z]+)".*?<tbody[^>]*>(.*?)<\/tbody>/gs)].map(([, id, body]) => [
      id,
      [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => words(cell))),
    ]),
  );
// «۱٬۲۰۰» 1200, «۴٫۲» 4.2, «۸۵٪» 85, «–» nothing.
const number = (text) => {
  const plain = ascii(text).replace(/[\u200e\u2066-\u2069٬]/g, '').replace('٫', '.').replace('\u2212', '-').replace('٪', '');
  return /^-?[0-9.]+$/.test(plain) ? Number(plain) : plain === '–' ? null : plain;
};

await scenario('the months that are over are there by themselves, and the head\'s office is told until it has read', async () => {
  const list = await get('riyasat', '/staff/reports');
  expect(list.text.includes('گزارش عملکرد آبان ۱۴۰۵ آماده است'), 'told');
  expect(list.text.includes('سامانه خود آن را ساخت'), 'made by itself');
  const page = await get('riyasat', `/staff/reports/monthly/${month}`);
  expect(page.text.includes('ثبت‌شده در'), 'stored');
  for (let tries = 0; tries < 50; tries++) {
    if (!(await get('riyasat', '/staff/reports')).text.includes('هنوز آن را نخوانده‌اید')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(false, 'still told after it was read');
});

await scenario('each role reads its reports and no others', async () => {
  const reads = {
    riyasat: ['monthly', 'complaints', 'consultation', 'digest', 'surveys', 'channels', 'promises'],
    fanavari: ['monthly', 'surveys', 'channels', 'promises'],
    modir: ['monthly', 'complaints', 'surveys', 'channels', 'promises'],
    ravabet: ['complaints', 'consultation', 'digest', 'surveys', 'channels', 'promises'],
    hoghoghi: ['consultation', 'promises'],
    karshenas: [], telefon: [], admin: [],
  };
  for (const [who, names] of Object.entries(reads)) {
    const list = await get(who, '/staff/reports');
    expectEqual(list.status, names.length > 0 ? 200 : 403, `${who} list`);
    for (const name of reads.riyasat) {
      const status = names.includes(name) ? 200 : 403;
      expectEqual((await get(who, `/staff/reports/${name}/${month}`)).status, status, `${who} ${name}`);
      expectEqual((await get(who, `/staff/reports/${name}/${month}/v0/report.csv`)).status, status, `${who} ${name} CSV`);
      if (names.length > 0) expectEqual(list.text.includes(`/staff/reports/${name}/`), status === 200, `${who} list ${name}`);
    }
  }
  expect((await send(server, 'GET', '/staff/reports')).text.includes('name="password"'), 'strangers sign in first');
  expectEqual((await send(server, 'GET', `/staff/reports/monthly/${month}/v0/report.pdf`)).status, 401);
});

await scenario('what is no report, month, version or figure is not found', async () => {
  for (const path of ['nothing/1405-08', 'monthly/1405-13', 'monthly/1405-8', 'monthly/1406-01', 'monthly/1405-08/v99', 'monthly/1405-08/vx',
    'channels/1405-08/v1', 'monthly/1405-08/cases/all/nothing', 'monthly/1405-08/cases/all', 'channels/1405-08/cases/all/open', 'monthly/%3Cb%3E']) {
    expectEqual((await get('riyasat', `/staff/reports/${path}`)).status, 404, path);
  }
  for (const file of ['v0/report.exe', 'v0/other.pdf', 'x/report.pdf', 'v99/report.pdf']) {
    expectEqual((await get('riyasat', `/staff/reports/monthly/${month}/${file}`)).status, 404, file);
  }
});

await scenario('screen, PDF, spreadsheet, CSV and the command line say the same figures', async () => {
  for (const name of ['monthly', 'complaints', 'channels', 'consultation', 'digest', 'surveys', 'promises']) {
    const base = `/staff/reports/${name}/${month}`;
    const screen = tablesOf((await get('riyasat', base)).text);
    expect(Object.keys(screen).length >= 2, `${name} has tables`);
    const xlsx = join(scratch, `${name}.xlsx`);
    writeFileSync(xlsx, await getBytes('riyasat', `${base}/v0/report.xlsx`));
    // Another library than the one that wrote it: cells under the header row, of each sheet.
    const sheets = JSON.parse(execFileSync('/usr/bin/python3', ['-c', `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
out = []
for sheet in book.worksheets:
    rows = [[cell.value if not hasattr(cell.value, 'isoformat') else cell.value.isoformat()[:10] for cell in row] for row in sheet.iter_rows()]
    formats = [[cell.number_format for cell in row] for row in sheet.iter_rows()]
    out.append({'title': sheet.title, 'rtl': bool(sheet.sheet_view.rightToLeft), 'head': int(sheet.freeze_panes[1:]) - 1, 'rows': rows, 'formats': formats})
print(json.dumps(out))`, xlsx], { maxBuffer: 1 << 28 }).toString());
    const csv = (await getBytes('riyasat', `${base}/v0/report.csv`)).toString().replace(/^\uFEFF/, '');
    const pdfFile = join(scratch, `${name}.pdf`);
    writeFileSync(pdfFile, await getBytes('riyasat', `${base}/v0/report.pdf`));
    // Presentation forms to letters; the text flows from right to left.
    const pdf = execFileSync('pdftotext', ['-layout', pdfFile, '-']).toString().normalize('NFKC');
    const pdfNumbers = new Set(ascii(pdf).replace(/[٬\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').match(/[0-9]+/g));
    const ids = Object.keys(screen);
    const offset = sheets.length - ids.length;
    expect(offset === 0 || (name === 'monthly' && offset === 1), `${name}: one sheet for each table, and the annex`);
    ids.forEach((id, index) => {
      const sheet = sheets[index];
      expect(sheet.rtl, `${name} ${id} runs right to left`);
      const dates = sheet.rows[sheet.head - 1].map((head) => typeof head === 'string' && head.endsWith('(میلادی)'));
      const rows = sheet.rows.slice(sheet.head).map((row) => row.filter((_, column) => !dates[column]));
      const formats = sheet.formats.slice(sheet.head).map((row) => row.filter((_, column) => !dates[column]));
      expectEqual(rows.length, screen[id].length, `${name} ${id} rows`);
      screen[id].forEach((cells, line) => {
        const fromSheet = rows[line].slice(0, cells.length).map((value, column) =>
          typeof value === 'number' && formats[line][column] === '0%' ? Math.round(value * 100) : typeof value === 'string' ? number(words(value)) : value);
        expectEqual(fromSheet, cells.map(number), `${name} ${id} line ${line} of the spreadsheet`);
        // The CSV has the same numbers in the same line, wherever that stands.
        const numbers = cells.map(number).filter((value) => typeof value === 'number');
        if (numbers.length > 2) {
          const tail = cells.slice(1).map(number).map((value) => (typeof value === 'string' ? null : value)).filter((value) => value !== null).join(',');
          const found = csv.split('\r\n').some((text) => text.replace(/"[^"]*"/g, '').split(',').filter((one) => one !== '').map(Number).join(',').includes(tail));
          expect(found, `${name} ${id} line ${line} of the CSV: ${tail}`);
        }
        for (const value of numbers) {
          for (const digits of String(Math.abs(value)).split('.')) expect(pdfNumbers.has(digits), `${name} ${id}: ${value} in the PDF`);
        }
      });
    });
  }
});

await scenario('the command line writes the very same tables', async () => {
  for (const name of ['monthly', 'complaints', 'channels', 'consultation', 'digest', 'surveys', 'promises']) {
    const page = (await get('riyasat', `/staff/reports/${name}/${month}/v0/report.json`)).json();
    const out = join(scratch, 'command.json');
    execFileSync(binary, ['report', name, '--month', month, '--data', server.data, '--out', out], { cwd: root });
    const written = JSON.parse(readFileSync(out, 'utf8'));
    expect(written.tables.length > 0, name);
    expectEqual(written.tables, page.tables, name);
  }
  for (const ending of ['pdf', 'xlsx', 'csv']) {
    const file = join(scratch, `command.${ending}`);
    execFileSync(binary, ['report', 'channels', '--month', '۱۴۰۵-۰۸', '--data', server.data, '--out', file], { cwd: root });
    expect(readFileSync(file).length > 500, ending);
  }
});

await scenario('a figure leads to the cases that it counts', async () => {
  const page = await get('riyasat', `/staff/reports/monthly/${month}`);
  const links = [...page.text.matchAll(/<a [^>]*href="([^"]*\/cases\/[^"]+)"[^>]*>([^<]+)</g)];
  expect(links.length > 30, 'figures are links');
  for (const [, address, shown] of links.filter((_, index) => index % 9 === 0 || links[index][1].includes('/all/'))) {
    if (/\/(referrals|returns|mail_answered|on_time|late)$/.test(address)) continue; // may count one case twice
    const cases = await get('riyasat', address);
    expectEqual(cases.status, 200, address);
    const rows = tablesOf(cases.text).annex ?? [];
    expectEqual(rows.length, number(shown), address);
    expect(cases.text.includes('href="/staff/cases/'), 'leads to a case');
  }
  const all = `/staff/reports/monthly/${month}/cases/all/received`;
  const seen = tablesOf((await get('modir', all)).text).annex ?? [];
  const whole = tablesOf((await get('riyasat', all)).text).annex;
  expect(seen.length < whole.length, 'a manager sees the own unit alone');
  expect((await get('modir', all)).text.includes('شما آن‌ها را نمی‌بینید'), 'and is told that there are others');
  const it = await get('fanavari', all);
  expectEqual(tablesOf(it.text).annex, undefined, 'IT sees no case');
  expectEqual((await get('fanavari', `/staff/reports/monthly/${month}`)).text.includes('/cases/all/'), false, 'and gets no links');
  const annexOf = async (who) => (await get(who, `/staff/reports/monthly/${month}/v0/report.json`)).json().tables.find((table) => table.id === 'annex');
  expectEqual(await annexOf('fanavari'), undefined, 'nor an annex');
  expect((await annexOf('riyasat')).rows.length > (await annexOf('modir')).rows.length, 'the annex is as long as the rights');
});

const noticesOf = async (who) => (await people[who].call('GET', '/api/v1/staff/queues')).json().notices;
const opened = (notices, wanted) => notices.filter(({ target }) => target.endsWith(wanted)).map(({ text }) => text);

await scenario('what made itself waits in the inbox of the head\'s office until it is opened, and in no other', async () => {
  await get('riyasat', `/staff/reports/monthly/${month}`);
  // A look is written down after the answer.
  await waitUntil('it was opened', 10, async () => opened(await noticesOf('riyasat'), `/${month}`).length === 0);
  const waiting = await noticesOf('riyasat');
  expect(waiting.length > 0 && waiting.length <= 3, `${waiting.length} others wait`);
  expect(waiting.every(({ text, target }) => text.includes('گزارش عملکرد ماهانه') && target.startsWith('/staff/reports/monthly/1405-')), 'with title and address');
  await get('riyasat', waiting[0].target);
  await waitUntil('one fewer', 10, async () => JSON.stringify(await noticesOf('riyasat')) === JSON.stringify(waiting.slice(1)));
  expectEqual(await noticesOf('modir'), [], 'a manager has none');
});

await scenario('a correction is a new version with a reason; the old one stays', async () => {
  const base = `/staff/reports/monthly/${month}`;
  const before = tablesOf((await get('riyasat', base)).text);
  const correct = (who, fields, address = base) =>
    send(server, 'POST', address, {
      headers: { Cookie: people[who].cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'csrf-correct': people[who].csrf, ...fields }).toString(),
    });
  expectEqual((await correct('modir', { reason: 'نمی‌شود' })).status, 403);
  expectEqual((await correct('riyasat', { reason: '  ' })).status, 422);
  expectEqual((await correct('riyasat', { reason: 'ماه جاری' }, '/staff/reports/monthly/1405-09')).status, 409);
  expectEqual((await correct('riyasat', { reason: 'دیگری' }, '/staff/reports/channels/1405-08')).status, 404);
  const done = await correct('fanavari', { reason: 'نام یک واحد <b>نادرست</b> بود' });
  expectEqual(done.status, 303);
  const now = await get('riyasat', base);
  expect(now.text.includes('نسخهٔ ۲') && now.text.includes('&lt;b&gt;نادرست'), 'version and reason, escaped');
  expectEqual(tablesOf((await get('riyasat', `${base}/v1`)).text), before);
  await waitUntil('the new version was opened by its reader', 10, async () => opened(await noticesOf('riyasat'), `/${month}`).length === 0);
  await correct('fanavari', { reason: 'بار سوم' });
  expect(opened(await noticesOf('riyasat'), `/${month}`)[0].includes('نسخهٔ تازه'), 'a further correction waits again');
  expectEqual((await get('riyasat', `${base}/v2`)).status, 200);
});

await server.stop();
rmSync(scratch, { recursive: true, force: true });
finish();
