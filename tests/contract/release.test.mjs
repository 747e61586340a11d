import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

const { default: Ajv } = createRequire(import.meta.url)("ajv");
const bom = JSON.parse(readFileSync("dist/sbom.cdx.json", "utf8"));

test("every deliverable is signed for", () => {
  execFileSync("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: "dist" });
  const named = readFileSync("dist/SHA256SUMS", "utf8").trim().split("\n");
  const files = readdirSync("dist", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.equal(named.length, files.length - 1); // itself
});

test("the list of what is in them is CycloneDX 1.6", () => {
  const read = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}`, "utf8"));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ["spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json"]) {
    ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}`);
  }
  const validate = ajv.compile(read("bom-1.6.SNAPSHOT.schema.json"));
  assert.ok(validate(bom), JSON.stringify(validate.errors, null, 2));
});

test("it names what the modules and the page are made of, and nothing that only builds or tests", () => {
  const names = bom.components.map((/** @type {{ name: string }} */ { name }) => name);
  for (const name of [
    "chrono",
    "rust_decimal",
    "toml",
    "clap",
    "wasm-bindgen",
    "rust-std",
    "lit",
    "lit-html",
    "lean-qr",
  ]) {
    assert.ok(names.includes(name), name);
  }
  for (const name of ["ctrlc", "syn", "esbuild", "decimal.js", "@types/trusted-types"]) {
    assert.ok(!names.includes(name), name);
  }
  const refs = bom.components.map((/** @type {Record<string, string>} */ component) => component["bom-ref"]);
  assert.equal(new Set(refs).size, refs.length);
  for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) assert.ok(refs.includes(ref), ref);
});

test("each of them stands in the notices, with the text of its licence", () => {
  const notices = readFileSync("dist/NOTICES.txt", "utf8");
  for (const { name, version } of bom.components) assert.ok(notices.includes(`\n${name} ${version} (`), name);
  for (const words of ["Permission is hereby granted", "Redistribution and use in source and binary forms"]) {
    assert.ok(notices.includes(words), words);
  }
});

test("made again, every byte is the same", () => {
  const again = join(mkdtempSync(join(tmpdir(), "wengang-release-")), "dist");
  try {
    cpSync("dist", again, { recursive: true });
    execFileSync(process.execPath, ["pkg-config/release/build.mjs", again]);
    assert.equal(readFileSync(join(again, "SHA256SUMS"), "utf8"), readFileSync("dist/SHA256SUMS", "utf8"));
  } finally {
    rmSync(dirname(again), { recursive: true });
  }
});
