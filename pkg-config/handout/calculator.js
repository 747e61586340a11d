import "./engine.js";
import "./handout.js";
