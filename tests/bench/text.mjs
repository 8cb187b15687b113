// How our text compares: with Chromium's own drawing of the same page (text_likeness.mjs), and with HarfBuzz compiled
// natively from the same source (shape_speed.cpp).
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { root } from '../e2e/support/server.mjs';
import { inRounds, median, medianOf, print } from './support.mjs';
import { textLikeness } from './text_likeness.mjs';

const farthestFrom1 = (values) => values.toSorted((a, b) => Math.abs(b - 1) - Math.abs(a - 1))[0];

// Nothing here depends on time: once is enough.
export async function textLooks({ browser, server }) {
  const found = [];
  for (const dark of [false, true]) {
    for (const dpr of [1, 1.25, 1.5, 2, 3]) found.push({ dpr, dark, ...(await textLikeness(browser, server, dpr, { dark })) });
  }
  print('text_ink_vs_chromium', farthestFrom1(found.map((one) => one.ink)), 'ratio');
  print('text_sharpness_vs_chromium', Math.min(...found.map((one) => one.sharpness)), 'ratio');
  for (const { dpr, dark, difference } of found) if (!dark) print(`text_difference_dpr${dpr}`, difference, 'of 255');
}

// CPU time of one pass over the lines: [pipeline, HarfBuzz alone], the best of some passes (the first ones warm up).
function shapeSpeed(command, ...before) {
  const font = join(root, 'build/native/fonts/hamandish.ttf');
  const output = execFileSync(command, [...before, font, '12'], { encoding: 'utf8' });
  const passes = output.trim().split('\n').map((line) => line.split(' ').map(Number));
  return [0, 1].map((column) => median(passes.slice(4).map((pass) => pass[column])));
}

export async function shapeVsNative() {
  const rounds = await inRounds(() => ({
    native: shapeSpeed(join(root, 'build/native/tests/shape_speed')),
    wasm: shapeSpeed('node', '--no-experimental-fetch', join(root, 'build/wasm/tests/shape_speed.js')),
  }));
  print('shape_vs_native', medianOf(rounds, ({ native, wasm }) => native[1] / wasm[1]), 'ratio', rounds.noisy);
  print('text_pipeline_vs_native', medianOf(rounds, ({ native, wasm }) => native[0] / wasm[0]), 'ratio', rounds.noisy);
}
