#!/usr/bin/env node
// The command `wengang` for who has Node and no Rust: the same program, as WebAssembly.

import { readFileSync } from "node:fs";
import { __wbg_set_wasm, imports, run } from "wengang-glue";

const module = new WebAssembly.Module(readFileSync(new URL("wengang_command.wasm", import.meta.url)));
const { exports } = new WebAssembly.Instance(module, imports());
__wbg_set_wasm(exports);
/** @type {any} */ (exports).__wbindgen_start();
process.exitCode = run(process.argv.slice(2));
