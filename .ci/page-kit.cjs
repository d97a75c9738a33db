// What persons who use the page need: a browser of their own, their mails, a look at what is shown.
const { chromium } = require("playwright-core");
const { readFileSync, readdirSync, existsSync } = require("node:fs");
const { join } = require("node:path");

const [base, folder] = process.argv.slice(2);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const options = { executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] };
const PASSWORD = "counts seven quiet herons";
const THEMES = {
  light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, contrast: { colorScheme: "light", contrast: "more" },
  "contrast-dark": { colorScheme: "dark", contrast: "more" }, forced: { colorScheme: "dark", forcedColors: "active" },
};
const seen = new Set();
const faults = [];

const sleep = (time) => new Promise((done) => setTimeout(done, time));

/** The link in the next mail to `address`. */
async function linkTo(address) {
  const mails = join(folder, "data", "mail");
  for (let tries = 0; tries < 300; tries += 1) {
    for (const name of existsSync(mails) ? readdirSync(mails).sort() : []) {
      const text = readFileSync(join(mails, name), "utf8").replaceAll("=\r\n", "").replaceAll("=\n", "").replaceAll("=3D", "=");
      const link = text.match(/http\S+#[a-z-]+=\S+/)?.[0];
      if (name.endsWith(".eml") && !seen.has(name) && text.includes(`To: ${address}`) && link) {
        seen.add(name);
        return link;
      }
    }
    await sleep(100);
  }
  throw new Error(`no link came to ${address}`);
}

/** A browser of a person's own, which keeps what it keeps when it is killed. */
async function browserOf(name, more = {}) {
  const context = await chromium.launchPersistentContext(join(folder, `browser-${name}`), { ...options, ...more });
  context.on("page", watch);
  const page = context.pages()[0] ?? await context.newPage();
  watch(page);
  return { context, page };
}

function watch(page) {
  if (page.isWatched) return;
  page.isWatched = true;
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A browser logs each refused request; what the page makes of it is looked at instead.
    if (message.type() === "error" && !/Failed to load resource|net::/.test(message.text())) faults.push(message.text());
  });
}

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

async function join_(page, name, role, link = "/#join") {
  await page.goto(base + link);
  await heading(page, "Make an account");
  await page.getByLabel("Who are you?").selectOption(role);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("New password").fill(`${name} ${PASSWORD}`);
  await page.getByRole("button", { name: "Make an account" }).click();
  await heading(page, "Look into your mail");
  await page.goto(await linkTo(`${name.toLowerCase()}@example.org`));
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await signIn(page, name);
}

async function signIn(page, name) {
  await page.getByLabel("E-mail address").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(`${name} ${PASSWORD}`);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Presses Tab until a button of this name has the focus, then `key`: as a person with a switch or a keyboard does. */
async function press(page, name, key = "Enter") {
  await page.getByRole("button", { name, exact: true }).waitFor();
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    if (label === name) return page.keyboard.press(key);
  }
  throw new Error(`Tab never came to ${name} on ${page.url()}`);
}

/** Answers each question with the n-th answer, by keyboard alone. */
async function answerAll(page, nth) {
  for (let question = 0; question < 13; question += 1) {
    const asked = page.locator("main h1:focus");
    await page.locator(".answers").waitFor();
    const before = await asked.textContent();
    for (let press = 0; press <= (before.includes("feeding tube") ? 0 : nth); press += 1) await page.keyboard.press("Tab");
    await page.keyboard.press(question % 2 ? "Enter" : "Space");
    await page.waitForFunction((was) => document.querySelector("main h1")?.textContent !== was, before);
  }
}

/** What a screen reader reads, one text after the other, but for what the browser or a list adds. */
async function readAloud(page) {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const texts = [];
  const read = (node) => {
    const role = node.role?.value;
    if (["ListMarker", "combobox", "MenuListPopup", "textbox", "Date", "InputTime"].includes(role)) return;
    // The words beside a box are read as its name.
    if (role === "StaticText" || role === "checkbox") texts.push(node.name?.value ?? "");
    else for (const id of node.childIds ?? []) if (byId.has(id)) read(byId.get(id));
  };
  read(nodes[0]);
  return texts;
}

