import "./rest.js";
import "../profile/profile.js";
