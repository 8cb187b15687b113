// The recorder of the complaints line: recordings by the HTTP call of an exchange and from the spool of a voicemail
// become cases, are played by browsers, and the caller gets the code as digits and by SMS.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../e2e/support/server.mjs';
import { expect, expectEqual, finish, multipart, scenario, send, signIn, startTestServer } from './support/scenario.mjs';
import { program, startGateway, writeChannels } from './support/gateways.mjs';

const token = 'token-of-the-exchange';
const sent = [];
const gateway = await startGateway((request) => {
  sent.push(request.form);
  return { body: { return: { status: 200 }, entries: [{ messageid: 70000 + sent.length, status: 1 }] } };
});
const config = writeChannels({ every_seconds: 1, sms: { gateways: [{ type: 'kavenegar', name: 'kave', url: gateway.url, key: 'k', line: '1' }] }, phone: { token, spool: 'SPOOL' } });
const spool = join(config.directory, 'voicemail');
const inbox = join(spool, 'default', '100', 'INBOX');
mkdirSync(inbox, { recursive: true });
writeFileSync(config.file, readFileSync(config.file, 'utf8').replace('SPOOL', spool));

// Two seconds of a tone, in the formats of exchanges.
const tone = (name, ...how) => {
  const path = join(config.directory, name);
  execFileSync(program('ffmpeg'), ['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', `sine=frequency=${400 + name.length * 20}:duration=2:sample_rate=8000`, ...how, path]);
  return readFileSync(path);
};
const pcm = tone('pcm.wav', '-c:a', 'pcm_s16le');
const alaw = tone('alaw-long.wav', '-c:a', 'pcm_alaw');
const server = await startTestServer({ args: ['--channels', config.file, '--rate-limit', 'off'] });
const head = await signIn(server, 'riyasat');
const call = (fields, bytes = pcm, file = 'message.wav') => {
  const form = multipart({ token, ...fields }, bytes ? [{ name: 'file', file, bytes }] : []);
  return send(server, 'POST', '/ivr/recordings', form);
};
const caseOf = async (words) => {
  const [found] = (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
  return found && (await head.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
};
const state = (query) => send(server, 'GET', `/ivr/state?${new URLSearchParams({ token, ...query })}`);

let code;
await scenario('a recording becomes a case; the exchange gets the code as digits, the caller by SMS', async () => {
  const answer = await call({ caller: '+989151110001', called: '3315', duration: '2', uniqueid: 'call-1', time: '1795242600' });
  expectEqual(answer.status, 200, answer.text);
  code = answer.text;
  expect(/^\d{12}$/.test(code), code);
  const found = await caseOf(code);
  expectEqual([found.channel, found.kind, found.person.mobile, found.attachments.length], ['phone', 'complaint', '09151110001', 1]);
  const sound = await head.call('GET', `/api/v1/staff/cases/${found.id}/attachments/${found.attachments[0].id}?show=1`);
  expect(sound.buffer.equals(pcm), 'what browsers play is kept as it is');
  await waitUntil('SMS', 10, () => sent.some((one) => one.receptor === '09151110001' && one.message.includes('ثبت شد')));
});

await scenario('the same call again is the same case', async () => {
  expectEqual((await call({ caller: '09151110001', uniqueid: 'call-1' })).text, code);
});

await scenario('what no browser plays is made into MP3', async () => {
  const answer = await call({ caller: '', uniqueid: 'call-2', duration: '2' }, alaw);
  expect(/^\d{16}$/.test(answer.text), answer.text);
  const found = await caseOf(answer.text);
  expectEqual(found.attachments.map((file) => file.mime), ['audio/mpeg']);
  expect(found.body.includes('شمارهٔ پنهان'), found.body);
});

await scenario('bad calls are refused, and nothing is learned without the token', async () => {
  expectEqual((await call({ token: 'wrong', uniqueid: 'x' })).status, 404);
  expectEqual((await call({ caller: '1', uniqueid: 'call-3' }, null)).status, 422);
  expectEqual((await call({ caller: '1', uniqueid: 'call-4' }, Buffer.from('no sound at all'))).status, 200, 'kept, for a person called');
  expectEqual((await send(server, 'GET', `/ivr/state?token=wrong&code=${code}&last4=0001`)).status, 404);
});

await scenario('the state of a case as a digit, for who keys in the right last digits or calls from the number', async () => {
  expectEqual((await state({ code, last4: '0001' })).text, '1');
  expectEqual((await state({ code, caller: '09151110001' })).text, '1');
  expectEqual((await state({ code, last4: '9999' })).text, '0');
  expectEqual((await state({ code: '123', last4: '0001' })).text, '0');
  const found = await caseOf(code);
  await head.call('POST', `/api/v1/staff/cases/${found.id}/replies`, { text: 'با شما تماس می‌گیریم.', version: found.version });
  expectEqual((await state({ code, last4: '0001' })).text, '4');
});

const voicemail = (number, bytes, time, caller) => {
  const name = `msg${String(number).padStart(4, '0')}`;
  writeFileSync(join(inbox, `${name}.wav`), bytes);
  writeFileSync(join(inbox, `${name}.txt`), `;\n; Message Information file\n;\n[message]\norigmailbox=100\ncontext=default\ncallerid="Maryam" <${caller}>\norigtime=${time}\nduration=2\n`);
};
await scenario('the spool of a voicemail is read, once each, whatever its files are called', async () => {
  voicemail(0, tone('first-message.wav', '-c:a', 'pcm_s16le'), 1795242601, '09152220001');
  voicemail(1, tone('second-message-x.wav', '-c:a', 'pcm_s16le'), 1795242602, '05632220002');
  const byCaller = async (caller) => (await head.call('GET', `/api/v1/staff/cases?q=${caller}`)).json().cases.length;
  await waitUntil('both', 15, async () => (await byCaller('09152220001')) === 1 && (await byCaller('05632220002')) === 1);
  // The first is deleted: Asterisk gives its number to the second.
  for (const suffix of ['wav', 'txt']) renameSync(join(inbox, `msg0001.${suffix}`), join(inbox, `msg0000.${suffix}`));
  voicemail(1, pcm, 1795242603, '09152220003');
  writeFileSync(join(inbox, 'msg0002.txt'), '[message]\norigtime=nonsense\n');
  await waitUntil('the third', 15, async () => (await byCaller('09152220003')) === 1);
  await new Promise((done) => setTimeout(done, 2500));
  expectEqual([await byCaller('09152220001'), await byCaller('05632220002')], [1, 1]);
});

await server.stop();
await gateway.stop();
config.remove();
finish();
