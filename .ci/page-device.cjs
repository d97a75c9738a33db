// What a device keeps, and for whom: drafts, weeks that are not sent yet, and the persons who use it one after the other.
// Called by page-persons.cjs.
const { strict: assert } = require("node:assert");
const { answerAll, asked, base, browserOf, folder, heading, inspect, join, linkTo, press, signIn } = require("./page-kit.cjs");

const PHONE = { viewport: { width: 390, height: 844 } };

/** Opens a place as one who comes to it anew. */
async function open(page, place, title) {
  await page.goto(`${base}/#me`);
  await heading(page, "My account");
  await page.goto(`${base}/#${place}`);
  await heading(page, title);
}

/** Calls `work` with the stores of the device, as the page has them. */
const kept = (page, store, key, value) => page.evaluate(async ([store, key, value]) => {
  const place = document.querySelector("script[src$='/main.js']").src;
  const keep = await import(new URL("keep.js", place));
  if (value) await keep.write(store, key, value);
  return key.endsWith("/") ? keep.listOf(store, key.slice(0, -1)) : keep.read(store, key);
}, [store, key, value]);

const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The week of a day, and its Monday, as the page counts them. */
const weekOf = (page, day) => page.evaluate(async (day) => {
  const weeks = await import(new URL("weeks.js", document.querySelector("script[src$='/main.js']").src));
  return { week: weeks.weekOf(day), monday: weeks.mondayOf(weeks.weekOf(day)), today: weeks.today() };
}, day);

/** A day is typed, left, and come back to; an older week is corrected without a network. */
async function days({ page, context }, patient, account) {
  // The year is typed digit by digit: what is no day yet is not taken.
  await open(page, `record/${patient}`, "Record a week");
  const field = page.getByLabel("For which day?");
  const before = await field.inputValue();
  await field.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2");
  assert.match(await field.inputValue(), /^0002-/);
  await page.reload();
  await page.getByRole("button", { name: "Begin", exact: true }).waitFor();
  assert.equal(await field.inputValue(), before);
  const impossible = { assessed_on: "0002-11-30", respondent: "self", answers: {}, symptoms: {}, gastrostomy: null, weight_kg: null, note: "", change_reason: "", tag: null, step: 3 };
  await kept(page, "drafts", `${account}/${patient}/new`, impossible);
  await page.reload();
  await page.getByRole("button", { name: "Begin", exact: true }).waitFor();
  assert.equal(await field.inputValue(), before);

  // A draft of another week begins with its day; one of this week goes on where it was left, and names its day.
  await field.fill(daysAgo(14));
  await press(page, "Begin");
  await page.locator(".answers button").nth(1).click();
  await page.waitForFunction(() => !document.querySelector("main h1").textContent.includes("Speech"));
  await open(page, `record/${patient}`, "Record a week");
  await page.getByText("You had begun the rating of").waitFor();
  assert.equal(await field.inputValue(), daysAgo(14));
  await field.fill(before);
  await press(page, "Begin");
  await page.locator(".answers button").nth(1).click();
  await open(page, `record/${patient}`, "Salivation");
  await page.getByText("You had begun the rating of").waitFor();
  await inspect(page, "a draft, found");
  await page.getByRole("button", { name: "Begin anew" }).click();
  await heading(page, "Record a week");

  // Without a network nobody corrects a week that cannot be read: it is said, and tried again.
  const { week, monday } = await weekOf(page, daysAgo(21));
  const answers = { speech: 4, salivation: 3 };
  await asked(page, "PUT", `/v1/patients/${patient}/entries/${week}`, { assessed_on: daysAgo(21), answers });
  await open(page, `weeks/${patient}/${week}`, /^Rating of/);
  await page.getByRole("link", { name: "Correct" }).waitFor();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Correct" }).click();
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Begin", exact: true }).count(), 0);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Begin", exact: true }).waitFor();
  assert.deepEqual([await field.inputValue(), await field.getAttribute("min")], [daysAgo(21), monday]);
}

