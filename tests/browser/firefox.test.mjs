import { testBrowser } from "./other-browser.mjs";
import { FIREFOX } from "./webdriver.mjs";

await testBrowser(FIREFOX);
