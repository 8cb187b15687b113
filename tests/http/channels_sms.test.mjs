// SMS both ways: gateways played by local servers as their documents describe them, with all their bad days, and a real
// Kannel. A citizen without the web is served as one with it.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';
import { freePort, waitUntil } from '../e2e/support/server.mjs';
import { secret, startGateway, startKannel, writeChannels } from './support/gateways.mjs';

// As Kavenegar: every message gets an id; what is asked for by localid is known.
const sent = [];
let delivered = '10';
const inbox = [];
function kavenegar(request) {
  if (!request.path.startsWith('/v1/kave-key/')) return { status: 403, body: { return: { status: 403 } } };
  if (request.path.endsWith('/sms/send.json')) {
    const id = 8000 + sent.length;
    sent.push({ ...request.form, id });
    return { body: { return: { status: 200 }, entries: [{ messageid: id, status: 1, receptor: request.form.receptor, cost: 120 }] } };
  }
  if (request.path.endsWith('/sms/status.json')) {
    return { body: { return: { status: 200 }, entries: request.form.messageid.split(',').map((id) => ({ messageid: Number(id), status: Number(delivered) })) } };
  }
  if (request.path.endsWith('/sms/statuslocalmessageid.json')) {
    const found = sent.find((one) => one.localid === request.form.localid);
    return { body: { return: { status: 200 }, entries: [found ? { messageid: found.id, localid: found.localid, status: 4 } : { localid: request.form.localid, status: 100 }] } };
  }
  if (request.path.endsWith('/sms/receive.json')) {
    const fresh = inbox.filter((one) => one.read === (request.form.isread === '1'));
    fresh.forEach((one) => (one.read = true));
    return { body: { return: { status: 200 }, entries: fresh.map(({ read, ...one }) => one) } };
  }
  return { status: 404, body: {} };
}
const gateway = await startGateway(kavenegar);
const other = [];
const second = await startGateway((request) => {
  if (request.method === 'GET') return { body: { status: 1, data: { deliveryState: 1 } } };
  other.push(request.json);
  return { body: { status: 1, message: 'ok', data: { packId: 'p', messageIds: [9000 + other.length], cost: 1 } } };
});

const port = await freePort();
const kannel = await startKannel({ portal: `http://127.0.0.1:${port}`, line: '30007648' });
const config = writeChannels({
  every_seconds: 1,
  sms: {
    quiet_from: '22:00', quiet_until: '07:00',
    gateways: [
      { type: 'kavenegar', name: 'kave', url: gateway.url, key: 'kave-key', line: '10008663', secret, poll: true, timeout_ms: 1500 },
      { type: 'sms_ir', name: 'smsir', url: second.url, key: 'ir-key', line: '30004505', secret },
      { type: 'kannel', name: 'kannel', url: kannel.url, user: 'portal', key: 'kannel-key', line: '30007648', secret, callback: `http://127.0.0.1:${port}` },
    ],
  },
});
// A clock that goes on, and that a test may push: Saturday 1405/08/30, 10:00 in Tehran.
const clock = join(config.directory, 'clock');
const begun = Date.now();
let ahead = 0;
// In one step: a half-written file would be read as the machine's own time.
const tick = () => {
  writeFileSync(`${clock}.new`, String(1795242600000 + (Date.now() - begun) + ahead));
  renameSync(`${clock}.new`, clock);
};
tick();
const ticking = setInterval(tick, 100);
const later = (milliseconds) => { ahead += milliseconds; tick(); };
const server = await startTestServer({ port, args: ['--channels', config.file, '--clock-file', clock, '--rate-limit', 'off'] });

