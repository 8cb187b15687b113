// Typing: in a field of the portal with its canvas, and in the same field of the same page without one.
import { open, tookOver } from '../e2e/support/browser.mjs';
import { formPath, plainPath } from './references.mjs';
import { inRounds, median, medianOf, print } from './support.mjs';

const subject = (page) => page.getByRole('textbox', { name: 'موضوع' });

// From the key to the moment after the frame that shows it: a task after the next animation frame runs then.
function watchKeys() {
  globalThis.latencies = [];
  document.addEventListener('keydown', ({ timeStamp }) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.latencies.push(performance.now() - timeStamp);
      port2.postMessage(0);
    }), true);
}

async function typed(page) {
  await subject(page).fill('');
  await page.evaluate(() => (globalThis.latencies.length = 0));
  for (let key = 0; key < 20; key += 1) {
    await page.keyboard.press('k');
    await page.waitForTimeout(30);
  }
  return median(await page.evaluate(() => globalThis.latencies));
}

export async function keys({ browser, server }) {
  const plain = await open(browser, 'phone');
  const app = await open(browser, 'phone');
  await plain.goto(server.url + plainPath);
  await app.goto(server.url + formPath);
  await tookOver(app);
  for (const page of [plain, app]) {
    await page.evaluate(watchKeys);
    await subject(page).click();
    await typed(page);
  }
  await app.waitForTimeout(500);
  const frames = () => app.evaluate(() => globalThis.hamandish.frames);
  const before = await frames();
  for (let key = 0; key < 10; key += 1) {
    await app.keyboard.press('k');
    await app.waitForTimeout(200);
  }
  print('frames_per_keypress', ((await frames()) - before) / 10, 'frames');
  const taken = await inRounds(async () => ({ plain: await typed(plain), app: await typed(app) }));
  print('key_latency_vs_input_p50', medianOf(taken, (one) => one.app / one.plain), 'ratio', taken.noisy);
  await Promise.all([plain.context().close(), app.context().close()]);
}
