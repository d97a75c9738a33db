// Takes the pictures for .ci/screenshots: the demo's Ada, and Bob, who may write for her.
const { chromium } = require("playwright-core");
const { join } = require("node:path");

const [base, folder] = process.argv.slice(2);
const WIDTHS = { phone: { width: 390, height: 844 }, desk: { width: 1100, height: 900 } };

async function main() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ viewport, colorScheme });
      const take = async (name, fullPage = true) => {
        await page.locator("main h1").waitFor();
        await page.waitForLoadState("networkidle");
        await page.waitForFunction(() => !document.body.innerText.includes("One moment"));
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage });
      };
      await page.goto(base);
      await take("sign-in");
      await page.getByRole("button", { name: "ada@example.org" }).click();
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("heading", { name: "Hello Ada" }).waitFor();
      await take("home");
      await page.getByRole("link", { name: "My diary" }).click();
      await page.locator(".picture img").waitFor();
      await take("diary-whole");
      await page.locator(".picture").scrollIntoViewIfNeeded();
      await page.evaluate(() => document.querySelector(".spans").scrollIntoView());
      await take("diary", false);
      const patient = page.url().split("/").at(-1);
      const views = ["weeks", "circle", "log", "report", "treatments", "card", "alerts", "facts"].map((view) => [view, `${view}/${patient}`]);
      for (const [name, place] of [...views, ["as-others-see", `diary/${patient}/as/summary`], ["me", "me"], ["reminders", "reminders"]]) {
        await page.goto(`${base}/#${place}`);
        await take(name);
      }
      await page.goto(`${base}/#record/${patient}`);
      await take("record-begin");
      await page.getByRole("button", { name: "Begin", exact: true }).click();
      await take("record", false);
      await page.close();
    }
  }
  await browser.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