const push = (line, fields, word = secret) => send(server, 'GET', `/channels/${line}/${word}?${new URLSearchParams(fields)}`);
let numbers = 0;
const from = (mobile, message) => push('kave', { from: mobile, to: '10008663', message, messageid: `in-${(numbers += 1)}` });
const to = (mobile) => sent.filter((one) => one.receptor === mobile).map((one) => one.message);
const arrives = (mobile, words, seconds = 15) => waitUntil(`«${words}» to ${mobile}: ${JSON.stringify(to(mobile))}`, seconds, () => to(mobile).some((text) => text.includes(words)));
const codeIn = (text) => text.match(/[۰-۹]{4}-[۰-۹]{4}-[۰-۹]{4}/)[0];
const ascii = (text) => text.replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)).replace(/-/g, '');
const head = await signIn(server, 'riyasat');
const caseOf = async (words) => {
  const found = (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
  return found.length === 0 ? undefined : (await head.call('GET', `/api/v1/staff/cases/${found[0].id}`)).json();
};

await scenario('only who knows the secret may push, and learns nothing otherwise', async () => {
  expectEqual((await push('kave', { from: '09151112233', message: 'سلام' }, 'wrong-secret-wrong-secret')).status, 404);
  expectEqual((await push('none', { from: '09151112233', message: 'سلام' })).status, 404);
  expectEqual((await push('kave', { to: '1', message: 'بی‌فرستنده' })).status, 422);
  expectEqual((await send(server, 'GET', `/channels/kave/${secret}?from=09151112233&message=%FF%FE`)).status, 422);
});

let first;
await scenario('a text becomes a case of the kind its first word says, and the code goes back by SMS', async () => {
  expectEqual((await from('+989151112233', 'شکایت: آب قنات روستا قطع است')).text, 'OK');
  await arrives('09151112233', 'ثبت شد');
  const receipt = to('09151112233')[0];
  expect(receipt.includes('شکایت') && !receipt.includes('لغو'), receipt);
  first = ascii(codeIn(receipt));
  const found = await caseOf(first);
  expectEqual([found.kind, found.channel, found.person.mobile, found.unit_id], ['complaint', 'sms', '09151112233', 'inspection']);
  expect(found.body.startsWith('شکایت: آب قنات'), found.body);
});

await scenario('the same push again is the same message', async () => {
  const again = { from: '9151112244', to: '1', message: 'پیشنهاد پل برای روستا', messageid: 'twice' };
  expectEqual((await push('kave', again)).status, 200);
  expectEqual((await push('kave', again)).status, 200);
  await arrives('09151112244', 'ثبت شد');
  later(3000);
  await new Promise((done) => setTimeout(done, 1500));
  expectEqual(to('09151112244').length, 1);
});

await scenario('what became of a message stands in the case: sent, then delivered', async () => {
  later(8000);
  await waitUntil('delivered', 20, async () => (await caseOf(first)).messages[0].state === 'delivered');
  const [message] = (await caseOf(first)).messages;
  expectEqual([message.channel, message.address, message.cause], ['sms', '09151112233', 'receipt']);
});

await scenario('«پیگیری» and the code in any digits tells the state to the own number, and nothing to another', async () => {
  const persian = first.replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]);
  await from('09151112233', `پیگیری ${persian}`);
  await arrives('09151112233', 'مهلت پاسخ');
  await waitUntil('state', 10, () => to('09151112233').filter((text) => text.includes('پروندهٔ')).length === 1);
  await from('09153334455', `پیگیری ${persian}`);
  await arrives('09153334455', 'پیدا نشد');
  await from('09153334455', 'پیگیری ۱۲۳');
  await arrives('09153334455', 'درست خوانده نشد');
});

await scenario('a second message within a day joins the open case', async () => {
  await from('09151112233', 'چاه روستا هم خشک است');
  await arrives('09151112233', 'افزوده شد');
  const found = await caseOf(first);
  expectEqual(found.events.map((event) => event.kind), ['registered', 'supplied']);
  expectEqual(found.events[1].text, 'چاه روستا هم خشک است');
});

await scenario('a question goes out by SMS in its own words; the reply brings the case back to work', async () => {
  const found = await caseOf(first);
  const asked = await head.call('POST', `/api/v1/staff/cases/${found.id}/actions`, { action: 'ask', text: 'قنات در کدام روستا است؟', version: found.version });
  expect(asked.status < 300, asked.text);
  await arrives('09151112233', 'قنات در کدام روستا است؟');
  later(3 * 86_400_000); // days later, and still the same case
  Object.assign(head, await signIn(server, 'riyasat'));
  await from('00989151112233', 'روستای خور');
  await waitUntil('supplied', 10, async () => (await caseOf(first)).state === 'in_progress');
  const after = await caseOf(first);
  expectEqual(after.events.at(-1).text, 'روستای خور');
});

await scenario('the answer goes back in words; «لغو۱۱» ends what nobody asked for', async () => {
  const found = await caseOf(first);
  const done = await head.call('POST', `/api/v1/staff/cases/${found.id}/replies`, { text: 'قنات خور تا پایان هفته لایروبی می‌شود.', version: found.version });
  expect(done.status < 300, done.text);
  await arrives('09151112233', 'لایروبی می‌شود');
  expect(to('09151112233').at(-1).endsWith('\nلغو۱۱'), to('09151112233').at(-1));
});

await scenario('«۱۱» stops notices and is no case; «۱۲» lets them come again', async () => {
  await from('09156667788', 'درخواست: نهال زرشک می‌خواهم');
  await arrives('09156667788', 'ثبت شد');
  const code = ascii(codeIn(to('09156667788')[0]));
  await from('09156667788', '۱۱');
  let found = await caseOf(code);
  await head.call('POST', `/api/v1/staff/cases/${found.id}/replies`, { text: 'نهال در راه است.', version: found.version });
  await waitUntil('stopped', 10, async () => (await caseOf(code)).messages.at(-1).state === 'stopped');
  expect(!to('09156667788').some((text) => text.includes('نهال در راه')), 'nothing went out');
  await from('09156667788', '12');
  await arrives('09156667788', 'از این پس');
  found = await caseOf(code);
  expectEqual(found.events.length, 2, 'neither word is in the case');
});

