// Persons who use the page. Called by .ci/page with the address of a fresh server and a folder for what is seen.
const { chromium } = require("playwright-core");
const { readFileSync, readdirSync, existsSync, mkdtempSync } = require("node:fs");
const { strict: assert } = require("node:assert");
const { join } = require("node:path");

const [base, folder] = process.argv.slice(2);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const options = { executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] };
const PASSWORD = "counts seven quiet herons";
const seen = new Set();
let faults = [];

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

/** Presses Tab until what has the focus is called `name`, as a person with a switch or a keyboard does. */
async function tabTo(page, name) {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    if (label.startsWith(name)) return;
  }
  throw new Error(`Tab never came to ${name} on ${page.url()}`);
}

/** Records this week by keyboard alone: the n-th answer of each question. */
async function recordByKeyboard(page, patient, nth) {
  await page.goto(`${base}/#record/${patient}`);
  await heading(page, "Record a week");
  await tabTo(page, "Begin");
  await page.keyboard.press("Enter");
  for (let question = 0; question < 13; question += 1) {
    const asked = page.locator("main h1:focus");
    await page.locator(".answers").waitFor();
    const before = await asked.textContent();
    for (let press = 0; press <= (before.includes("feeding tube") ? 0 : nth); press += 1) await page.keyboard.press("Tab");
    await page.keyboard.press(question % 2 ? "Enter" : "Space");
    await page.waitForFunction((was) => document.querySelector("main h1")?.textContent !== was, before);
  }
  await heading(page, "Anything else?");
  await tabTo(page, "Go on");
  await page.keyboard.press("Enter");
  await heading(page, "Is this right?");
  await tabTo(page, "Save");
  await page.keyboard.press("Enter");
}

const tokenOf = async (page) => (await page.evaluate(() => fetch("/v1/page-session/refresh", { method: "POST" }).then((answer) => answer.json())));

