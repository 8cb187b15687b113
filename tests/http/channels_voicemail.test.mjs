// Recordings that come by e-mail and from the spool as exchanges really leave them: Asterisk's own letter, what FreePBX and
// administrators make of it, WAV of GSM, bare GSM, half-written and renumbered files. What is no recording is kept and
// looked through by staff, who make a case of it by hand; what was written down is found by searching.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../e2e/support/server.mjs';
import { program, startGateway, writeChannels } from './support/gateways.mjs';
import { startMail } from './support/mail.mjs';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const texts = [];
const gateway = await startGateway((request) => {
  if (!request.path.endsWith('send.json')) return { status: 404, body: {} };
  texts.push(request.form);
  return { body: { return: { status: 200 }, entries: [{ messageid: 60000 + texts.length, status: 1 }] } };
});
const mail = await startMail({ boxes: ['complaints'] });
const every = 2;
const config = writeChannels({
  every_seconds: every,
  sms: { gateways: [{ type: 'kavenegar', name: 'kave', url: gateway.url, key: 'k', line: '1' }] },
  email: {
    smtp: { url: mail.smtpUrl, from: 'portal@organisation.example', tls: false },
    mailboxes: [{ name: 'complaints', url: mail.imapUrl, user: 'complaints', key: 'box-key', address: 'complaints@organisation.example', tls: false, unit: 'inspection', voicemail_from: 'Asterisk@pbx.example' }],
  },
  phone: { spool: 'SPOOL', unit: 'inspection' },
});
const spool = join(config.directory, 'voicemail');
const inbox = join(spool, 'default', '100', 'INBOX');
mkdirSync(inbox, { recursive: true });
writeFileSync(config.file, readFileSync(config.file, 'utf8').replace('SPOOL', spool));