/** Answers all questions of a week with the n-th answer, and a weight; `more` looks at what was said beside them. */
async function recordAlone(page, patient, nth, day, weight) {
  await page.goto(`${base}/#unsent`);
  await heading(page, "Weeks on this device only");
  await page.goto(`${base}/#record/${patient}`);
  await heading(page, "Record a week");
  if (day) await page.getByLabel("For which day?").fill(day);
  await press(page, "Begin");
  await answerAll(page, nth);
  await heading(page, "Anything else?");
  await page.getByLabel("Weight in kilograms").fill(weight);
  await press(page, "Go on");
}

/** A week is recorded twice before it is sent; what is refused is corrected; a weight is taken as people write it. */
async function weeks({ page, context }, patient, account) {
  const { week } = await weekOf(page, daysAgo(0));
  // The tools that look at a page end what makes a browser offline.
  await context.route("**/v1/**", (route) => route.abort());
  await recordAlone(page, patient, 1, undefined, "68,4 lbs");
  await page.getByText("This is no weight between").waitFor();
  await inspect(page, "no weight");
  await page.getByLabel("Weight in kilograms").fill("68,4 kg");
  await page.getByLabel("Note").fill("at home");
  await page.getByText("Symptoms, 0 to 10").click();
  await page.getByLabel("Pain").selectOption("3");
  await press(page, "Go on");
  await heading(page, "Is this right?");
  assert.match(await page.locator(".review").innerText(), /68,4 kg[\s\S]*Pain 3[\s\S]*at home/);
  await inspect(page, "a week to look over");
  await press(page, "Save");
  await heading(page, "It is kept on this device");

  // The same week once more: the first is shown, and stays until she decides.
  const outbox = () => kept(page, "outbox", `${account}/`);
  await recordAlone(page, patient, 2, undefined, "70");
  await press(page, "Save");
  await heading(page, "This week is on this device already");
  await page.locator("tbody", { hasText: /Weight in kilograms\s*70\s*68.4/ }).waitFor();
  await inspect(page, "both ratings of a week");
  assert.deepEqual((await outbox()).map(({ rating }) => rating.weight_kg), [68.4]);
  await page.getByRole("button", { name: "Keep the answers of before" }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "Keep the answers of before" }).click();
  await heading(page, "Weeks on this device only");
  assert.deepEqual((await outbox()).map(({ rating }) => rating.weight_kg), [68.4]);
  await recordAlone(page, patient, 2, undefined, "70");
  await press(page, "Save");
  await press(page, "Keep the answers of now");
  await heading(page, "It is kept on this device");
  assert.deepEqual((await outbox()).map(({ rating }) => rating.weight_kg), [70]);

  // Another device was there meanwhile, and differs in the weight and who answered.
  const answers = (await outbox())[0].rating.answers;
  await context.unroute("**/v1/**");
  await page.route("**/entries/*", (route) => (route.request().method() === "PUT" && route.request().postData().includes('"weight_kg":70') ? route.abort() : route.continue()));
  await asked(page, "PUT", `/v1/patients/${patient}/entries/${week}`, { assessed_on: daysAgo(0), answers, respondent: "self_with_help", weight_kg: 71, symptoms: { pain: 5 } });
  await page.unroute("**/entries/*");
  await page.goto(`${base}/#unsent`);
  await page.getByRole("button", { name: "Send now" }).click();
  await page.getByText("The diary has other answers for this week.").waitFor();
  const differing = page.locator("table tbody");
  for (const row of [/Weight in kilograms\s*70\s*71/, /Answered by\s*the patient\s*the patient, with help to write/, /Symptoms, 0 to 10\s*–\s*Pain 5/]) await differing.filter({ hasText: row }).waitFor();
  assert.equal(await differing.count(), 3, "only what differs");
  await inspect(page, "a conflict of a weight");
  await page.getByRole("button", { name: "Give up mine" }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "Give up mine" }).click();
  await page.getByText("All weeks are in the diary.").waitFor();

  // The server refuses a week: it is corrected, and recorded.
  const { week: past } = await weekOf(page, daysAgo(70));
  const refused = { patient, week: past, tag: null, state: "refused", since: new Date().toISOString(), says: "This day is wrong.", code: "invalid",
    rating: { assessed_on: daysAgo(70), respondent: "self", answers: { speech: 2 }, symptoms: {}, gastrostomy: false, cutting_form: "5a", weight_kg: 66, note: null, change_reason: null } };
  await kept(page, "outbox", `${account}/${patient}/${past}`, refused);
  await page.reload();
  await page.getByText("This day is wrong.").waitFor();
  await inspect(page, "a refused week");
  await page.getByRole("button", { name: "Correct" }).click();
  await heading(page, "Is this right?");
  await page.getByText(/You had begun the rating of/).waitFor();
  await page.getByText("66", { exact: true }).waitFor();
  await press(page, "Save");
  await heading(page, "It is recorded");
  assert.deepEqual(await outbox(), []);
}

