// What the page costs a slow phone: the first view beside an empty page, how long it takes until a touch is answered, and
// what ten years of weeks take in memory. Called by `.ci/page cost`; it prints, and fails beyond the bounds.
const { createServer } = require("node:http");
const { readFileSync } = require("node:fs");
const { base, chromium, folder, heading, join, browserOf, options } = require("./page-kit.cjs");

const RUNS = 20;
/** Slow 4G, as Lighthouse has it. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };
const SLOWER = 4;
const PHONE = { width: 390, height: 844 };
const TEN_YEARS = 520;
const MIB = 1024 * 1024;
/** Milliseconds, and MiB. */
const BOUNDS = { "first view, p95": 1000, "touch, worst": 100, "memory, more than an empty page": 40 };

const shown = {};
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];

function say(name, value, unit) {
  shown[name] = value;
  console.log(`${name}: ${value.toFixed(unit === "ms" ? 0 : 1)} ${unit}`);
}

async function slow(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return cdp;
}

/** When the largest thing on the page was painted, on a visit that knows nothing of before. */
async function firstView(browser, address) {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await slow(page);
  await page.goto(address);
  await page.locator("h1").waitFor();
  const painted = await page.evaluate(() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
  }));
  await context.close();
  return painted;
}

async function firstViews(browser, empty) {
  for (const [name, address] of [["empty page", empty], ["first view", base]]) {
    const times = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await firstView(browser, address));
    times.sort((one, other) => one - other);
    say(`${name}, median`, at(times, 0.5), "ms");
    say(`${name}, p95`, at(times, 0.95), "ms");
  }
}

/** Ten years of weeks, sent as an app sends what waited. */
async function tenYears(page, patient) {
  await page.evaluate(async ({ patient, weeks }) => {
    const { access_token } = await (await fetch("/v1/page-session/refresh", { method: "POST" })).json();
    const { later, today, weekOf } = await import(new URL("weeks.js", document.querySelector("script[src$='/main.js']").src));
    const headers = { Authorization: `Bearer ${access_token}`, "Content-Type": "application/json" };
    const keys = ["speech", "salivation", "swallowing", "handwriting", "cutting", "dressing", "turning", "walking", "stairs", "dyspnea", "orthopnea", "respiratory_insufficiency"];
    for (let begun = 0; begun < weeks; begun += 100) {
      const operations = Array.from({ length: Math.min(100, weeks - begun) }, (_, nth) => {
        const assessed_on = later(today(), -7 * (begun + nth));
        const answers = Object.fromEntries(keys.map((key, place) => [key, 1 + ((begun + nth + place) % 60 < 40 ? 1 : 0) + (place % 2)]));
        return { id: String(nth), method: "PUT", path: `/v1/patients/${patient}/entries/${weekOf(assessed_on)}`, body: { assessed_on, answers, note: "As every week." } };
      });
      const answer = await fetch("/v1/batch", { method: "POST", headers, body: JSON.stringify({ operations }) });
      const { results } = await answer.json();
      if (results.some(({ status }) => status !== 201)) throw new Error(`a week was refused: ${JSON.stringify(results.find(({ status }) => status !== 201))}`);
    }
  }, { patient, weeks: TEN_YEARS });
}

/** As a finger does it: once what it aims at takes a touch, and without asking the page meanwhile what lies under it. */
async function touch(control) {
  await control.click({ trial: true });
  await control.click({ force: true });
}

