// The calculator, and with it what else asks questions or shows a result: apart, the two would weigh more.
import "./core.js";
import "../answers/answer-text.js";
import "../calculator/calculator.js";
import "../messages/zh-cn-calculator.js";
