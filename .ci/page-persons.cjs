// Persons who use the page. Called by .ci/page with the address of a fresh server and a folder for what is seen.
const { strict: assert } = require("node:assert");
const { readFileSync } = require("node:fs");
const { answerAll, base, browserOf, chromium, faults, heading, inspect, inspectAll, join, linkTo, options, press, signIn, watch } = require("./page-kit.cjs");
const careful = require("./page-careful.cjs");
const clinic = require("./page-clinic.cjs");
const device = require("./page-device.cjs");
const family = require("./page-family.cjs");
const guest = require("./page-guest.cjs");
const live = require("./page-live.cjs");
const passkey = require("./page-passkey.cjs");

/** Records this week by keyboard alone: the n-th answer of each question. */
async function recordByKeyboard(page, patient, nth) {
  await page.goto(`${base}/#record/${patient}`);
  await heading(page, "Record a week");
  await press(page, "Begin");
  await answerAll(page, nth);
  await heading(page, "Anything else?");
  await press(page, "Go on");
  await heading(page, "Is this right?");
  await press(page, "Save");
}

const tokenOf = async (page) => (await page.evaluate(() => fetch("/v1/page-session/refresh", { method: "POST" }).then((answer) => answer.json())));

async function entriesOf(page, patient) {
  const { access_token } = await tokenOf(page);
  const answer = await fetch(`${base}/v1/patients/${patient}/entries`, { headers: { Authorization: `Bearer ${access_token}` } });
  return (await answer.json()).items;
}

/** A refusal can come before its words: it is said in the language of the page all the same. */
async function refusedEarly() {
  const { context, page } = await browserOf("early", { locale: "de-DE" });
  await page.route("**/de-more.ftl", async (route) => {
    await new Promise((later) => { setTimeout(later, 2000); });
    await route.continue();
  });
  await page.goto(base);
  await page.getByLabel("E-Mail-Adresse").fill("ada@example.org");
  await page.getByLabel("Passwort", { exact: true }).fill("not this one, sorry");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByText("Die E-Mail-Adresse oder das Passwort stimmt nicht").waitFor();
  await context.close();
}

async function main() {
  await refusedEarly();
  // A patient records her first week by keyboard alone, without a network; the browser is killed, and it is there once.
  let ada = await browserOf("ada", { viewport: { width: 390, height: 844 } });
  await join(ada.page, "Ada", "patient");
  await heading(ada.page, "Hello Ada");
  const { patient_id: patient } = await tokenOf(ada.page);
  await ada.page.evaluate(() => navigator.serviceWorker.ready);
  await ada.page.goto(`${base}/#record/${patient}`);
  await ada.page.getByRole("button", { name: "Begin", exact: true }).waitFor();
  await ada.context.setOffline(true);
  await recordByKeyboard(ada.page, patient, 1);
  await heading(ada.page, "It is kept on this device");
  await ada.page.reload();
  await ada.page.getByText("On this device only: one week.").waitFor();
  await ada.page.getByRole("link", { name: "Look" }).click();
  const [file] = await Promise.all([ada.page.waitForEvent("download"), ada.page.getByRole("button", { name: "Save as a file" }).click()]);
  assert.equal(file.suggestedFilename(), "weeks.json");
  assert.match(readFileSync(await file.path(), "utf8"), /"answers"[\s\S]*"speech"/);
  await ada.context.close();
  ada = await browserOf("ada", { viewport: { width: 390, height: 844 }, offline: true });
  await ada.page.goto(`${base}/`);
  await ada.page.getByText("On this device only: one week.").waitFor();
  await ada.context.setOffline(false);
  // Where the browser does not tell that there is a network again, it is tried after half a minute.
  await ada.page.getByText("On this device only: one week.").waitFor({ state: "detached", timeout: 60_000 });
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
  await bob.page.clock.install();
  const invitation = await linkTo("bob@example.org");
  await bob.page.goto(invitation);
  await heading(bob.page, "You are invited to a diary");
  await bob.page.getByRole("link", { name: "I have no account yet" }).click();
  await join(bob.page, "Bob", "caregiver", "/#join");
  await heading(bob.page, "You are invited to a diary");
  await bob.page.getByText("If you accept, you can see how the ratings develop").waitFor();
  await bob.page.getByRole("button", { name: "Accept" }).click();
  await heading(bob.page, "Ada’s diary");
  // The link of the mail is the way back that comes to mind.
  await bob.page.goto(invitation);
  await bob.page.getByText("This invitation was used already").waitFor();
  await bob.page.goBack();
  await heading(bob.page, "Ada’s diary");
  await bob.page.locator(".picture img").waitFor();
  await inspect(bob.page, "diary of another");

  await live(ada.page, bob, patient);
  await bob.context.close();

  // A medicine is recorded, comes to an end, and is on the page of the diary.
  const page = other.page;
  await page.goto(`${base}/#treatments/${patient}`);
  await page.getByText("Add a treatment").click();
  await page.getByLabel("Name").fill("riluzole");
  await page.getByRole("button", { name: "Save" }).first().click();
  await page.getByRole("heading", { name: "riluzole" }).waitFor();
  await page.getByRole("button", { name: "It ended" }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "It ended" }).click();
  await page.locator(".card", { hasText: " – " }).waitFor();

  // Each view, in each theme and at the width of a small phone, as axe sees it.
  const views = ["", `diary/${patient}`, `record/${patient}`, `weeks/${patient}`, `weeks/${patient}/${now.week}`, `circle/${patient}`, `log/${patient}`, `treatments/${patient}`, `report/${patient}`, "unsent", "me",
    `card/${patient}`, `facts/${patient}`, "reminders", "alerts", `alerts/${patient}`, `diary/${patient}/as/summary`, `diary/${patient}/as/write`];
  const named = (view) => view.replaceAll(patient, "").replaceAll(/\W+/g, "-").replace(/-$/, "") || "home";
  await inspectAll(other.page, views.map((view) => [named(view), view]));

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

  await careful();
  await passkey();
  await device();
  await guest();
  await family();
  await clinic(ada.page);
  await ada.context.close();
  assert.deepEqual(faults, []);
}

main().catch((error) => {
  console.error(error, faults);
  process.exit(1);
});
