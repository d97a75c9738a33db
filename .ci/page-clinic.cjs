// A clinic, from its first administrator to a patient's row and an export, each by the page. Only the clinic itself is
// made over the API: those who run an installation have no page.
const { strict: assert } = require("node:assert");
const { createHmac } = require("node:crypto");
const { answerAll, base, browserOf, heading, inspect, inspectAll, linkTo, PASSWORD, press, signIn } = require("./page-kit.cjs");

const STEP = 30_000;

/** The code that an authenticator app shows at `time`. */
function totp(secret, time) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / STEP)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** An account that was made for `name`: they choose a password, set up a second factor, and sign in with it. */
async function arrives(name) {
  const { context, page } = await browserOf(name.toLowerCase());
  await page.goto(await linkTo(`${name.toLowerCase()}@example.org`));
  await page.getByLabel("The address that the mail went to").fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel("New password").fill(`${name} ${PASSWORD}`);
  await page.getByRole("button", { name: "Take this password" }).click();
  await signIn(page, name);
  await page.getByText("Your work here needs a second factor.").first().waitFor();
  await page.getByRole("link", { name: "My account" }).click();
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  const secret = (await page.locator("p.code").textContent()).trim();
  const begun = Date.now();
  await page.getByLabel("Code", { exact: true }).fill(totp(secret, begun));
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByText("They are shown only now").waitFor();
  const [recovery] = await page.locator(".codes li").allTextContents();
  await inspect(page, `account of ${name}`);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await heading(page, "Diary");
  await signIn(page, name);
  // Each code is good once, and the one after it is taken too.
  await page.getByLabel("Code", { exact: true }).fill(totp(secret, begun + STEP));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await heading(page, "Clinics");
  return { context, page, recovery };
}

/** Rates `day` for the clinic, the n-th answer of each question, to where it is saved. */
async function ratesAnew(page, day, nth) {
  await page.getByRole("link", { name: "Rate for the clinic" }).click();
  await page.getByLabel("For which day?").fill(day);
  await press(page, "Begin");
  await answerAll(page, nth);
  await press(page, "Go on");
  await heading(page, "Is this right?");
  await press(page, "Save");
}

/** Says once more who she is, with a code beside the password that her browser had filled in. */
async function provesItAnew({ page, recovery }) {
  // Five minutes are long for a scene: the first answer is what would come after them.
  const late = { status: 401, json: { code: "insufficient_user_authentication" } };
  await page.route("**/v1/account/mfa/recovery-codes", (route) => route.fulfill(late), { times: 1 });
  await page.goto(`${base}/#me`);
  await page.getByRole("button", { name: "New recovery codes" }).click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByLabel("Password", { exact: true }).fill(`Ann ${PASSWORD}`);
  await dialog.getByLabel("Code of the second factor").fill(recovery);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await page.getByText("They are shown only now").waitFor();
}

