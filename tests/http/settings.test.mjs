// The settings as a browser without scripts uses them, and as the client does: forms with their token, versions, audit;
// the clock that tests may set; accounts with a second factor.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHmac } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaint, expect, expectEqual, finish, makeSite, scenario, send, signIn, startTestServer, submit } from './support/scenario.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'hamandish-clock-'));
const clock = join(scratch, 'clock');
const start = 1795239000000; // Saturday 1405/08/30, 09:00 in Tehran
const day = 86_400_000;
const setClock = (milliseconds) => writeFileSync(clock, String(milliseconds));
setClock(start);
const server = await startTestServer({ args: ['--clock-file', clock, '--rate-limit', 'off'] });

const form = (fields) => new URLSearchParams(fields).toString();
const post = (who, path, fields, headers = {}) =>
  send(server, 'POST', path, {
    headers: { Cookie: who.cookie, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: form(fields),
  });
const page = (who, path, headers = {}) => send(server, 'GET', path, { headers: { Cookie: who.cookie, ...headers } });
const inputs = (html) => {
  const values = {};
  for (const [tag] of html.matchAll(/<(?:input|textarea|select)[^>]*>/g)) {
    const name = tag.match(/ name="([^"]+)"/)?.[1];
    if (name && !/type="checkbox"/.test(tag)) values[name] = tag.match(/ value="([^"]*)"/)?.[1] ?? '';
    if (name && /type="checkbox"/.test(tag) && / checked/.test(tag)) values[name] = '1';
  }
  for (const [, name, text] of html.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)) values[name] = text.replace(/^\n/, '');
  for (const [, name, options] of html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    values[name] = options.match(/value="([^"]*)" selected/)?.[1] ?? '';
  }
  return values;
};
const target = (html, id) => html.match(new RegExp(`<form id="${id}"[^>]* action="([^"]+)"`))[1];
const settings = (await send(server, 'GET', '/api/v1/profile')).json();
let admin = await signIn(server, 'admin');

await scenario('the menu shows what a role may change, and nothing to the others', async () => {
  const menu = await page(admin, '/staff/settings');
  expectEqual(menu.status, 200);
  for (const section of ['units', 'categories', 'kinds', 'rules', 'calendar', 'office', 'texts', 'answers', 'users', 'audit', 'bench']) {
    expect(menu.text.includes(`/staff/settings/${section}"`), section);
  }
  const officer = await signIn(server, 'karshenas');
  expectEqual((await page(officer, '/staff/settings')).status, 403, 'officer');
  const manager = await signIn(server, 'modir');
  expectEqual((await page(manager, '/staff/settings/answers')).status, 200, 'manager');
  for (const section of ['units', 'texts', 'users', 'bench', 'audit', 'form-complaint']) {
    expectEqual((await page(manager, `/staff/settings/${section}`)).status, 403, section);
  }
});

await scenario('the list of changes speaks of surveys, news and comments in words', async () => {
  const pr = await signIn(server, 'ravabet');
  const go = (path, fields = {}) => post(pr, path, { 'csrf-x': pr.csrf, ...fields });
  const survey = (await go('/staff/surveys/new/service_satisfaction')).headers.location;
  expectEqual((await go(`${survey}/do/open/v1`)).status, 303);
  const item = (await go('/staff/news/new', { news_title: 'خبر آزمون', category: 'report', summary: 'چکیده', news_text: 'متن', comment_rule: 'before' })).headers.location;
  expectEqual((await go(`${item}/do/publish/v1`)).status, 303);
  const queue = await page(pr, '/staff/comments');
  const comment = queue.text.match(/id="comment-([0-9]+)"/)[1];
  expectEqual((await go(`/staff/comments/${comment}`, { verdict: 'rejected', reason: 'توهین', tone: 'critical' })).status, 303);
  const { text } = await page(admin, '/staff/settings/audit');
  for (const words of ['نظرسنجی · باز شد', 'خبر · تغییر کرد', '«پیش‌نویس» شد «انتشار»', 'نظر بر خبر', '«در نوبت» شد «ردشده']) {
    expect(text.includes(words), `${words} in ${text.replace(/<[^>]+>/g, ' ').slice(0, 1500)}`);
  }
  expect(!/audit|news_|surveys|rejected|publish/.test(text.replace(/<[^>]+>/g, ' ')), 'no names of the program');
});

