// A mini-program that has been started on a phone with WeChat.

import { logicLayer, wxWebAssembly } from "./logic-layer.mjs";

/** What WeChat lets a mini-program keep under one key. */
const LONGEST_VALUE = 1024 * 1024;

/**
 * WeChat on a phone. `asked` has what was asked of it, by name; `refusing` names what fails; `storage` is what it has kept, and `file` what
 * is chosen from a chat.
 * @param {{ platform?: string, language?: string, refusing?: string[], storage?: Map<string, string>, file?: Buffer }} [phone]
 */
function weChat({ platform = "android", language = "zh_CN", refusing = [], storage = new Map(), file } = {}) {
  /** @type {Record<string, any>} */
  const asked = {};
  /** @type {Record<string, string>} */
  const files = {};
  const does =
    (/** @type {string} */ name) =>
    (/** @type {any} */ options = {}) => {
      asked[name] = options;
      if (refusing.includes(name)) options.fail?.({ errMsg: `${name}:fail auth deny` });
      else options.success?.({ errMsg: `${name}:ok`, confirm: true });
    };
  /** @type {Record<string, (key: string, value: string) => unknown>} */
  const kept = {
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    getStorageSync: (key) => storage.get(key) ?? "",
    setStorageSync: (key, value) => {
      if (refusing.includes("setStorageSync") || value.length > LONGEST_VALUE) throw new Error("exceed max size");
      storage.set(key, value);
    },
    removeStorageSync: (key) => storage.delete(key),
  };
  const wx = {
    ...kept,
    env: { USER_DATA_PATH: "wxfile://usr" },
    getAppBaseInfo: () => ({ language }),
    getDeviceInfo: () => ({ platform }),
    getFileSystemManager: () => ({
      writeFile: (/** @type {any} */ options) => {
        files[options.filePath] = options.data;
        does("writeFile")(options);
      },
      readFile: (/** @type {any} */ options) => {
        const bytes = file && Uint8Array.from(file).buffer;
        if (refusing.includes("readFile") || options.encoding) options.fail({ errMsg: "readFile:fail" });
        else options.success({ data: bytes });
      },
    }),
  };
  const others =
    "navigateTo redirectTo navigateBack setNavigationBarTitle setClipboardData showToast showModal shareFileMessage addPhoneCalendar";
  for (const name of others.split(" ")) Object.assign(wx, { [name]: does(name) });
  if (platform === "windows") Object.assign(wx, { saveFileToDisk: does("saveFileToDisk") });
  if (file) {
    const tempFiles = [{ path: "wxfile://tmp", name: "file.json", size: file.length }];
    Object.assign(wx, {
      chooseMessageFile: (/** @type {any} */ options) => {
        asked.chooseMessageFile = options;
        if (refusing.includes("chooseMessageFile")) options.fail({ errMsg: "chooseMessageFile:fail cancel" });
        else options.success({ tempFiles });
      },
    });
  }
  return { wx, asked, files };
}

/**
 * A mini-program that has been started; `open` opens a page of it as WeChat would.
 * @param {Parameters<typeof weChat>[0]} [phone]
 */
export function start(phone) {
  const { wx, asked, files } = weChat(phone);
  const layer = logicLayer({ wx, WXWebAssembly: wxWebAssembly() });
  layer.load("app.js");
  const app = layer.registered["app.js"];
  app.onLaunch();
  return {
    app,
    asked,
    files,
    layer,
    /**
     * @param {string} name
     * @param {Record<string, string>} [options]
     */
    async open(name, options = {}) {
      const path = `pages/${name}/${name}.js`;
      layer.load(path);
      const definition = layer.registered[path];
      const page = {
        ...definition,
        data: { ...definition.data },
        setData(/** @type {object} */ data) {
          Object.assign(page.data, JSON.parse(JSON.stringify(data)));
        },
      };
      page.onLoad(options);
      page.onShow?.();
      for (let turn = 0; page.data.state === "loading" && turn < 2000; turn += 1)
        await new Promise((resolve) => setTimeout(resolve, 2));
      return page;
    },
  };
}