async function entriesOf(page, patient) {
  const { access_token } = await tokenOf(page);
  const answer = await fetch(`${base}/v1/patients/${patient}/entries`, { headers: { Authorization: `Bearer ${access_token}` } });
  return (await answer.json()).items;
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

async function main() {
  // A patient records her first week by keyboard alone, without a network; the browser is killed, and it is there once.
  let ada = await browserOf("ada", { viewport: { width: 390, height: 844 } });
  await join_(ada.page, "Ada", "patient");
  await heading(ada.page, "Hello Ada");
  const { patient_id: patient } = await tokenOf(ada.page);
  await ada.page.evaluate(() => navigator.serviceWorker.ready);
  await ada.page.goto(`${base}/#record/${patient}`);
  await heading(ada.page, "Record a week");
  await ada.context.setOffline(true);
  await recordByKeyboard(ada.page, patient, 1);
  await heading(ada.page, "It is kept on this device");
  await ada.page.reload();
  await ada.page.getByText("On this device only: one week.").waitFor();
  await ada.context.close();
  ada = await browserOf("ada", { viewport: { width: 390, height: 844 }, offline: true });
  await ada.page.goto(`${base}/`);
  await ada.page.getByText("On this device only: one week.").waitFor();
  await ada.context.setOffline(false);
  await ada.page.getByText("On this device only: one week.").waitFor({ state: "detached" });
  const entries = await entriesOf(ada.page, patient);
  assert.equal(entries.length, 1);
  assert.equal(entries[0].revision, 1);
  assert.equal(entries[0].total, 36);
  // Nothing of it is left on the device.
  await ada.page.goto(`${base}/#record/${patient}`);
  await ada.page.getByRole("button", { name: "Begin", exact: true }).waitFor();

  // Her other phone has other answers for the same week: both are shown, and neither is lost.
  const other = await browserOf("ada-other");
  await other.page.goto(base);
  await signIn(other.page, "Ada");
  await heading(other.page, "Hello Ada");
  await recordByKeyboard(other.page, patient, 2);
  await heading(other.page, "There are other answers for this week");
  await other.page.getByRole("link", { name: "Look" }).first().click();
  await other.page.getByText("Ada recorded this week too.").waitFor();
  await inspect(other.page, "conflict");
  assert.equal((await entriesOf(other.page, patient))[0].total, 36);
  await other.page.getByRole("button", { name: "Record mine as the newer version" }).click();
  await other.page.getByText("All weeks are in the diary.").waitFor();
  const [now] = await entriesOf(other.page, patient);
  assert.deepEqual([now.revision, now.total], [2, 24]);

  // A caregiver who is invited by mail reads the trend.
  await ada.page.goto(`${base}/#circle/${patient}`);
  await heading(ada.page, "Who sees this diary");
  await ada.page.getByLabel("Their e-mail address").fill("bob@example.org");
  await ada.page.getByRole("button", { name: "Send the invitation" }).click();
  await ada.page.getByText("The invitation is on its way.").waitFor();
  const bob = await browserOf("bob");
  await bob.page.goto(await linkTo("bob@example.org"));
  await heading(bob.page, "You are invited to a diary");
  await bob.page.getByRole("link", { name: "I have no account yet" }).click();
  await join_(bob.page, "Bob", "caregiver", "/#join");
  await heading(bob.page, "You are invited to a diary");
  await bob.page.getByRole("button", { name: "Accept" }).click();
  await heading(bob.page, "Ada’s diary");
  await bob.page.locator(".picture img").waitFor();
  await inspect(bob.page, "diary of another");

  // What is taken back is gone from his page too.
  await ada.page.goto(`${base}/#`);
  await ada.page.goto(`${base}/#circle/${patient}`);
  await ada.page.getByRole("button", { name: "Take back" }).first().click();
  await ada.page.locator("dialog[open]").getByRole("button", { name: "Take back" }).click();
  await ada.page.getByText("Nobody but you.").waitFor();
  await bob.page.getByRole("button", { name: "A year" }).click();
  await bob.page.getByText("It is not there, or not for you any more.").first().waitFor();
  assert.equal(await bob.page.locator(".picture img, .sentences li").count(), 0);
  await bob.context.close();

  // Each view, in each theme and at the width of a small phone, as axe sees it.
  const views = ["", `diary/${patient}`, `record/${patient}`, `weeks/${patient}`, `weeks/${patient}/${now.week}`, `circle/${patient}`, `log/${patient}`, `report/${patient}`, "unsent", "me"];
  for (const colorScheme of ["light", "dark"]) {
    await other.page.emulateMedia({ colorScheme });
    await other.page.setViewportSize(colorScheme === "dark" ? { width: 320, height: 640 } : { width: 1100, height: 900 });
    for (const view of views) {
      await other.page.goto(`${base}/#${view}`);
      await other.page.waitForLoadState("networkidle");
      await other.page.locator("main h1").waitFor();
      await other.page.waitForFunction(() => !document.body.innerText.includes("One moment"));
      await inspect(other.page, `${view.split("/")[0] || "home"} (${colorScheme})`);
      await other.page.screenshot({ path: join(folder, `${view.split("/")[0] || "home"}-${colorScheme}.png`), fullPage: true });
    }
  }
  await other.page.emulateMedia({ colorScheme: "light" });

  // The page for a visit is one sheet, and says what the page says.
  await other.page.goto(`${base}/#report/${patient}`);
  await other.page.locator(".picture img").last().waitFor({ state: "attached" });
  await other.page.locator(".printed img").waitFor({ state: "attached" });
  const pdf = await other.page.pdf({ format: "A4", tagged: true, preferCSSPageSize: true });
  const text = pdf.toString("latin1");
  assert.match(text, /\/Count 1\b/, "the report has more than one page");
  assert.ok(text.includes("StructTreeRoot") && text.includes("/Lang"), "the report is not tagged");

  // Each language, on the sign-in and on the diary.
  for (const [tag, words] of [["de", "Anmelden"], ["fr", "Se connecter"], ["es", "Iniciar sesión"], ["nl", "Inloggen"]]) {
    const reader = await chromium.launch(options);
    const page = await reader.newPage({ locale: tag });
    watch(page);
    await page.goto(base);
    await page.locator("main h1").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), tag);
    await page.getByRole("button", { name: words, exact: true }).waitFor();
    await inspect(page, `sign-in (${tag})`);
    await reader.close();
  }
  await other.context.close();
  await ada.context.close();
  assert.deepEqual(faults, []);
}

main().catch((error) => {
  console.error(error, faults);
  process.exit(1);
});