await scenario('a unit is renamed by a form, the profile of the clients changes with its tag, and the audit says who', async () => {
  const before = await send(server, 'GET', '/api/v1/profile');
  const unit = settings.units[3];
  const shown = await page(admin, `/staff/settings/units/${unit.id}`);
  const fields = { ...inputs(shown.text), 'f-name': 'واحد آزمایش' };
  const saved = await post(admin, target(shown.text, 'save'), fields);
  expectEqual(saved.status, 200, saved.text.slice(0, 300));
  const after = await send(server, 'GET', '/api/v1/profile');
  expectEqual(after.json().units[3].name, 'واحد آزمایش');
  expect(before.headers.etag !== after.headers.etag, 'another tag');
  const audit = await page(admin, '/staff/settings/audit');
  expect(audit.text.includes('واحد آزمایش') && audit.text.includes(unit.name), 'what it was and what it is');
  // The same form again is out of date.
  expectEqual((await post(admin, target(shown.text, 'save'), { ...fields, 'f-name': 'دیگر' })).status, 409);
  // Neither rules nor canned answers are told to clients.
  expect(!after.text.includes('canned_answers') && !after.text.includes('"rules"'), 'public');
});

await scenario('without the token of the form nothing is changed', async () => {
  const shown = await page(admin, '/staff/settings/texts');
  const fields = inputs(shown.text);
  for (const name of Object.keys(fields)) if (name.startsWith('csrf-')) fields[name] = 'x';
  expectEqual((await post(admin, target(shown.text, 'save'), fields)).status, 403);
});

await scenario('a mistake comes back with its field and everything that was typed', async () => {
  const shown = await page(admin, '/staff/settings/calendar');
  const fields = { ...inputs(shown.text), 'f-holidays': '۱۴۰۵/۱۳/۴۰', 'f-shifts': '۰۷:۳۰-۱۴:۳۰' };
  const answer = await post(admin, target(shown.text, 'save'), fields);
  expectEqual(answer.status, 422);
  expect(answer.text.includes('href="#f-holidays"') && answer.text.includes('۱۴۰۵/۱۳/۴۰'), 'field and value');
});

await scenario('the rules of the inbox: colours, approval and tags; red before yellow is refused at its field', async () => {
  const shown = await page(admin, '/staff/settings/office');
  const fields = inputs(shown.text);
  expectEqual(fields['f-office-yellow_percent'], '۵۰');
  const wrong = { ...fields, 'f-office-yellow_percent': '۸۰', 'f-office-red_percent': '۶۰' };
  const refused = await post(admin, target(shown.text, 'save'), wrong);
  expectEqual(refused.status, 422);
  expect(refused.text.includes('href="#f-office-red_percent"'), 'the field is named');
  for (const percent of ['۰', '۱۰۱', 'نیم']) {
    expectEqual((await post(admin, target(shown.text, 'save'), { ...fields, 'f-office-red_percent': percent })).status, 422, percent);
  }
  const right = { ...fields, 'f-office-approved_kinds-complaint': '1', 'f-office-yellow_percent': '۴۰', 'f-office-tags': 'سیل\nملخ' };
  expectEqual((await post(admin, target(shown.text, 'save'), right)).status, 200);
  const sent = await submit(server, complaint({ subject: 'پاسخ آن تأیید می‌خواهد' }));
  const head = await signIn(server, 'riyasat');
  const { id } = (await head.call('GET', `/api/v1/staff/cases?q=${sent.json().tracking_code}`)).json().cases[0];
  const unit = settings.units.find(({ name }) => name === sent.json().unit_name).id;
  const found = (await (await signIn(server, `karshenas-${unit}`)).call('GET', `/api/v1/staff/cases/${id}`)).json();
  expectEqual([found.may_reply, found.reply_is_draft], [true, true], 'an officer may only draft the answer now');
  const after = await page(admin, '/staff/settings/office');
  expect(after.text.includes('سیل') && inputs(after.text)['f-office-yellow_percent'] === '۴۰', 'kept');
});

await scenario('the client gets the same pages as views', async () => {
  const answer = await page(admin, '/staff/settings/units', { Accept: 'application/x-hamandish-view' });
  expectEqual(answer.status, 200);
  expect(answer.json().view.c.length > 2, 'a tree');
});

await scenario('a rule is added, tried on the bench, and decides where a new case goes', async () => {
  const shown = await page(admin, '/staff/settings/rules/new');
  const rule = { ...inputs(shown.text), 'f-name': 'ملخ', 'f-enabled': '1', 'f-words': 'ملخ\nآفت', 'f-unit_id': 'extension' };
  const added = await post(admin, target(shown.text, 'save'), rule);
  expectEqual(added.status, 303, added.text.slice(0, 500));
  const bench = await page(admin, '/staff/settings/bench');
  const tried = await post(admin, target(bench.text, 'bench'), { ...inputs(bench.text), 'f-kind': 'complaint', 'f-text': 'هجوم ملخ‌ها' });
  expectEqual(tried.status, 200);
  expect(tried.text.includes('«ملخ»'), 'the reason');
  const sent = await submit(server, complaint({ subject: 'آفت گندم', body: 'آفت به گندم‌زار ما زده است.' }));
  expectEqual(sent.status, 201, sent.text);
  expectEqual(sent.json().unit_name, settings.units.find((unit) => unit.id === 'extension').name);
});

