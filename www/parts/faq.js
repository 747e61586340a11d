import "./rest.js";
import "../messages/zh-cn-faq.js";
import "../faq/faq.js";
import "../faq/faq-found.js";
import "../faq/faq-links.js";

export { haveQuestions } from "../faq/questions.js";
