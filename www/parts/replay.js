import "./rest.js";
import "../messages/zh-cn-replay.js";
import "../replay/replay.js";
