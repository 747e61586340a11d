import "./lists.js";
import "./rest.js";
import "../profile/profile.js";
