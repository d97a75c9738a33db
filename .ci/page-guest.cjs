// A night nurse, who has no account: a patient makes a link, its holder records one week by keyboard alone and corrects it,
// and the patient sees who says that they were there. Called by page-persons.cjs.
const { strict: assert } = require("node:assert");
const { answerAll, base, browserOf, chromium, heading, inspect, join, options, press, watch } = require("./page-kit.cjs");

module.exports = async function guest() {
  const vera = await browserOf("vera", { viewport: { width: 390, height: 844 } });
  await join(vera.page, "Vera", "patient");
  await heading(vera.page, "Hello Vera");
  const diary = await vera.page.locator("main h2 a").first().getAttribute("href");
  const patient = diary.split("/")[1];
  await vera.page.goto(`${base}/#circle/${patient}`);
  await heading(vera.page, "Who sees this diary");
  await vera.page.getByLabel("The name of yours that it shows, if you like").fill("Vera");
  await vera.page.getByRole("button", { name: "Make a link" }).click();
  const field = vera.page.getByLabel("Hand this link over yourself. It is shown only now.");
  const link = await field.inputValue();
  await inspect(vera.page, "circle with a link");

  // On a small phone in the dark, without an account, by keyboard.
  const phone = await chromium.launch(options);
  const nora = await phone.newPage({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });
  watch(nora);
  await nora.goto(link);
  await heading(nora, "A week for another person");
  await nora.getByText("The week is about Vera.").waitFor();
  await inspect(nora, "guest");
  await nora.getByLabel("Your name").fill("Nora");
  await press(nora, "Begin");
  await answerAll(nora, 1);
  await heading(nora, "Anything else?");
  await press(nora, "Go on");
  await heading(nora, "Is this right?");
  await inspect(nora, "guest’s answers");
  await press(nora, "Save");
  await heading(nora, "It is recorded");
  await nora.getByText("with the name Nora").waitFor();
  await inspect(nora, "guest’s thanks");

  // In the light and with room she corrects an answer; nothing is left in the window.
  await nora.emulateMedia({ colorScheme: "light" });
  await nora.setViewportSize({ width: 1100, height: 900 });
  await press(nora, "Correct");
  await heading(nora, "Is this right?");
  await nora.locator(".review button").first().click();
  await nora.locator(".answers button").nth(3).click();
  await heading(nora, "Is this right?");
  await inspect(nora, "guest’s correction");
  await press(nora, "Save");
  await nora.getByText("with the name Nora").waitFor();
  assert.equal(await nora.evaluate(() => sessionStorage.length), 0);

  // Who holds another link for the same week is told what to do, and what they answered is kept.
  await vera.page.getByRole("button", { name: "Make a link" }).click();
  await vera.page.waitForFunction((before) => document.querySelector("input[readonly]")?.value !== before, link);
  const nils = await phone.newPage({ viewport: { width: 320, height: 640 } });
  watch(nils);
  await nils.goto(await field.inputValue());
  await nils.getByLabel("Your name").fill("Nils");
  await press(nils, "Begin");
  await answerAll(nils, 2);
  await press(nils, "Go on");
  await heading(nils, "Is this right?");
  await press(nils, "Save");
  await nils.getByRole("alert").getByText("This week is recorded already. Choose another day of the link").waitFor();
  await inspect(nils, "guest’s week that is taken");
  await press(nils, "Begin");
  await heading(nils, "Is this right?");
  await nils.close();

  // The name is shown as claimed, and the link opens nothing once it is taken back.
  await vera.page.goto(`${base}/#diary/${patient}`);
  await vera.page.getByText("a guest with a link, who gave the name Nora").first().waitFor();
  await vera.page.goto(`${base}/#circle/${patient}`);
  await vera.page.getByText("a week recorded").waitFor();
  await vera.page.locator(".card", { hasText: "a week recorded" }).getByRole("button", { name: "Withdraw" }).click();
  await vera.page.locator("dialog[open]").getByRole("button", { name: "Withdraw" }).click();
  await vera.page.locator(".card p", { hasText: "Made on" }).filter({ hasText: "withdrawn" }).waitFor();
  await nora.reload();
  await nora.getByText("It is not there, or not for you any more.").waitFor();
  await phone.close();
  await vera.context.close();
};
