// The measurements of the project, each a line "name value unit". Ratios are against a reference measured in the same run,
// in turns (A B A B), and the median ratio is printed: machines are noisy. One file here for each group.
//   node tests/bench/bench.mjs [--quick] [name ...]
import { launch } from '../e2e/support/browser.mjs';
import { startServer } from '../e2e/support/server.mjs';
import { drafts } from './drafts.mjs';
import { frames, mirror, scrolling } from './frames.mjs';
import { keys } from './keys.mjs';
import { loading } from './loading.mjs';
import { reach } from './reach.mjs';
import { makeSite } from './references.mjs';
import { million } from './million.mjs';
import { surveys } from './surveys.mjs';
import { tables } from './tables.mjs';
import { lookupVsHello, submitVsSqlite } from './server.mjs';
import { shapeVsNative, textLooks } from './text.mjs';
import { repeatVisit, transferFirstScreen, transferShell } from './transfer.mjs';

// Each gets {server, browser}; the server also serves the references, see references.mjs.
const measurements = {
  transfer_shell: transferShell,
  transfer_first_screen: transferFirstScreen,
  repeat_visit: repeatVisit,
  loading,
  frames,
  scrolling,
  mirror,
  tables,
  keys,
  text: textLooks,
  shape_vs_native: shapeVsNative,
  reach,
  submit_vs_sqlite: submitVsSqlite,
  lookup_vs_hello: lookupVsHello,
  surveys,
  drafts,
  million,
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const name of wanted) if (!measurements[name]) throw new Error(`no such measurement: ${name}; there are ${Object.keys(measurements).join(' ')}`);
const site = await makeSite();
const server = await startServer({ args: ['--site', site.directory, '--rate-limit', 'off'] });
const browser = await launch();
let failed = 0;
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  try {
    await measure({ server, browser });
  } catch (error) {
    failed += 1;
    console.error(`${name}: ${error.stack}`);
  }
}
await browser.close();
await server.stop();
site.remove();
process.exit(failed === 0 ? 0 : 1);
