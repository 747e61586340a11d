import "./rest.js";
import "../messages/zh-cn-reconciliation.js";
import "../reconciliation/reconciliation.js";