await scenario('messages that the gateway keeps are fetched, also after the crash that lost an answer', async () => {
  inbox.push({ messageid: 501, sender: '989157770001', receptor: '10008663', message: 'درخواست کود', date: 1, read: false });
  await arrives('09157770001', 'ثبت شد');
});

await scenario('a gateway that is down, slow, mad or overloaded: the second takes over, and nothing is lost', async () => {
  const mood = { status: 500, body: 'oops' };
  const moods = [mood, { status: 503, body: {} }, { status: 429, headers: { 'Retry-After': '30' }, body: {} }, { status: 403, body: { return: { status: 403 } } }];
  for (const [index, bad] of moods.entries()) {
    gateway.play((request) => (request.path.endsWith('send.json') ? bad : kavenegar(request)));
    const mobile = `0915888000${index}`;
    await from(mobile, 'پیشنهاد');
    await waitUntil(`mood ${index}`, 20, () => other.some((one) => one.mobiles[0] === mobile));
    expectEqual(other.filter((one) => one.mobiles[0] === mobile).length, 1, 'once');
    later(60_000);
  }
  gateway.play(kavenegar);
});

await scenario('where nobody knows whether it was taken, no other gateway sends it a second time; the gateway is asked', async () => {
  let kept;
  gateway.play((request) => {
    if (!request.path.endsWith('send.json')) return kavenegar(request);
    kept = kavenegar(request); // taken, but the answer never arrives
    return { drop: true };
  });
  await from('09159990001', 'پیشنهاد');
  await waitUntil('taken', 10, () => kept !== undefined);
  gateway.play(kavenegar);
  later(60_000);
  await new Promise((done) => setTimeout(done, 2500));
  expect(!other.some((one) => one.mobiles[0] === '09159990001'), 'not by the second gateway');
  // Garbage with 200 may have been taken too.
  gateway.play((request) => (request.path.endsWith('send.json') ? { body: '<html>موفق</html>' } : kavenegar(request)));
  await from('09159990002', 'پیشنهاد');
  await new Promise((done) => setTimeout(done, 2500));
  gateway.play(kavenegar);
  later(60_000);
  await arrives('09159990002', 'ثبت شد', 20);
  expect(!other.some((one) => one.mobiles[0] === '09159990002'), 'not by the second gateway');
});

await scenario('staff of IT see how the lines stand, and stop one: the others take its messages', async () => {
  const it = await signIn(server, 'fanavari');
  const page = () => send(server, 'GET', '/staff/channels', { headers: { Cookie: it.cookie } });
  const shown = await page();
  expectEqual(shown.status, 200);
  for (const words of ['راه‌های ارتباطی', 'kave', 'kannel', 'صف ارسال']) expect(shown.text.includes(words), words);
  expect(!/0915|kave-key|a-secret/.test(shown.text), 'no number, no key');
  expectEqual((await send(server, 'GET', '/staff/channels', { headers: { Cookie: (await signIn(server, 'karshenas')).cookie } })).status, 403);
  const press = async (id) => {
    const html = (await page()).text;
    const form = html.match(new RegExp(`<form id="${id}"[^>]* action="([^"]+)".*?name="(csrf-[^"]+)"[^>]* value="([^"]+)"`, 's'));
    expect(form, `form ${id}`);
    return send(server, 'POST', form[1], { headers: { Cookie: it.cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ [form[2]]: form[3] }).toString() });
  };
  expectEqual((await press('pause-kave')).status, 303);
  expect((await page()).text.includes('متوقف'), 'paused');
  await from('09158880009', 'پیشنهاد');
  await waitUntil('by the second', 15, () => other.some((one) => one.mobiles[0] === '09158880009'));
  expectEqual((await press('resume-kave')).status, 303);
  const metrics = (await send(server, 'GET', '/metrics')).text;
  expect(/hamandish_outbox_messages\{channel="sms",state="waiting"\} \d/.test(metrics) && metrics.includes('hamandish_channel_failures{line="kave"}'), metrics.slice(-900));
});