/** What is seen, one text after the other, and what stands before that which it should follow. */
function inSight() {
  const texts = [];
  const misplaced = [];
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const look = (element) => {
    if (["SELECT", "TEXTAREA", "INPUT", "DATALIST", "IMG"].includes(element.tagName)) return;
    let last = null;
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (isShown(element)) texts.push(node.textContent);
      } else if (node.nodeType === Node.ELEMENT_NODE && isShown(node)) {
        look(node);
        if (["absolute", "fixed"].includes(getComputedStyle(node).position)) continue;
        const box = node.getBoundingClientRect();
        const above = last && box.bottom <= last.top + 1;
        const left = last && box.right <= last.left + 1 && box.top < last.bottom - 1 && box.bottom > last.top + 1;
        if (box.width && box.height) {
          if (above || left) misplaced.push(node.outerHTML.slice(0, 80));
          last = box;
        }
      }
    }
  };
  look(document.body);
  return { texts, misplaced };
}

/** Whether a screen reader reads what is seen, in the order in which it is seen. */
async function readsInOrder(page, what) {
  const whole = (texts) => texts.join(" ").replace(/[▸▾]/g, "").replace(/\s+/g, "");
  const shown = await page.evaluate(inSight);
  const [read, wanted] = [whole(await readAloud(page)), whole(shown.texts)];
  faults.push(...shown.misplaced.map((html) => `${what}: stands before what it follows: ${html}`));
  if (read === wanted) return;
  let at = 0;
  while (read[at] === wanted[at]) at += 1;
  faults.push(`${what}: read aloud “${read.slice(Math.max(0, at - 30), at + 30)}”, seen “${wanted.slice(Math.max(0, at - 30), at + 30)}”`);
}

/** What is touched, and lower or narrower than 3 rem: a hand that shakes misses it. A box is touched by its words too. */
function narrow() {
  const LEAST = 47.5;
  const touched = document.querySelectorAll("#page :is(a, button, summary, select, textarea, input)");
  const shown = [...touched].filter((one) => one.checkVisibility() && !one.classList.contains("skip"));
  const isSmall = (one) => {
    const boxes = [one, ...(one.type === "checkbox" ? one.labels : [])].map((part) => part.getBoundingClientRect());
    const between = (from, to) => Math.max(...boxes.map((box) => box[to])) - Math.min(...boxes.map((box) => box[from]));
    return between("top", "bottom") < LEAST || between("left", "right") < LEAST;
  };
  return shown.filter(isSmall).map((one) => one.outerHTML.slice(0, 80));
}

/** Looks at what is shown with axe, in the order of a screen reader, for what is wider than the window or too small to touch; keeps a picture. */
async function inspect(page, what) {
  // Driven from outside: the policy of the page lets no foreign script in.
  const found = await page.evaluate(`${axe}; axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html).join(" | ")))`);
  faults.push(...found.map((fault) => `${what}: ${fault}`));
  await readsInOrder(page, what);
  await page.screenshot({ path: join(folder, `${what.replaceAll(/[^\p{L}\d]+/gu, "-")}.png`), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) faults.push(`${what}: wider than the window`);
  faults.push(...(await page.evaluate(narrow)).map((small) => `${what}: too small to touch: ${small}`));
  const raw = (await page.locator("main").innerText()).match(/\b[a-z]+(?:-[a-z]+)*-\$?\{|\bundefined\b|\[object /);
  if (raw) faults.push(`${what}: ${raw[0]}`);
}

/** Looks at each of `views`, places with their names, in each theme: wide in the light, as on a small phone in the dark. */
async function inspectAll(page, views) {
  for (const [theme, media] of Object.entries(THEMES)) {
    await page.emulateMedia({ contrast: "no-preference", forcedColors: "none", ...media });
    await page.setViewportSize(media.colorScheme === "dark" ? { width: 320, height: 640 } : { width: 1100, height: 900 });
    for (const [name, view] of views) {
      await page.goto(`${base}/#${view}`);
      await page.waitForLoadState("networkidle");
      await page.locator("main h1").waitFor();
      await page.waitForFunction(() => !document.body.innerText.includes("One moment"));
      await inspect(page, `${name} (${theme})`);
    }
  }
  await page.emulateMedia({ colorScheme: "light", contrast: "no-preference", forcedColors: "none" });
}

/** Asks the API as the person who is signed in. */
const asked = (page, method, path, body) => page.evaluate(async ([method, path, body]) => {
  const place = document.querySelector("script[src$='/main.js']").src;
  const { call } = await import(new URL("api.js", place));
  return (await call(method, path, body ? { body } : {})).body;
}, [method, path, body]);

module.exports = { answerAll, asked, base, browserOf, chromium, faults, folder, heading, inspect, inspectAll, join: join_, linkTo, options, PASSWORD, press, signIn, watch };