module.exports = async function clinic(patient) {
  const ann = await arrives("Ann");
  await provesItAnew(ann);
  const made = await ann.page.evaluate(async () => {
    const { access_token } = await (await fetch("/v1/page-session/refresh", { method: "POST" })).json();
    const headers = { Authorization: `Bearer ${access_token}`, "Content-Type": "application/json" };
    const site = await (await fetch("/v1/sites", { method: "POST", headers, body: JSON.stringify({ name: "Clinic by the lake", time_zone: "Europe/Berlin" }) })).json();
    const staff = async (email, display_name, role) => (await fetch(`/v1/sites/${site.site_id}/staff`, { method: "POST", headers, body: JSON.stringify({ email, display_name, role }) })).status;
    return { site, status: await staff("sil@example.org", "Sil", "site_admin") };
  });
  assert.equal(made.status, 201);
  await ann.context.close();

  const sil = await arrives("Sil");
  await sil.page.goto(`${base}/#clinic/${made.site.site_id}/staff`);
  for (const [name, role] of [["Ken", "clinician"], ["Dia", "data_manager"]]) {
    await sil.page.getByLabel("Name", { exact: true }).fill(name);
    await sil.page.getByLabel("E-mail address").fill(`${name.toLowerCase()}@example.org`);
    await sil.page.getByLabel("Role").selectOption(role);
    await sil.page.getByRole("button", { name: "Add staff" }).click();
    await sil.page.getByText("They are told by mail.").waitFor();
  }
  await sil.page.getByText("has not chosen a password yet").nth(1).waitFor();
  await sil.page.goto(`${base}/#clinic/${made.site.site_id}/invitations`);
  await sil.page.getByLabel("E-mail address").fill("ada@example.org");
  await sil.page.getByLabel("Subject id").fill("MN-017");
  await sil.page.getByRole("button", { name: "Send the invitation", exact: true }).click();
  await sil.page.getByText("The invitation is on its way.").waitFor();
  // Of a table she is told who is not invited, by the address in it.
  const table = 'email,subject_id\r\nlea@example.org,MN-018\r\n\r\n"tom@example.org",MN-017\r\n';
  await sil.page.getByLabel("Table (CSV)").setInputFiles({ name: "patients.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await sil.page.getByRole("button", { name: "Send the invitations" }).click();
  await sil.page.getByText("1 of 2 are invited.").waitFor();
  const notInvited = sil.page.getByRole("listitem").filter({ hasText: "not invited" });
  assert.equal((await notInvited.innerText()).replace(/\s+/g, " "), "Row 3, tom@example.org not invited: another patient of this clinic has this subject id");
  await inspect(sil.page, "invitations of a clinic");
  await sil.context.close();

  await patient.goto(await linkTo("ada@example.org"));
  await heading(patient, "A clinic asks to see your diary");
  await patient.getByLabel("For research").check();
  await patient.getByRole("button", { name: "Accept" }).click();
  await heading(patient, "Who sees this diary");
  await patient.getByText("Clinic by the lake").first().waitFor();

  const ken = await arrives("Ken");
  await ken.page.getByRole("link", { name: "Clinic by the lake" }).click();
  await ken.page.getByLabel("Sorted by").selectOption("total");
  await ken.page.getByRole("link", { name: "Ada" }).waitFor();
  await inspect(ken.page, "patients of a clinic");
  await ken.page.getByRole("link", { name: "Ada" }).click();
  await heading(ken.page, "Ada’s diary");
  await ken.page.locator(".picture img").waitFor();
  await ken.page.getByRole("button", { name: "We have looked" }).click();
  await ken.page.getByText("The patient sees that you looked.").waitFor();
  await inspect(ken.page, "a patient of a clinic");

  // Flags tell the team what happened, and do not ask it to tell itself: in the words of the server, and in those of the page.
  const flags = ken.page.locator("section", { has: ken.page.getByRole("heading", { name: "What the team should hear of" }) });
  assert.match(await flags.innerText(), /Ada's answers/);
  assert.doesNotMatch(await flags.innerText(), /Please|ask the/);
  await ken.page.getByRole("link", { name: "My account" }).click();
  await ken.page.getByLabel("Language").selectOption("de");
  await ken.page.goBack();
  const inGerman = ken.page.locator("section", { has: ken.page.getByRole("heading", { name: "Was das Team wissen sollte" }) });
  await inGerman.getByText(/sagt?en die Antworten/).first().waitFor();
  assert.doesNotMatch(await inGerman.innerText(), /Bitte/);
  await ken.page.goto(`${base}/#me`);
  await ken.page.getByLabel("Sprache").selectOption("en");
  await heading(ken.page, "My account");
  await ken.page.goBack();
  await heading(ken.page, "Ada’s diary");

  // He rates for the clinic, by keyboard, corrects that, and sees both beside each other.
  await ken.page.getByRole("link", { name: "Rate for the clinic" }).click();
  await heading(ken.page, "The clinic’s rating of Ada");
  await inspect(ken.page, "a rating of the clinic");
  await press(ken.page, "Begin");
  await answerAll(ken.page, 0);
  await press(ken.page, "Go on");
  await heading(ken.page, "Is this right?");
  await press(ken.page, "Save");
  await heading(ken.page, "It is recorded");
  await ken.page.getByRole("link", { name: "To the diary" }).click();
  await ken.page.getByRole("heading", { name: "Home and clinic" }).waitFor();
  const total = ken.page.getByRole("row", { name: /^Total 24 48/ });
  await total.getByText("+24").waitFor();
  await ken.page.getByText("A difference between raters is no change of the disease.").waitFor();
  await inspect(ken.page, "home and clinic beside each other");
  await ken.page.getByRole("link", { name: "a clinician, at a visit, Ken" }).click();
  await press(ken.page, "Begin");
  await heading(ken.page, "Is this right?");
  await ken.page.locator(".review button").first().click();
  await ken.page.locator(".answers button").nth(1).click();
  await press(ken.page, "Save");
  await heading(ken.page, "It is recorded");
  await ken.page.getByRole("link", { name: "To the diary" }).click();
  await ken.page.getByRole("row", { name: /^Total 24 47/ }).waitFor();

  // He removes it, and rates that day anew; then once more, beside what is there. Ada shares no notes with him.
  const rated = ken.page.getByRole("link", { name: "a clinician, at a visit, Ken" });
  const day = (await rated.getAttribute("href")).split("/").at(-1);
  await rated.click();
  await ken.page.getByRole("button", { name: "Remove", exact: true }).click();
  await ken.page.locator("dialog[open]").getByRole("button", { name: "Remove", exact: true }).click();
  await heading(ken.page, "It is recorded");
  await ken.page.getByRole("link", { name: "To the diary" }).click();
  await ratesAnew(ken.page, day, 2);
  await heading(ken.page, "The rating of this day was removed");
  await inspect(ken.page, "a rating of the clinic that was removed");
  await ken.page.getByRole("button", { name: "Back" }).click();
  await heading(ken.page, "Is this right?");
  await press(ken.page, "Save");
  await press(ken.page, "Record it anew");
  await ken.page.locator("dialog[open]").getByRole("button", { name: "Record it anew" }).click();
  await heading(ken.page, "It is recorded");
  await ken.page.getByRole("link", { name: "To the diary" }).click();
  await ken.page.getByRole("row", { name: /^Total 24 24/ }).waitFor();
  await ratesAnew(ken.page, day, 1);
  await heading(ken.page, "This day has a rating already");
  await ken.page.getByRole("row", { name: "Now Before" }).waitFor();
  await inspect(ken.page, "two ratings of the clinic beside each other");
  await press(ken.page, "Record mine as the newer version");
  await heading(ken.page, "It is recorded");
  await ken.page.getByRole("link", { name: "To the diary" }).click();
  await ken.page.getByRole("row", { name: /^Total 24 36/ }).waitFor();

  // Each of his views, in each theme.
  const place = ken.page.url().split("/").at(-1);
  const ofSite = ["patients", "summary", "exports", "invitations"].map((view) => [`clinic ${view}`, `clinic/${made.site.site_id}/${view}`]);
  await inspectAll(ken.page, [["clinics", ""], ...ofSite, ["clinic diary", `diary/${place}`], ["clinic treatments", `treatments/${place}`], ["clinic rate", `rate/${place}`]]);
  await ken.page.goto(`${base}/#diary/${place}`);

  // The patient chooses him to coordinate: whoever was let in sees it, without a touch.
  await patient.goto(`${base}/#circle/${place}`);
  // The page was opened before he had come.
  await patient.reload();
  await patient.getByText("Coordinating clinician").click();
  await patient.getByLabel("Who coordinates?").selectOption({ label: "Ken" });
  await patient.locator("details", { hasText: "Who coordinates?" }).getByRole("button", { name: "Save" }).click();
  await patient.getByText("Ken (Clinic by the lake) coordinates the care.").waitFor();
  await inspect(patient, "circle with a coordinator");
  await patient.goto(`${base}/#diary/${place}/as/summary`);
  await patient.getByText("Ken (Clinic by the lake) coordinates the care.").waitFor();
  await ken.page.reload();
  await ken.page.getByText("Ken (Clinic by the lake) coordinates the care.").waitFor();
  await ken.context.close();

  const dia = await arrives("Dia");
  await dia.page.getByRole("link", { name: "Clinic by the lake" }).click();
  await dia.page.getByRole("button", { name: "Take the data out" }).click();
  await dia.page.getByRole("button", { name: "Manifest, signed" }).waitFor();
  await inspect(dia.page, "exports of a clinic");
  const [download] = await Promise.all([dia.page.waitForEvent("download"), dia.page.getByRole("button", { name: /\.csv$/ }).first().click()]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  const gone = { status: 410, json: { code: "export_expired", detail: "The files of this export are deleted: ask for another." } };
  await dia.page.route("**/manifest", (route) => route.fulfill(gone), { times: 1 });
  await dia.page.getByRole("button", { name: "Manifest, signed" }).click();
  await dia.page.getByRole("alert").getByText("The files of this export are deleted").waitFor();
  await inspect(dia.page, "an export that is gone");
  await dia.context.close();
};