/** The page for a visit has what goes on and what is over, however long ago, and what changed since the day that its reader chooses. */
async function visit({ page }, patient) {
  const record = (id, more) => asked(page, "PUT", `/v1/patients/${patient}/records/019a0000-0000-7000-8000-00000000000${id}`, more);
  await record(1, { kind: "treatment", treatment_kind: "drug", name: "riluzole", dose: "50 mg", started_on: daysAgo(700) });
  await record(2, { kind: "treatment", treatment_kind: "drug", name: "masitinib", started_on: daysAgo(900), ended_on: daysAgo(600) });
  await record(3, { kind: "side_effect", what: "headache", severity: 2, serious: false, began_on: daysAgo(500), ended_on: daysAgo(499) });
  await open(page, `report/${patient}`, "Mia: page for a visit");
  const main = page.locator("main");
  await main.getByText(/riluzole, 50 mg: since/).waitFor();
  assert.match(await main.innerText(), /Treatments now[\s\S]*riluzole[\s\S]*Side effects[\s\S]*Headache, moderate: [\s\S]*Treatments that ended[\s\S]*masitinib: /);
  const changed = () => page.locator(".items .changed dt").allInnerTexts();
  assert.deepEqual(await changed(), ["Speech", "Salivation"]);
  assert.match(await page.locator(".items .changed").first().textContent(), / before: 4/);
  await page.getByLabel("Compared with the rating of").selectOption({ index: 1 });
  await page.waitForFunction(() => document.querySelectorAll(".items .changed").length === 0);
  await page.getByLabel("Compared with the rating of").selectOption({ index: 0 });
  await inspect(page, "page for a visit");
}

