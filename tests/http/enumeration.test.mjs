// Who guesses codes learns nothing from the answer or its time: a code that does not exist, a wrong second factor and
// another's second factor answer alike. Generous: what is looked for is a branch that leaves early, not a microsecond.
import { Agent } from 'node:http';
import { complaint, expect, expectEqual, finish, person, scenario, send, startTestServer, submit } from './support/scenario.mjs';

const rounds = 400;
const server = await startTestServer({ empty: true, args: ['--rate-limit', 'off', '--log-level', 'warn'] });
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const lookup = (tracking_code, mobile_last4) => send(server, 'POST', '/api/v1/cases/lookup', { agent, json: { tracking_code, mobile_last4 } });

const codes = [];
for (let index = 0; index < 30; index += 1) {
  const mobile = `0915${1000000 + index * 137}`;
  const answer = await submit(server, complaint({ person: { ...person, mobile } }));
  expectEqual(answer.status, 201, answer.text);
  codes.push({ code: answer.json().tracking_code, last4: mobile.slice(-4) });
}

// A code whose check digit holds: the answer to a typing mistake is another, and says nothing of what is stored.
async function unknownCode() {
  for (;;) {
    const code = String(100000000000 + Math.floor(Math.random() * 899999999999));
    const answer = await lookup(code, '0000');
    if (answer.status === 404) return code;
  }
}

const unknown = [];
for (let index = 0; index < 30; index += 1) unknown.push(await unknownCode());
const other = (index) => codes[(index + 1) % codes.length].last4;
const wrong = (index) => String((Number(codes[index].last4) + 5000) % 10000).padStart(4, '0');
const kinds = {
  'a code that does not exist': (index) => lookup(unknown[index], other(index)),
  'a wrong second factor': (index) => lookup(codes[index].code, wrong(index)),
  'the second factor of another case': (index) => lookup(codes[index].code, other(index)),
};

await scenario('the answers are the same, byte for byte', async () => {
  const seen = new Set();
  for (const ask of Object.values(kinds)) {
    const answer = await ask(3);
    const headers = { ...answer.headers };
    for (const name of ['date', 'x-request-id']) delete headers[name];
    seen.add(JSON.stringify([answer.status, headers, answer.text]));
  }
  expectEqual(seen.size, 1, [...seen].join('\n'));
});

await scenario('the times are the same', async () => {
  const times = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, ask] of Object.entries(kinds)) {
      const start = process.hrtime.bigint();
      await ask(round % codes.length);
      times[name].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  // The lower quartile: what a busy machine adds is noise on top.
  const typical = Object.entries(times).map(([name, all]) => [name, all.toSorted((a, b) => a - b)[Math.floor(rounds / 4)]]);
  const values = typical.map(([, value]) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  expect(most < least * 1.3 + 0.15, `times differ: ${JSON.stringify(typical)}`);
});

agent.destroy();
await server.stop();
finish();
