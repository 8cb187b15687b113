// How figures are taken: in rounds, several things in turns within a round, and the median counts. The machine is noisy:
// a round that ran at a load average over 2 is repeated, three times at most, and the figure is marked if it stayed so.
import { loadavg } from 'node:os';

export const quick = process.argv.includes('--quick'); // fewer rounds, none repeated: for development
const rounds = quick ? 3 : 9;
const calm = 2;

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
export const percentile = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

// `noisy`: how many of the rounds behind this figure ran on a busy machine.
export function print(name, value, unit, noisy = 0) {
  console.log(`${name} ${Number(value.toFixed(3))} ${unit}${noisy ? ` (${noisy} noisy rounds)` : ''}`);
}

// Runs measure() once a round; answers what it gave and how many rounds were noisy.
export async function inRounds(measure) {
  const results = [];
  let noisy = 0;
  for (let round = 0; round < rounds; round += 1) {
    let result;
    for (let attempt = 0; attempt < (quick ? 1 : 3); attempt += 1) {
      result = await measure(round);
      if (loadavg()[0] <= calm) break;
      if (attempt === (quick ? 0 : 2)) noisy += 1;
    }
    results.push(result);
  }
  return { results, noisy };
}

// The median over the rounds of what `of` makes of each.
export const medianOf = ({ results }, of) => median(results.map(of));
