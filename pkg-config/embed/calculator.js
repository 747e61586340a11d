import "../../www/parts/whole-calculator.js";
import "../../www/calculator/hosted-calculator.js";
