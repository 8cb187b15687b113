// The other gateways, each played by a local server as its documents describe it (domain facts 4.1): what they are asked,
// what they answer on good and bad days, their inboxes and reports of delivery. And a mailbox that says nothing at all,
// which may hold nothing back but itself.
import { createServer } from 'node:net';
import { waitUntil } from '../e2e/support/server.mjs';
import { secret, startGateway, writeChannels } from './support/gateways.mjs';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

// MeliPayamak: user name and password in every body; Value is an id, or a short number that says what is wrong.
const meliSent = [];
const meliInbox = [];
const meliPages = [];
function meli(request) {
  if (request.form.username !== 'meli-user' || request.form.password !== 'meli-key') return { body: { Value: '0', RetStatus: 0, StrRetStatus: 'InvalidUser' } };
  if (request.path === '/SendSMS') {
    meliSent.push(request.form);
    return { body: { Value: String(5_000_000_000_000 + meliSent.length), RetStatus: 1, StrRetStatus: 'Ok' } };
  }
  if (request.path === '/GetDeliveries2') return { body: { Value: '1', RetStatus: 1, StrRetStatus: 'Ok' } };
  if (request.path === '/GetCredit') return { body: { Value: '1520', RetStatus: 1, StrRetStatus: 'Ok' } };
  if (request.path === '/GetMessages') {
    const [index, count] = [Number(request.form.index), Number(request.form.count)];
    meliPages.push(index);
    const newest = [...meliInbox].sort((a, b) => b.MsgID - a.MsgID);
    return { body: { MyBase: { RetStatus: 1 }, Data: newest.slice(index, index + count) } };
  }
  return { status: 404, body: {} };
}
// SMS.ir: key in a header, numbers without their zero, no ids in the inbox.
const irSent = [];
const irInbox = [];
function smsIr(request) {
  if (request.headers['x-api-key'] !== 'ir-key') return { status: 401, body: { status: 10, message: 'کلید وب سرویس نامعتبر است', data: null } };
  if (request.path === '/v1/send/bulk') {
    irSent.push(request.json);
    if (request.json.mobiles[0].endsWith('404')) return { status: 400, body: { status: 104, message: 'شماره موبایل ارسالی معتبر نمیباشد', data: null } };
    return { body: { status: 1, message: 'موفق', data: { packId: 'a-b', messageIds: [881_000 + irSent.length], cost: 1.5 } } };
  }
  if (request.path.startsWith('/v1/send/')) return { body: { status: 1, message: 'موفق', data: { deliveryState: 2, deliveryDateTime: 1795242600 } } };
  if (request.path === '/v1/receive/latest') return { body: { status: 1, message: 'موفق', data: irInbox } };
  if (request.path === '/v1/credit') return { body: { status: 1, message: 'موفق', data: 99.5 } };
  return { status: 404, body: {} };
}
// FarazSMS / IranPayamak: key in a header whose case matters.
const farazSent = [];
function faraz(request) {
  if (request.headers['api-key'] !== 'faraz-key') return { status: 401, body: { status: 'error', message: 'unauthorized' } };
  if (request.path !== '/ws/v1/sms/simple') return { status: 404, body: {} };
  farazSent.push(request.json);
  return { status: 201, body: { status: 'success', data: { message_id: 7_100 + farazSent.length } } };
}
const gateways = { meli: await startGateway(meli), ir: await startGateway(smsIr), faraz: await startGateway(faraz) };
const silent = createServer((socket) => socket.on('error', () => {}));
await new Promise((done) => silent.listen(0, '127.0.0.1', done));

