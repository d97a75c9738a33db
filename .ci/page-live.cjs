// A page that is left open: what is new comes by itself, what is the same stays as it is, and what is taken back goes, without a touch.
// Called by page-persons.cjs with the patient's page and a caregiver, whose clock the test holds.
const { strict: assert } = require("node:assert");
const { base } = require("./page-kit.cjs");

const MINUTE = 61_000;
const LIST = "/v1/patients?limit=200";

/** Corrects the newest week as an app would: the answer about speech is `speech`. */
async function corrects(page, patient, speech) {
  const status = await page.evaluate(async ({ patient, speech }) => {
    const { access_token } = await (await fetch("/v1/page-session/refresh", { method: "POST" })).json();
    const headers = { Authorization: `Bearer ${access_token}`, "Content-Type": "application/json" };
    const [newest] = (await (await fetch(`/v1/patients/${patient}/entries?order=desc&limit=1`, { headers })).json()).items;
    const path = `/v1/patients/${patient}/entries/${newest.week}`;
    const found = await fetch(path, { headers });
    const { assessed_on, answers, cutting_form, respondent } = await found.json();
    const body = JSON.stringify({ assessed_on, cutting_form, respondent, answers: { ...answers, speech } });
    return (await fetch(path, { method: "PUT", headers: { ...headers, "If-Match": found.headers.get("ETag").replace("W/", "") }, body })).status;
  }, { patient, speech });
  assert.equal(status, 200);
}

module.exports = async function live(ada, { context, page }, patient) {
  const asked = [];
  page.on("request", (request) => { if (request.url().includes("/v1/")) asked.push(request.url().slice(base.length)); });
  const minute = async () => {
    const list = page.waitForResponse((answer) => answer.url().endsWith(LIST));
    await page.clock.fastForward(MINUTE);
    const status = (await list).status();
    await page.waitForLoadState("networkidle");
    return status;
  };
  /** Until no more is asked. */
  const settled = async () => {
    for (let before = -1; before !== asked.length; await page.waitForTimeout(500)) before = asked.length;
  };
  assert.equal(await minute(), 200);

  // Where nothing is new one small question is asked, and all stays: rows, focus, place, and what is open.
  await page.locator("details summary").first().click();
  await page.locator("tbody tr").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator(".spans button").nth(1).focus();
  await page.evaluate(() => {
    document.querySelectorAll(".sentences li, .picture img, tbody tr").forEach((one) => { one.isSame = true; });
    scrollTo(0, 300);
  });
  const kept = () => page.evaluate(() => ({
    same: [...document.querySelectorAll(".sentences li, .picture img, tbody tr")].every((one) => one.isSame),
    focus: document.activeElement.parentElement.className, top: Math.round(document.querySelector(".spans").getBoundingClientRect().top / 8), open: document.querySelector("details").open,
  }));
  const before = await kept();
  assert.deepEqual(before, { same: true, focus: "spans", top: before.top, open: true });
  asked.length = 0;
  assert.equal(await minute(), 304);
  assert.deepEqual(asked, [LIST]);
  assert.deepEqual(await kept(), before);

  // A window that nobody sees asks nothing; once it is seen again, all is read again, and what is the same stays.
  const hide = (isHidden) => page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
  await hide(true);
  asked.length = 0;
  await page.clock.fastForward(3 * MINUTE);
  assert.deepEqual(asked, []);
  const trend = page.waitForResponse((answer) => answer.url().includes("/trend?"));
  await hide(false);
  await trend;
  await page.waitForLoadState("networkidle");
  assert.deepEqual(await kept(), before);

  // Without a network what is in sight stays, and nothing is said over it.
  await context.setOffline(true);
  await page.clock.fastForward(2 * MINUTE);
  await page.waitForTimeout(500);
  assert.deepEqual(await kept(), before);
  assert.equal(await page.locator("[role=alert]").count(), 0);
  const online = page.waitForResponse((answer) => answer.url().endsWith(LIST));
  await context.setOffline(false);
  await online;
  await page.waitForLoadState("networkidle");

  // Nobody looks at a window that is not touched for a quarter of an hour: it asks again when it is.
  await settled();
  asked.length = 0;
  await page.clock.fastForward(16 * MINUTE);
  await page.waitForTimeout(500);
  assert.deepEqual(asked, []);
  const touched = page.waitForResponse((answer) => answer.url().endsWith(LIST));
  await page.mouse.move(200, 200);
  await touched;
  await settled();

  // A correction of the patient comes within a minute.
  const row = await page.locator("tbody tr").first().innerText();
  await corrects(ada, patient, 3);
  await minute();
  await page.waitForFunction((was) => document.querySelector("tbody tr")?.innerText !== was, row);
  assert.equal((await kept()).focus, "spans");
  await corrects(ada, patient, 2);

  // What is taken back is gone from the page too, and the patient is told of no attempt.
  await ada.goto(`${base}/#`);
  await ada.goto(`${base}/#circle/${patient}`);
  await ada.getByRole("button", { name: "Take back" }).first().click();
  await ada.locator("dialog[open]").getByRole("button", { name: "Take back" }).click();
  await ada.getByText("Nobody but you.").waitFor();
  asked.length = 0;
  await minute();
  await page.getByText("It is not there, or not for you any more.").first().waitFor();
  assert.equal(await page.locator(".picture, .sentences, table").count(), 0);
  assert.deepEqual(asked, [LIST]);
};
