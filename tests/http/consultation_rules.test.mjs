// What an organisation sets about its consultations: how days are counted (settings, by a table of dates), and where this
// site is as invitations name it (the file of the channels).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'hamandish-rules-'));
const clock = join(scratch, 'clock');
// In one step: a half-written file would be read as the machine's own time.
const setClock = (moment) => {
  writeFileSync(`${clock}.new`, String(moment));
  renameSync(`${clock}.new`, clock);
};
setClock(1795239000000); // Saturday 1405/08/30, 09:00 in Tehran
const channels = join(scratch, 'channels.json');
writeFileSync(channels, JSON.stringify({ public_url: 'https://nazar.jahad.example/' }));
const server = await startTestServer({ args: ['--clock-file', clock, '--channels', channels, '--rate-limit', 'off'] });

const as = async (name) => {
  const { cookie, csrf } = await signIn(server, name);
  const headers = { Cookie: cookie, 'X-CSRF-Token': csrf };
  return {
    get: (path) => send(server, 'GET', path, { headers }),
    post: (path, fields) => send(server, 'POST', path, {
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString(),
    }),
  };
};
const admin = await as('admin');
const legal = await as('hoghoghi');
const head = await as('riyasat');

// The form as a browser would send it, with some fields otherwise.
async function set(changes) {
  const { text } = await admin.get('/staff/settings/calendar');
  const fields = {};
  for (const [tag] of text.matchAll(/<input[^>]*>/g)) {
    const name = tag.match(/ name="([^"]+)"/)?.[1];
    if (name && !/type="checkbox"/.test(tag)) fields[name] = tag.match(/ value="([^"]*)"/)?.[1] ?? '';
    if (name && /type="checkbox"/.test(tag) && / checked/.test(tag)) fields[name] = '1';
  }
  for (const [, name, words] of text.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)) fields[name] = words.replace(/^\n/, '');
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') delete fields[name];
    else fields[name] = value;
  }
  return admin.post(text.match(/<form id="save"[^>]* action="([^"]+)"/)[1], fields);
}

// Where the window of a draft that opens on that day ends, as staff and then everybody read it.
async function window(opens, origin = 'own') {
  const made = await legal.post('/staff/drafts/new', {
    draft_title: `آزمون ${opens}`, kind: 'circular', origin, unit_id: 'land', purpose: 'آزمون', affects: 'همه', plain_text: 'ماده ۱- متن',
  });
  expectEqual(made.status, 303, made.text.slice(0, 300));
  const path = made.headers.location;
  const approved = await head.post(`${path}/step/approve/v1`, { 'approve-day': opens });
  expectEqual(approved.status, 200, approved.text.slice(0, 600));
  const id = path.split('/').at(-1);
  const [from, to] = execFileSync('sqlite3', [join(server.data, 'hamandish.db'), `SELECT opens_on, closes_on FROM drafts WHERE id = ${id}`], { encoding: 'utf8' }).trim().split('|').map(Number);
  const words = approved.text.match(/از ([^<]*?) تا (?:پایان )?([^<]*?۱۴۰[۰-۹])/);
  return { id, days: to - from, words: words?.[0] ?? '' };
}

await scenario('the strategy says how long answers of this month took, and which drafts are open with their days', async () => {
  const text = (await send(server, 'GET', '/strategy')).text;
  expect(/در این ماه (?:[۰-۹]+ پاسخ داده شد، به طور میانگین|یک پاسخ داده شد،) پس از [۰-۹٫]+ روز/.test(text), 'answers of this month');
  expect(/id="open-drafts"[^]*?href="\/drafts\/\d+"[^]*?روز مانده است/.test(text), 'open drafts with days left');
});

await scenario('two weeks and one month as the rule promises: the first day does not count, the last is a working day', async () => {
  // Saturday 1405/09/14 + 14 days is a Saturday; + 30 is a Monday.
  expectEqual((await window('1405/09/14')).days, 14);
  expectEqual((await window('1405/09/14', 'higher_authority')).days, 30);
  // Friday 1405/09/13 + 14 is a Friday: the office works again on Saturday.
  const friday = await window('1405/09/13');
  expectEqual(friday.days, 15);
  expect(friday.words.includes('شنبه ۲۸ آذر ۱۴۰۵'), friday.words);
});

