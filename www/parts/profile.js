// It lists policies and names places as the finder does.
import "./finder.js";
import "./rest.js";
import "../profile/profile.js";

export { fromProfile, intoProfile } from "../profile/same-facts.js";
