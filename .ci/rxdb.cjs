// Two devices of Ada and one of her husband keep a diary with RxDB. Called by .ci/rxdb with the address of a demo and a number.
const { strict: assert } = require("node:assert");
const { isDeepStrictEqual: equal } = require("node:util");
const { createRxDatabase } = require("rxdb/plugins/core");
const { replicateRxCollection } = require("rxdb/plugins/replication");
const { getRxStorageMemory } = require("rxdb/plugins/storage-memory");

const [base, seed] = process.argv.slice(2);
const WRITTEN = ["assessed_on", "answers", "cutting_form", "gastrostomy", "respondent", "symptoms", "weight_kg", "note", "answered_at"];
const text = { type: "string" };
const schema = {
  version: 0,
  primaryKey: "key",
  type: "object",
  properties: { key: { type: "string", maxLength: 128 }, patient: text, kind: text, id: text, etag: { type: ["string", "null"] }, data: { type: ["object", "null"] } },
  required: ["key", "patient", "kind", "id"],
};

let dice = (Number(seed) % 1e9) + 1;

/** The same numbers for the same seed. */
function below(bound) {
  dice = (dice * 48271) % 2147483647;
  return dice % bound;
}

const sleep = (time) => new Promise((done) => setTimeout(done, time));
const written = (data) => Object.fromEntries(WRITTEN.filter((member) => member in data).map((member) => [member, data[member]]));
const same = (one, other) => one._deleted === other._deleted && one.etag === other.etag && equal(one.data, other.data);
const answered = ({ answers }) => Object.fromEntries(Object.entries(answers).filter(([, points]) => points !== null));
/** Whether both mean the same, whatever the server has added. */
const agrees = (one, other) => one._deleted === other._deleted && (one._deleted || equal(answered(one.data), answered(other.data)));

async function send(method, path, token, headers = {}, body) {
  const type = body ? { "Content-Type": "application/json" } : {};
  const sent = { method, headers: { ...type, ...headers, ...(token && { Authorization: `Bearer ${token}` }) }, body: body && JSON.stringify(body) };
  const answer = await fetch(base + path, sent);
  const said = await answer.text();
  return { status: answer.status, etag: answer.headers.get("etag"), body: said ? JSON.parse(said) : null };
}

const signIn = async (name) => (await send("POST", "/v1/sessions", null, {}, { email: `${name}@example.org`, password: `${name} watches the herons` })).body;

/** Loses what is sent or what is answered, sends twice, and once more when nobody expects it. */
class Network {
  late = [];
  away = false;
  done = { lost: 0, unheard: 0, twice: 0, late: 0 };

  constructor(token) {
    this.token = token;
  }

  async ask(...request) {
    if (this.away) throw new Error("network: away");
    const once = () => send(request[0], request[1], this.token, ...request.slice(2));
    if (this.late.length && below(2)) await this.late.splice(below(this.late.length), 1)[0]();
    const fate = ["lost", "unheard", "twice", "late"][below(9)];
    if (fate && (fate !== "late" || request[0] !== "GET")) this.done[fate] += 1;
    if (fate === "lost") throw new Error("network: lost");
    if (fate === "late" && request[0] !== "GET") this.late.push(once);
    if (fate === "unheard" || fate === "twice") await once();
    if (fate === "unheard") throw new Error("network: unheard");
    return once();
  }
}

/** A device: its copy, what it asks its person, and what went wrong. */
class Device {
  asked = new Map();
  told = new Map();
  sent = new Map();
  wrong = [];

  static async of(name, person) {
    const device = new Device();
    device.session = await signIn(person);
    device.network = new Network(device.session.access_token);
    const database = await createRxDatabase({ name, storage: getRxStorageMemory(), multiInstance: false });
    const conflictHandler = { isEqual: same, resolve: (conflict) => device.resolve(conflict) };
    device.copy = (await database.addCollections({ copy: { schema, conflictHandler } })).copy;
    device.replication = replicateRxCollection({
      collection: device.copy,
      replicationIdentifier: name,
      retryTime: 5,
      // A page may be short, and then more may follow: RxDB asks until there is nothing.
      pull: { batchSize: 1, handler: (since) => device.pull(since) },
      push: { batchSize: 5, handler: (rows) => device.push(rows) },
    });
    device.replication.error$.subscribe((error) => {
      const causes = error.parameters?.errors ?? [error];
      device.wrong.push(...causes.filter((cause) => !String(cause.message).startsWith("network: ")));
    });
    return device;
  }

