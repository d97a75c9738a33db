// A family: a patient who lets her brother in, what each of them is told and reminded of, her emergency card, what she
// agrees to, and what is recorded beside the weeks. Called by page-persons.cjs.
const { strict: assert } = require("node:assert");
const { base, browserOf, chromium, heading, inspect, join, linkTo, options, press, watch } = require("./page-kit.cjs");

const PHONE = { width: 390, height: 844 };
const NARROW = { viewport: { width: 320, height: 640 }, colorScheme: "dark" };
const ANSWERS = ["speech", "salivation", "swallowing", "handwriting", "cutting", "dressing", "turning", "walking", "stairs", "dyspnea", "orthopnea", "respiratory_insufficiency"];

const focused = (page, text) => page.locator(":is(h1, h2, button):focus", { hasText: text }).waitFor();
const saved = (page) => page.getByText("That is changed.").waitFor();
const sure = (page, name) => page.locator("dialog[open]").getByRole("button", { name, exact: true }).click();

/** Opens a place as one who comes to it anew, so that nothing of before is shown. */
async function open(page, place, title) {
  await page.goto(`${base}/#unsent`);
  await heading(page, "Weeks on this device only");
  await page.goto(`${base}/#${place}`);
  await heading(page, title);
}

/** Records the week of today as an app would. */
async function record(page, patient, dyspnea, note) {
  const status = await page.evaluate(async ({ patient, dyspnea, note, keys }) => {
    const { access_token } = await (await fetch("/v1/page-session/refresh", { method: "POST" })).json();
    const { weekOf, today } = await import(new URL("weeks.js", document.querySelector("script[src$='/main.js']").src));
    const answers = { ...Object.fromEntries(keys.map((key) => [key, 4])), dyspnea };
    const headers = { Authorization: `Bearer ${access_token}`, "Content-Type": "application/json" };
    const body = JSON.stringify({ assessed_on: today(), answers, note });
    return (await fetch(`/v1/patients/${patient}/entries/${weekOf(today())}`, { method: "PUT", headers, body })).status;
  }, { patient, dyspnea, note, keys: ANSWERS });
  assert.equal(status, 201);
}