await scenario('all lines down for an hour, then one is back: what waited goes out once', async () => {
  gateway.play(() => ({ status: 500, body: '' }));
  second.play(() => ({ status: 500, body: '' }));
  const it = await signIn(server, 'fanavari');
  const html = (await send(server, 'GET', '/staff/channels', { headers: { Cookie: it.cookie } })).text;
  const form = html.match(/<form id="pause-kannel"[^>]* action="([^"]+)".*?name="(csrf-[^"]+)"[^>]* value="([^"]+)"/s);
  await send(server, 'POST', form[1], { headers: { Cookie: it.cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ [form[2]]: form[3] }).toString() });
  for (const index of [1, 2, 3]) await from(`0915666000${index}`, 'پیشنهاد');
  for (let step = 0; step < 12; step += 1) {
    later(5 * 60_000);
    await new Promise((done) => setTimeout(done, 300));
  }
  gateway.play(kavenegar);
  for (let step = 0; step < 4; step += 1) {
    later(15 * 60_000);
    await new Promise((done) => setTimeout(done, 1200));
  }
  for (const index of [1, 2, 3]) await arrives(`0915666000${index}`, 'ثبت شد', 20);
  for (const index of [1, 2, 3]) expectEqual(to(`0915666000${index}`).length, 1, 'once');
  // A number that the gateway refuses is dead at once, and staff may send it again.
  gateway.play((request) => (request.path.endsWith('send.json') ? { status: 411, body: { return: { status: 411 } } } : kavenegar(request)));
  await from('09156660009', 'پیشنهاد');
  const fresh = await signIn(server, 'fanavari');
  const dead = async () => (await send(server, 'GET', '/staff/channels', { headers: { Cookie: fresh.cookie } })).text;
  await waitUntil('dead', 15, async () => (await dead()).includes('status 411'));
  gateway.play(kavenegar);
  const again = (await dead()).match(/<form id="again-\d+"[^>]* action="([^"]+)".*?name="(csrf-[^"]+)"[^>]* value="([^"]+)"/s);
  await send(server, 'POST', again[1], { headers: { Cookie: fresh.cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ [again[2]]: again[3] }).toString() });
  await arrives('09156660009', 'ثبت شد', 15);
});

await scenario('notices wait out the night; what was asked for does not', async () => {
  // To 22:30 of that day in Tehran.
  const now = 1795242600000 + (Date.now() - begun) + ahead;
  const sinceMidnight = (now + 12_600_000) % 86_400_000;
  later(22.5 * 3_600_000 - sinceMidnight + (sinceMidnight > 22.5 * 3_600_000 ? 86_400_000 : 0));
  Object.assign(head, await signIn(server, 'riyasat'));
  await from('09154440001', 'درخواست: سهمیهٔ کود');
  await arrives('09154440001', 'ثبت شد');
  const code = ascii(codeIn(to('09154440001')[0]));
  const found = await caseOf(code);
  await head.call('POST', `/api/v1/staff/cases/${found.id}/replies`, { text: 'سهمیه واریز شد.', version: found.version });
  await new Promise((done) => setTimeout(done, 2500));
  expect(!to('09154440001').some((text) => text.includes('واریز شد')), 'not at night');
  later(8.6 * 3_600_000);
  await arrives('09154440001', 'واریز شد', 15);
});

await scenario('a real Kannel: in through its service, out through sendsms, delivered through its report', async () => {
  gateway.play(() => ({ status: 500, body: '' }));
  const it = await signIn(server, 'fanavari');
  const html = (await send(server, 'GET', '/staff/channels', { headers: { Cookie: it.cookie } })).text;
  const press = async (id) => {
    const form = html.match(new RegExp(`<form id="${id}"[^>]* action="([^"]+)".*?name="(csrf-[^"]+)"[^>]* value="([^"]+)"`, 's'));
    return send(server, 'POST', form[1], { headers: { Cookie: it.cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ [form[2]]: form[3] }).toString() });
  };
  expectEqual((await press('resume-kannel')).status, 303);
  expectEqual((await press('pause-smsir')).status, 303);
  expectEqual((await press('pause-kave')).status, 303);
  kannel.sendText('09152220001', '30007648', 'request: water for the village');
  await waitUntil(`Kannel's service\n${kannel.logs()}`, 20, () => kannel.messages.some((line) => line.includes('09152220001')));
  Object.assign(head, await signIn(server, 'riyasat'));
  const found = await caseOf('water for the village');
  expectEqual([found.channel, found.person.mobile], ['sms', '09152220001']);
  await waitUntil('its report', 20, async () => (await caseOf('water for the village')).messages[0]?.state === 'delivered');
});

await scenario('neither numbers nor keys nor secrets stand in the log', async () => {
  const log = server.log();
  for (const words of ['09151112233', '9151112233', 'kave-key', 'kannel-key', secret, first]) expect(!log.includes(words), words);
});

clearInterval(ticking);
await server.stop();
await kannel.stop();
await gateway.stop();
await second.stop();
config.remove();
finish();
