import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import sirv from "sirv";
import { parse } from "smol-toml";
import { addPolicy } from "../../dist/npm/index.js";

/**
 * The built site with one policy more, as an operator adds it; for as long as the tests of the file run.
 * @param {...string} files of the policy, in the order in which they were published: the last is the one at hand
 */
export async function siteWith(...files) {
  const folder = mkdtempSync(join(tmpdir(), "wengang-site-with-"));
  cpSync("dist/site", folder, { recursive: true });
  const wengang = (/** @type {string[]} */ ...given) =>
    execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "wengang-cli", "--", ...given]);
  for (const file of files) wengang("pack", file, "-o", join(folder, "packs"));
  wengang("site", folder);
  const server = createServer(sirv(folder, { dev: true })).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });
  // For the words that the form is found by.
  const [last = ""] = files.slice(-1);
  const { id } = addPolicy(JSON.parse(JSON.stringify(parse(readFileSync(last, "utf8")))));
  return { id, url: `http://127.0.0.1:${port}/`, folder };
}
