// What Node gives the command of a machine, one step each: node.rs makes of it what the standard library has.

import fs from "node:fs";
import tty from "node:tty";
import util from "node:util";

/** What the C library calls errors that Node words in its own way. @type {Record<string, string>} */
const WORDS = {
  EEXIST: "File exists",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  ENAMETOOLONG: "File name too long",
  ENOTEMPTY: "Directory not empty",
};

/** Gives what a step gives; its error is thrown as the system words it, by its name. @template T @param {() => T} step */
function attempt(step) {
  for (;;) {
    try {
      return step();
    } catch (error) {
      const { code = "", errno = 0 } = /** @type {NodeJS.ErrnoException} */ (error);
      // A pipe that is not ready: nothing else waits for this thread.
      if (code === "EAGAIN") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else throw `${code}\0${worded(code, errno, error)}`;
    }
  }
}

/** @param {string} code @param {number} errno @param {unknown} error */
function worded(code, errno, error) {
  const [, words] = util.getSystemErrorMap().get(errno) ?? [];
  if (!words) return String(error);
  return `${WORDS[code] ?? words[0]?.toUpperCase() + words.slice(1)} (os error ${-errno})`;
}

/** @param {fs.Stats} stats */
const plain = (stats) =>
  new Uint32Array([stats.isFile() ? 1 : stats.isDirectory() ? 2 : 0, stats.mode & 0o7777, stats.uid, stats.gid]);

/** @param {string} path @param {string} flags @param {number} mode */
export const open = (path, flags, mode) => attempt(() => fs.openSync(path, flags, mode));

/** @param {number} file */
export const close = (file) => fs.closeSync(file);

/** @param {number} file @param {Uint8Array} bytes @param {number} from where in the file; below zero for what has no places */
export function read(file, bytes, from) {
  return attempt(() => {
    try {
      return fs.readSync(file, bytes, 0, bytes.length, from < 0 ? null : from);
    } catch (error) {
      // What Windows says at the end of a pipe.
      if (/** @type {NodeJS.ErrnoException} */ (error).code === "EOF") return 0;
      throw error;
    }
  });
}

/** @param {number} file @param {Uint8Array} bytes */
export const write = (file, bytes) => attempt(() => fs.writeSync(file, bytes));

/** @param {number} file */
export const sync = (file) => attempt(() => fs.fsyncSync(file));

/** @param {number} file @param {number} mode @param {number} user @param {number} group */
export function permit(file, mode, user, group) {
  try {
    fs.fchownSync(file, user, group);
  } catch {
    // Whoever may not give files away owns the new one.
  }
  attempt(() => fs.fchmodSync(file, mode));
}

/** @param {number} file */
export const statFile = (file) => attempt(() => plain(fs.fstatSync(file)));

/** @param {string} path */
export const stat = (path) => attempt(() => plain(fs.statSync(path)));

/** @param {string} path */
export const list = (path) => attempt(() => fs.readdirSync(path));

/** @param {string} path */
export const readLink = (path) => attempt(() => fs.readlinkSync(path));

/** @param {string} from @param {string} to */
export const rename = (from, to) => attempt(() => fs.renameSync(from, to));

/** @param {string} path */
export const removeFile = (path) => attempt(() => fs.unlinkSync(path));

/** @param {string} path */
export const removeFolder = (path) => attempt(() => fs.rmSync(path, { recursive: true }));

/** @param {string} path */
export const createFolder = (path) => attempt(() => fs.mkdirSync(path, { recursive: true }));

/** @param {number} file */
export const isTerminal = (file) => tty.isatty(file);

export const processId = () => process.pid;

export const clock = () => Math.floor(Date.now() / 1000);

/** @param {number} id */
export function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
