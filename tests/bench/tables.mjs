// Long tables: the first frame against the browser's own table of as many rows, what a scrolled frame costs the processor
// (cutting rows, mirror and picture together), and whether 100,000 rows cost more than 1,000.
import { open, tookOver } from '../e2e/support/browser.mjs';
import { plainPath } from './references.mjs';
import { inRounds, median, medianOf, percentile, print } from './support.mjs';

// In the page. A task after the next animation frame runs when that frame has been made.
const frameMade = () =>
  new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));

async function firstFrameOfApp(page, rows) {
  return page.evaluate(async ({ rows, made }) => {
    const frameMade = new Function(`return (${made})()`);
    const follow = (path) => {
      const link = document.createElement('a');
      link.href = path;
      document.getElementById('main').append(link);
      link.click();
    };
    follow('/gallery/rows-1');
    await frameMade();
    await frameMade();
    const began = performance.now();
    follow(`/gallery/rows-${rows}`);
    await frameMade();
    const spent = performance.now() - began;
    if (!document.querySelector('[aria-rowindex]')) throw new Error('no long table');
    return spent;
  }, { rows, made: String(frameMade) });
}

async function firstFrameOfHtml(page, table) {
  return page.evaluate(async ({ table, made }) => {
    const frameMade = new Function(`return (${made})()`);
    const main = document.getElementById('main');
    main.replaceChildren();
    await frameMade();
    const began = performance.now();
    main.innerHTML = table;
    main.getBoundingClientRect();
    await frameMade();
    return performance.now() - began;
  }, { table, made: String(frameMade) });
}

// Milliseconds of the processor for each of 200 frames, 60 pixels apart.
async function scrolledFrames(page) {
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    scrollTo(0, 0);
    await frame();
    const spent = [];
    for (let y = 60; y <= 12_000; y += 60) {
      const before = globalThis.hamandish.milliseconds;
      scrollTo(0, y);
      await frame();
      spent.push(globalThis.hamandish.milliseconds - before);
    }
    return spent;
  });
}

export async function tables({ browser, server }) {
  const plain = await open(browser, 'desktop');
  await plain.goto(server.url + plainPath);
  const text = await (await fetch(`${server.url}/gallery/rows-1000`)).text();
  const table = text.slice(text.indexOf('<table'), text.indexOf('</table>') + '</table>'.length);
  const [small, large] = [await open(browser, 'desktop'), await open(browser, 'desktop')];
  for (const [page, rows] of [[small, 1000], [large, 100_000]]) {
    await page.goto(`${server.url}/gallery/rows-${rows}`);
    await tookOver(page);
  }
  const first = await inRounds(async () => ({ app: await firstFrameOfApp(small, 1000), html: await firstFrameOfHtml(plain, table) }));
  print('table_1000_rows_first_frame_vs_html', medianOf(first, ({ app, html }) => app / html), 'ratio', first.noisy);
  print('table_1000_rows_first_frame_ms', medianOf(first, ({ app }) => app), 'ms', first.noisy);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const scrolled = await inRounds(async () => ({ small: await scrolledFrames(small), large: await scrolledFrames(large) }));
  print('table_1000_rows_cpu_p50_ms', medianOf(scrolled, (one) => median(one.small)), 'ms', scrolled.noisy);
  print('table_1000_rows_cpu_p95_ms', medianOf(scrolled, (one) => percentile(one.small, 0.95)), 'ms', scrolled.noisy);
  print('table_100k_vs_1k_rows', medianOf(scrolled, (one) => mean(one.large) / mean(one.small)), 'ratio', scrolled.noisy);
  for (const page of [plain, small, large]) await page.context().close();
}
