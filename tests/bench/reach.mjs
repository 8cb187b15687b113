// What of the picture can be reached by others than the eye, over every page and the gallery, on a phone and at a desk:
// controls_reachable_ratio and strings_found_ratio. Tests hold both at 1 (tests/e2e/gallery.test.mjs); here is how it counts.
import { launch, open, tookOver } from '../e2e/support/browser.mjs';
import { password } from '../e2e/support/people.mjs';
import { computedNames, look } from '../e2e/support/reachable.mjs';
import { print } from './support.mjs';

const paths = ['/', '/desk', '/desk/new/complaint', '/track', '/drafts', '/news', '/surveys', '/contact', '/strategy', '/statistics', '/gallery', '/staff'];

async function signIn(page) {
  await page.getByRole('textbox', { name: 'نام کاربری' }).fill('riyasat');
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ورود', exact: true }).click();
  await page.getByRole('table', { name: 'کارتابل' }).getByRole('link').first().waitFor();
}

export async function reach({ server }) {
  const browser = await launch({ more: computedNames });
  const sums = { controls: 0, reachable: 0, strings: 0, found: 0 };
  const add = async (page) => {
    await page.waitForTimeout(100);
    const seen = await look(page);
    for (const name of Object.keys(sums)) sums[name] += seen[name];
    for (const fault of seen.faults.slice(0, 12)) console.error(`${new URL(page.url()).pathname}: ${fault}`);
  };
  for (const device of ['phone', 'desktop']) {
    const page = await open(browser, device);
    for (const path of paths) {
      await page.goto(server.url + path);
      await tookOver(page);
      await add(page);
    }
    await signIn(page);
    await add(page);
    await page.getByRole('table', { name: 'کارتابل' }).getByRole('row').getByRole('link').first().click();
    await page.getByRole('list', { name: 'گردش پرونده' }).waitFor();
    await add(page);
    await page.context().close();
  }
  await browser.close();
  print('controls_reachable_ratio', sums.reachable / sums.controls, 'ratio');
  print('strings_found_ratio', sums.found / sums.strings, 'ratio');
}
