import "./form.js";
import "../calculator/calculator.js";