  async pull(since) {
    const answer = await this.network.ask("GET", `/v1/changes?limit=7${since?.next ? `&since=${since.next}` : ""}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const documents = answer.body.changes.flatMap((change) => {
      const { patient_id: patient, kind, id, op, etag, data } = change;
      const one = { key: `${patient}/${kind}/${id}`, patient, kind, id, etag, data, _deleted: op !== "put" };
      // Of a diary that was lost everything goes that was ever told.
      const known = op === "purge" ? [...this.told.values()].filter((other) => other.patient === patient) : [];
      const gone = known.map((other) => ({ ...other, etag: null, data: null, _deleted: true }));
      this.told.set(one.key, one);
      return [...gone, one];
    });
    return { documents, checkpoint: { next: answer.body.next } };
  }

  /** Sends weeks, and returns what the server has wherever it says more or otherwise. */
  async push(rows) {
    const there = [];
    for (const { assumedMasterState: seen, newDocumentState: mine } of rows) {
      if (seen && same(seen, mine)) continue;
      this.sent.set(mine.key, [...(this.sent.get(mine.key) ?? []), mine]);
      const what = [`/v1/patients/${mine.patient}/entries/${mine.id}`, seen ? { "If-Match": seen.etag } : {}];
      const answer = mine._deleted ? await this.network.ask("DELETE", ...what) : await this.network.ask("PUT", ...what, written(mine.data));
      if (answer.status === 200 || answer.status === 201) {
        const { superseded, ...data } = answer.body;
        there.push({ ...mine, etag: answer.etag, data });
      } else if (answer.status === 409 || answer.status === 412) {
        const { current } = answer.body;
        there.push({ ...mine, etag: answer.etag, data: current, _deleted: current.voided });
      } else if (answer.status === 404) {
        there.push({ ...mine, etag: null, data: null, _deleted: true });
      } else {
        assert.equal(answer.status, 204, JSON.stringify(answer.body));
      }
    }
    return there;
  }

  /** Both are kept: theirs in the copy, mine until its person has looked at both. What this device said before is no other's. */
  resolve({ newDocumentState: mine, realMasterState: theirs }) {
    if (agrees(mine, theirs)) return theirs;
    if (this.sent.get(mine.key).some((before) => agrees(before, theirs))) return { ...mine, etag: theirs.etag };
    this.asked.set(mine.id, { mine, theirs });
    return theirs;
  }

  async writes(patient, id, assessed_on, speech) {
    const there = await this.has(patient, id);
    const answers = { ...(there?.answers ?? { walking: 2 }), speech };
    const data = { ...(there ?? { assessed_on }), answers };
    await this.copy.upsert({ key: `${patient}/entry/${id}`, patient, kind: "entry", id, etag: null, data });
  }

  async removes(patient, id) {
    await (await this.copy.findOne(`${patient}/entry/${id}`).exec()).remove();
  }

  /** Its person has seen both versions, and wants theirs back. */
  async insists(id) {
    const { mine } = this.asked.get(id);
    const { _deleted, ...document } = mine;
    await this.copy.upsert(document);
  }

  async has(patient, id) {
    return (await this.copy.findOne(`${patient}/entry/${id}`).exec())?.toJSON().data;
  }

  async says(patient, id) {
    return (await this.has(patient, id))?.answers.speech;
  }

  async things() {
    const found = await this.copy.find().exec();
    return new Map(found.map((one) => one.toJSON()).map(({ key, etag, data }) => [key, { etag, data }]));
  }
}

/** What the server says to somebody who asks for the first time, over a good network. */
async function truth({ access_token: token }) {
  const things = new Map();
  for (let since = ""; ; ) {
    const { body } = await send("GET", `/v1/changes?limit=200${since}`, token);
    for (const { patient_id, kind, id, op, etag, data } of body.changes) {
      if (op === "put") things.set(`${patient_id}/${kind}/${id}`, { etag, data });
    }
    if (!body.more) return things;
    since = `&since=${body.next}`;
  }
}

function differences(device, there, here) {
  const names = [...new Set([...there.keys(), ...here.keys()])].filter((name) => !equal(there.get(name), here.get(name)));
  return names.map((name) => `${device}: ${name}: ${JSON.stringify(here.get(name))} and there ${JSON.stringify(there.get(name))}`);
}

/** Until each has sent everything, and says what the server says. */
async function converge(devices) {
  const all = Object.entries(devices);
  for (const until = Date.now() + 60_000; ; await sleep(10)) {
    for (const [, { replication }] of all) await replication.awaitInSync();
    const found = [];
    for (const [name, device] of all) {
      device.replication.reSync();
      await device.replication.awaitInSync();
      assert.deepEqual(device.wrong, []);
      found.push(...differences(name, await truth(device.session), await device.things()));
    }
    if (found.length === 0) return;
    assert.ok(Date.now() < until, found.slice(0, 5).join("\n"));
  }
}

/** ISO week of a day. */
function weekOf(day) {
  const thursday = new Date(day);
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const year = thursday.getUTCFullYear();
  return `${year}-W${String(Math.floor((thursday - Date.UTC(year, 0, 1)) / 6048e5) + 1).padStart(2, "0")}`;
}

async function main() {
  const phone = await Device.of("phone", "ada");
  const tablet = await Device.of("tablet", "ada");
  const bobs = await Device.of("bobs", "bob");
  const patient = phone.session.patient_id;
  await converge({ phone, tablet, bobs });

  // Weeks that nobody recorded, or that were removed; the first is corrected before the network has carried it.
  const entries = [...(await phone.things()).values()].filter((one) => one.data.week).map((one) => one.data);
  entries.sort((one, other) => (one.week < other.week ? -1 : 1));
  const recorded = entries.map((entry) => entry.week);
  const free = [];
  for (let day = Date.parse(entries[0].assessed_on); day < Date.parse(entries.at(-1).assessed_on); day += 6048e5) {
    if (!recorded.includes(weekOf(day))) free.push([weekOf(day), new Date(day).toISOString().slice(0, 10)]);
  }
  for (const speech of [0, 1, 2]) {
    await phone.writes(patient, ...free[0], speech);
    await sleep(below(20));
  }
  await phone.writes(patient, ...free[1], 1);
  await phone.removes(patient, recorded[0]);
  await converge({ phone, tablet, bobs });
  assert.equal(await tablet.says(patient, free[0][0]), 2);
  assert.equal(await tablet.says(patient, recorded[0]), undefined);
  assert.deepEqual([phone.asked.size, tablet.asked.size], [0, 0]);

  // A week without a network: she goes on, on both devices.
  tablet.network.away = bobs.network.away = true;
  const [both, gone, taken, alone, cleared] = recorded.slice(1);
  await phone.writes(patient, both, "", 1);
  await phone.removes(patient, gone);
  await phone.writes(patient, taken, "", 1);
  await tablet.writes(patient, both, "", 2);
  await tablet.writes(patient, gone, "", 2);
  await tablet.removes(patient, taken);
  await tablet.writes(patient, alone, "", 2);
  await tablet.removes(patient, cleared);
  await bobs.writes(patient, ...free[2], 0);
  await converge({ phone });
  tablet.network.away = false;
  await converge({ phone, tablet });
  assert.deepEqual([...tablet.asked.keys()].sort(), [both, gone, taken].sort(), "both are kept, and she is asked");
  assert.equal(tablet.asked.get(both).mine.data.answers.speech, 2);
  assert.equal(tablet.asked.get(both).theirs.data.answers.speech, 1);
  assert.ok(tablet.asked.get(gone).theirs._deleted && tablet.asked.get(taken).mine._deleted);
  for (const device of [phone, tablet]) {
    const said = await Promise.all([both, gone, taken, alone, cleared].map((week) => device.says(patient, week)));
    assert.deepEqual(said, [1, undefined, 1, 2, undefined]);
  }
  await tablet.insists(both);
  await tablet.insists(gone);
  await converge({ phone, tablet });
  assert.deepEqual([await phone.says(patient, both), await phone.says(patient, gone)], [2, 2]);
  assert.equal(phone.asked.size, 0);

  // Bob may not see the diary any more: his copy goes, and what he typed meanwhile is his to look at.
  const member = `/v1/patients/${patient}/circle/${bobs.session.account.id}`;
  assert.equal((await send("DELETE", member, phone.session.access_token)).status, 204);
  bobs.network.away = false;
  await converge({ phone, tablet, bobs });
  assert.equal((await bobs.things()).size, 0);
  assert.equal(bobs.asked.get(free[2][0]).mine.data.answers.speech, 0);

  // Whatever is still under way harms nothing.
  for (const device of [phone, tablet, bobs]) await Promise.all(device.network.late.map((once) => once()));
  await converge({ phone, tablet, bobs });
  const listed = [];
  for (let path = `/v1/patients/${patient}/entries?limit=200`; path; ) {
    const { body } = await send("GET", path, phone.session.access_token);
    listed.push(...body.items);
    path = body.next && `/v1/patients/${patient}/entries?limit=200&cursor=${body.next}`;
  }
  const kept = [...(await tablet.things()).values()].map((one) => one.data).filter((data) => data.week);
  const inOrder = (weeks) => weeks.sort((one, other) => (one.week < other.week ? -1 : 1));
  assert.deepEqual(inOrder(kept), inOrder(listed));
  const done = [phone, tablet, bobs].map(({ network }) => network.done);
  const sum = (fate) => done.reduce((all, one) => all + one[fate], 0);
  console.log(`RxDB: ${listed.length} weeks on two devices as on the server; ${sum("lost")} requests and ${sum("unheard")} answers were lost, ${sum("twice")} sent twice, ${sum("late")} late`);
  process.exit(0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
