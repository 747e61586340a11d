// The engine as JavaScript: it runs in every browser that can show the page, and one form of it is all that a file has room for.
import "../../www/shared/older-browsers.js";
import instantiate from "../../dist/npm/runtime/wengang_bg.wasm.js";
import { startEngine } from "../../www/shared/engine.js";

startEngine(instantiate);
