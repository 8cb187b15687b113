// A real Chromium, driven through roles and names. Three devices, light and dark.
import { chromium } from 'playwright-core';

const flags = [
  '--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const softwareWebgl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

export const devices = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1440, height: 900 } },
};

// webgl: false gives a browser without WebGL.
// more: further flags.
export function launch({ webgl = true, more = [] } = {}) {
  const args = [...flags, ...more, ...(webgl ? softwareWebgl : ['--disable-gpu', '--disable-webgl', '--disable-webgl2', '--disable-3d-apis'])];
  return chromium.launch({ executablePath: '/usr/bin/chromium', args });
}

// HAMANDISH_JITTER=400: every request waits up to so many milliseconds, as on a bad line. Journeys must pass then too.
const jitter = Number(process.env.HAMANDISH_JITTER ?? 0);

// A page on a device; every script error and console error of it is collected in page.faults.
export async function open(browser, device, { dark = false, ...more } = {}) {
  const context = await browser.newContext({ ...devices[device], locale: 'fa-IR', colorScheme: dark ? 'dark' : 'light', ...more });
  const page = await context.newPage();
  if (jitter) {
    await context.route('**/*', async (route) => {
      await new Promise((done) => setTimeout(done, Math.random() * jitter));
      await route.continue().catch(() => {});  // the page may have gone on
    });
  }
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    // A refused form is an answer with status 4xx, which Chromium reports as an error of the network.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) page.faults.push(message.text());
  });
  return page;
}

// Resolves when the canvas has taken over, or when the client has decided to stay with the browser's own rendering.
export function tookOver(page) {
  return page.waitForFunction(() => globalThis.hamandish?.takenOver === true, null, { timeout: 30_000 });
}
