import "./core.js";
import "../messages/zh-cn-situation-file.js";
import "../messages/zh-cn-situations.js";
import "../situations/forgetting.js";
import "../situations/link-notice.js";
import "../situations/saving.js";
import "../situations/situation-line.js";
import "../situations/situations.js";
