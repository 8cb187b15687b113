// The server is killed with -9 at random moments during 200 submissions and started again on the same data: every code that
// a client received is found afterwards, and a client that tries again with its key never makes a second case.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { freePort, startServer } from '../e2e/support/server.mjs';
import { complaintCategory, newCase, post, submit } from './support.mjs';

const submissions = 200;
const clients = 8;
const kills = 12;

test('no code that a client received is lost, and no key makes two cases', { timeout: 240_000 }, async () => {
  const data = mkdtempSync(join(tmpdir(), 'hamandish-crash-'));
  const port = await freePort();
  const start = () => startServer({ data, port, empty: true, args: ['--rate-limit', 'off'] });
  let server = await start();
  const category = await complaintCategory(server);
  const received = new Map(); // index -> code
  let next = 0;

  // One client: sends its case with one key until it has an answer, as the browser does.
  async function client() {
    while (next < submissions) {
      const index = next++;
      const key = randomUUID();
      while (!received.has(index)) {
        try {
          const answer = await submit(server, newCase(index, category), key);
          if (answer.status === 201) received.set(index, (await answer.json()).tracking_code);
          else assert.ok(answer.status >= 500 || answer.status === 429, `unexpected ${answer.status}: ${await answer.text()}`);
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error;
          await new Promise((done) => setTimeout(done, 30)); // the server is down: try again
        }
      }
    }
  }

  let killed = 0;
  async function killer() {
    while (next < submissions) {
      // Let a random number of further cases through, then pull the plug in the middle of the next ones.
      const until = Math.min(submissions, received.size + 5 + Math.floor(Math.random() * 20));
      while (received.size < until && next < submissions) await new Promise((done) => setTimeout(done, Math.random() * 4));
      if (killed < kills) {
        await server.kill();
        killed += 1;
        server = await start();
      }
    }
  }

  await Promise.all([killer(), ...Array.from({ length: clients }, client)]);
  await server.kill();
  server = await start();
  assert.ok(killed >= 3, `only ${killed} kills`);
  assert.equal(received.size, submissions);
  assert.equal(new Set(received.values()).size, submissions, 'codes are unique');
  for (const [index, code] of received) {
    const mobile = newCase(index, category).person.mobile;
    const answer = await post(`${server.url}/api/v1/cases/lookup`, { tracking_code: code, mobile_last4: mobile.slice(-4) });
    assert.equal(answer.status, 200, `code of case ${index} is lost`);
    assert.equal((await answer.json()).subject, newCase(index, category).subject);
  }
  assert.equal(await countCases(server, data), submissions, 'as many cases as submissions');
  assert.equal((await server.stop()).code, 0);
  rmSync(data, { recursive: true, force: true });
});

// Counted in the database itself, behind the server's back.
async function countCases(server, data) {
  const { execFileSync } = await import('node:child_process');
  const { readdirSync } = await import('node:fs');
  const file = readdirSync(data).find((name) => /\.(db|sqlite3?)$/.test(name));
  return Number(execFileSync('sqlite3', ['-readonly', join(data, file), 'SELECT count(*) FROM cases']).toString());
}
