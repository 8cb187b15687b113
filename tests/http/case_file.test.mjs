// The whole file of a case on paper: who may have it, that the look is recorded, and what stands in it.
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaint, expect, expectEqual, expectError, finish, person, picture, scenario, send, signIn, startTestServer, submit } from './support/scenario.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const database = () => join(server.data, readdirSync(server.data).find((name) => /\.(db|sqlite3?)$/.test(name)));
const sql = (ask) => execFileSync('sqlite3', ['-readonly', database(), ask]).toString().trim();
const long = 'آب چاه کشاورزی روستا قطع است و کسی پاسخ نمی‌دهد. '.repeat(150);
const { tracking_code } = (await submit(server, complaint({ subject: 'چاه و ۱۲/۳۴۵', body: `${long}\nسطر آخر` }))).json();
const officer = await signIn(server, 'karshenas');
const { id } = (await officer.call('GET', `/api/v1/staff/cases?q=${tracking_code}`)).json().cases[0];
const path = `/api/v1/staff/cases/${id}/pdf`;

await scenario('an officer of the unit gets a PDF as a download, and the look is recorded', async () => {
  const { version } = (await officer.call('GET', `/api/v1/staff/cases/${id}`)).json();
  expectEqual((await officer.call('POST', `/api/v1/staff/cases/${id}/notes`, { text: 'یادداشت درون پرونده', version })).status, 201);
  const answer = await officer.call('GET', path);
  expectEqual(answer.status, 200, answer.text.slice(0, 200));
  expectEqual(answer.headers['content-type'], 'application/pdf');
  expect(answer.headers['content-disposition'].startsWith('attachment;') && answer.headers['cache-control'].includes('no-store'), 'a download that nobody keeps');
  const file = join(server.data, 'case.pdf');
  writeFileSync(file, answer.buffer);
  const pages = Number(execFileSync('pdfinfo', [file]).toString().match(/Pages:\s+(\d+)/)[1]);
  expect(pages >= 2, `${pages} pages`);
  const words = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-']).toString().normalize('NFKC');
  for (const word of ['مریم', 'شکایت']) expect(words.includes(word) || words.includes([...word].reverse().join('')), `${word} in it`);
  let looks = '';
  for (let tries = 0; tries < 50 && !looks.includes('file'); tries += 1) {
    await new Promise((done) => setTimeout(done, 50));
    looks = sql("SELECT group_concat(what, ' ') FROM looks");
  }
  expect(looks.split(' ').includes('file'), looks);
});

await scenario('nobody else gets it', async () => {
  expectError(await send(server, 'GET', path), 401);
  for (const account of ['karshenas-horticulture', 'telefon']) expectError(await (await signIn(server, account)).call('GET', path), 403);
  for (const account of ['admin', 'fanavari']) {
    const refused = await (await signIn(server, account)).call('GET', path);
    expect([403, 404].includes(refused.status), `${account}: ${refused.status}`);
  }
  for (const wrong of ['x', '0', `${id}x`]) expectError(await officer.call('GET', `/api/v1/staff/cases/${wrong}/pdf`), 404);
});

await scenario('a message is taken down with its files, for a company too', async () => {
  const operator = await signIn(server, 'telefon');
  const bytes = picture.buffer;
  const upload = await send(server, 'POST', '/api/v1/uploads', { body: bytes, headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent('نامه.png') } });
  const company = { person_kind: 'legal', company_name: 'تعاونی نمونه', legal_id: '۱۰۳۸۰۲۸۴۷۹۰', representative_post: 'مدیرعامل', first_name: 'مریم', last_name: 'رضایی', mobile: person.mobile };
  const taken = await operator.call('POST', '/api/v1/staff/cases?channel=letter', complaint({ person: company, attachments: [upload.json().id] }), { 'Idempotency-Key': 'letter-1' });
  expectEqual(taken.status, 201, taken.text);
  const found = (await officer.call('GET', `/api/v1/staff/cases?q=${taken.json().tracking_code}`)).json().cases[0];
  const shown = (await officer.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
  expectEqual([shown.channel, shown.attachments.length], ['letter', 1]);
});

await server.stop();
finish();
