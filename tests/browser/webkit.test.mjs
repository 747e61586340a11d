import { testBrowser } from "./other-browser.mjs";
import { WEBKIT } from "./webdriver.mjs";

await testBrowser(WEBKIT);
