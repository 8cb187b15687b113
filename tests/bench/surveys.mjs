// What the results of a survey with 100,000 answers cost: the first view after the server's start over later ones, and
// later ones over those of a small survey. Both surveys are the demonstration's, one with more answers; the database is
// made once and kept under build/bench.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { password } from '../e2e/support/people.mjs';
import { root, startServer } from '../e2e/support/server.mjs';
import { median, print } from './support.mjs';

const many = Number(process.env.HAMANDISH_BENCH_ANSWERS ?? 100_000);
const quiet = ['--rate-limit', 'off', '--log-level', 'warn'];
const profile = 'khorasan-agri';

async function database() {
  const directory = join(root, 'build/bench', `answers-${many}`);
  const mark = join(directory, 'stamp');
  const source = readFileSync(join(root, `assets/demo/${profile}-surveys.json`), 'utf8');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === source) return directory;
  const unfinished = `${directory}.part`;
  for (const old of [directory, unfinished]) rmSync(old, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const assets = join(unfinished, 'assets');
  cpSync(join(root, 'assets'), assets, { recursive: true });
  const demo = JSON.parse(source);
  demo.surveys.find((survey) => survey.answers > 300).answers = many;
  writeFileSync(join(assets, `demo/${profile}-surveys.json`), JSON.stringify(demo));
  await (await startServer({ data: unfinished, profile, args: [...quiet, '--assets', assets], patience: 600 })).stop();
  writeFileSync(join(unfinished, 'stamp'), source);
  renameSync(unfinished, directory);
  return directory;
}

async function reader(server) {
  const answer = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'ravabet', password }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const Cookie = answer.headers.get('set-cookie').split(';')[0];
  return async (id) => {
    const start = performance.now();
    const page = await fetch(`${server.url}/staff/surveys/${id}/results`, { headers: { Cookie } });
    const html = await page.text();
    if (!page.ok) throw new Error(html.slice(0, 300));
    return performance.now() - start;
  };
}

async function idsByAnswers(server) {
  const counted = [];
  for (let id = 1; ; id += 1) {
    const survey = await fetch(`${server.url}/api/v1/surveys/${id}`);
    if (survey.status === 404 && id > 10) break;
    if (survey.ok) counted.push([(await survey.json()).answers, id]);
  }
  const small = counted.find(([answers]) => answers > 100 && answers < 1000);
  const large = counted.find(([answers]) => answers >= many);
  if (!small || !large) throw new Error(`surveys with ${counted.map(([answers]) => answers)} answers`);
  return { small: small[1], large: large[1] };
}

export async function surveys() {
  const data = await database();
  const firsts = [];
  const sizes = [];
  for (let round = 0; round < 7; round += 1) {
    const server = await startServer({ data, profile, args: quiet });
    try {
      const { small, large } = await idsByAnswers(server);
      const view = await reader(server);
      const first = await view(large);
      const later = [];
      const others = [];
      for (let turn = 0; turn < 15; turn += 1) {
        later.push(await view(large));
        others.push(await view(small));
      }
      firsts.push(first / median(later));
      sizes.push(median(later) / median(others));
    } finally {
      await server.stop();
    }
  }
  print('survey_results_first_vs_later', median(firsts), 'ratio');
  print('survey_results_100k_vs_small', median(sizes), 'ratio');
}
