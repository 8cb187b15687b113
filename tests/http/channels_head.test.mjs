// What organisation A promises of SMS: a citizen's message is registered, reaches the office of its head whatever it is
// about, and is answered by SMS; the office may pass it on like any other case.
import { waitUntil } from '../e2e/support/server.mjs';
import { secret, startGateway, writeChannels } from './support/gateways.mjs';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const sent = [];
const gateway = await startGateway((request) => {
  if (!request.path.endsWith('send.json')) return { status: 404, body: {} };
  sent.push(request.form);
  return { body: { return: { status: 200 }, entries: [{ messageid: 70000 + sent.length, status: 1 }] } };
});
const config = writeChannels({
  every_seconds: 1,
  sms: { unit: 'head-office', gateways: [{ type: 'kavenegar', name: 'kave', url: gateway.url, key: 'k', line: '30002188', secret }] },
});
const server = await startTestServer({ profile: 'tamliki', args: ['--channels', config.file, '--rate-limit', 'off'] });

let numbers = 0;
const push = (from, message) =>
  send(server, 'GET', `/channels/kave/${secret}?${new URLSearchParams({ from, to: '30002188', message, messageid: `in-${(numbers += 1)}` })}`);
const to = (mobile) => sent.filter((one) => one.receptor === mobile).map((one) => one.message);
const arrives = (mobile, words) => waitUntil(`«${words}» to ${mobile}: ${JSON.stringify(to(mobile))}`, 15, () => to(mobile).some((text) => text.includes(words)));
const head = await signIn(server, 'riyasat');
const found = async (words) => {
  const [one] = (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
  return (await head.call('GET', `/api/v1/staff/cases/${one.id}`)).json();
};

await scenario('whatever a text is about, it is a case of its kind at the head’s office', async () => {
  expectEqual((await push('09151110001', 'خودروی مزایده را تحویل نمی‌دهند')).status, 200);
  expectEqual((await push('09151110002', 'شکایت از رفتار کارمند انبار')).status, 200);
  await arrives('09151110001', 'ثبت شد');
  await arrives('09151110002', 'ثبت شد');
  const [first, second] = [await found('خودروی مزایده را تحویل'), await found('رفتار کارمند انبار')];
  expectEqual([first.kind, first.unit_id, first.channel], ['suggestion', 'head-office', 'sms']);
  expectEqual([second.kind, second.unit_id, second.channel], ['complaint', 'head-office', 'sms']);
});

await scenario('the office answers, and the answer goes back by SMS', async () => {
  const file = await found('خودروی مزایده را تحویل');
  const done = await head.call('POST', `/api/v1/staff/cases/${file.id}/replies`, { text: 'خودرو فردا تحویل می‌شود.', version: file.version });
  expect(done.status < 300, done.text);
  await arrives('09151110001', 'خودرو فردا تحویل می‌شود.');
});

await scenario('the office passes one on, and the unit it went to has it', async () => {
  const file = await found('رفتار کارمند انبار');
  const done = await head.call('POST', `/api/v1/staff/cases/${file.id}/referrals`, { to_unit: 'inspection', text: 'لطفاً بررسی کنید.', version: file.version });
  expect(done.status < 300, done.text);
  expectEqual((await found('رفتار کارمند انبار')).unit_id, 'inspection');
});

await server.stop();
await gateway.stop();
config.remove();
finish();
