// Firefox ESR and WebKitGTK, driven through W3C WebDriver. Of that protocol these tests need ten commands; the client
// libraries bring their own downloader of browsers and many more packages.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** @import { ChildProcess } from "node:child_process" */

/**
 * A browser by its driver, what that is started with, whether it needs a display, and what it is asked for.
 * @typedef {{
 *   name: string, driver: string, flags: string[], environment: Record<string, string>, display: boolean,
 *   capabilities: Record<string, unknown>,
 * }} Browser
 *
 * An element as WebDriver passes it to and fro.
 * @typedef {{ [ELEMENT]: string }} Handle
 */

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** The control key, held until the end of what is typed. */
export const CONTROL = "\uE009";

const WINDOW = { width: 1280, height: 960 };
const START_MILLISECONDS = 20_000;
const REST_MILLISECONDS = 5_000;

/** @type {Browser} */
export const FIREFOX = {
  name: "Firefox ESR",
  driver: "geckodriver",
  // The port of another protocol, which would be a fixed one.
  flags: ["--websocket-port=0"],
  environment: {},
  display: false,
  capabilities: {
    browserName: "firefox",
    "moz:firefoxOptions": { binary: "/usr/bin/firefox-esr", args: ["-headless"] },
  },
};

/** @type {Browser} */
export const WEBKIT = {
  name: "WebKitGTK",
  driver: "WebKitWebDriver",
  flags: [],
  // Without a graphics card the page is drawn three times as fast in one layer.
  environment: { WEBKIT_DISABLE_COMPOSITING_MODE: "1" },
  display: true,
  capabilities: { browserName: "MiniBrowser" },
};

/** A browser that has been started. */
export class Session {
  #root;
  #driver;
  #display;

  /**
   * @param {string} root
   * @param {ChildProcess} driver
   * @param {ChildProcess | undefined} display
   */
  constructor(root, driver, display) {
    this.#root = root;
    this.#driver = driver;
    this.#display = display;
  }

  /** @param {Browser} browser */
  static async start({ driver: name, flags, environment, display: needsDisplay, capabilities }) {
    const path = toolPath(name);
    const [display, number] = needsDisplay ? await startDisplay() : [];
    const port = await freePort();
    const driver = spawn(path, [`--port=${port}`, ...flags], {
      env: { ...process.env, ...environment, ...(number && { DISPLAY: `:${number}` }) },
      stdio: "ignore",
    });
    const root = `http://127.0.0.1:${port}`;
    try {
      await answering(`${root}/status`);
      const { sessionId } = await request("POST", `${root}/session`, { capabilities: { alwaysMatch: capabilities } });
      const session = new Session(`${root}/session/${sessionId}`, driver, display);
      await session.#send("window/rect", WINDOW);
      return session;
    } catch (error) {
      driver.kill();
      display?.kill();
      throw error;
    }
  }

  /**
   * @param {string} command
   * @param {unknown} [body]
   */
  #send(command, body = {}) {
    return request("POST", `${this.#root}/${command}`, body);
  }

  /** @param {string} url */
  open(url) {
    return this.#send("url", { url });
  }

  back() {
    return this.#send("back");
  }

  reload() {
    return this.#send("refresh");
  }

  /**
   * Scrolls an element into sight and presses the pointer on its middle, which nothing may cover. WebDriver has a command of
   * its own for this, but WebKit's takes text fields in shadow roots for covered.
   * @param {Handle} element
   */
  async click(element) {
    const place = await this.#restingPlace(element);
    const move = { type: "pointerMove", ...place, duration: 0 };
    const press = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    await this.#send("actions", {
      actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [move, ...press] }],
    });
  }

  /**
   * Where an element is once it moves no more: what was answered before may still be drawn.
   * @param {Handle} element
   */
  async #restingPlace(element) {
    const end = Date.now() + REST_MILLISECONDS;
    let place;
    do {
      const before = place;
      place = await this.run(middleOf, element);
      if (place && place.x === before?.x && place.y === before?.y) return place;
      await pause(50);
    } while (Date.now() < end);
    throw new Error(`Something covers or moves ${JSON.stringify(element)}`);
  }

  /** Takes an option of a list. @param {Handle} option */
  pick(option) {
    return this.#send(`element/${option[ELEMENT]}/click`);
  }

  /**
   * @param {Handle} element
   * @param {string} text keys included
   */
  type(element, text) {
    return this.#send(`element/${element[ELEMENT]}/value`, { text });
  }

  /** What assistive technology calls an element. @param {Handle} element @returns {Promise<string>} */
  computedLabel(element) {
    return request("GET", `${this.#root}/element/${element[ELEMENT]}/computedlabel`);
  }

  /**
   * Runs a function in the page. It gets and gives data, and elements where here there are handles; it sees nothing of what
   * surrounds it here.
   * @param {(...values: any[]) => unknown} inPage
   * @param {unknown[]} values
   * @returns {Promise<any>}
   */
  run(inPage, ...values) {
    return this.#send("execute/sync", {
      script: `return (${inPage})(...arguments)`,
      args: values.map((value) => value ?? null),
    });
  }

  async close() {
    await request("DELETE", this.#root);
    await end(this.#driver);
    if (this.#display) await end(this.#display);
  }
}

/** Runs in the page. @param {Element} element */
function middleOf(element) {
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  const place = { x: Math.floor(x + width / 2), y: Math.floor(y + height / 2) };
  const root = /** @type {ShadowRoot | Document} */ (element.getRootNode());
  return element.contains(root.elementFromPoint(place.x, place.y)) ? place : null;
}

/**
 * @param {string} method
 * @param {string} url
 * @param {unknown} [body]
 */
async function request(method, url, body) {
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`${value.error}: ${value.message} (${method} ${url} ${JSON.stringify(body)})`);
  return value;
}

/** @param {string} url */
async function answering(url) {
  const end = Date.now() + START_MILLISECONDS;
  for (;;) {
    try {
      return await request("GET", url);
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
}

/** A screen that nobody sees, and its number. @returns {Promise<[ChildProcess, string]>} */
async function startDisplay() {
  const display = spawn(toolPath("Xvfb"), ["-displayfd", "3", "-screen", "0", "1440x1080x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const stream = /** @type {import("node:stream").Readable} */ (display.stdio[3]);
  const [number] = await once(stream, "data", { signal: AbortSignal.timeout(START_MILLISECONDS) });
  return [display, String(number).trim()];
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

/** @param {ChildProcess} process */
async function end(process) {
  if (process.exitCode !== null) return;
  process.kill();
  await once(process, "exit");
}

/**
 * On the path, or where scripts/setup.sh puts it.
 * @param {string} tool
 */
function toolPath(tool) {
  const toolchain = fileURLToPath(new URL("../../scripts/toolchain.sh", import.meta.url));
  try {
    return execFileSync("bash", ["-c", '. "$0" && command -v "$1"', toolchain, tool], { encoding: "utf8" }).trim();
  } catch {
    throw new Error(`${tool} is missing: scripts/setup.sh browsers installs it`);
  }
}