module.exports = async function family() {
  const ida = await browserOf("ida", { viewport: PHONE });
  const { page } = ida;
  await join(page, "Ida", "patient");
  await heading(page, "Hello Ida");
  const patient = (await page.locator("main h2 a").first().getAttribute("href")).split("/")[1];

  // Her brother is let in and chooses what he is told.
  await open(page, `circle/${patient}`, "Who sees this diary");
  await page.getByLabel("Their e-mail address").fill("olaf@example.org");
  await page.getByLabel("What they see").selectOption("read");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText("The invitation is on its way.").waitFor();
  const olaf = await browserOf("olaf", NARROW);
  await olaf.page.goto(await linkTo("olaf@example.org"));
  await olaf.page.getByRole("link", { name: "I have no account yet" }).click();
  await join(olaf.page, "Olaf", "caregiver", "/#join");
  await olaf.page.getByRole("button", { name: "Accept" }).click();
  await heading(olaf.page, "Ida’s diary");
  await olaf.page.getByRole("link", { name: "What I am told" }).click();
  await heading(olaf.page, "What I am told");
  await inspect(olaf.page, "what a follower is told");
  await olaf.page.getByLabel("What needs a call today").check();
  await olaf.page.getByLabel("That nothing was recorded").selectOption("2");
  await olaf.page.getByLabel("If nobody answers, tell the next person").selectOption("4");
  await press(olaf.page, "Save");
  await olaf.page.getByText("You are told of it now.").waitFor();
  await inspect(olaf.page, "what a follower chose");

  // A week says that she is out of breath at rest: he is told, and sees to it.
  await record(page, patient, 1, "woke up twice");
  await olaf.page.goto(`${base}/#`);
  await heading(olaf.page, "Hello Olaf");
  for (let tries = 0; await olaf.page.getByText("Something waits for a person who sees to it.").count() === 0; tries += 1) {
    assert.ok(tries < 60, "Olaf was told nothing");
    await olaf.page.waitForTimeout(1000);
    await olaf.page.reload();
    await heading(olaf.page, "Hello Olaf");
    await olaf.page.getByRole("link", { name: "Ida’s diary" }).waitFor();
  }
  await inspect(olaf.page, "home with an alert");
  await olaf.page.getByRole("link", { name: "What was told" }).click();
  await heading(olaf.page, "What was told");
  await olaf.page.getByText("Please call your team today").waitFor();
  await inspect(olaf.page, "alerts");
  await press(olaf.page, "I see to it");
  await olaf.page.getByText("Olaf sees to it since").waitFor();
  await open(page, "alerts", "What was told");
  await page.getByText("Told to: Olaf.").waitFor();
  await page.getByText("Olaf sees to it since").waitFor();
  await inspect(page, "alerts of a patient");

  // She sees what he chose, and switches it off.
  await open(page, `diary/${patient}`, "My diary");
  await page.getByRole("link", { name: "Who is told" }).click();
  await page.getByText("That nothing was recorded for 2 weeks").waitFor();
  await inspect(page, "followers");
  await press(page, "Switch it off for this person");
  await page.getByText("switched off by you").waitFor();
  await open(olaf.page, `alerts/${patient}`, "What I am told");
  await olaf.page.getByText("You are told nothing at present").waitFor();

  // By keyboard she makes a card, whoever finds it reads it, and it opens nothing once it is taken back.
  await open(page, `card/${patient}`, "Emergency card");
  await page.getByLabel("What you are called on it").fill("Ida");
  await page.getByLabel("How I breathe").focus();
  await page.keyboard.press("Space");
  await page.getByLabel("In your own words").fill("I understand everything.");
  await press(page, "Add a person to call");
  await page.getByLabel("Name", { exact: true }).fill("Olaf");
  await page.getByLabel("Phone number").fill("+49 30 1234567");
  await inspect(page, "card, chosen");
  await press(page, "Make the card");
  await focused(page, "What it says");
  const place = await page.getByRole("link", { name: "Look at it and print it" }).getAttribute("href");
  await inspect(page, "card, made");
  const finder = await chromium.launch(options);
  const found = await finder.newPage(NARROW);
  watch(found);
  await found.goto(place);
  await found.getByText("Please call").waitFor();
  assert.match(await found.locator("main").innerText(), /Ida[\s\S]*No breathing device[\s\S]*I understand everything\.[\s\S]*Olaf/);
  await inspect(found, "card, as it is found");
  assert.match((await found.pdf({ format: "A4" })).toString("latin1"), /\/Count 1\b/, "the card has more than one page");
  await page.getByRole("button", { name: "Take the card back" }).click();
  await sure(page, "Take the card back");
  await page.getByRole("button", { name: "Make the card" }).waitFor();
  await focused(page, "Emergency card");
  await found.goto(place);
  await found.getByText("This card is not good any more").waitFor();
  await finder.close();

  // She is reminded as she likes it, and not at night.
  await page.goto(`${base}/#me`);
  await page.getByRole("link", { name: "Choose reminders" }).click();
  await heading(page, "Reminders");
  await page.getByLabel("Remind me each week").check();
  await page.getByLabel("On which day?").selectOption("wednesday");
  await page.getByLabel("At what time?").fill("19:30");
  await page.getByLabel("Never at night").check();
  await inspect(page, "reminders, chosen");
  await press(page, "Save");
  await saved(page);
  await focused(page, "Save");
  await page.getByRole("button", { name: "Remind me later" }).waitFor();
  await open(page, "reminders", "Reminders");
  assert.equal(await page.getByLabel("At what time?").inputValue(), "19:30");
  assert.equal(await page.getByLabel("From", { exact: true }).inputValue(), "21:00");

  // Facts, and a course of cells with its day, its warning and its examination; a measured value.
  await open(page, `facts/${patient}`, "Facts about the patient");
  await page.getByLabel("When the first symptoms came").fill("2025-01-15");
  await page.getByLabel("Weight before the illness").fill("68,5");
  await press(page, "Save");
  await saved(page);
  await open(page, `facts/${patient}`, "Facts about the patient");
  assert.equal(await page.getByLabel("Weight before the illness").inputValue(), "68.5");
  await open(page, `treatments/${patient}`, "Treatments and side effects");
  await page.getByText("Add a treatment").click();
  await page.getByLabel("What is it?").first().selectOption("cell_therapy");
  await page.getByLabel("Name", { exact: true }).fill("own cells");
  await page.getByLabel("From which tissue?").selectOption("bone_marrow");
  await page.getByLabel("Day", { exact: true }).first().fill("2026-02-10");
  await inspect(page, "a course of cells, asked");
  await page.getByRole("button", { name: "Save" }).first().click();
  await page.getByRole("heading", { name: "own cells" }).waitFor();
  await page.getByText("Days on which it was given").click();
  await page.getByText("Add a day on which it was given").click();
  const given = page.locator("li.card details details").first();
  await given.getByLabel("How many cells, in millions").fill("50");
  assert.equal(await given.getByLabel("How was it given?").inputValue(), "", "no way is chosen for anybody");
  await given.getByLabel("How was it given?").selectOption("intrathecal");
  await given.getByLabel("Day", { exact: true }).fill("2026-02-11");
  await given.getByRole("button", { name: "Save" }).click();
  await page.getByText("cells were given without an examination").waitFor();
  await page.getByText("50 million cells").waitFor();
  await page.getByText("Add an examination before cells").click();
  const examined = page.locator("li.card details details[open]", { hasText: "Add an examination before cells" });
  await examined.getByRole("button", { name: "Save" }).click();
  await page.getByText(/^Not known: /).waitFor();
  assert.equal(await page.getByText("Nothing was found that speaks against cells.").count(), 0, "what is not known is no all-clear");
  await inspect(page, "a course of cells");
  await page.getByText("Add a measured value").click();
  const measured = page.locator("details[open]", { hasText: "What was measured?" });
  await measured.getByLabel("Value").fill("81");
  await measured.getByRole("button", { name: "Save" }).click();
  await page.getByText("81 %").waitFor();

  // A medicine has days too, and its amount is not made round.
  await page.getByLabel("Name", { exact: true }).fill("edaravone");
  await page.getByRole("button", { name: "Save" }).first().click();
  const medicine = page.locator("li.card", { has: page.getByRole("heading", { name: "edaravone" }) });
  await medicine.getByText("Days on which it was given").click();
  await medicine.getByText("Add a day on which it was given").click();
  await medicine.getByLabel("How was it given?").selectOption("intravenous");
  await medicine.getByLabel("How much, in milligrams").fill("62,5");
  await medicine.getByRole("button", { name: "Save" }).click();
  await medicine.getByRole("heading", { name: "A day on which it was given" }).waitFor();
  await medicine.getByText("Into a vein, 62.5 mg").waitFor();

  // What is removed takes the focus nowhere but to the heading of its part.
  const value = page.locator("li.card", { hasText: "81 %" });
  await value.getByRole("button", { name: "Remove" }).click();
  await sure(page, "Remove");
  await value.waitFor({ state: "detached" });
  await focused(page, "Recorded so far");

  // She looks at her diary as others see it.
  await open(page, `circle/${patient}`, "Who sees this diary");
  await page.getByRole("link", { name: "As with: Trend only" }).click();
  await page.getByText("So a person sees this diary").waitFor();
  await page.locator(".picture img").waitFor();
  assert.equal(await page.getByRole("heading", { name: /The latest week|To tell your team/ }).count(), 0);
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("link", { name: "As with: Trend and answers" }).click();
  await page.getByText("woke up twice").waitFor();
  await page.locator(".items :is(dt, dd span)[lang=en]", { hasText: "Dyspnea" }).waitFor();
  await page.getByRole("heading", { name: "To tell your team" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "We know" }).count(), 0);

  // A pause for everybody, and its end.
  await open(page, `circle/${patient}`, "Who sees this diary");
  const care = page.locator(".card", { hasText: "People I let in see my diary" });
  await care.getByRole("button", { name: "Take my agreement back" }).click();
  await sure(page, "Take my agreement back");
  await care.getByText("You took it back on").waitFor();
  await inspect(page, "circle, paused");
  await olaf.page.goto(`${base}/#`);
  await olaf.page.getByText("You have no diary to look at yet.").waitFor();
  await care.getByRole("button", { name: "Agree" }).click();
  await sure(page, "Agree");
  await care.getByText("You agreed on").waitFor();

  // She chooses him for the time when she cannot act; he asks, and she can say no.
  await page.getByLabel("Who?").selectOption({ label: "Olaf" });
  await page.getByRole("button", { name: "Choose this person" }).click();
  await page.getByText("chosen; does not act for you now").waitFor();
  await open(olaf.page, `place/${patient}`, "My place in this diary");
  await olaf.page.getByText("Ida chose you").waitFor();
  await inspect(olaf.page, "place of a trustee");
  await olaf.page.getByRole("button", { name: "Ask to act for them" }).click();
  await sure(olaf.page, "Ask to act for them");
  await olaf.page.getByText("You have asked to act for Ida.").waitFor();
  // Who says nothing says yes: so it stands where she begins.
  for (const [place, title] of [["", "Hello Ida"], [`diary/${patient}`, "My diary"]]) {
    await open(page, place, title);
    await page.locator(".urgent", { hasText: "Olaf has asked to act for you, and does from" }).waitFor();
    await inspect(page, `${title}, asked`);
  }
  await page.getByRole("link", { name: "Who sees this diary" }).first().click();
  await heading(page, "Who sees this diary");
  await page.getByRole("button", { name: "Not now" }).click();
  await sure(page, "Not now");
  await page.getByText("chosen; does not act for you now").waitFor();
  await open(olaf.page, `place/${patient}`, "My place in this diary");
  await olaf.page.getByText("You can ask again from").waitFor();
  await olaf.page.getByRole("button", { name: "Leave this diary" }).click();
  await sure(olaf.page, "Leave this diary");
  await olaf.page.getByText("You have no diary to look at yet.").waitFor();
  await olaf.context.close();
  await ida.context.close();
};
