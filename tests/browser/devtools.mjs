// Chromium too old for current drivers, driven through a pipe by its DevTools protocol: the same session for a visitor as
// WebDriver gives.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { CONTROL } from "./webdriver.mjs";

/** @import { ChildProcess } from "node:child_process" */
/** @import { Readable, Writable } from "node:stream" */

/**
 * An element in the page.
 * @typedef {{ objectId: string }} Handle
 */

const WINDOW = { width: 1280, height: 960, deviceScaleFactor: 1, mobile: false };
const MESSAGES_END = "\0";

/** @param {78 | 83} version */
function binary(version) {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "wengang");
  return join(cache, `chromium-${version}`, "chromium");
}

/** A browser that has been started. */
export class Session {
  #process;
  #profile;
  #sent = 0;
  /** @type {Map<number, (answer: any) => void>} */
  #waiting = new Map();
  /** @type {Map<string, () => void>} */
  #expected = new Map();
  /** @type {string | undefined} */
  #page;

  /**
   * @param {ChildProcess} process
   * @param {string} profile
   */
  constructor(process, profile) {
    this.#process = process;
    this.#profile = profile;
    let text = "";
    const output = /** @type {Readable} */ (process.stdio[4]);
    output.setEncoding("utf8").on("data", (part) => {
      const messages = (text + part).split(MESSAGES_END);
      text = messages.pop() ?? "";
      for (const message of messages) this.#receive(JSON.parse(message));
    });
  }

  /**
   * @param {78 | 83} version
   * @param {string[]} [flags]
   */
  static async start(version, flags = []) {
    const profile = mkdtempSync(join(tmpdir(), "wengang-chromium-"));
    const args = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--remote-debugging-pipe",
      `--user-data-dir=${profile}`,
    ];
    const browser = spawn(binary(version), [...args, ...flags], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    const session = new Session(browser, profile);
    const { targetId } = await session.#send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await session.#send("Target.attachToTarget", { targetId, flatten: true });
    session.#page = sessionId;
    for (const domain of ["Page", "Runtime", "DOM"]) await session.#send(`${domain}.enable`);
    await session.#send("Emulation.setDeviceMetricsOverride", WINDOW);
    // What the tests use and a page of these years would not.
    await session.#send("Page.addScriptToEvaluateOnNewDocument", {
      source: `Element.prototype.checkVisibility = function () {
        return this.getClientRects().length > 0 && getComputedStyle(this).visibility === "visible";
      };`,
    });
    return session;
  }

  /** @param {any} message */
  #receive({ id, method, ...answer }) {
    if (id === undefined) return this.#expected.get(method)?.();
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }

  /**
   * @param {string} method
   * @param {Record<string, unknown>} [params]
   * @returns {Promise<any>}
   */
  async #send(method, params = {}) {
    this.#sent += 1;
    const id = this.#sent;
    const input = /** @type {Writable} */ (this.#process.stdio[3]);
    input.write(JSON.stringify({ id, method, params, sessionId: this.#page }) + MESSAGES_END);
    const { result, error } = await new Promise((resolve) => this.#waiting.set(id, resolve));
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /**
   * Does what loads a page, and waits for that.
   * @param {string} method
   * @param {Record<string, unknown>} [params]
   */
  async #load(method, params) {
    const loaded = new Promise((resolve) => this.#expected.set("Page.loadEventFired", () => resolve(undefined)));
    await this.#send(method, params);
    await loaded;
  }

  /** @param {string} url */
  open(url) {
    return this.#load("Page.navigate", { url });
  }

  reload() {
    return this.#load("Page.reload");
  }

  /**
   * @param {(...values: any[]) => unknown} inPage
   * @param {unknown[]} values
   * @returns {Promise<any>}
   */
  async run(inPage, ...values) {
    const { result: window } = await this.#send("Runtime.evaluate", { expression: "window" });
    const { result, exceptionDetails } = await this.#send("Runtime.callFunctionOn", {
      functionDeclaration: transformSync(`function run() { return (${inPage})(...arguments) }`, { target: "chrome78" })
        .code,
      objectId: window.objectId,
      arguments: values.map((value) => (isHandle(value) ? value : { value: value ?? null })),
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return this.#given(result);
  }

  /** @param {any} result @returns {Promise<any>} */
  async #given(result) {
    if (!result.objectId) return result.value;
    if (result.subtype === "node") return { objectId: result.objectId };
    const { objectId } = result;
    if (result.subtype === "array") {
      const { result: properties } = await this.#send("Runtime.getProperties", { objectId, ownProperties: true });
      const items = properties.filter((/** @type {any} */ { name }) => /^\d+$/.test(name));
      return Promise.all(items.map((/** @type {any} */ { value }) => this.#given(value)));
    }
    const functionDeclaration = "function () { return this }";
    const { result: copy } = await this.#send("Runtime.callFunctionOn", {
      functionDeclaration,
      objectId,
      returnByValue: true,
    });
    return copy.value;
  }

  /** @param {Handle} element */
  async click(element) {
    const place = await this.run(middleOf, element);
    if (!place) throw new Error("Something covers it");
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.#send("Input.dispatchMouseEvent", { type, ...place, button: "left", clickCount: 1 });
    }
  }

  /** Takes an option of a list. @param {Handle} option */
  pick(option) {
    return this.run((/** @type {HTMLOptionElement} */ option) => {
      const list = option.closest("select");
      option.selected = true;
      for (const type of ["input", "change"]) list?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }, option);
  }

  /**
   * @param {Handle} element
   * @param {string} text
   */
  async type(element, text) {
    await this.run((/** @type {HTMLElement} */ element) => element.focus(), element);
    if (text === `${CONTROL}a`) return this.run((/** @type {HTMLInputElement} */ element) => element.select(), element);
    await this.#send("Input.insertText", { text });
  }

  /** @param {string} path @param {Partial<typeof WINDOW>} [window] */
  async screenshot(path, window) {
    await this.#send("Emulation.setDeviceMetricsOverride", { ...WINDOW, ...window });
    const { data } = await this.#send("Page.captureScreenshot");
    const { writeFileSync } = await import("node:fs");
    writeFileSync(path, Buffer.from(data, "base64"));
  }

  async close() {
    this.#process.kill();
    if (this.#process.exitCode === null) await once(this.#process, "exit");
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {unknown} value */
function isHandle(value) {
  return typeof value === "object" && value !== null && "objectId" in value;
}

/** Runs in the page. @param {Element} element */
function middleOf(element) {
  element.scrollIntoView({ block: "center" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: Math.floor(x + width / 2), y: Math.floor(y + height / 2) };
}