const config = writeChannels({
  every_seconds: 1,
  sms: {
    gateways: [
      { type: 'meli_payamak', name: 'meli', url: gateways.meli.url, user: 'meli-user', key: 'meli-key', line: '50001', secret, poll: true },
      { type: 'sms_ir', name: 'smsir', url: gateways.ir.url, key: 'ir-key', line: '30004505', secret, poll: true },
      { type: 'iran_payamak', name: 'faraz', url: gateways.faraz.url, key: 'faraz-key', line: '90008361', secret },
    ],
  },
  email: { mailboxes: [{ name: 'silent', url: `imap://127.0.0.1:${silent.address().port}`, user: 'x', key: 'silent-key', address: 'x@organisation.example', tls: false, timeout_ms: 3000 }] },
});
const server = await startTestServer({ args: ['--channels', config.file, '--rate-limit', 'off'] });
const head = await signIn(server, 'riyasat');
const it = await signIn(server, 'fanavari');
const caseOf = async (words) => {
  const [found] = (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
  return found && (await head.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
};
const push = (line, fields, options = {}) => send(server, 'GET', `/channels/${line}/${secret}${options.state ? '/state' : ''}?${new URLSearchParams(fields)}`);
const page = async () => (await send(server, 'GET', '/staff/channels', { headers: { Cookie: it.cookie } })).text;
async function pressed(id) {
  const form = (await page()).match(new RegExp(`<form id="${id}"[^>]* action="([^"]+)".*?name="(csrf-[^"]+)"[^>]* value="([^"]+)"`, 's'));
  return send(server, 'POST', form[1], { headers: { Cookie: it.cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ [form[2]]: form[3] }).toString() });
}

await scenario('a silent mailbox holds back neither SMS in nor SMS out', async () => {
  const begun = Date.now();
  for (const index of [1, 2, 3, 4, 5]) {
    expectEqual((await push('meli', { from: `0915700000${index}`, to: '50001', body: `پیشنهاد شمارهٔ ${index}`, msgId: `quick-${index}` })).status, 200);
    await waitUntil(`receipt ${index}`, 10, () => meliSent.some((one) => one.to === `0915700000${index}`));
  }
  expect(Date.now() - begun < 20_000, `${Date.now() - begun} ms`);
  await waitUntil('the mailbox is seen to fail', 20, async () => /silent[^]*?خطای پیاپی/.test(await page()));
});

await scenario('what the gateways say of their accounts stands on the page of the channels', async () => {
  await waitUntil('credit', 30, async () => (await page()).includes('۱٬۵۲۰') || (await page()).includes('۱۵۲۰'));
  expect((await send(server, 'GET', '/metrics')).text.includes('hamandish_channel_balance{line="smsir"} 99'), 'metrics');
});

await scenario('MeliPayamak: what it is asked, and delivery by its numbers', async () => {
  const [first] = meliSent;
  expectEqual([first.from, first.isFlash, first.username], ['50001', 'false', 'meli-user']);
  expect(first.text.includes('ثبت شد'), first.text);
  const code = first.text.match(/[۰-۹]{4}-[۰-۹]{4}-[۰-۹]{4}/)[0].replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)).replace(/-/g, '');
  await waitUntil('delivered', 20, async () => (await caseOf(code)).messages[0].state === 'delivered');
});

await scenario('MeliPayamak: an inbox of more than one page is read to where the last look ended', async () => {
  meliInbox.push({ MsgID: 1000, Body: 'پیشنهاد نخست', Sender: '989157100000', Receiver: '50001', SendDate: '' });
  await waitUntil('the first', 15, async () => (await caseOf('پیشنهاد نخست')) !== undefined);
  for (let index = 1; index <= 230; index += 1) meliInbox.push({ MsgID: 1000 + index, Body: `انبوه${index}پایان`, Sender: `98915${7200000 + index}`, Receiver: '50001', SendDate: '' });
  await waitUntil('the oldest of 230', 60, async () => (await caseOf('انبوه1پایان')) !== undefined);
  await waitUntil('the newest of 230', 60, async () => (await caseOf('انبوه230پایان')) !== undefined);
  expect(meliPages.includes(200), 'the third page');
});

await scenario('a wrong password, no credit and a filtered word: another gateway takes over, or staff see it', async () => {
  gateways.meli.play((request) => (request.path === '/SendSMS' ? { body: { Value: '2', RetStatus: 35, StrRetStatus: 'NoCredit' } } : meli(request)));
  expectEqual((await push('meli', { from: '09157300001', to: '50001', body: 'پیشنهاد', msgId: 'credit' })).status, 200);
  await waitUntil('by SMS.ir', 20, () => irSent.some((one) => one.mobiles[0] === '09157300001'));
  gateways.meli.play(meli);
});

