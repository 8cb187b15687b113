// The server is killed with -9 again and again while SMS come in by push and from a gateway's inbox, in parts and whole,
// voicemails lie down in the spool and answers go out. Afterwards: everything that anybody handed over is there once, and of
// every answer exactly one message has gone out, for the gateway can be asked by our own id. Then an hour in which the gateway
// is down, slow, mad, overloaded and broken by turns: nothing is lost, nothing goes out twice.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, waitUntil } from '../e2e/support/server.mjs';
import { program, secret, startGateway, writeChannels } from './support/gateways.mjs';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

// Kavenegar: whatever it takes has gone out; it knows messages by our localid; its inbox gives unread messages and marks them.
const taken = [];
const inbox = [];
let mood = 'well';
let sends = 0;
const one = (form) => {
  const known = taken.find((entry) => entry.localid === form.localid);
  const entry = { ...form, id: 30_000 + taken.length };
  taken.push(entry);
  return { ...entry, again: known !== undefined };
};
const gateway = await startGateway((request) => {
  if (request.path.endsWith('send.json')) {
    sends += 1;
    if (mood === '500') return { status: 500, body: 'oops' };
    if (mood === '429') return { status: 429, headers: { 'Retry-After': '20' }, body: {} };
    if (mood === 'down') return { drop: true, body: {} };
    const entry = one(request.form);
    if (mood === 'garbage') return { body: '<html>???</html>' };
    const answer = { body: { return: { status: 200 }, entries: [{ messageid: entry.id, status: 1 }] } };
    return mood === 'slow' ? { ...answer, wait: 2500 } : { ...answer, wait: Math.random() * 60 };
  }
  if (request.path.endsWith('statuslocalmessageid.json')) {
    if (mood === '500' || mood === 'down') return { status: 500, body: 'oops' };
    const entry = taken.find((found) => found.localid === request.form.localid);
    return { body: { return: { status: 200 }, entries: [entry ? { messageid: entry.id, localid: entry.localid, status: 4 } : { localid: request.form.localid, status: 100 }] } };
  }
  if (request.path.endsWith('receive.json')) {
    const wanted = request.form.isread === '1';
    const fresh = inbox.filter((message) => message.read === wanted);
    if (!wanted) fresh.forEach((message) => (message.read = true));
    return { wait: Math.random() * 80, body: { return: { status: 200 }, entries: fresh.map(({ read, ...message }) => message) } };
  }
  return { body: { return: { status: 200 }, entries: [] } };
});

const config = writeChannels({
  every_seconds: 1,
  sms: { gateways: [{ type: 'kavenegar', name: 'kave', url: gateway.url, key: 'k', line: '1', secret, poll: true, timeout_ms: 1500 }] },
  phone: { spool: 'SPOOL' },
});
const spool = join(config.directory, 'voicemail');
const box = join(spool, 'default', '100', 'INBOX');
mkdirSync(box, { recursive: true });
writeFileSync(config.file, readFileSync(config.file, 'utf8').replace('SPOOL', spool));
const sound = join(config.directory, 'sound.wav');
execFileSync(program('ffmpeg'), ['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', 'sine=frequency=500:duration=1:sample_rate=8000', '-c:a', 'pcm_s16le', sound]);
const clock = join(config.directory, 'clock');
const begun = Date.now();
let ahead = 0;
// Saturday 1405/08/30, 10:00 in Tehran.
const tick = () => { writeFileSync(`${clock}.new`, String(1795242600000 + (Date.now() - begun) + ahead)); renameSync(`${clock}.new`, clock); };
tick();
const ticking = setInterval(tick, 100);
const later = (milliseconds) => { ahead += milliseconds; tick(); };
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const port = await freePort();
const data = mkdtempSync(join(tmpdir(), 'hamandish-channels-crash-'));
const start = () => startTestServer({ port, data, args: ['--channels', config.file, '--clock-file', clock, '--rate-limit', 'off'] });
let server = await start();
let kills = 0;
const kill = async () => {
  server.child.kill('SIGKILL');
  await new Promise((done) => server.child.once('exit', done));
  kills += 1;
  server = await start();
};

// As a gateway does it: again, with the same id, until it hears OK.
async function push(fields) {
  for (;;) {
    try {
      const answer = await send(server, 'GET', `/channels/kave/${secret}?${new URLSearchParams(fields)}`);
      if (answer.status === 200) return;
      if (answer.status < 500) throw new Error(`refused: ${answer.status}`);
    } catch (error) {
      if (/refused/.test(error.message)) throw error;
    }
    await pause(40);
  }
}

