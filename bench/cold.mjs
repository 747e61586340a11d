// From import to the first result, in milliseconds: `node bench/cold.mjs package|runtime|by-hand`.

const modules = {
  package: "../dist/npm/index.js",
  runtime: "../dist/npm/runtime/index.js",
  "by-hand": "./by-hand.mjs",
};
const [, , name = "package"] = process.argv;
const inputs = {
  employerKind: "enterprise",
  enterpriseSize: "small",
  paidAsRequired: true,
  seriouslyDishonest: false,
  insuredFullYear: true,
  insuredAtStart: 100,
  insuredAtEnd: 97,
  naturalAttrition: 1,
  premiumsPaid: "12300.00",
};

const before = performance.now();
const { evaluate } = await import(modules[/** @type {keyof typeof modules} */ (name)]);
const { amount } = name === "by-hand" ? evaluate(inputs) : evaluate("shanghai-2024-stabilisation-refund", inputs);
const milliseconds = performance.now() - before;

if (amount !== "7380.00") throw new Error(`${name} gives ${amount}`);
console.log(milliseconds);
