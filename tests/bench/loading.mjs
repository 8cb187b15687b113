// From an empty cache to a page in use: the portal against its own HTML without a script, and against CanvasKit. The
// three are loaded in turns, each in a fresh profile.
import { open } from '../e2e/support/browser.mjs';
import { canvasKitPath, formPath, plainPath } from './references.mjs';
import { inRounds, medianOf, print } from './support.mjs';

// «Slow 4G» of Chrome's developer tools, with the factors that those apply.
const slow4g = { offline: false, latency: 150 * 3.75, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };

// In the page, before anything else: largest paint, shifts, and for plain HTML the first frame after all has arrived.
function observe() {
  const seen = (globalThis.seen = { lcp: 0, cls: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  if (!location.pathname.startsWith('/reference-plain')) return;
  addEventListener('load', async () => {
    await document.fonts.ready;
    requestAnimationFrame(() => performance.mark('takeover'));
  });
}

async function load(browser, url, slow) {
  const page = await open(browser, 'phone');
  await page.addInitScript(observe);
  if (slow) {
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', slow4g);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.goto(url, { waitUntil: 'commit' });
  const inUse = await page.waitForFunction(() => performance.getEntriesByName('takeover')[0]?.startTime, null, { timeout: 90_000, polling: 100 });
  await page.waitForTimeout(slow ? 300 : 100); // what paints and shifts still
  const seen = { ...(await page.evaluate(() => globalThis.seen)), inUse: await inUse.jsonValue() };
  await page.context().close();
  return seen;
}

async function compare({ browser, server }, slow) {
  const name = slow ? '_slow4g_cpu4x' : '';
  const taken = await inRounds(async () => ({
    plain: await load(browser, server.url + plainPath, slow),
    app: await load(browser, server.url + formPath, slow),
    kit: await load(browser, server.url + canvasKitPath, slow),
  }));
  const ratio = (title, of) => print(title + name, medianOf(taken, of), 'ratio', taken.noisy);
  ratio('lcp_vs_html', ({ app, plain }) => app.lcp / plain.lcp);
  print(`cls${name}`, Math.max(...taken.results.map(({ app }) => app.cls)), 'score', taken.noisy);
  ratio('takeover_vs_html', ({ app, plain }) => app.inUse / plain.inUse);
  ratio('takeover_vs_canvaskit', ({ app, kit }) => app.inUse / kit.inUse);
  for (const which of ['plain', 'app', 'kit']) print(`${which}_in_use${name}_ms`, medianOf(taken, (one) => one[which].inUse), 'ms', taken.noisy);
  print(`app_lcp${name}_ms`, medianOf(taken, ({ app }) => app.lcp), 'ms', taken.noisy);
}

export async function loading(given) {
  await compare(given, false);
  await compare(given, true);
}
