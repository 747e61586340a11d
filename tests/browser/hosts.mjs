// Serves dist/embed to the hostile pages of tests/browser/hosts.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const packages = createRequire(import.meta.url);
const folder = (/** @type {string} */ path) => sirv(fileURLToPath(new URL(path, import.meta.url)), { dev: true });
const embed = folder("../../dist/embed");
const hosts = folder("hosts");
/** @type {Record<string, Buffer>} */
const VENDORS = {
  "/vendor/jquery.js": readFileSync(packages.resolve("jquery/dist/jquery.js")),
  "/vendor/require.js": readFileSync(packages.resolve("requirejs/require.js")),
};

const STRICT = "default-src 'none'; style-src 'self'; connect-src 'self'; img-src 'self' data:; script-src 'self'";
/** @type {Record<string, string>} */
const POLICIES = {
  "/hosts/strict-csp.html": `${STRICT} 'wasm-unsafe-eval'`,
  "/hosts/no-webassembly.html": STRICT,
  "/hosts/refused-webassembly.html": STRICT,
};

/** Listens on a free port, by two names that are two origins to a browser. */
export async function serveHosts() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const policy = POLICIES[pathname];
    if (policy) response.setHeader("content-security-policy", policy);
    const notFound = () => void response.writeHead(404).end();
    const vendor = VENDORS[pathname];
    if (vendor) {
      response.writeHead(200, { "content-type": "text/javascript" }).end(vendor);
    } else if (pathname === "/favicon.ico") {
      response.writeHead(204).end();
    } else if (pathname.startsWith("/embed/")) {
      response.setHeader("access-control-allow-origin", "*");
      request.url = request.url?.slice("/embed".length);
      embed(request, response, notFound);
    } else {
      request.url = request.url?.replace(/^\/hosts/, "");
      hosts(request, response, notFound);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    otherUrl: `http://localhost:${port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