await scenario('an organisation counts the first day, or lets the last be a holiday, or gives more days', async () => {
  expectEqual((await set({ 'f-consultation-first_day_counts': '1' })).status, 200);
  expectEqual((await window('1405/09/14')).days, 14, 'thirteen days on is a Friday, which moves on');
  expectEqual((await window('1405/09/16')).days, 13, 'a Monday to a Sunday');
  expectEqual((await set({ 'f-consultation-may_end_on_holiday': '1' })).status, 200);
  expectEqual((await window('1405/09/14')).days, 13, 'it may end on the Friday now');
  expectEqual((await set({ 'f-consultation-first_day_counts': '', 'f-consultation-own_days': '۲۱' })).status, 200);
  expectEqual((await window('1405/09/14')).days, 21);
  expectEqual((await window('1405/09/14', 'higher_authority')).days, 30, 'the other length stays');
  for (const bad of ['۴۰۰', 'دو هفته', '-۱']) {
    const refused = await set({ 'f-consultation-own_days': bad });
    expectEqual(refused.status, 422, bad);
    expect(refused.text.includes('href="#f-consultation-own_days"'), `${bad}: at its field`);
  }
  const now = (await admin.get('/staff/settings/calendar')).text;
  expect(/name="f-consultation-own_days"[^>]* value="۲۱"/.test(now) || /value="۲۱"[^>]* name="f-consultation-own_days"/.test(now), 'it is kept');
  expectEqual((await set({ 'f-consultation-own_days': '۰' })).status, 200, 'nothing of its own: the promise of two weeks');
  expectEqual((await window('1405/09/14')).days, 14);
});

await scenario('a length that is not the rule\'s needs a reason, which everybody reads', async () => {
  const fields = { draft_title: 'کوتاه', kind: 'circular', origin: 'own', unit_id: 'land', purpose: 'آزمون', affects: 'همه', plain_text: 'ماده ۱- متن', days: '۵' };
  const approve = async (more) => {
    const made = await legal.post('/staff/drafts/new', { ...fields, ...more });
    return made.status === 303 ? head.post(`${made.headers.location}/step/approve/v1`, { 'approve-day': '1405/09/16' }) : made;
  };
  const refused = await approve({});
  expectEqual(refused.status, 422, 'without a reason');
  expectEqual((await approve({ days_reason: 'سیل در راه است' })).status, 200);
});

await scenario('an invitation names the site as it is configured, not as staff called it', async () => {
  const { id } = await window('1405/09/16');
  const done = await head.post(`/staff/drafts/${id}/invitations`, { group: 'expert', invited: 'دکتر مهری، mehri@mail.example' });
  expectEqual(done.status, 200, done.text.slice(0, 300));
  const text = execFileSync('sqlite3', [join(server.data, 'hamandish.db'), "SELECT text FROM outbox WHERE cause = 'draft_invitation'"], { encoding: 'utf8' });
  const link = text.match(/https?:\/\/\S+/)[0];
  expect(new RegExp(`^https://nazar\\.jahad\\.example/drafts/${id}/invited/[A-Za-z0-9_-]{16,}$`).test(link), link);
  const path = new URL(link).pathname;
  expectEqual((await send(server, 'GET', path)).status, 404, 'before its opening the draft is nobody\'s to read');
});

await scenario('while it is open the text is locked, and it is extended only with a reason that everybody reads', async () => {
  const { id } = await window('1405/09/01');
  setClock(1795293000000); // Sunday 1405/09/01, 00:00 in Tehran
  for (let tries = 0; tries < 60 && (await send(server, 'GET', `/drafts/${id}`)).status !== 200; tries += 1) {
    await new Promise((done) => setTimeout(done, 250));
    setClock(1795293000000 + (tries + 1) * 60_000);
  }
  expectEqual((await send(server, 'GET', `/drafts/${id}`)).status, 200, 'the clock opened it at midnight');
  // Fifteen hours have passed: they sign in again.
  const [legal, head] = [await as('hoghoghi'), await as('riyasat')];
  const version = async () => (await head.get(`/staff/drafts/${id}`)).text.match(/step\/extend\/v(\d+)"/)[1];
  const fields = { draft_title: 'دیگر', kind: 'circular', origin: 'own', unit_id: 'land', purpose: 'آزمون', affects: 'همه', plain_text: 'ماده ۱- متن دیگر' };
  expectEqual((await legal.post(`/staff/drafts/${id}/edit`, { ...fields, version: await version() })).status, 409, 'the text is locked');
  const extend = async (more, who = head) => who.post(`/staff/drafts/${id}/step/extend/v${await version()}`, { 'extend-day': '1405/10/20', 'extend-reason': 'به خواست تشکل‌های <b>صنفی</b>', ...more });
  for (const [what, more] of [['no reason', { 'extend-reason': ' ' }], ['earlier', { 'extend-day': '1405/09/03' }], ['no day', { 'extend-day': '' }], ['over a year', { 'extend-day': '1407/01/20' }]]) {
    expectEqual((await extend(more)).status, 422, what);
  }
  expectEqual((await extend({}, await as('karshenas'))).status, 403);
  expectEqual((await extend({})).status, 200);
  const page = (await send(server, 'GET', `/drafts/${id}`)).text;
  expect(page.includes('به خواست تشکل‌های &lt;b&gt;صنفی') && !page.includes('<b>صنفی'), 'everybody reads why, as text');
  expect(page.includes('یکشنبه ۲۰ دی ۱۴۰۵') || page.includes('۲۰ دی ۱۴۰۵'), 'and until when');
  expect((await send(server, 'GET', `/api/v1/drafts/${id}`)).json().steps.some((step) => step.step === 'extend' && step.reason.includes('تشکل')), 'in the open data');
});

await server.stop();
rmSync(scratch, { recursive: true, force: true });
finish();
