// Reports what the templates of the page hand to elements that do not take it: `node scripts/check-templates.mjs`.

import { readdirSync } from "node:fs";
import { mistakesIn } from "./templates.mjs";

const FOLDERS = ["www", "pkg-config/embed", "pkg-config/handout"];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => `${folder}/${file}`),
);
const mistakes = mistakesIn(files);
for (const { file, line, message } of mistakes) console.error(`${file}:${line}: ${message}`);
if (mistakes.length > 0) process.exit(1);
console.log(`Templates of ${files.length} files: elements are given what they declare.`);
