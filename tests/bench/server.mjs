// The server under load: submissions against SQLite alone, look-ups against the smallest answer.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, startServer } from '../e2e/support/server.mjs';
import { complaintCategory, newCase, submit } from '../http/support.mjs';
import { median, print } from './support.mjs';

const unlimited = ['--rate-limit', 'off'];

function wrk(server, path, script, environment, seconds = 5) {
  const run = spawnSync('wrk', ['-t', '2', '-c', '64', '-d', `${seconds}s`, '-s', join(root, 'tests/bench', script), server.url + path], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  const match = run.stdout.match(/RATE ([0-9.]+) BAD ([0-9]+)/);
  if (!match) throw new Error(`wrk: ${run.stdout}${run.stderr}`);
  if (Number(match[2]) > 0) throw new Error(`wrk: ${match[2]} bad answers from ${path}`);
  return Number(match[1]);
}

// Submissions a second. `run`: in no two calls on one database the same.
export async function submitRate(server, run) {
  return wrk(server, '/', 'submit.lua', { CATEGORY: await complaintCategory(server), RUN: run });
}

// `file`: a database to insert into, which it changes; none: a new one.
export function submitReference(file) {
  const given = file ? [file, '--keep'] : [];
  const reference = execFileSync(join(root, 'build/native/tests/submit_reference'), given, { encoding: 'utf8' });
  return Number(reference.match(/([0-9.]+)/)[1]);
}

export async function submitVsSqlite() {
  const ratios = [];
  for (let round = 0; round < 5; round += 1) {
    const server = await startServer({ empty: true, args: unlimited });
    const rate = await submitRate(server, `r${round}`);
    await server.stop();
    ratios.push(rate / submitReference());
  }
  print('submit_vs_sqlite', median(ratios), 'ratio');
}

export async function lookupRatio(server) {
  const category = await complaintCategory(server);
  const lines = [];
  for (let index = 0; index < 200; index += 1) {
    const body = newCase(index, category);
    const answer = await (await submit(server, body, `bench-${Date.now()}-${index}`)).json();
    lines.push(`${answer.tracking_code} ${body.person.mobile.slice(-4)}`);
  }
  const codes = join(server.data, 'codes.txt');
  writeFileSync(codes, lines.join('\n') + '\n');
  const [code, last4] = lines[0].split(' ');
  const sample = await fetch(`${server.url}/api/v1/cases/lookup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ tracking_code: code, mobile_last4: last4 }),
  });
  const bytes = (await sample.arrayBuffer()).byteLength;
  const ratios = [];
  for (let round = 0; round < 5; round += 1) {
    const rate = (address) => wrk(server, '/', 'lookup.lua', { CODES: codes, ADDRESS: address }, 3);
    const lookups = rate('/api/v1/cases/lookup');
    const hellos = rate(`/api/v1/bench/hello?bytes=${bytes}`);
    if (!(lookups > 0 && hellos > 0)) throw new Error(`lookups ${lookups}, hellos ${hellos}`);
    ratios.push(lookups / hellos);
  }
  return median(ratios);
}

export async function lookupVsHello() {
  const server = await startServer({ empty: true, args: unlimited });
  print('lookup_vs_hello', await lookupRatio(server), 'ratio');
  await server.stop();
}
