// E-mail both ways against a real Dovecot and a real Exim: a citizen's letter becomes a case, the answer comes back as a
// letter, thanks join the same case; machines are never answered; nothing is lost or doubled, whatever is cut off.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';
import { freePort, waitUntil } from '../e2e/support/server.mjs';
import { writeChannels } from './support/gateways.mjs';
import { startMail } from './support/mail.mjs';
import { mails } from './support/odd_mails.mjs';

const mail = await startMail({ boxes: ['water', 'info', 'citizen', ...Array.from({ length: 24 }, (_, index) => `k${index}`)] });
const box = (name, unit) => ({ name, url: mail.imapUrl, user: name, key: 'box-key', address: `${name}@organisation.example`, tls: false, ...(unit ? { unit } : {}) });
const config = writeChannels({
  every_seconds: 1,
  email: {
    smtp: { url: mail.smtpUrl, from: 'portal@organisation.example', tls: false },
    mailboxes: [box('water', 'soil-water'), box('info')],
  },
});
const port = await freePort();
const start = (data) => startTestServer({ port, data, args: ['--channels', config.file, '--rate-limit', 'off'] });
const keep = mkdtempSync(join(tmpdir(), 'hamandish-kept-'));
let server = await start(keep);
let head = await signIn(server, 'riyasat');
const casesOf = async (words) => (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
const caseOf = async (words) => {
  const [found] = await casesOf(words);
  return found && (await head.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
};
const letters = (user) => mail.read(user).map((one) => one.text);
const headerOf = (letter, name) => letter.split(/\r?\n\r?\n/)[0].replace(/\r?\n[ \t]+/g, ' ').match(new RegExp(`^${name}: (.*)$`, 'mi'))?.[1];
const textOf = (letter) => {
  const parts = [...letter.matchAll(/Content-Type: text\/(plain|html)[^]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/g)];
  return Object.fromEntries(parts.map(([, kind, body]) => [kind, Buffer.from(body.replace(/\s/g, ''), 'base64').toString('utf8')]));
};
const letter = (fields, body) => Buffer.from(`${Object.entries(fields).map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`);

// The demo's overdue cases have reminders for their managers: these leave first.
await new Promise((done) => setTimeout(done, 5000));
await waitUntil('an empty queue', 200, async () => /outbox_messages\{channel="email",state="waiting"\} 0/.test((await send(server, 'GET', '/metrics')).text));
let receipt;
let code;
await scenario('a letter to a unit\'s mailbox becomes a case of that unit; its receipt is a proper letter', async () => {
  await mail.send('citizen@mail.example', 'water@organisation.example', letter({ From: 'Maryam Valizadeh <citizen@mail.example>', To: 'water@organisation.example', Subject: 'qanat-one', 'Message-ID': '<first@mail.example>' }, 'آب قنات روستا قطع است.'));
  await waitUntil('receipt', 15, () => letters('citizen').length === 1).catch((error) => { throw new Error(`${error.message}\n${mail.logs().slice(-1500)}\n${server.log().slice(-1500)}`); });
  [receipt] = letters('citizen');
  const found = await caseOf('qanat-one');
  code = found.tracking_code;
  expectEqual([found.channel, found.unit_id, found.person.email, found.person.last_name, code.length], ['email', 'soil-water', 'citizen@mail.example', 'Valizadeh', 16]);
  expect(headerOf(receipt, 'Subject').includes(`[#${code}]`), headerOf(receipt, 'Subject'));
  expectEqual(headerOf(receipt, 'In-Reply-To'), '<first@mail.example>');
  expectEqual(headerOf(receipt, 'Auto-Submitted'), 'auto-replied');
  expectEqual(headerOf(receipt, 'Return-path'), '<>', 'no sender to bounce to');
  expect(headerOf(receipt, 'From').includes('water@organisation.example'), headerOf(receipt, 'From'));
  const { plain, html } = textOf(receipt);
  expect(plain.includes('ثبت شد') && html.includes('dir="rtl"') && html.includes('ثبت شد'), plain);
});

await scenario('a question goes out as a letter of a person, the reply brings the case back, without its history', async () => {
  const found = await caseOf('qanat-one');
  await head.call('POST', `/api/v1/staff/cases/${found.id}/actions`, { action: 'ask', text: 'قنات در کدام روستا است؟', version: found.version });
  await waitUntil('question', 20, () => letters('citizen').length === 2);
  const question = letters('citizen').find((one) => textOf(one).plain.includes('کدام روستا'));
  expectEqual(headerOf(question, 'Auto-Submitted'), undefined);
  expect(headerOf(question, 'References').startsWith('<first@mail.example>'), headerOf(question, 'References'));
  await mail.send('citizen@mail.example', 'water@organisation.example', letter({ From: 'citizen@mail.example', Subject: 'Re: something else', 'Message-ID': '<second@mail.example>', 'In-Reply-To': headerOf(question, 'Message-ID') }, 'روستای خور\n\nOn Sat, Organisation wrote:\n> قنات در کدام روستا است؟'));
  await waitUntil('supplied', 20, async () => (await caseOf('qanat-one')).state === 'in_progress');
  expectEqual((await caseOf('qanat-one')).events.at(-1).text, 'روستای خور');
});

await scenario('the answer comes by e-mail, thanks join the same case, and the portal shows all of it', async () => {
  const found = await caseOf('qanat-one');
  await head.call('POST', `/api/v1/staff/cases/${found.id}/replies`, { text: 'قنات لایروبی می‌شود.', version: found.version });
  await waitUntil('answer', 20, () => letters('citizen').some((one) => textOf(one).plain.includes('لایروبی می‌شود')));
  // The threading is lost, the subject is not.
  await mail.send('citizen@mail.example', 'info@organisation.example', letter({ From: 'citizen@mail.example', Subject: `RE: thanks [#${code}]`, 'Message-ID': '<third@mail.example>' }, 'سپاسگزارم'));
  await waitUntil('thanks', 20, async () => (await caseOf('qanat-one')).events.at(-1).text === 'سپاسگزارم');
  const own = (await send(server, 'POST', '/api/v1/cases/lookup', { json: { tracking_code: code, mobile_last4: '' } })).json();
  expectEqual(own.trail.map((step) => step.kind), ['registered', 'asked', 'supplied', 'replied', 'supplied']);
  const states = (await caseOf('qanat-one')).messages.map((one) => [one.channel, one.state]);
  expect(states.length >= 3 && states.every(([channel, state]) => channel === 'email' && state === 'sent'), JSON.stringify(states));
});

await scenario('a vacation notice, a bounce and our own letter are kept and never answered', async () => {
  const before = letters('citizen').length;
  for (const [index, fields] of [{ 'Auto-Submitted': 'auto-replied' }, { 'X-Auto-Response-Suppress': 'All' }, { From: 'MAILER-DAEMON@mail.example' }, { From: 'water@organisation.example' }].entries()) {
    await mail.send('citizen@mail.example', 'water@organisation.example', letter({ From: 'citizen@mail.example', Subject: `machineq${index}z`, 'Message-ID': `<machine${index}@mail.example>`, ...fields }, 'در مرخصی هستم'));
  }
  await mail.send('citizen@mail.example', 'water@organisation.example', letter({ From: 'last@mail.example', Subject: 'after-vacations', 'Message-ID': '<after@mail.example>' }, 'متن'));
  await waitUntil('the one after', 20, async () => (await caseOf('after-vacations')) !== undefined);
  for (const index of [0, 1, 2, 3]) expectEqual((await casesOf(`machineq${index}z`)).length, 0, 'no case');
  expectEqual(letters('citizen').length, before);
});

await scenario('one letter to two mailboxes is one case', async () => {
  const raw = letter({ From: 'two@mail.example', To: 'water@organisation.example, info@organisation.example', Subject: 'both-boxes', 'Message-ID': '<both@mail.example>' }, 'متن');
  await mail.send('two@mail.example', 'water@organisation.example', raw);
  await mail.send('two@mail.example', 'info@organisation.example', raw);
  await waitUntil('a case', 20, async () => (await casesOf('both-boxes')).length > 0);
  await new Promise((done) => setTimeout(done, 2500));
  expectEqual((await casesOf('both-boxes')).length, 1);
});

await scenario('a server that is killed while it reads and sends loses nothing and doubles nothing', async () => {
  for (let index = 0; index < 24; index += 1) {
    mail.put('info', letter({ From: `k${index}@mail.example`, To: 'info@organisation.example', Subject: `killed-${index}x`, 'Message-ID': `<killed${index}@mail.example>` }, 'متن'));
  }
  for (const wait of [900, 150, 700, 1300, 400]) {
    await new Promise((done) => setTimeout(done, wait));
    server.child.kill('SIGKILL');
    await new Promise((done) => server.child.once('exit', done));
    server = await start(keep);
  }
  head = await signIn(server, 'riyasat');
  for (let index = 0; index < 24; index += 1) {
    await waitUntil(`letter ${index}`, 30, async () => (await casesOf(`killed-${index}x`)).length > 0);
    expectEqual((await casesOf(`killed-${index}x`)).length, 1, `letter ${index}`);
  }
  for (let index = 0; index < 24; index += 1) {
    await waitUntil(`receipt ${index}`, 30, () => letters(`k${index}`).length > 0);
    // A second copy carries the same Message-ID, so that any mailer can tell.
    expectEqual(new Set(letters(`k${index}`).map((one) => headerOf(one, 'Message-ID'))).size, 1, `receipt ${index}`);
  }
});

await scenario('a mailbox that was built anew (another UIDVALIDITY) is read again, and nothing is doubled', async () => {
  await mail.restartDovecot(async () => {
    for (const name of ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache', 'dovecot-uidvalidity']) rmSync(`${mail.maildir('info')}/${name}`, { force: true });
  });
  mail.put('info', letter({ From: 'anew@mail.example', Subject: 'built-anew', 'Message-ID': '<anew@mail.example>' }, 'متن'));
  await waitUntil('the new one', 60, async () => (await casesOf('built-anew')).length > 0);
  expectEqual((await casesOf('killed-3x')).length, 1);
});

await scenario(`${mails.length} odd letters: each is read as far as it can be, none stops the others`, async () => {
  for (const one of mails) mail.put('water', one.raw);
  mail.put('water', letter({ From: 'end@mail.example', Subject: 'end-of-odd', 'Message-ID': '<end@mail.example>' }, 'متن'));
  await waitUntil(`the last\n${server.log().split('\n').slice(-8).join('\n')}`, 60, async () => (await casesOf('end-of-odd')).length > 0);
});
for (const one of mails) {
  await scenario(`odd letter: ${one.name}`, async () => {
    const found = await caseOf(one.key);
    if (one.outcome === 'none') return expectEqual(found, undefined, 'no case');
    expect(found, 'a case');
    const all = `${found.subject}\n${found.body}\n${found.events.map((event) => event.text).join('\n')}`;
    expect(found.body.replace(/\n+/g, '\n').includes(one.text), `text: ${found.body.slice(0, 200)}`);
    if (one.not) expect(!found.body.includes(one.not), `folded: ${found.body.slice(0, 300)}`);
    if (one.files) expectEqual(found.attachments.map((file) => file.file_name), one.files, 'files');
    if (one.refused) expect(all.includes(one.refused), 'told what was not taken');
  });
}

await scenario('a letter of forty megabytes stops nobody: its head becomes a case', async () => {
  mail.put('water', Buffer.concat([letter({ From: 'big@mail.example', Subject: 'forty-megabytes', 'Message-ID': '<big@mail.example>' }, ''), Buffer.alloc(40 * 1024 * 1024, 'x')]));
  await waitUntil('the big one', 60, async () => (await casesOf('forty-megabytes')).length > 0);
  expect((await caseOf('forty-megabytes')).body.includes('بزرگ‌تر از اندازهٔ مجاز'), 'says so');
});

await scenario('a number that the mail server refuses is dead, and staff see it without a name', async () => {
  await mail.send('x@mail.example', 'water@organisation.example', letter({ From: 'refused@mail.example', Subject: 'refused-one', 'Message-ID': '<refused@mail.example>' }, 'متن'));
  const it = await signIn(server, 'fanavari');
  const page = async () => (await send(server, 'GET', '/staff/channels', { headers: { Cookie: it.cookie } })).text;
  await waitUntil('dead', 25, async () => (await page()).includes('SMTP 550'));
  expect(!(await page()).includes('refused@'), 'no address');
});

await scenario('neither addresses nor passwords nor subjects stand in the log', async () => {
  for (const words of ['citizen@mail.example', 'box-key', 'qanat-one', code]) expect(!server.log().includes(words), words);
});

if (process.exitCode || process.env.SHOW_LOG) console.error(server.log().split('\n').filter((line) => /taken=no|mailbox |job/.test(line)).join('\n'));
await server.stop();
await mail.stop();
config.remove();
rmSync(keep, { recursive: true, force: true });
finish();
