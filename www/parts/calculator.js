import "./form.js";
import { Calculator } from "../calculator/calculator.js";

// Alone on the page; on those of others it is a HostedCalculator.
customElements.define("wengang-calculator", Calculator);
