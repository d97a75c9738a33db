// A person who signs in with a passkey: adds one, comes in with the first button, and removes it. Its device is Chromium's
// virtual one. Called by page-persons.cjs with a server on localhost: an address in numbers has no passkeys.
const { strict: assert } = require("node:assert");
const { base, browserOf, heading, inspect, join, signIn } = require("./page-kit.cjs");

const DEVICE = {
  protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
};

async function leaves(page) {
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await heading(page, "Diary");
}

module.exports = async function passkey() {
  const { context, page } = await browserOf("pia", { viewport: { width: 390, height: 844 } });
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", { options: DEVICE });
  await join(page, "Pia", "patient");
  await heading(page, "Hello Pia");

  await page.goto(`${base}/#me`);
  await page.getByLabel("A name for this device").fill("Pia’s phone");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("listitem").filter({ hasText: "Pia’s phone" }).waitFor();
  // In a window of its own: whoever looks ends the virtual device.
  const other = await context.newPage();
  await other.goto(`${base}/#me`);
  await other.getByText("Pia’s phone", { exact: true }).waitFor();
  await inspect(other, "account with a passkey");
  await other.close();

  await leaves(page);
  const first = page.locator("main button").first();
  assert.equal(await first.innerText(), "Sign in with a passkey");
  await first.focus();
  await page.keyboard.press("Enter");
  await heading(page, "Hello Pia");

  // Another device of hers signs out all but itself.
  const lost = await browserOf("pia-lost");
  await lost.page.goto(base);
  await signIn(lost.page, "Pia");
  await heading(lost.page, "Hello Pia");
  await page.goto(`${base}/#me`);
  const others = page.getByRole("button", { name: "Sign out all others" });
  await others.first().click();
  await page.locator("dialog[open]").getByRole("button", { name: "Sign out all others" }).click();
  await others.first().waitFor({ state: "detached" });
  await lost.page.reload();
  await lost.page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await lost.context.close();

  const card = page.getByRole("listitem").filter({ hasText: "Pia’s phone" });
  await card.getByRole("button", { name: "Remove" }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "Remove" }).click();
  await card.waitFor({ state: "detached" });
  await leaves(page);
  await first.click();
  await page.getByText("This passkey is not taken here").waitFor();
  await inspect(page, "a passkey that is refused");

  await page.goto(base.replace("localhost", "127.0.0.1"));
  await heading(page, "Diary");
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Sign in with a passkey" }).count(), 0);
  await context.close();
};
