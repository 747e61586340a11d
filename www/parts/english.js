import "./core.js";
import { english } from "../messages/en.js";
import { addMessages } from "../messages/index.js";

addMessages("en", english);
