// What a draft with 5,000 comments costs its readers, over one with fifty: the page, its older comments, the queue of those who
// moderate and the disposition table. The two drafts are copies of one, in one database, read in turns.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { password } from '../e2e/support/people.mjs';
import { startServer } from '../e2e/support/server.mjs';
import { inRounds, medianOf, median, print } from './support.mjs';

const many = Number(process.env.HAMANDISH_BENCH_COMMENTS ?? 5000);
const few = 50;

// Published and waiting comments in equal parts, each in a group of its own.
function makeDraft(sql, count, state = 'open') {
  const columns = 'version, kind, origin, title, purpose, affects, unit_id, days, opens_on, closes_on, was_open, text_hash';
  const from = "(SELECT * FROM drafts WHERE state = 'open' ORDER BY id LIMIT 1)";
  const id = Number(sql(`INSERT INTO drafts (state, comment_count, ${columns}) SELECT '${state}', ${count}, ${columns} FROM ${from} RETURNING id`));
  const first = Number(sql('SELECT coalesce(max(id), 0) + 1 FROM draft_answers'));
  sql(`BEGIN;
  INSERT INTO draft_clauses SELECT ${id}, edition, position, id, kind, name, body FROM draft_clauses WHERE edition = 0 AND draft_id = (SELECT id FROM ${from});
  INSERT INTO draft_steps (draft_id, step, at, text_hash, hash) VALUES (${id}, 'open', 1790000000000, x'', x'');
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count} - 1)
  INSERT INTO draft_answers (id, draft_id, comments, outcome, reason) SELECT ${first} + n.i, ${id}, 1, 'partly', 'دلیل ' || n.i FROM n;
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count} - 1)
  INSERT INTO draft_comments (draft_id, clause_id, tracking_code, request_key, at, commenter_group, publication, body, wording, print, state, answer_id)
  SELECT ${id}, 'a1', printf('%016d', ${first} + n.i), randomblob(16), 1790000000000 + n.i, 'citizen', 'without_name',
    'نظر ' || n.i || ': ' || hex(randomblob(120)), 'متن پیشنهادی ' || n.i, x'', CASE n.i % 2 WHEN 0 THEN 'published' ELSE 'waiting' END, ${first} + n.i FROM n;
  COMMIT;`);
  return { id, newest: Number(sql(`SELECT max(id) FROM draft_comments WHERE draft_id = ${id}`)), first };
}

async function session(server) {
  const answer = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: 'hoghoghi', password }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.headers.get('set-cookie').split(';')[0];
}

export async function drafts() {
  const server = await startServer({ args: ['--rate-limit', 'off', '--log-level', 'warn'] });
  try {
    const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(server.data, 'hamandish.db'), text], { encoding: 'utf8' });
    const pair = [makeDraft(sql, few), makeDraft(sql, many)];
    const issued = [makeDraft(sql, few, 'issued'), makeDraft(sql, many, 'issued')];
    const Cookie = await session(server);
    const milliseconds = async (path) => {
      const times = [];
      for (let turn = 0; turn < 15; turn += 1) {
        const start = performance.now();
        const answer = await fetch(server.url + path, { headers: path.startsWith('/staff') ? { Cookie } : {} });
        const body = await answer.text();
        times.push(performance.now() - start);
        if (!answer.ok) throw new Error(`${path}: ${body.slice(0, 300)}`);
      }
      return median(times);
    };
    const pages = {
      page: ({ id }) => `/drafts/${id}`,
      older: ({ id, newest }) => `/drafts/${id}/comments/${newest - 8}`,
      open_data: ({ id }) => `/api/v1/drafts/${id}/comments?limit=20`,
      moderation: ({ id }) => `/staff/drafts/${id}/comments/waiting`,
      dispositions: ({ id }) => `/staff/drafts/${id}/answers`,
    };
    for (const [name, of] of [...Object.entries(pages), ['issued_page', pages.page]]) {
      const [small, large] = name === 'issued_page' ? issued : pair;
      const taken = await inRounds(async () => {
        const one = await milliseconds(of(small));
        return (await milliseconds(of(large))) / one;
      });
      print(`draft_${name}_5000_vs_50`, medianOf(taken, (ratio) => ratio), 'ratio', taken.noisy);
    }
  } finally {
    await server.stop();
  }
}