await scenario('SMS.ir: line and numbers in JSON, an inbox without ids is taken once, a report of what did not arrive', async () => {
  await pressed('pause-meli');
  irInbox.push({ messageText: 'درخواست کود شیمیایی', number: 30004505, mobile: 9157400001, receivedDateTime: 1795242600 }, { messageText: 'درخواست سم', number: 30004505, mobile: 9157400002, receivedDateTime: 1795242601 });
  await waitUntil('receipts', 20, () => ['09157400001', '09157400002'].every((mobile) => irSent.some((one) => one.mobiles[0] === mobile)));
  await new Promise((done) => setTimeout(done, 3000));
  expectEqual(irSent.filter((one) => one.mobiles[0] === '09157400001').length, 1);
  expectEqual((await caseOf('درخواست کود شیمیایی')).person.mobile, '09157400001');
  expectEqual(String(irSent[0].lineNumber), '30004505');
  await waitUntil('undelivered', 90, async () => (await caseOf('درخواست کود شیمیایی')).messages[0].state === 'undelivered');
});

await scenario('SMS.ir: a number that it refuses is dead at once, without a word of it on the page', async () => {
  expectEqual((await push('smsir', { mobile: '9157500404', number: '30004505', messageText: 'پیشنهاد', messageId: 'x-1' })).status, 200);
  await waitUntil('dead', 20, async () => (await page()).includes('status 104'));
  expect(!(await page()).includes('7500404'), 'no number');
});

await scenario('FarazSMS / IranPayamak: sending, and reports and messages that the panel pushes', async () => {
  await pressed('pause-smsir');
  expectEqual((await push('faraz', { from: '9157600001', to: '90008361', message: 'گزارش آبیاری', message_id: 'f-1' })).status, 200);
  await waitUntil('receipt', 20, () => farazSent.some((one) => one.recipients[0] === '09157600001'));
  const sent = farazSent.find((one) => one.recipients[0] === '09157600001');
  expectEqual([sent.line_number, sent.number_format], ['90008361', 'persian']);
  await new Promise((done) => setTimeout(done, 500));
  expectEqual((await push('faraz', { message_id: String(7_100 + farazSent.indexOf(sent) + 1), status: 'delivered' }, { state: true })).status, 200);
  await waitUntil('delivered', 10, async () => (await caseOf('گزارش آبیاری')).messages[0].state === 'delivered');
  expectEqual((await push('faraz', { message_id: '999999', status: 'delivered' }, { state: true })).status, 404);
});

await scenario('a gateway that says nothing for longer than its deadline is left, and nobody is told twice', async () => {
  gateways.faraz.play((request) => ({ ...faraz(request), wait: 15_000 }));
  expectEqual((await push('faraz', { from: '9157600002', to: '1', message: 'پیشنهاد کُند', message_id: 'f-2' })).status, 200);
  await waitUntil('it was asked', 20, () => farazSent.some((one) => one.recipients[0] === '09157600002'));
  await pressed('resume-smsir');
  await new Promise((done) => setTimeout(done, 13_000));
  expect(!irSent.some((one) => one.mobiles[0] === '09157600002'), 'not by another one while the first may have it');
  gateways.faraz.play(faraz);
});

await scenario('no key and no number stands in the log', async () => {
  for (const words of ['meli-key', 'meli-user', 'ir-key', 'faraz-key', 'silent-key', '9157000001', '9157400001', secret]) expect(!server.log().includes(words), words);
});

const stopping = Date.now();
await server.stop();
await scenario('a server with a silent mailbox stops within its patience', async () => expect(Date.now() - stopping < 12_000, `${Date.now() - stopping} ms`));
silent.close();
for (const gateway of Object.values(gateways)) await gateway.stop();
config.remove();
finish();
