// What happens before a journey begins: messages that are in, and what colleagues did with them, over the REST interface.
import { citizen, password } from './people.mjs';

let keys = 0;

async function json(answer) {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

// A complaint of `citizen`; gives its receipt.
export async function sendComplaint(server, changes = {}) {
  const person = { first_name: citizen['نام'], last_name: citizen['نام خانوادگی'], national_id: citizen['کد ملی'], mobile: citizen['تلفن همراه'] };
  const body = { kind: 'complaint', category: 'qanat', subject: 'آب چاه قطع است', body: 'آب چاه کشاورزی روستا از هفتهٔ پیش قطع است و کسی پاسخ نمی‌دهد.', person, ...changes };
  keys += 1;
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `calls-${process.pid}-${keys}` };
  return json(await fetch(`${server.url}/api/v1/cases`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

// A member of staff: find(code), read(id), act(id, action) with the version that the case has now.
export async function colleague(server, username) {
  const answer = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password }),
  });
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  const { csrf_token } = await json(answer);
  const call = async (path, body) =>
    json(await fetch(`${server.url}/api/v1/staff/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Cookie: cookie, 'X-CSRF-Token': csrf_token, ...(body && { 'Content-Type': 'application/json' }) },
      body: body && JSON.stringify(body),
    }));
  const read = (id) => call(`cases/${id}`);
  return {
    read,
    find: async (code) => (await call(`cases?q=${code}`)).cases[0].id,
    act: async (id, action) => call(`cases/${id}/actions`, { version: (await read(id)).version, ...action }),
  };
}
