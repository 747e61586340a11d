import "../../www/parts/whole-calculator.js";
import "../../www/calculator/calculator.js";
