// Takes the pictures for .ci/screenshots: of the demo's Ada, of Bob, who may write for her, of a guest with a link of hers, and of
// Kim, who treats her. Each is one browser, whose window is made wide and narrow, light and dark.
const { chromium } = require("playwright-core");
const { join } = require("node:path");

const [base, folder] = process.argv.slice(2);
const WIDTHS = { phone: { width: 390, height: 844 }, desk: { width: 1100, height: 900 } };
const THEMES = ["light", "dark"];
/** What is drawn anew in another width begins a moment after it. */
const MOMENT = 250;

/** Pictures of what `page` shows, in each width and theme. */
function taking(page) {
  return async (name, more) => {
    const { fullPage = true, before = () => {} } = more || {};
    await page.locator("main h1").waitFor();
    for (const [width, viewport] of Object.entries(WIDTHS)) {
      for (const colorScheme of THEMES) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(MOMENT);
        await page.waitForLoadState("networkidle");
        await page.waitForFunction(() => !document.body.innerText.includes("One moment"));
        await page.evaluate(before);
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage });
      }
    }
  };
}

async function opens(browser) {
  const page = await (await browser.newContext()).newPage();
  return { page, take: taking(page), at: (place) => page.goto(`${base}/#${place}`) };
}

async function signIn(page, name) {
  await page.goto(base);
  await page.getByRole("button", { name: `${name}@example.org` }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** What the API answers to the person of `page`. */
const asks = (page, method, path, body) => page.evaluate(async ({ method, path, body }) => {
  const { access_token } = await (await fetch("/v1/page-session/refresh", { method: "POST" })).json();
  const headers = { Authorization: `Bearer ${access_token}`, "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}, { method, path, body });

const patientOf = async (page) => {
  const diary = page.locator("main h2 a").first();
  return (await diary.getAttribute("href")).split("/")[1];
};

async function answersAll(page) {
  for (let question = 0; question < 13; question += 1) {
    const asked = await page.locator("main h1").textContent();
    await page.locator(".answers button").nth(asked.includes("feeding tube") ? 0 : 1).click();
    await page.waitForFunction((was) => document.querySelector("main h1")?.textContent !== was, asked);
  }
}

async function nobody(browser) {
  const { page, take, at } = await opens(browser);
  await page.goto(base);
  await take("sign-in");
  for (const [name, place] of [["join", "join"], ["forgot", "forgot"], ["mail-confirm", "sign-up=AAAA-BBBB"], ["mail-reset", "password-reset=AAAA-BBBB"]]) {
    await at(place);
    await take(name);
  }
  await page.close();
}

async function ada(browser) {
  const { page, take, at } = await opens(browser);
  await signIn(page, "ada");
  await page.getByRole("heading", { name: "Hello Ada" }).waitFor();
  const patient = await patientOf(page);
  const [site] = (await asks(page, "GET", `/v1/patients/${patient}/sites`)).items;
  await asks(page, "PUT", `/v1/patients/${patient}/coordinator`, { account_id: site.clinicians[0].account_id, site_id: site.site_id });
  const link = await asks(page, "POST", `/v1/patients/${patient}/guest-links`, { shown_name: "Ada" });
  await page.reload();
  await take("home");
  await at(`diary/${patient}`);
  await page.locator(".picture img").waitFor();
  await take("diary-whole");
  await take("diary", { fullPage: false, before: () => document.querySelector(".spans").scrollIntoView() });
  const { items } = await asks(page, "GET", `/v1/patients/${patient}/entries?order=desc&limit=200`);
  const corrected = items.find(({ revision }) => revision > 1) ?? items[0];
  const views = ["weeks", "circle", "log", "report", "treatments", "card", "alerts", "facts"].map((view) => [view, `${view}/${patient}`]);
  for (const [name, place] of [...views, ["week", `weeks/${patient}/${corrected.week}`], ["as-others-see", `diary/${patient}/as/summary`], ["me", "me"], ["reminders", "reminders"]]) {
    await at(place);
    await take(name, name === "week" && { before: () => document.querySelectorAll("main section > details").forEach((one) => { one.open = true; }) });
  }
  await at(`record/${patient}`);
  await take("record-begin");
  // The same week is recorded elsewhere while she has no network: two answers, of which one is chosen.
  const { weekOf, today } = await page.evaluate(async () => {
    const weeks = await import(new URL("weeks.js", document.querySelector("script[src$='/main.js']").src));
    return { weekOf: weeks.weekOf(weeks.today()), today: weeks.today() };
  });
  const last = items[0];
  await asks(page, "PUT", `/v1/patients/${patient}/entries/${weekOf}`, { assessed_on: today, answers: last.answers, cutting_form: last.cutting_form });
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await take("record", { fullPage: false });
  await page.context().setOffline(true);
  await answersAll(page);
  await take("record-more");
  await page.getByRole("button", { name: "Go on" }).click();
  await take("record-review");
  await page.getByRole("button", { name: "Save" }).click();
  await take("record-kept");
  await at("unsent");
  await take("unsent");
  await page.context().setOffline(false);
  await page.getByText("recorded this week too.").waitFor({ timeout: 60_000 });
  await take("conflict");
  await page.close();
  return link.url;
}

async function bob(browser) {
  const { page, take, at } = await opens(browser);
  await signIn(page, "bob");
  await page.getByRole("heading", { name: "Hello Bob" }).waitFor();
  const patient = await patientOf(page);
  await take("caregiver-home");
  for (const [name, place] of [["caregiver-diary", `diary/${patient}`], ["caregiver-place", `place/${patient}`], ["caregiver-alerts", `alerts/${patient}`], ["caregiver-told", "alerts"], ["caregiver-record", `record/${patient}`]]) {
    await at(place);
    await take(name);
  }
  await page.close();
}

async function guest(browser, link) {
  const { page, take } = await opens(browser);
  await page.goto(link);
  await take("guest");
  await page.getByLabel("Your name").fill("Nora");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await take("guest-question");
  await page.close();
}

async function kim(browser) {
  const { page, take, at } = await opens(browser);
  await signIn(page, "kim");
  await page.getByRole("heading", { name: "One more step" }).waitFor();
  await take("second-step");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "Clinics" }).waitFor();
  await take("clinic-home");
  const site = (await page.locator("main h2 a").first().getAttribute("href")).split("/").at(-1);
  await at(`clinic/${site}`);
  await take("clinic-list");
  const patient = (await page.getByRole("link", { name: "Ada", exact: true }).getAttribute("href")).split("/").at(-1);
  await at(`clinic/${site}/exports`);
  await page.getByRole("button", { name: "Take the data out" }).click();
  await page.getByRole("button", { name: "Manifest, signed" }).waitFor();
  const places = [["summary", `clinic/${site}/summary`], ["exports", `clinic/${site}/exports`], ["invitations", `clinic/${site}/invitations`], ["patient", `diary/${patient}`],
    ["rating", `rate/${patient}`], ["treatments", `treatments/${patient}`], ["alerts", "alerts"], ["account", "me"]];
  for (const [name, place] of places) {
    await at(place);
    await take(`clinic-${name}`);
  }
  // Who runs the clinic signs in nowhere in the demo: what the page shows them, with the words of the API.
  const sites = (await asks(page, "GET", "/v1/sites")).items.map((one) => ({ ...one, role: "site_admin" }));
  const people = [["Kim", "clinician"], ["Dia", "data_manager"], ["Sil", "site_admin"]].map(([display_name, role]) => ({ account_id: display_name, display_name, role }));
  const patients = ["Ada", "Cleo", "Ben"].map((display_name, nth) => ({ patient_id: display_name, display_name, subject_id: `LK-00${nth + 1}`, since: "2026-02-03T10:00:00Z" }));
  await page.route("**/v1/sites?**", (route) => route.fulfill({ json: { items: sites, next: null } }));
  await page.route("**/v1/sites", (route) => route.fulfill({ json: { items: sites, next: null } }));
  await page.route("**/v1/sites/*/staff", (route) => route.fulfill({ json: { items: people, next: null } }));
  await page.route("**/v1/sites/*/patients", (route) => route.fulfill({ json: { items: patients, next: null } }));
  for (const view of ["roster", "staff"]) {
    await at(`clinic/${site}/${view}`);
    await take(`clinic-${view}`);
  }
  await page.close();
}

/** With names behind the folder, only what those see. */
const only = process.argv.slice(4);
const isWanted = (name) => only.length === 0 || only.includes(name);

async function main() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  if (isWanted("nobody")) await nobody(browser);
  if (isWanted("ada")) await guest(browser, await ada(browser));
  if (isWanted("bob")) await bob(browser);
  if (isWanted("kim")) await kim(browser);
  await browser.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
