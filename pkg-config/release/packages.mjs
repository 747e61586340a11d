// Which packages of others there are, and which go into the deliverables.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PACKAGES } from "../bundle.mjs";

/**
 * @typedef {object} Package
 * @property {"cargo" | "npm" | "generic"} from the type of its package URL
 * @property {string} name
 * @property {string} version
 * @property {string} [license] an SPDX expression
 * @property {string} folder where its sources are
 * @property {string[]} dependencies names
 * @property {{ alg: string, content: string }} [hash] of the archive, as the lock file has it
 */

/**
 * @param {string} command
 * @param {string[]} options
 */
function run(command, options) {
  return execFileSync(command, options, { encoding: "utf8", maxBuffer: 2 ** 28 });
}

/** Every crate of the workspace and of others, those included that only the command needs. @returns {Package[]} */
export function cratesInUse() {
  /** @type {{ packages: { name: string, version: string, license: string | null, manifest_path: string, dependencies: { name: string }[] }[] }} */
  const { packages } = JSON.parse(run("cargo", ["metadata", "--format-version", "1", "--locked", "--all-features"]));
  const lock = readFileSync("Cargo.lock", "utf8");
  return packages.map(({ name, version, license, manifest_path, dependencies }) => {
    const [, checksum] = lock.match(`name = "${name}"\nversion = "${version}"\n.*\nchecksum = "(.*)"`) ?? [];
    return {
      from: "cargo",
      name,
      version,
      // `A/B` is how old crates write `A OR B`.
      license: license?.replaceAll(/ ?\/ ?/g, " OR "),
      folder: dirname(manifest_path),
      dependencies: dependencies.map((dependency) => dependency.name),
      hash: checksum ? { alg: "SHA-256", content: checksum } : undefined,
    };
  });
}

/** Every npm package but those that only build and test. @returns {Package[]} */
export function npmPackagesInUse() {
  /** @type {{ packages: Record<string, { version: string, license?: string, dev?: boolean, integrity: string, dependencies?: Record<string, string> }> }} */
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path && !dev)
    .map(([path, { version, license, integrity, dependencies = {} }]) => ({
      from: "npm",
      name: path.replace(/^.*node_modules\//, ""),
      version,
      license,
      folder: path,
      dependencies: Object.keys(dependencies),
      hash: { alg: "SHA-512", content: Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex") },
    }));
}

/** The crates in the WebAssembly modules: cargo knows which, for the target and without macros and build scripts. */
export function cratesShipped() {
  const tree = run("cargo", [
    ...[
      "tree",
      "--locked",
      "--package",
      "wengang-wasm",
      "--features",
      "wengang-wasm/authoring",
      "--package",
      "wengang-node",
    ],
    ...["--target", "wasm32-unknown-unknown"],
    ...["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"],
  ]);
  const shipped = new Set(Array.from(tree.matchAll(/^(\S+) v(\S+)/gm), ([, name, version]) => `${name} ${version}`));
  return cratesInUse().filter(({ name, version }) => shipped.has(`${name} ${version}`));
}

/** The npm packages that were bundled into any of the deliverables. */
export function npmPackagesShipped() {
  const lists = readdirSync(PACKAGES).filter((name) => name.endsWith(".json"));
  const bundled = lists.flatMap((name) => JSON.parse(readFileSync(join(PACKAGES, name), "utf8")));
  return npmPackagesInUse().filter(({ name }) => bundled.includes(name));
}

/** Rust's standard library, which is in the modules too. @returns {Package} */
export function standardLibrary() {
  const compiler = run("scripts/wasm.sh", ["compiler"]);
  const [, version = ""] = compiler.match(/^rustc (\S+)/) ?? [];
  return {
    from: "generic",
    name: "rust-std",
    version,
    license: "MIT OR Apache-2.0",
    folder: ".", // the Apache licence is our own
    dependencies: [],
  };
}
