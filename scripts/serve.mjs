// Serves the built page on this machine: `node scripts/serve.mjs`, or start() from a test.
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const site = fileURLToPath(new URL("../dist/site", import.meta.url));

/**
 * @param {{ port?: number, attempts?: number }} [options] port 0 is any free one; the next ones are tried if it is taken
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function start({ port = 0, attempts = 1 } = {}) {
  // dev: reads each file anew, and tells the browser to keep none.
  const files = sirv(site, { dev: true });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404).end("Not found");
    }),
  ).listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!taken) throw error;
    if (attempts === 1) throw new Error(`Port ${port} is taken`);
    return start({ port: port + 1, attempts: attempts - 1 });
  }
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { PORT } = process.env;
  try {
    const { url } = await start(PORT ? { port: Number(PORT) } : { port: 8080, attempts: 100 });
    console.log(`稳岗计算器: ${url} (Ctrl+C stops)`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