await scenario('a sudden closure moves the deadline of an open case, and the citizen reads it', async () => {
  const sent = (await submit(server, complaint())).json();
  const shown = await page(admin, '/staff/settings/calendar');
  const fields = inputs(shown.text);
  fields['f-holidays'] += '\n۱۴۰۵/۰۹/۱۰';
  expectEqual((await post(admin, target(shown.text, 'save'), fields)).status, 200);
  const found = (await send(server, 'POST', '/api/v1/cases/lookup', { json: { tracking_code: sent.tracking_code, mobile_last4: '4567' } })).json();
  expect(found.due_on > sent.due_on, `${found.due_on} after ${sent.due_on}`);
  expectEqual(found.trail.at(-1).kind, 'rescheduled');
});

await scenario('time goes on by the clock of the tests: what nobody answered goes to the head\'s office', async () => {
  const sent = (await submit(server, complaint({ subject: 'بی‌پاسخ می‌ماند' }))).json();
  setClock(start + 45 * day);
  const head = await signIn(server, 'riyasat');
  const answer = await head.call('GET', `/api/v1/staff/cases?q=${sent.tracking_code}`);
  const { id } = answer.json().cases[0];
  let told = [];
  for (let tries = 0; tries < 100 && told.length < 2; tries += 1) {
    await new Promise((done) => setTimeout(done, 100));
    const found = (await head.call('GET', `/api/v1/staff/cases/${id}`)).json();
    told = found.events.filter((event) => event.kind === 'escalated');
  }
  expectEqual(told.length, 2, 'to the manager and to the head');
  setClock(start);
  // All older sessions were over by then.
  admin = await signIn(server, 'admin');
});

function totp(base32, time) {
  const bits = [...base32].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = hash[19] & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

await scenario('a second factor: picture, first code, and then no sign-in without one', async () => {
  const who = await signIn(server, 'hoghoghi');
  const account = await page(who, '/staff/account');
  const begun = await post(who, target(account.text, 'begin'), inputs(account.text));
  expectEqual(begun.status, 200, begun.text.slice(0, 300));
  const secret = begun.text.match(/\b[A-Z2-7]{32}\b/)[0];
  const picture = await page(who, begun.text.match(/\/staff\/account\/qr\/[^"]+/)[0]);
  expect(picture.headers['content-type'] === 'image/svg+xml' && picture.text.startsWith('<svg'), 'QR code');
  const confirmed = await post(who, target(begun.text, 'confirm'), { ...inputs(begun.text), 'f-code': totp(secret, start) });
  expectEqual(confirmed.status, 200, confirmed.text.slice(0, 300));
  const recovery = confirmed.text.match(/\b[A-Z2-7]{16}\b/g);
  expectEqual(recovery.length, 8, 'recovery codes');
  const attempt = (code) => send(server, 'POST', '/api/v1/session', { json: { username: 'hoghoghi', password: 'demo-hamandish', ...(code && { code }) } });
  expectEqual((await attempt()).json().error.key, 'error.second_factor_needed');
  setClock(start + 60_000);
  expectEqual((await attempt(totp(secret, start + 60_000))).status, 200, 'with the code');
  expectEqual((await attempt(totp(secret, start + 60_000))).status, 401, 'the same code again');
  expectEqual((await attempt(recovery[0])).status, 200, 'a recovery code');
  setClock(start);
});

await scenario('a reset password opens the own account only, until it is changed', async () => {
  const shown = await page(admin, '/staff/settings/users/telefon');
  const reset = await post(admin, target(shown.text, 'reset'), inputs(shown.text));
  expectEqual(reset.status, 200);
  const password = reset.text.match(/\u2066([A-Za-z0-9_-]{12})\u2069/)[1];
  const who = await signIn(server, 'telefon', password);
  const refused = await who.call('GET', '/api/v1/staff/cases');
  expectEqual(refused.status, 403);
  expectEqual(refused.json().error.key, 'error.password_change_needed');
  const account = await page(who, '/staff');
  const fields = { ...inputs(account.text), 'f-old': password, 'f-new': 'گذرواژه تازه من' };
  expectEqual((await post(who, target(account.text, 'password'), fields)).status, 200);
  expectEqual((await who.call('GET', '/api/v1/staff/cases')).status, 200);
});

await scenario('the clock of the tests is refused off this machine', async () => {
  const { spawnSync } = await import('node:child_process');
  const { root } = await import('../e2e/support/server.mjs');
  const site = makeSite();
  const run = spawnSync(join(root, 'build/native/server/hamandish'), ['serve', '--host', '0.0.0.0', '--port', '0', '--site', site.directory, '--data', join(scratch, 'd'), '--clock-file', clock], { cwd: root, encoding: 'utf8' });
  site.remove();
  expectEqual(run.status, 1);
  expect(/loopback/.test(run.stderr), run.stderr);
});

await server.stop();
rmSync(scratch, { recursive: true, force: true });
finish();
