// Long tables: the first frame against the browser's own table of as many rows, what a scrolled frame costs the processor
// (cutting rows, mirror and picture together), and whether 100,000 rows cost more than 1,000.
import { open, tookOver } from '../e2e/support/browser.mjs';
import { plainPath } from './references.mjs';
import { inRounds, median, medianOf, percentile, print } from './support.mjs';

// In the page: does the work and answers how many milliseconds went into it until its frame has been made: those of the
// work with all that follows from it at once, and those of the next frame. What lies between, up to a whole frame, is only
// waiting for the screen, and as long for both. A task after an animation frame runs when that frame has been made.
async function timeToFrame(work) {
  const task = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  const frame = () => new Promise((done) => requestAnimationFrame(() => done(performance.now())));
  await frame();
  await task();
  const began = performance.now();
  const frameBegins = frame();
  work();
  await task();
  const worked = performance.now();
  const frameBegan = await frameBegins;
  await task();
  return performance.now() - began - Math.max(0, frameBegan - worked);
}

async function firstFrameOfApp(page, rows) {
  return page.evaluate(async ({ rows, time }) => {
    const timeToFrame = new Function(`return ${time}`)();
    const follow = (path) => {
      const link = document.createElement('a');
      link.href = path;
      document.getElementById('main').append(link);
      link.click();
    };
    await timeToFrame(() => follow('/gallery/rows-1'));
    const spent = await timeToFrame(() => follow(`/gallery/rows-${rows}`));
    if (!document.querySelector('[aria-rowindex]')) throw new Error('no long table');
    return spent;
  }, { rows, time: String(timeToFrame) });
}

async function firstFrameOfHtml(page, table) {
  return page.evaluate(async ({ table, time }) => {
    const timeToFrame = new Function(`return ${time}`)();
    const main = document.getElementById('main');
    await timeToFrame(() => main.replaceChildren());
    return timeToFrame(() => {
      main.innerHTML = table;
    });
  }, { table, time: String(timeToFrame) });
}

// Milliseconds of the processor that the page's own thread spent on the app for each of 200 frames, 60 pixels apart.
async function scrolledFrames(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const script = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  };
  const scroll = (y) => page.evaluate((y) => {
    scrollTo(0, y);
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  }, y);
  await scroll(0);
  const spent = [];
  let before = await script();
  for (let y = 60; y <= 12_000; y += 60) {
    await scroll(y);
    const after = await script();
    spent.push(after - before);
    before = after;
  }
  await session.detach();
  return spent;
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
  const first = await inRounds(async () => {
    const app = await firstFrameOfApp(small, 1000);
    return { app, html: await firstFrameOfHtml(plain, table) };
  });
  print('table_1000_rows_first_frame_vs_html', medianOf(first, ({ app, html }) => app / html), 'ratio', first.noisy);
  print('table_1000_rows_first_frame_ms', medianOf(first, ({ app }) => app), 'ms', first.noisy);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const scrolled = await inRounds(async () => ({ small: await scrolledFrames(small), large: await scrolledFrames(large) }));
  print('table_1000_rows_cpu_p50_ms', medianOf(scrolled, (one) => median(one.small)), 'ms', scrolled.noisy);
  print('table_1000_rows_cpu_p95_ms', medianOf(scrolled, (one) => percentile(one.small, 0.95)), 'ms', scrolled.noisy);
  print('table_100k_vs_1k_rows', medianOf(scrolled, (one) => mean(one.large) / mean(one.small)), 'ratio', scrolled.noisy);
  for (const page of [plain, small, large]) await page.context().close();
}
