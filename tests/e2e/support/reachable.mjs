// Looks at a page that the canvas has taken over: is every drawn control one node with a role and a name of its own, at the
// place where it is drawn, and in the same state? Do texts lie over their pictures? Does the browser's search find them?
// The browser must run with `computedNames`.
export const computedNames = ['--enable-blink-features=ComputedAccessibilityInfo'];

// {controls, reachable, texts, strings, found, faults}: counts, and what is wrong in words.
export function look(page) {
  return page.evaluate(() => {
    const selector = 'a[href],button,input:not([type=hidden]),select,textarea,summary,audio';
    const faults = [];
    const near = (a, b) => Math.abs(a - b) <= 1;
    const boxOf = (node) => {
      const box = node.getBoundingClientRect();
      return [box.left + scrollX, box.top + scrollY, box.width, box.height];
    };
    const drawn = new Map(globalThis.hamandish.places());
    const names = new Map();
    let controls = 0;
    let reachable = 0;
    for (const [id, at] of drawn) {
      const nodes = document.querySelectorAll(`[id="${id}"]`);
      const node = nodes[0];
      if (node && !node.matches(selector)) continue;
      controls += 1;
      const wrong = [];
      if (nodes.length !== 1) wrong.push(`${nodes.length} nodes`);
      else {
        // Chromium has names of its own for these two roles, and tells them to nobody but the screen reader.
        const role = node.computedRole || { SUMMARY: 'button', AUDIO: 'audio' }[node.nodeName];
        const group = node.type === 'radio' ? node.name : '';
        const key = `${role} ${group}«${node.computedName}»`;
        if (!role || !node.computedName || role === 'generic') wrong.push(`no role or name: ${key}`);
        const twin = names.get(key);
        // Two links of one name may lead to one place; anything else must be told apart by its name.
        if (twin && !(node.href && twin.href === node.href)) wrong.push(`${key} twice`);
        names.set(key, node);
        const box = boxOf(node);
        // Of a link among words the browser tells a box that is lower than its line.
        const inLine = node.matches('.prose a') && near(at.x, box[0]) && near(at.width, box[2]) && near(at.y + at.height / 2, box[1] + box[3] / 2);
        if (!inLine && ![at.x, at.y, at.width, at.height].every((value, index) => near(value, box[index]))) {
          wrong.push(`drawn at ${[at.x, at.y, at.width, at.height].map(Math.round)}, node at ${box.map(Math.round)}`);
        }
      }
      if (wrong.length) faults.push(`${id}: ${wrong.join('; ')}`);
      else reachable += 1;
    }
    for (const node of document.querySelectorAll(`#page :is(${selector})`)) {
      const closed = node.closest('details:not([open]) > :not(summary)');
      if (!node.matches('.skip,[hidden] *') && !closed && !drawn.has(node.id)) {
        controls += 1;
        faults.push(`${node.id || node.outerHTML.slice(0, 60)}: a node that is not drawn`);
      }
    }
    // Texts, line by line: start and height of each line against what was painted.
    let texts = 0;
    let strings = 0;
    let found = 0;
    for (const [id, at] of drawn) {
      const node = document.getElementById(id);
      if (!at.lineHeight || !node || node.matches('input,textarea,select')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [];
      for (const one of range.getClientRects()) {
        const same = lines.find((line) => Math.abs(line.top - one.top) < 3);
        if (!same) lines.push({ left: one.left, right: one.right, top: one.top, bottom: one.bottom });
        else Object.assign(same, { left: Math.min(same.left, one.left), right: Math.max(same.right, one.right) });
      }
      if (!lines.length) continue;
      texts += 1;
      const right = Math.max(...lines.map((one) => one.right)) + scrollX;
      const middle = (lines[0].top + lines[0].bottom) / 2 + scrollY;
      const isLtr = getComputedStyle(node).direction === 'ltr';
      const widest = Math.max(...lines.map((one) => one.right - one.left));
      const start = isLtr ? near(Math.min(...lines.map((one) => one.left)) + scrollX, at.textX) : near(right, at.textX + at.textWidth);
      // The parts of a revision and of prose are elements, and the browser breaks its lines over the whole width: as many as were painted, none
      // wider than the paragraph.
      const fits = node.matches('.revision,.prose')
        ? widest <= at.textWidth + 1 && Math.abs(lines.length * at.lineHeight - at.height) <= 1
        : Math.abs(widest - at.textWidth) <= 1;
      if (!start || !near(middle, at.textY + at.lineHeight / 2) || !fits) {
        faults.push(`${id}: text painted at ${at.textX.toFixed(1)}+${at.textWidth.toFixed(1)}, ${(at.textY + at.lineHeight / 2).toFixed(1)}; ` +
          `node at ${(right - widest).toFixed(1)}+${widest.toFixed(1)}, ${middle.toFixed(1)}`);
      }
      const string = node.textContent.split('\n')[0].trim();
      if (string.length < 2 || node.getAttribute('aria-hidden')) continue;
      strings += 1;
      getSelection().removeAllRanges();
      if (globalThis.find(string, true, false, true)) found += 1;
      else faults.push(`${id}: not found: «${string.slice(0, 60)}»`);
    }
    getSelection().removeAllRanges();
    return { controls, reachable, texts, strings, found, faults };
  });
}

// Ticks and unticks every box, and compares the picture with the node: the colour in its middle changes with it, within
// two frames. Answers the ids of those that do not follow.
export async function statesFollow(page, pixelAt) {
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('#page input:is([type=checkbox],[type=radio]):not([disabled])')].map((node) => node.id));
  const wrong = [];
  for (const id of ids) {
    const middle = await page.evaluate((wanted) => {
      const node = document.getElementById(wanted);
      node.scrollIntoView({ block: 'center' });
      const box = node.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2, checked: node.checked };
    }, id);
    const nextFrames = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await nextFrames();
    const before = await pixelAt(middle.x, middle.y);
    await page.mouse.click(middle.x, middle.y);
    await nextFrames();
    const checked = await page.evaluate((wanted) => document.getElementById(wanted).checked, id);
    const after = await pixelAt(middle.x, middle.y);
    const changed = before.join() !== after.join();
    if (changed !== (checked !== middle.checked)) wrong.push(`${id}: ${middle.checked} to ${checked}, ${before} to ${after}`);
  }
  return wrong;
}