/** The longest time from a touch to the next picture, over the touches of an evening. */
async function touches(page, patient) {
  await page.goto(`${base}/#record/${patient}`);
  await heading(page, "Record a week");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.evaluate(() => {
    window.touched = [];
    // What was touched may be gone when it is told how long it took.
    const said = new Map();
    for (const kind of ["pointerdown", "pointerup", "click"]) {
      addEventListener(kind, ({ timeStamp, target }) => said.set(timeStamp, `${kind} ${target.textContent.trim().slice(0, 40)}`), true);
    }
    new PerformanceObserver((list) => window.touched.push(...list.getEntries().filter(({ interactionId }) => interactionId)
        .map(({ duration, startTime }) => ({ duration, on: said.get(startTime) ?? "nothing" }))))
      .observe({ type: "event", durationThreshold: 16 });
  });
  await touch(page.getByRole("button", { name: "Begin", exact: true }));
  for (let question = 0; question < 13; question += 1) {
    const before = await page.locator("main h1").textContent();
    await touch(page.locator(".answers button").nth(1));
    await page.waitForFunction((was) => document.querySelector("main h1")?.textContent !== was, before);
  }
  await touch(page.getByRole("link", { name: "Go on later" }));
  await page.locator(".picture img").waitFor();
  for (const span of ["12 weeks", "All"]) {
    await touch(page.getByRole("button", { name: span, exact: true }));
    await page.waitForTimeout(1500);
  }
  await touch(page.getByText("As a table"));
  await page.waitForTimeout(500);
  const rows = await page.locator("details tbody tr").count();
  await touch(page.locator("details").getByRole("button", { name: "More", exact: true }));
  await page.waitForFunction((before) => document.querySelectorAll("details tbody tr").length > before, rows);
  await touch(page.getByRole("link", { name: "All weeks" }));
  await page.locator(".rows li").nth(49).waitFor();
  await touch(page.getByRole("button", { name: "More", exact: true }));
  await page.locator(".rows li").nth(99).waitFor();
  const touched = await page.evaluate(() => window.touched);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await cdp.detach();
  if (touched.length === 0) throw new Error("no touch was measured");
  const slowest = touched.toSorted((one, other) => other.duration - one.duration);
  for (const { duration, on } of slowest.slice(0, 3)) console.log(`touch of "${on}": ${duration} ms`);
  say("touch, worst", slowest[0].duration, "ms");
}

/** What the process behind a page holds for itself, once what is not needed is thrown away. */
async function memoryOf(browser, page) {
  const cdp = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  await cdp.detach();
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  await whole.detach();
  const own = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    const kilobytes = readFileSync(`/proc/${id}/smaps_rollup`, "utf8").matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm);
    return [...kilobytes].reduce((sum, [, size]) => sum + Number(size), 0) / 1024;
  });
  return { heap: usedSize / MIB, own: Math.max(...own) };
}

async function memory(page, patient, empty) {
  const measured = {};
  const storage = await page.context().storageState();
  for (const [name, address] of [["empty page", empty], ["ten years", `${base}/#diary/${patient}`]]) {
    // A browser for each: so its one page has its one process.
    const browser = await chromium.launch(options);
    const context = await browser.newContext({ viewport: PHONE, storageState: storage });
    const other = await context.newPage();
    await other.goto(address);
    await other.locator("h1").waitFor();
    if (name === "ten years") {
      await other.getByRole("button", { name: "All", exact: true }).click();
      await other.locator(".picture img").waitFor();
      await other.getByText("As a table").click();
      await other.waitForTimeout(3000);
    }
    measured[name] = await memoryOf(browser, other);
    say(`memory, ${name}`, measured[name].own, "MiB");
    say(`of that JavaScript, ${name}`, measured[name].heap, "MiB");
    await browser.close();
  }
  say("memory, more than an empty page", measured["ten years"].own - measured["empty page"].own, "MiB");
}

async function main() {
  const nothing = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<!doctype html><title>Nothing</title><h1>Nothing</h1>"));
  await new Promise((done) => nothing.listen(0, "127.0.0.1", done));
  const empty = `http://127.0.0.1:${nothing.address().port}/`;
  const browser = await chromium.launch(options);
  await firstViews(browser, empty);
  await browser.close();
  const ada = await browserOf("ada", { viewport: PHONE });
  await join(ada.page, "Ada", "patient");
  await heading(ada.page, "Hello Ada");
  const patient = (await ada.page.locator("main h2 a").first().getAttribute("href")).split("/")[1];
  await tenYears(ada.page, patient);
  await touches(ada.page, patient);
  await memory(ada.page, patient, empty);
  await ada.context.close();
  nothing.close();
  const beyond = Object.entries(BOUNDS).filter(([name, bound]) => shown[name] > bound);
  for (const [name, bound] of beyond) console.error(`${name}: more than ${bound}`);
  process.exitCode = beyond.length > 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
