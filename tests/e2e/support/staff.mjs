// What the journeys of staff have in common: an officer's way into the inbox and to a case, through roles and names.
import { tookOver } from './browser.mjs';
import { password } from './people.mjs';

export const box = (page, name) => page.getByRole('textbox', { name, exact: true });
export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const inbox = (page) => page.getByRole('table', { name: 'کارتابل' });
export const row = (page, subject) => inbox(page).getByRole('row').filter({ hasText: subject });
export const said = (page, text) => page.getByRole('main').getByText(text).first().waitFor();

// Into the login form that the page shows.
export async function logIn(page, username) {
  await box(page, 'نام کاربری').fill(username);
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await button(page, 'ورود').click();
}

export async function signIn(page, server, username) {
  await page.goto(`${server.url}/staff`);
  await tookOver(page);
  await logIn(page, username);
  await inbox(page).waitFor();
}

export async function openCase(page, subject) {
  await row(page, subject).getByRole('link').click();
  await page.getByRole('heading', { name: subject, level: 1 }).waitFor();
}

export async function queue(page, name) {
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
}
