// What the calculator stands on, and whatever else asks questions or shows a result.
import "./core.js";
import "../answers/answer-text.js";
import "../answers/evaluation.js";
import "../answers/figures.js";
import "../answers/headline.js";
import "../answers/local-rules.js";
import "../questions/question-for.js";
import "../result/hatching.js";
import "../result/result-bar.js";
import "../result/verdict.js";
import "../shared/announcement.js";
import "../shared/policy-heading.js";
import "../shared/printing.js";
import "../shared/size-observer.js";
import "../shared/source-reference.js";
import "../styles/zones.js";
