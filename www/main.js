import "./older-browsers.js";
import "./elements/page.js";
import { startEngine } from "./engine.js";

startEngine();
