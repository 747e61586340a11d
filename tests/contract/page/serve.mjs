// Serves the contract tests and the built package to browsers: `node tests/contract/page/serve.mjs`, or start() from a test.

import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import sirv from "sirv";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * The tests in one script. The package is not part of it: the browser loads it as it was built.
 * @param {{ seed?: string | undefined, inputs: number }} properties
 */
async function bundle(properties) {
  const { outputFiles } = await build({
    entryPoints: [`${here}/tests.mjs`],
    bundle: true,
    write: false,
    format: "esm",
    charset: "utf8",
    alias: { "node:test": `${here}/node-test.mjs`, "node:assert/strict": `${here}/node-assert.mjs` },
    define: { "process.env": JSON.stringify({ SEED: properties.seed, INPUTS: properties.inputs }) },
    plugins: [
      {
        name: "package",
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/dist\/npm\// }, ({ path }) => ({
            path: path.slice(path.indexOf("/dist/npm/")),
            external: true,
          })),
      },
    ],
  });
  return outputFiles[0]?.contents;
}

/**
 * @param {{ seed?: string | undefined, inputs: number }} properties of the random inputs: their seed, and how many a policy
 * @param {{ contentSecurityPolicy?: string }} [options]
 */
export async function start(properties, { contentSecurityPolicy } = {}) {
  const script = await bundle(properties);
  const files = sirv(root, { dev: true });
  const server = createServer((request, response) => {
    if (contentSecurityPolicy) response.setHeader("content-security-policy", contentSecurityPolicy);
    if (request.url === "/tests/contract/page/tests.js") {
      response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    } else {
      files(request, response, () => {
        response.writeHead(404).end();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/tests/contract/page/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await start({ seed: process.env.SEED, inputs: 100 })).url);
}
