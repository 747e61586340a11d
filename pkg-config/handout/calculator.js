import "./previews.js";
import "./engine.js";
import "./handout.js";
