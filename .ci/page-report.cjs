// The page for a visit, of the demo's Ada with much more in her diary than she has: in each language and on both papers it is one
// tagged sheet, and says what the page says. Each language is looked at in the views of a diary, too. Called by .ci/page with the address of a demo and a folder for what is printed.
const { strict: assert } = require("node:assert");
const { execFileSync } = require("node:child_process");
const { join } = require("node:path");
const { base, chromium, faults, folder, inspect, options, watch } = require("./page-kit.cjs");

const QUESTIONS = "What helps against the cramps at night, and who pays for it? ".repeat(10).slice(0, 600);
/** Eight points, in CSS pixels. */
const LEAST = 10.66;

const wordsIn = (text) => text.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of `page` that `print` has not, or not as often. */
function missing(page, print) {
  const left = new Map();
  for (const word of wordsIn(print)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsIn(page).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

async function opens(browser, locale) {
  const page = await browser.newPage();
  watch(page);
  await page.addInitScript((language) => localStorage.setItem("language", language), locale);
  await page.goto(base);
  await page.getByRole("button", { name: "ada@example.org" }).click();
  await page.locator("form button[type=submit]").click();
  const diary = page.locator("main h2 a").first();
  await diary.waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), locale);
  const patient = (await diary.getAttribute("href")).split("/")[1];
  return { page, patient };
}

/** As many treatments and side effects as a long illness brings. */
async function fill(page, patient) {
  const answers = await page.evaluate(async (patient) => {
    const { access_token } = await (await fetch("/v1/page-session/refresh", { method: "POST" })).json();
    const headers = { Authorization: `Bearer ${access_token}`, "Content-Type": "application/json" };
    const newId = () => `01980000-0000-7${crypto.randomUUID().slice(15)}`;
    const put = async (body) => (await fetch(`/v1/patients/${patient}/records/${newId()}`, { method: "PUT", headers, body: JSON.stringify(body) })).status;
    const answers = [];
    for (let month = 1; month <= 9; month += 1) {
      const over = (from) => (month > from ? { ended_on: `2026-0${month}-20` } : {});
      answers.push(
        await put({ kind: "treatment", treatment_kind: "drug", name: `a medicine with a long name, number ${month}`, dose: "12.5 mg", schedule: "in the morning and in the evening", started_on: `2026-0${month}-03`, ...over(5) }),
        await put({ kind: "side_effect", what: "other", description: `a side effect that is told at some length, number ${month}`, severity: 2, serious: false, began_on: `2026-0${month}-05`, ...over(3) }),
        await put({ kind: "milestone", milestone: month % 2 ? "wheelchair" : "gastrostomy", reached_on: `2026-0${month}-06` }),
      );
    }
    return answers;
  }, patient);
  assert.ok(answers.every((status) => status === 201), `records were not taken: ${answers}`);
}

/** What the diary itself says of a year, and then the sheet, without and with questions. */
async function prints({ page, patient }, language) {
  await page.goto(`${base}/#diary/${patient}`);
  const told = page.locator(".sentences");
  const ofHalfAYear = await told.innerText();
  await page.locator(".spans button").nth(2).click();
  await page.waitForFunction((before) => document.querySelector(".sentences")?.innerText !== before, ofHalfAYear);
  const sentences = await told.innerText();
  await page.goto(`${base}/#report/${patient}`);
  await page.locator(".printed img").waitFor({ state: "attached" });
  for (const questions of ["", QUESTIONS]) {
    await page.locator("textarea").fill(questions);
    const shown = await page.evaluate(() => [...document.querySelectorAll(".report > :not(.unprinted, .back, .printed)")].map((one) => one.innerText).join("\n"));
    assert.ok(questions === "" || shown.includes(questions.trim()), "the questions are not shown");
    for (const format of ["A4", "Letter"]) {
      const what = `report-${language}-${format}${questions && "-asked"}`;
      const path = join(folder, `${what}.pdf`);
      await page.pdf({ path, format, tagged: true, preferCSSPageSize: true });
      const about = execFileSync("pdfinfo", [path], { encoding: "utf8" });
      if (!/^Pages: +1$/m.test(about)) faults.push(`${what}: more than one page`);
      if (!/^Tagged: +yes$/m.test(about)) faults.push(`${what}: not tagged`);
      const printed = execFileSync("pdftotext", [path, "-"], { encoding: "utf8" });
      const lost = missing(shown, printed);
      if (lost.length > 0) faults.push(`${what}: not printed: ${lost.join(" ")}`);
      const other = missing(sentences, printed);
      if (other.length > 0) faults.push(`${what}: the diary says, and it does not: ${other.join(" ")}`);
    }
  }
  await page.emulateMedia({ media: "print" });
  const small = await page.evaluate((least) => [...document.querySelectorAll("main *")]
    .filter((one) => one.checkVisibility() && Number.parseFloat(getComputedStyle(one).fontSize) < least).map((one) => one.outerHTML.slice(0, 80)), LEAST);
  faults.push(...small.map((one) => `report-${language}: printed too small: ${one}`));
  await page.emulateMedia({ media: "screen" });
  await inspect(page, `report (${language})`);
  for (const view of ["diary", "weeks", "treatments", "circle", "record"]) {
    await page.goto(`${base}/#${view}/${patient}`);
    await page.locator("main h1").waitFor();
    await page.waitForLoadState("networkidle");
    // In each language: nothing is waited for any more.
    await page.locator("main p.quiet[role=status]").first().waitFor({ state: "detached" });
    await inspect(page, `${view} (${language})`);
  }
  await page.locator("main form button[type=submit]").click();
  await page.locator(".answers").waitFor();
  await inspect(page, `a question (${language})`);
}

async function main() {
  const browser = await chromium.launch(options);
  const before = await opens(browser, "en");
  await prints(before, "en-as-it-is");
  await fill(before.page, before.patient);
  await before.page.close();
  for (const language of ["en", "de", "fr", "es", "nl"]) {
    const opened = await opens(browser, language);
    await prints(opened, language);
    await opened.page.close();
  }
  await browser.close();
  assert.deepEqual(faults, []);
}

main().catch((error) => {
  console.error(error, faults);
  process.exit(1);
});
