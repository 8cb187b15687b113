// From the figures of every report to what they count: as many cases as the figure says, as far as the reader may see them; and
// nothing of the repeated complainers but their number.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'hamandish-figures-'));
const clock = join(scratch, 'clock');
writeFileSync(clock, String(Date.UTC(2026, 10, 22, 6, 0))); // 1405/09/01
const server = await startTestServer({ args: ['--clock-file', clock, '--rate-limit', 'off'] });
const month = '1405-08';
const people = {};
for (const name of ['riyasat', 'fanavari', 'modir', 'ravabet', 'hoghoghi', 'telefon']) people[name] = await signIn(server, name);
const get = (who, path) => send(server, 'GET', path, { headers: { Cookie: people[who].cookie } });
const ascii = (text) => text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)));
const number = (text) => Number(ascii(text).replace(/[^0-9]/g, ''));
const linksOf = (html) =>
  [...html.matchAll(/<table id="table-([a-z]+)".*?<\/table>/gs)].flatMap(([table, id]) =>
    [...table.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([^<]+)</g)].map(([, address, shown]) => ({ id, address, shown })));
const rowsOf = (html) => [...(html.match(/<table id="table-cases".*?<\/table>/s)?.[0] ?? '').matchAll(/href="\/staff\/cases\//g)].length;
const told = (html, sentence) => number(html.match(new RegExp(`([۰-۹٬]+) پروندهٔ دیگر نیز شمرده شده است${sentence}`))?.[1] ?? '۰');
const countedIn = (html) => rowsOf(html) + told(html, ' که در واحدهای دیگر است') + told(html, '\\. ۵۰۰');

for (const [name, tables] of Object.entries({
  complaints: ['themes', 'units', 'places', 'tags'],
  channels: ['months', 'weekdays', 'hours'],
  promises: ['kinds', 'promises'],
})) {
  await scenario(`${name}: each figure leads to as many cases as it says, whoever reads`, async () => {
    for (const who of ['riyasat', 'modir']) {
      const page = await get(who, `/staff/reports/${name}/${month}`);
      const links = linksOf(page.text);
      for (const table of tables) {
        const own = links.filter((link) => link.id === table);
        if (table !== 'tags' && table !== 'places') expect(own.length > 0, `${who} ${name} ${table} has links`);
        for (const { address, shown } of own.filter((_, index) => index % 3 === 0)) {
          const cases = await get(who, address);
          expectEqual(cases.status, 200, address);
          expectEqual(countedIn(cases.text), number(shown), `${who} ${address}`);
          if (who === 'riyasat') expectEqual(told(cases.text, ' که در واحدهای دیگر است'), 0, `${address}: all are seen`);
        }
      }
    }
  });
}

await scenario('who sees no case gets no links, and the addresses tell only how many', async () => {
  const path = `/staff/reports/channels/${month}`;
  expectEqual(linksOf((await get('fanavari', path)).text).length, 0, 'IT');
  const all = await get('fanavari', `${path}/cases/months/all/all`);
  expectEqual(rowsOf(all.text), 0, 'no case');
  expect(told(all.text, ' که در واحدهای دیگر است') > 100, 'but their number');
  expectEqual((await get('telefon', `${path}/cases/months/all/all`)).status, 403);
  expectEqual((await get('hoghoghi', `${path}/cases/months/all/all`)).status, 403);
  expectEqual((await get('modir', `/staff/reports/complaints/${month}/cases/themes/all/1405-08`)).status, 200);
  expectEqual((await get('fanavari', `/staff/reports/complaints/${month}/cases/themes/all/1405-08`)).status, 403);
});

await scenario('a figure that no report has is not found', async () => {
  for (const path of [
    'channels/1405-08/cases/months/1405-09/all', 'channels/1405-08/cases/months/1404-08/all', 'channels/1405-08/cases/hours/8/all',
    'channels/1405-08/cases/weekdays/7/web', 'channels/1405-08/cases/weekdays/1/pigeon', 'channels/1405-08/cases/themes/all/web',
    'complaints/1405-08/cases/themes/nothing/1405-08', 'complaints/1405-08/cases/themes/all/1405-06', 'complaints/1405-08/cases/places/zz/1405-08',
    'complaints/1405-08/cases/repeated/all/1405-08', 'complaints/1405-08/cases/months/all/all', 'promises/1405-08/cases/kinds/all/nothing',
    'promises/1405-08/cases/promises/nothing/received', 'surveys/1405-08/cases/surveys/all/all', 'digest/1405-08/cases/items/all/all',
    'complaints/1406-08/cases/themes/all/1406-08',
  ]) {
    expectEqual((await get('riyasat', `/staff/reports/${path}`)).status, 404, path);
  }
});

await scenario('repeated complainers are numbers and nothing else', async () => {
  const page = await get('riyasat', `/staff/reports/complaints/${month}`);
  const table = page.text.match(/<table id="table-repeated".*?<\/table>/s)[0];
  expect(!table.includes('<a '), 'no links');
});

await scenario('surveys: a figure leads to the results of the month, which say the same', async () => {
  for (const who of ['riyasat', 'modir', 'fanavari', 'ravabet']) {
    const links = linksOf((await get(who, `/staff/reports/surveys/${month}`)).text);
    expect(links.length > 5, `${who}: ${links.length}`);
    const own = links.filter(({ id }) => id === 'surveys' || id === 'units' || id === 'services');
    for (const { id, address, shown } of own.filter((one, index) => one.id === 'surveys' || index % 4 === 0)) {
      const results = await get(who, address);
      expectEqual(results.status, 200, address);
      const heading = results.text.match(/id="answers-heading"[^>]*>([^<]+)</)[1];
      expectEqual(number(heading), number(shown), `${who} ${id} ${address}`);
    }
  }
});

await scenario('consultation and news: figures lead to the pages of the staff', async () => {
  for (const [who, name] of [['hoghoghi', 'consultation'], ['ravabet', 'digest'], ['riyasat', 'consultation']]) {
    let seen = 0;
    for (const when of ['1405-08', '1405-07', '1405-09']) {
      for (const { address } of linksOf((await get(who, `/staff/reports/${name}/${when}`)).text)) {
        seen++;
        expectEqual((await get(who, address)).status, 200, `${who} ${address}`);
      }
    }
    expect(seen > 0, `${who} ${name}`);
  }
});

await server.stop();
rmSync(scratch, { recursive: true, force: true });
finish();
