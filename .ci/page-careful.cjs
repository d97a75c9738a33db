// Hands that tremble, an answer that is thought over, a session that ends in the midst, a server that lets one wait. Called
// by page-persons.cjs.
const { strict: assert } = require("node:assert");
const { answerAll, asked, base, browserOf, heading, inspect, join, press, signIn } = require("./page-kit.cjs");

const PHONE = { viewport: { width: 390, height: 844 } };

/** A touch that lands twice, once what is under the finger takes it. */
async function twice(page, control) {
  await control.click({ trial: true });
  const { x, y, width, height } = await control.boundingBox();
  for (let touch = 0; touch < 2; touch += 1) {
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.waitForTimeout(150);
  }
}

module.exports = async function careful() {
  const una = await browserOf("una", PHONE);
  const { page } = una;
  await join(page, "Una", "patient");
  await heading(page, "Hello Una");
  const patient = (await page.locator("main h2 a").first().getAttribute("href")).split("/")[1];

  // The second touch answers nothing.
  await page.goto(`${base}/#record/${patient}`);
  await twice(page, page.getByRole("button", { name: "Begin", exact: true }));
  await page.getByText("2 of 16").waitFor();
  await twice(page, page.locator(".answers button").nth(2));
  await page.getByText("3 of 16").waitFor();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await page.getByText("2 of 16").waitFor();
  await answerAll(page, 1);
  await press(page, "Go on");

  // What is said of the tube is seen before it is saved; another word about it asks the question that follows from it.
  await heading(page, "Is this right?");
  await page.getByRole("button", { name: "Feeding tube No" }).click();
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await heading(page, /Cutting food/);
  await page.locator(".answers button").nth(3).click();
  await heading(page, "Is this right?");
  await page.getByRole("button", { name: "Feeding tube Yes" }).waitFor();
  await inspect(page, "review with a tube");

  // The session ends before she saves: she is told, nothing is lost, and nothing is asked again.
  const elsewhere = await browserOf("una-elsewhere");
  await elsewhere.page.goto(base);
  await signIn(elsewhere.page, "Una");
  await heading(elsewhere.page, "Hello Una");
  await asked(elsewhere.page, "DELETE", "/v1/sessions");
  await elsewhere.context.close();
  await press(page, "Save");
  await page.getByText("Your session has ended").waitFor();
  await inspect(page, "session ended");
  await signIn(page, "Una");
  await page.getByText("All weeks are in the diary.").waitFor();

  // A server that does not answer holds nobody up: what is needed to record is here.
  await page.reload();
  await heading(page, "Weeks on this device only");
  await page.route("**/v1/**", () => {});
  await page.goto(`${base}/#record/${patient}`);
  await page.getByRole("button", { name: "Begin", exact: true }).waitFor({ timeout: 10_000 });
  await page.unroute("**/v1/**");
  await una.context.close();
};
