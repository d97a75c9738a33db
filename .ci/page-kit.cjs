// What persons who use the page need: a browser of their own, their mails, a look at what is shown.
const { chromium } = require("playwright-core");
const { readFileSync, readdirSync, existsSync } = require("node:fs");
const { join } = require("node:path");

const [base, folder] = process.argv.slice(2);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const options = { executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] };
const PASSWORD = "counts seven quiet herons";
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

/** Looks at what is shown with axe, and for what is wider than the window. */
async function inspect(page, what) {
  // Driven from outside: the policy of the page lets no foreign script in.
  const found = await page.evaluate(`${axe}; axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html).join(" | ")))`);
  faults.push(...found.map((fault) => `${what}: ${fault}`));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) faults.push(`${what}: wider than the window`);
  const raw = (await page.locator("main").innerText()).match(/\b[a-z]+(?:-[a-z]+)*-\$?\{|\bundefined\b|\[object /);
  if (raw) faults.push(`${what}: ${raw[0]}`);
}

module.exports = { base, browserOf, chromium, faults, folder, heading, inspect, join: join_, linkTo, options, PASSWORD, signIn, watch };
