// A mail bomb: five thousand letters in one mailbox, from one sender and from many, while the others work on. Nobody waits
// for it, one sender opens no more cases than a person writes letters in an hour, nobody is answered without end, and every
// letter is there afterwards.
import { performance } from 'node:perf_hooks';
import { waitUntil } from '../e2e/support/server.mjs';
import { writeChannels } from './support/gateways.mjs';
import { startMail } from './support/mail.mjs';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const mail = await startMail({ boxes: ['flood', 'quiet', 'bomber'] });
const box = (name) => ({ name, url: mail.imapUrl, user: name, key: 'box-key', address: `${name}@organisation.example`, tls: false, unit: 'inspection' });
const config = writeChannels({ every_seconds: 1, email: { smtp: { url: mail.smtpUrl, from: 'portal@organisation.example', tls: false }, mailboxes: [box('flood'), box('quiet')] } });
const count = 5000;
const letter = (index) => Buffer.from(`From: ${index % 10 === 0 ? `person${index}@many.example` : 'bomber@mail.example'}\r\nTo: flood@organisation.example\r\nSubject: bomb${index}x\r\nMessage-ID: <bomb${index}@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nآب روستا قطع است. ${index}`);
for (let index = 0; index < count; index += 1) mail.put('flood', letter(index));

const server = await startTestServer({ args: ['--channels', config.file, '--rate-limit', 'off'] });
const head = await signIn(server, 'riyasat');
const cases = async (words) => (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;

await scenario('while five thousand letters are read, another mailbox is read and pages answer', async () => {
  await waitUntil('it has begun', 30, () => mail.unseen('flood') < count);
  mail.put('quiet', Buffer.from('From: maryam@mail.example\r\nSubject: quietone\r\nMessage-ID: <quiet@mail.example>\r\n\r\nmatn'));
  const begun = performance.now();
  await waitUntil('the quiet one', 30, async () => (await cases('quietone')).length > 0);
  expect(performance.now() - begun < 15_000, `${performance.now() - begun} ms`);
  expect(mail.unseen('flood') > 0, 'the flood was still on');
  const waits = [];
  for (let index = 0; index < 20; index += 1) {
    const asked = performance.now();
    expectEqual((await send(server, 'GET', '/desk')).status, 200);
    waits.push(performance.now() - asked);
    await new Promise((done) => setTimeout(done, 50));
  }
  waits.sort((a, b) => a - b);
  expect(waits[18] < 2000, `pages: ${waits.map(Math.round)}`);
});

await scenario('every letter was read once; the bomber has twenty cases, everybody else has one', async () => {
  await waitUntil('all read', 400, () => mail.unseen('flood') === 0);
  for (const index of [0, 10, 2500, 4990]) expectEqual((await cases(`bomb${index}x`)).length, 1, `person ${index}`);
  for (const index of [2501, 4999]) expectEqual((await cases(`bomb${index}x`)).length, 0, `bomber ${index}`);
  const list = (await send(server, 'GET', '/staff/calls/kept', { headers: { Cookie: head.cookie } })).text;
  expect(list.includes('bomb4999x') && list.includes('پیام‌های بسیار'), 'the rest is kept, and staff see it');
  const answers = mail.read('bomber').length;
  expect(answers <= 20, `${answers} answers to the bomber`);
});

await server.stop();
await mail.stop();
config.remove();
finish();
