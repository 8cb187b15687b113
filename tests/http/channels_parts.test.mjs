// SMS that come in parts: by push with the header of each part as bytes or in hexadecimal, with fields of the gateway's own,
// from a polled inbox, and from a real Kannel. In any order, pushed twice, late, and lost: one message, and no word is lost.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, waitUntil } from '../e2e/support/server.mjs';
import { secret, startGateway, startKannel, writeChannels } from './support/gateways.mjs';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const sent = [];
const gateway = await startGateway((request) => {
  if (!request.path.endsWith('send.json')) return { status: 404, body: {} };
  sent.push(request.form);
  return { body: { return: { status: 200 }, entries: [{ messageid: 40000 + sent.length, status: 1 }] } };
});
const meliInbox = [];
const meli = await startGateway((request) => {
  if (request.path === '/GetMessages') return { body: { Data: [...meliInbox].reverse().slice(Number(request.form.index), Number(request.form.index) + Number(request.form.count)) } };
  return { body: { Value: '0' } };
});
const port = await freePort();
const kannel = await startKannel({ portal: `http://127.0.0.1:${port}`, line: '30007648', join: false });
const config = writeChannels({
  every_seconds: 1,
  sms: {
    gateways: [
      { type: 'kavenegar', name: 'kave', url: gateway.url, key: 'k', line: '1', secret },
      { type: 'iran_payamak', name: 'own', url: gateway.url, key: 'k', line: '2', secret, fields: { part_ref: 'concat_ref', part_total: 'concat_total', part_number: 'concat_number' } },
      { type: 'meli_payamak', name: 'meli', url: meli.url, user: 'u', key: 'k', line: '3', poll: true },
      { type: 'kannel', name: 'kannel', url: kannel.url, user: 'portal', key: 'kannel-key', line: '30007648', secret },
    ],
  },
});
const clock = join(config.directory, 'clock');
const begun = Date.now();
let ahead = 0;
const tick = () => { writeFileSync(`${clock}.new`, String(1795242600000 + (Date.now() - begun) + ahead)); renameSync(`${clock}.new`, clock); };
tick();
const ticking = setInterval(tick, 100);
const later = (milliseconds) => { ahead += milliseconds; tick(); };
const server = await startTestServer({ port, args: ['--channels', config.file, '--clock-file', clock, '--rate-limit', 'off'] });
let head = await signIn(server, 'riyasat');
const casesOf = async (words) => (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
const caseOf = async (words) => {
  const [found] = await casesOf(words);
  return found && (await head.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
};
const arrived = (words, seconds = 20) => waitUntil(`a case of ${words}`, seconds, async () => (await casesOf(words)).length > 0);
// Bytes in the address as gateways write them: every one by its number.
const percent = (bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const udh8 = (ref, total, number) => Buffer.from([5, 0, 3, ref, total, number]);
const udh16 = (ref, total, number) => Buffer.from([6, 8, 4, ref >> 8, ref & 255, total, number]);
const pushRaw = (line, query) => send(server, 'GET', `/channels/${line}/${secret}?${query}`);
let ids = 0;
async function part(mobile, udh, text, { hex = false, id = `p${(ids += 1)}` } = {}) {
  const answer = await pushRaw('kave', `${new URLSearchParams({ from: mobile, to: '1', message: text, ...(id ? { messageid: id } : {}) })}&udh=${hex ? udh.toString('hex') : percent(udh)}`);
  expectEqual(answer.status, 200, answer.text);
}
const settle = () => new Promise((done) => setTimeout(done, 1500));
const bodies = async (mobile) => Promise.all((await casesOf(mobile)).map(async (one) => (await head.call('GET', `/api/v1/staff/cases/${one.id}`)).json()));

await scenario('parts in order, as bytes: nothing until the last one, then one case with one receipt', async () => {
  await part('09155000001', udh8(17, 3, 1), 'شکایت: آب قنات روستا از هفتهٔ پیش ');
  await part('09155000001', udh8(17, 3, 2), 'کم شده است و ');
  await settle();
  expectEqual((await casesOf('09155000001')).length, 0, 'not yet');
  await part('09155000001', udh8(17, 3, 3), 'کسی پاسخ نمی‌دهد.');
  await arrived('09155000001');
  const [found] = await bodies('09155000001');
  expectEqual([found.kind, found.body], ['complaint', 'شکایت: آب قنات روستا از هفتهٔ پیش کم شده است و کسی پاسخ نمی‌دهد.']);
  await waitUntil('receipt', 15, () => sent.filter((one) => one.receptor === '09155000001').length === 1);
});

await scenario('out of order, in hexadecimal, with a long reference, and one pushed twice', async () => {
  await part('09155000002', udh16(700, 3, 3), 'سه', { hex: true });
  await part('09155000002', udh16(700, 3, 1), 'پیشنهاد یک ', { hex: true, id: 'twice' });
  await part('09155000002', udh16(700, 3, 1), 'پیشنهاد یک ', { hex: true, id: 'twice' });
  await part('09155000002', udh16(700, 3, 1), 'پیشنهاد یک ', { hex: true });
  await part('09155000002', udh16(700, 3, 2), 'دو ', { hex: true });
  await arrived('09155000002');
  expectEqual((await bodies('09155000002')).map((one) => [one.body, one.events.length]), [['پیشنهاد یک دو سه', 1]]);
  // And once more after it is whole: a gateway that did not hear our answer.
  await part('09155000002', udh16(700, 3, 1), 'پیشنهاد یک ', { hex: true, id: 'twice' });
  await settle();
  later(20 * 60_000);
  await settle();
  expectEqual((await bodies('09155000002')).map((one) => one.events.length), [1]);
});

await scenario('two telephones under one reference, and two messages of one telephone, are not mixed', async () => {
  head = await signIn(server, 'riyasat');
  await part('09155000003', udh8(9, 2, 1), 'پیشنهاد الف ');
  await part('09155000004', udh8(9, 2, 2), 'ت');
  await part('09155000003', udh8(9, 2, 2), 'ب');
  await part('09155000004', udh8(9, 2, 1), 'پیشنهاد پ ');
  await arrived('09155000004');
  expectEqual((await bodies('09155000003')).map((one) => one.body), ['پیشنهاد الف ب']);
  expectEqual((await bodies('09155000004')).map((one) => one.body), ['پیشنهاد پ ت']);
});

await scenario('one part comes minutes late: still one message', async () => {
  await part('09155000005', udh8(40, 2, 2), 'در روستای خور است.');
  later(8 * 60_000);
  await settle();
  await part('09155000005', udh8(40, 2, 1), 'درخواست: چاه ما ');
  await arrived('09155000005');
  expectEqual((await bodies('09155000005')).map((one) => one.body), ['درخواست: چاه ما در روستای خور است.']);
});

await scenario('one part does not come: what is there is a case after ten minutes and says so; comes it after all, it joins', async () => {
  await part('09155000006', udh8(41, 3, 1), 'گزارش: راه روستا ');
  await part('09155000006', udh8(41, 3, 3), 'بسته است.');
  later(11 * 60_000);
  await arrived('09155000006', 30);
  const [found] = await bodies('09155000006');
  expectEqual(found.body, 'گزارش: راه روستا [بخشی از این پیامک نرسید] بسته است.');
  await part('09155000006', udh8(41, 3, 2), 'از دیروز ');
  await waitUntil('joined', 15, async () => (await bodies('09155000006'))[0].events.at(-1).text.includes('از دیروز'));
  expectEqual((await casesOf('09155000006')).length, 1);
});

await scenario('a reference that begins anew: the unfinished message is taken in, and the new one is whole', async () => {
  await part('09155000007', udh8(50, 2, 1), 'پیشنهاد کهنه ');
  await part('09155000007', udh8(50, 2, 1), 'پیشنهاد تازه ');
  await arrived('09155000007');
  await part('09155000007', udh8(50, 2, 2), 'کامل است');
  await waitUntil('both', 15, async () => (await bodies('09155000007'))[0].events.length === 2);
  const [found] = await bodies('09155000007');
  expect(found.body.includes('کهنه') && found.events.at(-1).text === 'پیشنهاد تازه کامل است', JSON.stringify(found.events));
});

await scenario('«پیگیری» in parts is understood; broken headers make single messages', async () => {
  const code = sent.find((one) => one.receptor === '09155000001').message.match(/[۰-۹]{4}-[۰-۹]{4}-[۰-۹]{4}/)[0];
  await part('09155000001', udh8(60, 2, 2), code.slice(7));
  await part('09155000001', udh8(60, 2, 1), `پیگیری ${code.slice(0, 7)}`);
  await waitUntil('status', 15, () => sent.some((one) => one.receptor === '09155000001' && one.message.includes('مهلت پاسخ')));
  for (const [index, bad] of [Buffer.from([5, 0, 3, 1, 2]), Buffer.from([5, 0, 3, 1, 2, 3]), Buffer.from([5, 0, 3, 1, 0, 0]), Buffer.from([255]), Buffer.from('xyz')].entries()) {
    await part(`0915500010${index}`, bad, 'پیشنهاد تک');
    await arrived(`0915500010${index}`);
  }
});

await scenario('a gateway that names parts in fields of its own', async () => {
  const piece = (number, text) => pushRaw('own', new URLSearchParams({ from: '09155000008', to: '2', message: text, message_id: 'same-for-all', concat_ref: 'abc-17', concat_total: '۲', concat_number: String(number) }));
  expectEqual((await piece(2, 'باران نیامد')).status, 200);
  expectEqual((await piece(1, 'گزارش: امسال ')).status, 200);
  await arrived('09155000008');
  expectEqual((await bodies('09155000008')).map((one) => one.body), ['گزارش: امسال باران نیامد']);
});

await scenario('parts in an inbox that is read', async () => {
  meliInbox.push({ MsgID: 501, Body: 'کود می‌خواهم', Sender: '989155000009', Receiver: '3', Parts: 2, Udh: '050003AA0202' });
  await settle();
  meliInbox.push({ MsgID: 502, Body: 'درخواست: ', Sender: '989155000009', Receiver: '3', Parts: 2, Udh: '050003AA0201' });
  await arrived('09155000009');
  expectEqual((await bodies('09155000009')).map((one) => one.body), ['درخواست: کود می‌خواهم']);
});

await scenario('a real Kannel that hands over parts with their headers, the last one first', async () => {
  kannel.sendPart('09155000010', '30007648', udh8(77, 2, 2), 'of the village is dry');
  await settle();
  expectEqual((await casesOf('09155000010')).length, 0);
  kannel.sendPart('09155000010', '30007648', udh8(77, 2, 1), 'the well ');
  await arrived('09155000010').catch((error) => { throw new Error(`${error.message}\n${server.log().slice(-1200)}`); });
  expectEqual((await bodies('09155000010')).map((one) => one.body), ['the well of the village is dry']);
  kannel.sendPart('09155000011', '30007648', udh16(1077, 3, 3), 'کم است.');
  kannel.sendPart('09155000011', '30007648', udh16(1077, 3, 1), 'شکایت: آب ');
  kannel.sendPart('09155000011', '30007648', udh16(1077, 3, 2), 'قنات ');
  await arrived('09155000011');
  expectEqual((await bodies('09155000011')).map((one) => one.body), ['شکایت: آب قنات کم است.']);
});

clearInterval(ticking);
if (process.exitCode || process.env.SHOW_LOG) console.error(server.log().slice(-2000));
await server.stop();
await kannel.stop();
await gateway.stop();
await meli.stop();
config.remove();
finish();
