// E-mail with TLS, against a Dovecot and an Exim that speak nothing else, and a mail bomb. BOMB says how many letters it has.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../e2e/support/server.mjs';
import { writeChannels } from './support/gateways.mjs';
import { startMail } from './support/mail.mjs';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const bomb = Number(process.env.BOMB ?? 5000);
const mail = await startMail({ boxes: ['water', 'bombed', 'citizen'], tls: true });
const box = (name, more = {}) => ({ name, url: mail.imapUrl, user: name, key: 'box-key', address: `${name}@organisation.example`, ...more });
const config = writeChannels({
  every_seconds: 1,
  email: {
    smtp: { url: mail.smtpUrl, from: 'portal@organisation.example', certificates: 'authority.pem' },
    mailboxes: [box('water', { unit: 'soil-water', certificates: 'authority.pem' }), box('bombed', { certificates: 'authority.pem' }), { ...box('water'), name: 'distrustful' }],
  },
});
copyFileSync(mail.certificate, join(config.directory, 'authority.pem'));
const server = await startTestServer({ args: ['--channels', config.file, '--rate-limit', 'off'] });
let head = await signIn(server, 'riyasat');
const it = await signIn(server, 'fanavari');
const casesOf = async (words) => (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}&limit=200`)).json().cases;
const letter = (fields, body) => Buffer.from(`${Object.entries(fields).map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`);

await scenario('a letter is read through TLS, and its receipt leaves through STARTTLS', async () => {
  mail.put('water', letter({ From: 'citizen@mail.example', To: 'water@organisation.example', Subject: 'sealed-letter', 'Message-ID': '<sealed@mail.example>' }, 'آب'));
  await waitUntil('a case', 30, async () => (await casesOf('sealed-letter')).length === 1);
  // The demo's reminders to managers leave first.
  await waitUntil(`receipt\n${server.log().slice(-500)}`, 200, () => mail.read('citizen').length === 1);
  expect(/\bX=TLS/.test(mail.logs()), 'Exim saw TLS');
});

await scenario('an authority that the machine does not know is refused, and no password is said', async () => {
  const page = async () => (await send(server, 'GET', '/staff/channels', { headers: { Cookie: it.cookie } })).text;
  await waitUntil('the failure', 20, async () => /distrustful[^]*?خطای پیاپی/.test(await page()));
  expect(!(await page()).includes('box-key'), 'no key');
  expectEqual((await casesOf('sealed-letter')).length, 1);
});

// From one sender: the first twenty of an hour are answered, all are kept, and the portal goes on answering others.
await scenario(`a mail bomb of ${bomb} letters: all are taken once, hardly any is answered, and a citizen's letter comes through`, async () => {
  const receipts = mail.read('citizen').length;
  for (let index = 0; index < bomb; index += 1) {
    mail.put('bombed', letter({ From: 'citizen@mail.example', To: 'bombed@organisation.example', Subject: `bomb${index}end`, 'Message-ID': `<bomb${index}@mail.example>` }, 'x'));
  }
  const begun = Date.now();
  mail.put('water', letter({ From: 'other@mail.example', To: 'water@organisation.example', Subject: 'in-between', 'Message-ID': '<between@mail.example>' }, 'متن'));
  await waitUntil('the letter in between', 30, async () => (await casesOf('in-between')).length === 1);
  let slowest = 0;
  const seen = () => mail.unseen('bombed');
  await waitUntil('all read', 240, async () => {
    const asked = Date.now();
    expectEqual((await send(server, 'GET', '/desk')).status, 200);
    slowest = Math.max(slowest, Date.now() - asked);
    return seen() === 0;
  });
  expect(slowest < 3000, `a page took ${slowest} ms`);
  console.log(`  ${bomb} letters in ${((Date.now() - begun) / 1000).toFixed(1)} s, the slowest page ${slowest} ms`);
  head = await signIn(server, 'riyasat');
  expectEqual((await casesOf('bomb0end')).length, 1);
  expect((await casesOf(`bomb${bomb - 1}end`)).length === 0, 'no case of its own beyond what a person writes');
  await new Promise((done) => setTimeout(done, 3000));
  expect(mail.read('citizen').length - receipts <= 20, `${mail.read('citizen').length - receipts} answers`);
});

await server.stop();
await mail.stop();
config.remove();
finish();