let tones = 0;
const tone = (suffix, ...how) => {
  tones += 1;
  const path = join(config.directory, `tone${tones}.${suffix}`);
  execFileSync(program('ffmpeg'), ['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', `sine=frequency=${300 + tones * 37}:duration=3:sample_rate=8000`, ...how, path]);
  return readFileSync(path);
};
const pcm = () => tone('wav', '-c:a', 'pcm_s16le');
const alaw = () => tone('wav', '-c:a', 'pcm_alaw');
// GSM 06.10 in both of its shapes: 33 bytes a frame, and Microsoft's 65 bytes for two of them in a WAV. Frames of silence
// with their magic, for ffmpeg reads GSM here and writes none.
const gsmFrame = () => Buffer.from([0xd8, 0x20, 0xa2, 0xe1, 0x5a, 0x50, 0x00, 0x49, 0x24, 0x92, 0x49, 0x24, 0x50, 0x00, 0x49, 0x24, 0x92, 0x49, 0x24, 0x50, 0x00, 0x49, 0x24, 0x92, 0x49, 0x24, 0x50, 0x00, 0x49, 0x24, 0x92, 0x49, 0x24]);
const gsm = (frames) => Buffer.concat(Array.from({ length: frames }, gsmFrame));
const wav49 = (blocks, mark) => {
  const data = Buffer.concat(Array.from({ length: blocks }, (_, index) => Buffer.alloc(65, index === 0 ? mark : 0x49)));
  const head = Buffer.alloc(60);
  head.write('RIFF', 0); head.writeUInt32LE(52 + data.length, 4); head.write('WAVEfmt ', 8);
  head.writeUInt32LE(20, 16); head.writeUInt16LE(0x31, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(1625, 28); head.writeUInt16LE(65, 32); head.writeUInt16LE(0, 34); head.writeUInt16LE(2, 36); head.writeUInt16LE(320, 38);
  head.write('fact', 40); head.writeUInt32LE(4, 44); head.writeUInt32LE(blocks * 320, 48); head.write('data', 52); head.writeUInt32LE(data.length, 56);
  return Buffer.concat([head, data]);
};

const server = await startTestServer({ args: ['--channels', config.file, '--rate-limit', 'off'] });
const head = await signIn(server, 'riyasat');
const operator = await signIn(server, 'telefon');
const html = (who, path) => send(server, 'GET', path, { headers: { Cookie: who.cookie } });
const casesOf = async (words, who = head) => (await who.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
const caseOf = async (words) => {
  const [found] = await casesOf(words);
  return found && (await head.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
};
const arrived = (words, seconds = 20) => waitUntil(`a case of ${words}`, seconds, async () => (await casesOf(words)).length > 0);
async function press(who, path, formId, typed = {}) {
  const form = (await html(who, path)).text.match(new RegExp(`<form id="${formId}"[^>]*?action="([^"]+)"[^]*?</form>`));
  expect(form, `form ${formId} in ${path}`);
  const fields = Object.fromEntries([...form[0].matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [input.match(/name="([^"]*)"/)[1], input.match(/value="([^"]*)"/)[1]]));
  return send(server, 'POST', form[1], { headers: { Cookie: who.cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ ...fields, ...typed }).toString() });
}

let serial = 0;
// As app_voicemail writes it: sound last, as audio/x-<format>.
const voiceLetter = ({ from = 'asterisk@pbx.example', subject, body, sound, file, format = 'wav', heads = [] }) => {
  serial += 1;
  const boundary = `voicemail_${serial}100${process.pid}`;
  const lines = [`Date: Sat, 21 Nov 2026 02:1${serial % 10}:00 +0330`, `From: Asterisk PBX <${from}>`, 'To: complaints <complaints@organisation.example>', `Subject: ${subject}`, `Message-ID: <Asterisk-${serial}-17-100-9@pbx.example>`, ...heads, 'MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${boundary}"`, '', `--${boundary}`, 'Content-Type: text/plain; charset=UTF-8', 'Content-Transfer-Encoding: 8bit', '', body, ''];
  if (sound) lines.push(`--${boundary}`, `Content-Type: audio/x-${format}; name="${file}"`, 'Content-Transfer-Encoding: base64', 'Content-Description: Voicemail sound attachment.', `Content-Disposition: attachment; filename="${file}"`, '', sound.toString('base64').replace(/.{76}/g, '$&\r\n'), '');
  lines.push(`--${boundary}--`, '');
  return Buffer.from(lines.join('\r\n'));
};
const usual = (from) => `Dear Complaints:\r\n\r\n\tJust wanted to let you know you were just left a 0:03 long message (number 1)\r\nin mailbox 100 from ${from}, on Saturday, November 21, 2026 at 02:10:05 AM so you might\r\nwant to check it when you get a chance.  Thanks!\r\n\r\n\t\t\t\t--Asterisk\r\n`;

await scenario('a mailbox is looked at as often as the file says: a message is a case within the interval', async () => {
  await new Promise((done) => setTimeout(done, 2500));
  for (const index of [1, 2, 3]) {
    mail.put('complaints', Buffer.from(`From: quick${index}@mail.example\r\nSubject: quickpoll${index}x\r\nMessage-ID: <quick${index}@mail.example>\r\n\r\nمتن`));
    const begun = Date.now();
    await arrived(`quickpoll${index}x`);
    expect(Date.now() - begun < every * 1000 + 2500, `${Date.now() - begun} ms`);
  }
});

const sound = pcm();
let letter;
await scenario('voicemail by e-mail is a telephone case with its recording, and the caller gets the code', async () => {
  letter = voiceLetter({ subject: '[PBX]: New message 1 in mailbox 100', body: usual('09153330001'), sound, file: 'msg0000.wav' });
  await mail.send('asterisk@pbx.example', 'complaints@organisation.example', letter);
  await waitUntil('code by SMS', 20, () => texts.some((one) => one.receptor === '09153330001' && one.message.includes('ثبت شد'))).catch((error) => { throw new Error(`${error.message}\n${server.log().slice(-1500)}`); });
  const found = await caseOf('09153330001');
  expectEqual([found.channel, found.kind, found.unit_id, found.person.mobile, found.attachments.length], ['phone', 'complaint', 'inspection', '09153330001', 1]);
  const played = await head.call('GET', `/api/v1/staff/cases/${found.id}/attachments/${found.attachments[0].id}?show=1`);
  expect(played.buffer.equals(sound), 'the recording itself');
  expect((await html(operator, '/staff/calls')).text.includes(`/staff/calls/case/${found.id}`), 'in the list of the operator');
  expect(!mail.read('complaints').some((one) => /^To:.*asterisk/mi.test(one.text)), 'the exchange is not answered');
});

await scenario('the same letter once more, under another number of its exchange, is the same call', async () => {
  mail.put('complaints', letter);
  mail.put('complaints', Buffer.from('From: after@mail.example\r\nSubject: afterdouble1x\r\nMessage-ID: <afterdouble@mail.example>\r\n\r\nمتن'));
  await arrived('afterdouble1x');
  expectEqual((await casesOf('09153330001')).length, 1);
});

await scenario('the caller stands where each exchange writes it', async () => {
  const ways = [
    ['09153330011', { subject: 'New message 2 in mailbox 100', body: usual('"Maryam Valizadeh" <+989153330011>') }],
    ['09153330012', { subject: 'Voicemail', body: 'There is a new voicemail in mailbox 100:\r\n\r\n\tFrom:\t"0915 333" <09153330012>\r\n\tLength:\t0:07 seconds\r\n\tDate:\tSaturday, November 21, 2026\r\n' }],
    ['09153330013', { subject: 'Voicemail from 09153330013 in mailbox 100', body: 'Dial *98.\r\n' }],
    ['09153330014', { subject: 'New message 4 in mailbox 100', body: usual('an unknown caller'), heads: ['X-Asterisk-CallerID: 09153330014', 'X-Asterisk-CallerIDName: Maryam'] }],
    ['09153330015', { subject: `=?utf-8?B?${Buffer.from('پیام صوتی تازه').toString('base64')}?=`, body: 'یک پیام صوتی از شمارهٔ ۰۹۱۵۳۳۳۰۰۱۵ در صندوق ۱۰۰ ضبط شد. مدت: ۰:۰۳\r\n' }],
    ['05632330016', { subject: 'New message 6 in mailbox 100', body: usual('Birjand Office 056-3233-0016') }],
  ];
  for (const [, one] of ways) mail.put('complaints', voiceLetter({ sound: pcm(), file: 'msg0003.wav', ...one }));
  for (const [caller] of ways) {
    await arrived(caller).catch((error) => { throw new Error(`${error.message}\n${server.log().slice(-800)}`); });
    expectEqual((await caseOf(caller)).channel, 'phone', caller);
  }
});

await scenario('WAV49 and a hidden number: browsers get MP3, and the case says that the number is hidden', async () => {
  mail.put('complaints', voiceLetter({ subject: 'New message 9 in mailbox 100', body: usual('an unknown caller'), sound: wav49(75, 0x11), file: 'msg0008.WAV', format: 'WAV' }));
  await waitUntil('the hidden one', 20, async () => (await casesOf('شمارهٔ پنهان')).length > 0);
  const found = await caseOf('شمارهٔ پنهان');
  expectEqual([found.channel, found.attachments.map((file) => file.mime)], ['phone', ['audio/mpeg']]);
});

await scenario('whoever is not the exchange writes e-mail, with a sound or without', async () => {
  mail.put('complaints', voiceLetter({ from: 'stranger@mail.example', subject: 'strangersound1x', body: usual('09153330099'), sound: pcm(), file: 'msg0000.wav' }));
  await arrived('strangersound1x');
  const found = await caseOf('strangersound1x');
  expectEqual([found.channel, found.person.email, found.person.mobile ?? ''], ['email', 'stranger@mail.example', '']);
  expect(!texts.some((one) => one.receptor === '09153330099'), 'no SMS to a number that a stranger wrote');
});

let keptPath;
await scenario('a letter of the exchange without a sound, a list and an empty letter are kept, and staff find and read them', async () => {
  const calls = (await html(operator, '/staff/calls')).text;
  expect(calls.includes('href="/staff/calls/kept"'), 'the way to it');
  mail.put('complaints', voiceLetter({ subject: 'nosoundletter', body: usual('09153330077') }));
  mail.put('complaints', Buffer.from(`From: Ali <ali@list.example>\r\nTo: complaints@organisation.example\r\nList-Id: <farmers.list.example>\r\nSubject: listedwords\r\nMessage-ID: <listed@list.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nکانال آبیاری ما شکسته است.\r\n--b\r\nContent-Type: application/pdf; name="map.pdf"\r\nContent-Disposition: attachment; filename="map.pdf"\r\n\r\n%PDF-1.4 x\r\n--b--\r\n`));
  mail.put('complaints', Buffer.from('From: empty@mail.example\r\nMessage-ID: <empty@mail.example>\r\n\r\n \r\n'));
  await waitUntil('three of them', 25, async () => {
    const page = (await html(operator, '/staff/calls/kept')).text;
    return page.includes('nosoundletter') && page.includes('listedwords') && page.includes('empty@mail.example');
  });
  const page = (await html(operator, '/staff/calls/kept')).text;
  for (const words of ['پیام‌های بی‌پرونده', 'پاسخ خودکار یا خبرنامه', 'بدون متن']) expect(page.includes(words), words);
  keptPath = page.match(/href="(\/staff\/calls\/kept\/\d+)"[^>]*>(?:<[^>]+>)*[^<]*listedwords/)?.[1];
  expect(keptPath, 'a link');
  const one = (await html(operator, keptPath)).text;
  for (const words of ['کانال آبیاری ما شکسته است.', 'List-Id: &lt;farmers.list.example&gt;', 'ali@list.example']) expect(one.includes(words), words);
  const raw = await html(operator, `${keptPath}/message.eml`);
  expectEqual([raw.status, raw.headers['content-type'], /attachment/.test(raw.headers['content-disposition'])], [200, 'application/octet-stream', true]);
  expect(raw.text.includes('Subject: listedwords'), 'as it came');
  expectEqual((await html(await signIn(server, 'fanavari'), '/staff/calls/kept')).status, 403);
  expectEqual((await html(await signIn(server, 'karshenas'), keptPath)).status, 403);
  expectEqual((await html(operator, '/staff/calls/kept/999999')).status, 404);
  expectEqual((await html(operator, '/staff/calls/kept/nonsense')).status, 404);
});

await scenario('a case is made of one by hand, with its files and a receipt, and only once', async () => {
  expectEqual((await press(operator, keptPath, 'kept-form', { kind: 'pigeon' })).status, 422);
  const made = await press(operator, keptPath, 'kept-form', { kind: 'complaint', receipt: '1' });
  expectEqual(made.status, 303, made.text.match(/<main[^]*<\/main>/)?.[0].replace(/<[^>]+>/g, ' ').slice(0, 500));
  const id = made.headers.location.split('/').at(-1);
  const found = (await head.call('GET', `/api/v1/staff/cases/${id}`)).json();
  expectEqual([found.channel, found.kind, found.person.email, found.attachments.length, found.body.trim()], ['email', 'complaint', 'ali@list.example', 1, 'کانال آبیاری ما شکسته است.']);
  expect(found.events[0].actor !== '', 'with who made it');
  expectEqual((await html(operator, keptPath)).status, 404, 'no longer among them');
  await waitUntil('receipt', 20, () => mail.read('others').some((one) => one.text.includes('ali@list.example') && one.text.includes(found.tracking_code)));
  // What comes next in that thread joins it.
  mail.put('complaints', Buffer.from('From: ali@list.example\r\nSubject: Re: listedwords\r\nMessage-ID: <listed2@list.example>\r\nIn-Reply-To: <listed@list.example>\r\n\r\nperiod of irrigation is over'));
  await waitUntil('joined', 20, async () => (await caseOf(found.tracking_code)).events.at(-1).text.includes('irrigation'));
});

await scenario('a transcript is found by searching, and so is what came later; after redaction it is not', async () => {
  const found = await caseOf('09153330001');
  expectEqual((await casesOf('زعفران پژمرده')).length, 0);
  expectEqual((await press(operator, `/staff/calls/case/${found.id}`, 'transcript-form', { transcript: 'مزرعهٔ زعفران ما پژمرده شده است و کسی نمی‌آید.' })).status, 303);
  expectEqual((await casesOf('زعفران پژمرده')).map((one) => one.id), [found.id]);
  expectEqual((await casesOf('09153330001')).length, 1, 'and still by the number');
  expectEqual((await press(operator, `/staff/calls/case/${found.id}`, 'transcript-form', { transcript: 'نام روستا سرچاه است.' })).status, 303);
  expectEqual((await casesOf('سرچاه')).map((one) => one.id), [found.id]);
  expectEqual((await casesOf('زعفران پژمرده')).length, 1, 'the first one too');
  const [joined] = await casesOf('irrigation');
  expect(joined, 'words that joined by e-mail');
  const full = (await head.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
  const event = full.events.find((one) => one.text?.includes('زعفران'));
  const gone = await head.call('POST', `/api/v1/staff/cases/${found.id}/actions`, { action: 'redact', event: String(event.id), text: 'خواست شهروند', version: full.version });
  expect(gone.status < 300, gone.text);
  expectEqual((await casesOf('زعفران پژمرده')).length, 0, 'taken away');
  expectEqual((await casesOf('سرچاه')).length, 1);
});

const voicemail = (number, suffix, bytes, time, caller, more = '') => {
  const name = join(inbox, `msg${String(number).padStart(4, '0')}`);
  writeFileSync(`${name}.${suffix}`, bytes);
  writeFileSync(`${name}.txt`, `;\n; Message Information file\n;\n[message]\norigmailbox=100\ncontext=default\ncallerid="x" <${caller}>\norigtime=${time}\nduration=3\n${more}`);
  return name;
};
await scenario('the spool: bare GSM, WAV49 and A-law become MP3, PCM stays', async () => {
  voicemail(0, 'gsm', gsm(150), 1795242601, '09154440000');
  voicemail(1, 'WAV', wav49(75, 0x22), 1795242602, '09154440001', 'msg_id=1795242602-00000001\n');
  voicemail(2, 'wav', alaw(), 1795242603, '09154440002');
  voicemail(3, 'wav', pcm(), 1795242604, '09154440003');
  for (const index of [0, 1, 2, 3]) await arrived(`0915444000${index}`);
  const mimes = [];
  for (const index of [0, 1, 2, 3]) mimes.push((await caseOf(`0915444000${index}`)).attachments.map((file) => file.mime).join());
  expectEqual(mimes, ['audio/mpeg', 'audio/mpeg', 'audio/mpeg', 'audio/wav']);
});

await scenario('the spool: a file that is still being written is left until it is whole', async () => {
  const whole = pcm();
  const name = join(inbox, 'msg0004');
  writeFileSync(`${name}.txt`, '[message]\ncallerid="x" <09154440004>\norigtime=1795242605\nduration=3\n');
  // Asterisk writes for as long as the caller speaks.
  for (let part = 1; part <= 8; part += 1) {
    writeFileSync(`${name}.wav`, whole.subarray(0, Math.floor((whole.length * part) / 8)));
    await new Promise((done) => setTimeout(done, 700));
    if (part < 8) expectEqual((await casesOf('09154440004')).length, 0, `while it grows, ${part}`);
  }
  await arrived('09154440004');
  const found = await caseOf('09154440004');
  const played = await head.call('GET', `/api/v1/staff/cases/${found.id}/attachments/${found.attachments[0].id}?show=1`);
  expect(played.buffer.equals(whole), 'all of it');
});

await scenario('the spool: a text without its sound waits for it, a sound without its text too', async () => {
  writeFileSync(join(inbox, 'msg0005.txt'), '[message]\ncallerid="x" <09154440005>\norigtime=1795242606\nduration=3\n');
  const bytes = pcm();
  writeFileSync(join(inbox, 'msg0006.wav'), bytes);
  await new Promise((done) => setTimeout(done, 5000));
  expectEqual((await casesOf('09154440005')).length, 0);
  writeFileSync(join(inbox, 'msg0005.wav'), pcm());
  writeFileSync(join(inbox, 'msg0006.txt'), '[message]\ncallerid="x" <09154440006>\norigtime=1795242607\nduration=3\n');
  await arrived('09154440005');
  await arrived('09154440006');
});

await scenario('the spool: renumbered, moved to Old and copied by its owner, each message stays one case', async () => {
  const old = join(spool, 'default', '100', 'Old');
  mkdirSync(old, { recursive: true });
  // msg0000 is deleted: all others move down by one, and the first of them goes to Old.
  for (const suffix of ['gsm', 'txt']) rmSync(join(inbox, `msg0000.${suffix}`));
  for (const suffix of ['WAV', 'txt']) renameSync(join(inbox, `msg0001.${suffix}`), join(old, `msg0000.${suffix}`));
  for (let number = 2; number <= 6; number += 1) {
    for (const suffix of ['wav', 'txt']) renameSync(join(inbox, `msg000${number}.${suffix}`), join(inbox, `msg000${number - 2}.${suffix}`));
  }
  // And a new one gets a number that another one had; copies of files have new times.
  voicemail(5, 'wav', pcm(), 1795242608, '09154440007');
  const later = new Date(Date.now() - 60_000);
  for (let number = 0; number <= 4; number += 1) utimesSync(join(inbox, `msg000${number}.wav`), later, later);
  await arrived('09154440007');
  await new Promise((done) => setTimeout(done, every * 1000 + 2500));
  for (let index = 0; index <= 7; index += 1) expectEqual((await casesOf(`0915444000${index}`)).length, 1, `caller ${index}`);
});

await scenario('no number of a caller stands in the log', async () => {
  for (const words of ['09153330001', '09154440003', '3330011', 'listedwords']) expect(!server.log().includes(words), words);
});

if (process.exitCode || process.env.SHOW_LOG) console.error(server.log().slice(-3000));
await server.stop();
await mail.stop();
await gateway.stop();
config.remove();
finish();
