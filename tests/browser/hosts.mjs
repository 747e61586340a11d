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
  "/hosts/older-styles.html": `${STRICT} 'wasm-unsafe-eval'`,
  "/hosts/no-webassembly.html": STRICT,
  "/hosts/refused-webassembly.html": STRICT,
};

/**
 * Listens on two free ports, which are two origins to a browser. `/host?…` is a page with what stands in the query as its body.
 */
export async function serveHosts() {
  const servers = [await listen(), await listen()];
  const [url = "", otherUrl = ""] = servers.map((server) => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    return `http://127.0.0.1:${port}`;
  });
  return {
    url,
    otherUrl,
    close: async () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
        await once(server, "close");
      }
    },
  };
}

async function listen() {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
function answer(request, response) {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const policy = POLICIES[pathname];
  if (policy) response.setHeader("content-security-policy", policy);
  const notFound = () => void response.writeHead(404).end();
  const vendor = VENDORS[pathname];
  if (vendor) {
    response.writeHead(200, { "content-type": "text/javascript" }).end(vendor);
  } else if (pathname === "/host") {
    const page = `<!doctype html><html lang="en"><title>Host</title><body>${decodeURIComponent(search.slice(1))}`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
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
}
