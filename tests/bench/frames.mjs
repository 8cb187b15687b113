// How often the canvas is painted, and what a painted frame costs.
import { open, tookOver } from '../e2e/support/browser.mjs';
import { password } from '../e2e/support/people.mjs';
import { complaintCategory, newCase, submit } from '../http/support.mjs';
import { inRounds, medianOf, print, quick } from './support.mjs';

const idleSeconds = quick ? 5 : 30;
const framesOf = (page) => page.evaluate(() => globalThis.hamandish.frames);

async function idle(page) {
  await tookOver(page);
  await page.waitForTimeout(500);
  const before = await framesOf(page);
  await page.waitForTimeout(idleSeconds * 1000);
  return ((await framesOf(page)) - before) * (30 / idleSeconds);
}

// All pages at once, each in its own tab of its own window, so that thirty seconds are thirty seconds.
export async function frames({ browser, server }) {
  const open30 = async (path, prepare) => {
    const page = await open(browser, 'phone');
    await page.goto(server.url + path);
    await tookOver(page);
    await prepare?.(page);
    const count = await idle(page);
    await page.context().close();
    return count;
  };
  const signIn = async (page) => {
    await page.getByRole('textbox', { name: 'نام کاربری' }).fill('riyasat');
    await page.getByLabel('گذرواژه', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'ورود', exact: true }).click();
    await page.getByRole('table', { name: 'کارتابل' }).waitFor();
  };
  const openCase = async (page) => {
    await signIn(page);
    await page.getByRole('table', { name: 'کارتابل' }).getByRole('link').first().click();
    await page.getByRole('list', { name: 'گردش پرونده' }).waitFor();
  };
  const sent = await submit(server, newCase(1, await complaintCategory(server)), `idle-${Date.now()}`);
  const receipt = `/desk/receipt/${(await sent.json()).receipt_token}`;
  const plain = await Promise.all([
    ...['/', '/desk', '/desk/new/complaint', receipt, '/track', '/staff'].map((path) => open30(path)),
    open30('/staff', signIn),
    open30('/staff', openCase),
  ]);
  print('idle_frames_per_30s', Math.max(...plain), 'frames');
  print('idle_frames_per_10s', Math.max(...plain) / 3, 'frames');
  const focused = await open30('/desk/new/complaint', (page) => page.getByRole('textbox', { name: 'موضوع' }).click());
  print('idle_frames_per_30s_focused', focused, 'frames');
}

// One change of a page (fields come and go), in the DOM: making it equal and laying it over the picture. Scaled to 200
// nodes, for pages differ in size.
export async function mirror({ browser, server }) {
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/desk/new/complaint`);
  await tookOver(page);
  const taken = await inRounds(() =>
    page.evaluate(() => {
      const state = globalThis.hamandish;
      const [spent, renders] = [state.mirrorMilliseconds, state.renders];
      for (let turn = 0; turn < 10; turn += 1) document.getElementById('anonymous').click();
      const each = (state.mirrorMilliseconds - spent) / (state.renders - renders);
      return (each * 200) / document.querySelectorAll('#page *').length;
    }));
  print('mirror_update_ms_200_nodes', medianOf(taken, (one) => one), 'ms', taken.noisy);
  await page.context().close();
}

// Scrolls a long page by fixed steps and reads the app's own counters.
export async function scrolling({ browser, server }) {
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/desk/new/complaint`);
  await tookOver(page);
  const scrollThrough = () =>
    page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      scrollTo(0, 0);
      await frame();
      const before = globalThis.hamandish.counts();
      for (let y = 0; y < 1200; y += 60) {
        scrollTo(0, y);
        await frame();
      }
      const after = globalThis.hamandish.counts();
      return Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
    });
  await scrollThrough(); // every glyph is drawn once
  const counts = await scrollThrough();
  print('shapes_per_scrolled_frame', counts.shapes / counts.frames, 'calls');
  print('mallocs_per_scrolled_frame', counts.mallocs / counts.frames, 'calls');
  print('cpu_per_scrolled_frame_ms', counts.milliseconds / counts.frames, 'ms');
  await page.context().close();
}
