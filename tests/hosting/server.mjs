import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** Debian's nginx with a sample as its configuration: only address and folder are those of the test. */
export class Server {
  #sample;
  #folder = mkdtempSync(join(tmpdir(), "wengang-nginx-"));
  #port = 0;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #process;

  /** @param {string} [sample] */
  constructor(sample = "pkg-config/site/nginx.conf") {
    this.#sample = sample;
  }

  get url() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /**
   * Serves a folder; always at the same address.
   * @param {string} site
   * @param {{ withoutWebAssembly?: boolean }} [options]
   */
  async start(site, { withoutWebAssembly = false } = {}) {
    // A test that failed has not stopped it.
    await this.stop();
    this.#port ||= await freePort();
    this.#configure(site, withoutWebAssembly ? "" : "'wasm-unsafe-eval'");
    mkdirSync(join(this.#folder, "temporary"), { recursive: true });
    this.#process = spawn("/usr/sbin/nginx", ["-p", this.#folder, "-c", "nginx.conf", "-e", "stderr"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    for (let attempt = 0; attempt < 100 && this.#runs; attempt += 1) {
      if (await fetch(this.url).catch(() => undefined)) return;
      await pause(100);
    }
    throw new Error("nginx does not answer");
  }

  /** Takes requests, and does not answer. */
  fallSilent() {
    this.#process?.kill("SIGSTOP");
  }

  get #runs() {
    return this.#process?.exitCode === null && this.#process.signalCode === null;
  }

  async stop() {
    if (!this.#process || !this.#runs) return;
    const ended = once(this.#process, "exit");
    this.#process.kill();
    this.#process.kill("SIGCONT");
    await ended;
  }

  async remove() {
    await this.stop();
    rmSync(this.#folder, { recursive: true });
  }

  /** The paths that were asked for since it was created. */
  get requests() {
    return readFileSync(join(this.#folder, "requests.log"), "utf8").trim().split("\n");
  }

  /**
   * @param {string} site
   * @param {string} wasmSource
   */
  #configure(site, wasmSource) {
    const sample = readFileSync(this.#sample, "utf8")
      .replace("'wasm-unsafe-eval'", wasmSource)
      .replace("listen 80;", `listen 127.0.0.1:${this.#port};`)
      .replace(/root \/var\/www\/[\w-]+;/, `root ${resolve(site)};`);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    writeFileSync(join(this.#folder, "sample.conf"), sample);
    writeFileSync(
      join(this.#folder, "nginx.conf"),
      `load_module ${MODULE};
daemon off;
master_process off;
pid nginx.pid;
error_log stderr crit;
events {}
http {
  log_format path "$uri";
  access_log requests.log path;
  ${temporary.map((name) => `${name}_temp_path temporary/${name};`).join("\n  ")}
  include sample.conf;
}
`,
    );
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}