const count = 60;
const mobile = (kind, index) => `0915${kind}${String(index).padStart(6, '0')}`;
await scenario('killed while messages come by push, in parts, from the inbox and from the spool, and receipts go out', async () => {
  let done = false;
  const pushing = (async () => {
    for (let index = 0; index < count; index += 4) {
      await Promise.all([0, 1, 2, 3].map(async (step) => {
        const number = index + step;
        if (number % 3 === 0) {
          await push({ from: mobile(1, number), to: '1', message: `دو${number}پایان`, messageid: `part-b-${number}`, udh: `050003${(number % 256).toString(16).padStart(2, '0')}0202` });
          await push({ from: mobile(1, number), to: '1', message: 'پیشنهاد یک ', messageid: `part-a-${number}`, udh: `050003${(number % 256).toString(16).padStart(2, '0')}0201` });
        } else {
          await push({ from: mobile(1, number), to: '1', message: `پیشنهاد تک${number}پایان`, messageid: `push-${number}` });
        }
      }));
      inbox.push({ messageid: 900 + index, sender: `98915${String(2000000 + index)}`, receptor: '1', message: `پیشنهاد صندوق${index}پایان`, date: 1, read: false });
      const name = join(box, `msg${String(index / 4).padStart(4, '0')}`);
      writeFileSync(`${name}.wav`, Buffer.concat([readFileSync(sound), Buffer.from([index, 1])]));
      writeFileSync(`${name}.txt`, `[message]\ncallerid="x" <${mobile(3, index)}>\norigtime=${1795242000 + index}\nduration=1\n`);
      await pause(250);
    }
    done = true;
  })();
  while (!done) {
    await pause(200 + Math.random() * 900);
    if (!done) await kill();
  }
  await pushing;
  // And while what is left goes out: at least four times more, and however quick this machine was, eight in all.
  for (let more = 0; more < 4 || kills < 8; more += 1) {
    await pause([300, 900, 1500, 600][more % 4]);
    await kill();
  }
  // What was in doubt is asked for after its time.
  for (let step = 0; step < 6; step += 1) {
    later(20_000);
    await pause(700);
  }
});

await scenario('nothing of it is lost and nothing is there twice', async () => {
  const head = await signIn(server, 'riyasat');
  const cases = async (words) => (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
  const wait = (words) => waitUntil(words, 60, async () => (await cases(words)).length > 0).then(async () => expectEqual((await cases(words)).length, 1, words));
  for (let index = 0; index < count; index += 1) await wait(mobile(1, index));
  for (let index = 0; index < count; index += 4) {
    await wait(`0915${2000000 + index}`);
    await wait(mobile(3, index));
  }
  const [joined] = await cases(mobile(1, 3));
  expectEqual((await head.call('GET', `/api/v1/staff/cases/${joined.id}`)).json().body, 'پیشنهاد یک دو3پایان');
});

const receipts = (number) => taken.filter((entry) => entry.receptor === number && entry.message.includes('ثبت شد'));
await scenario('every receipt has gone out exactly once: after a crash the gateway is asked first', async () => {
  const all = [];
  for (let index = 0; index < count; index += 1) all.push(mobile(1, index));
  for (let index = 0; index < count; index += 4) all.push(`0915${2000000 + index}`, mobile(3, index));
  await waitUntil('all receipts', 90, () => { later(2000); return all.every((number) => receipts(number).length > 0); }).catch((error) => { throw new Error(`${error.message}: ${all.filter((number) => receipts(number).length === 0)}`); });
  await pause(3000);
  expectEqual(all.filter((number) => receipts(number).length !== 1), [], 'sent twice');
});

await scenario('the gateway is down, slow, mad, overloaded and broken for an hour, killed in between: all goes out, once', async () => {
  const numbers = [];
  for (const [turn, next] of ['down', '500', '429', 'slow', 'garbage', '500'].entries()) {
    mood = next;
    for (let index = 0; index < 4; index += 1) {
      const number = mobile(4, turn * 10 + index);
      numbers.push(number);
      await push({ from: number, to: '1', message: 'پیشنهاد در سختی', messageid: `hard-${turn}-${index}` });
    }
    for (let step = 0; step < 5; step += 1) {
      later(2 * 60_000);
      await pause(500);
    }
    if (turn % 2 === 1) await kill();
  }
  const before = sends;
  expect(before > 10, `${before} tries`);
  mood = 'well';
  await waitUntil('all of them', 120, () => { later(15_000); return numbers.every((number) => receipts(number).length > 0); }).catch((error) => { throw new Error(`${error.message}: ${numbers.filter((number) => receipts(number).length === 0)}`); });
  await pause(2500);
  expectEqual(numbers.filter((number) => receipts(number).length !== 1), [], 'sent twice');
  const metrics = (await send(server, 'GET', '/metrics')).text;
  expect(/outbox_messages\{channel="sms",state="dead"\} 0/.test(metrics), 'nothing was given up');
});

clearInterval(ticking);
if (process.exitCode || process.env.SHOW_LOG) console.error(server.log().slice(-2000));
await server.stop();
await gateway.stop();
config.remove();
rmSync(data, { recursive: true, force: true });
finish();