/** Without a network one records for another, and is told that signing out has to wait; what is begun is not removed unasked. */
async function leaving({ page, context }) {
  await page.goto(`${base}/#`);
  await page.getByRole("link", { name: "Mia’s diary" }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await heading(page, "Hello Tom");
  await page.getByRole("heading", { name: "Mia’s diary" }).waitFor();
  await page.screenshot({ path: `${folder}/offline-home.png` });
  await page.getByRole("link", { name: "Record a week" }).click();
  await heading(page, "Does the person have a feeding tube?");
  const leave = page.getByRole("button", { name: "Sign out", exact: true });
  await leave.click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByText("One week is begun here and not saved.").waitFor();
  await dialog.getByRole("button", { name: "Sign out", exact: true }).click();
  await dialog.getByText("you are still signed in here").waitFor();
  await page.screenshot({ path: `${folder}/leaving.png` });
  await dialog.getByRole("button", { name: "No, leave it" }).click();
  await context.setOffline(false);
  await leave.click();
  await dialog.getByRole("button", { name: "Sign out", exact: true }).click();
  await heading(page, "Diary");
  await signIn(page, "Tom");
  await heading(page, "Hello Tom");
}

/** What a person chose to see is theirs: no numbers, in no words either, and a language; the next person has neither. */
async function choices({ page }, patient) {
  await page.goto(`${base}/#me`);
  await page.getByLabel("Without numbers, stages and rates").check();
  await page.goto(`${base}/#diary/${patient}`);
  const image = page.locator(".picture img");
  await image.waitFor();
  for (const said of [await page.locator(".sentences").innerText(), await image.getAttribute("alt")]) {
    assert.match(said, /Recorded|recorded/);
    assert.doesNotMatch(said, /of 48|of 12/);
  }
  await inspect(page, "diary without numbers");
  await page.goto(`${base}/#me`);
  await page.getByLabel("Language").selectOption("de");
  await heading(page, "Mein Konto");
  await page.getByRole("button", { name: "Abmelden", exact: true }).click();
  await heading(page, "Diary");
  await signIn(page, "Tom");
  await heading(page, "Hello Tom");
  await page.goto(`${base}/#me`);
  assert.equal(await page.getByLabel("Without numbers, stages and rates").isChecked(), false);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await signIn(page, "Mia");
  await heading(page, "Guten Tag, Mia");
  await page.goto(`${base}/#me`);
  assert.equal(await page.getByLabel("Ohne Zahlen").isChecked(), true);
  await page.getByLabel("Sprache").selectOption("en");
  await page.getByLabel("Without numbers, stages and rates").uncheck();
  await page.waitForLoadState("networkidle");
}

/** Two persons, one after the other: no window goes on as the first with what is the second one's, and nothing of them is mixed. */
async function persons({ page, context }) {
  const later = await context.newPage();
  await later.goto(base);
  await heading(later, "Hello Mia");
  await later.getByRole("button", { name: "Sign out", exact: true }).click();
  await heading(page, "Diary");
  await signIn(page, "Mia");
  await heading(page, "Hello Mia");

  // A window that was told nothing finds out when it asks for a new token.
  const deaf = await context.newPage();
  await deaf.addInitScript(() => { globalThis.BroadcastChannel = class { postMessage() {} }; });
  await deaf.goto(base);
  await heading(deaf, "Hello Mia");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await heading(page, "Diary");
  await signIn(page, "Tom");
  await heading(page, "Hello Tom");
  await heading(deaf, "Hello Mia");
  await deaf.evaluate(() => { const { now } = Date; Date.now = () => now() + 3_600_000; });
  await deaf.goto(`${base}/#me`);
  await heading(deaf, "Diary");
  await heading(page, "Hello Tom");
  await deaf.close();
  await later.close();

  // Mia’s session ends elsewhere; Tom, who does not stay signed in, is not taken for her without a network.
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await signIn(page, "Mia");
  await heading(page, "Hello Mia");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await asked(page, "DELETE", "/v1/page-session").catch(() => {});
  await page.evaluate(() => { const { now } = Date; Date.now = () => now() + 3_600_000; });
  await page.goto(`${base}/#me`);
  await heading(page, "Diary");
  assert.equal(await kept(page, "known", "me"), undefined);
  await page.getByLabel("Stay signed in here").uncheck();
  await signIn(page, "Tom");
  await heading(page, "My account");
  await context.setOffline(true);
  await page.reload();
  await heading(page, "Diary");
  await page.getByText("nobody can sign in now").waitFor();
  await context.setOffline(false);
  await page.reload();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await heading(page, "Diary");
  await signIn(page, "Mia");
  await heading(page, "Hello Mia");
}

/** One who records for another is asked about the other, and told so. */
async function forAnother(page, patient, other) {
  await asked(page, "POST", `/v1/patients/${patient}/invitations`, { email: "tom@example.org", relation: "friend", level: "write" });
  await other.goto(await linkTo("tom@example.org"));
  await other.getByRole("button", { name: "Accept" }).click();
  await heading(other, "Mia’s diary");
  await other.getByText("You were let in with: Also recording for the patient.").waitFor();
  await other.goto(`${base}/#record/${patient}`);
  await press(other, "Begin");
  for (let question = 0; question < 4; question += 1) {
    const asked = await other.locator("main h1").textContent();
    await other.locator(".answers button").first().click();
    await other.waitForFunction((was) => document.querySelector("main h1").textContent !== was, asked);
  }
  await heading(other, "Does the person have a feeding tube?");
}

module.exports = async function device() {
  const mia = await browserOf("mia", PHONE);
  await join(mia.page, "Mia", "patient");
  await heading(mia.page, "Hello Mia");
  const { account, patient_id: patient } = await mia.page.evaluate(async () => {
    const { me } = await import(new URL("session.js", document.querySelector("script[src$='/main.js']").src));
    return me.value;
  });
  await days(mia, patient, account.id);
  await weeks(mia, patient, account.id);
  const tom = await browserOf("tom");
  await join(tom.page, "Tom", "caregiver");
  await heading(tom.page, "Hello Tom");
  await forAnother(mia.page, patient, tom.page);
  await leaving(tom);
  await visit(mia, patient);
  await choices(mia, patient);
  await persons(mia);
  await tom.context.close();
  await mia.context.close();
};
