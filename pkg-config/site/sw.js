// Keeps one build of the page whole, for visits without a network, and the policies beside it as they come. It asks for nothing
// but these files, and tells nobody.
//
// From pkg-config/site/build.mjs: BUILD is the same for the same files, HASHED and UNHASHED are their names, NAMED are those
// of the hashed ones that the page itself names.

import { stocked } from "../../www/shared/stocked.js";

// Several of these pages may lie in folders of one server.
const CACHES = `wengang ${registration.scope} `;
const CACHE = CACHES + BUILD;
/** For how long the network may be silent before the page comes from the cache. */
const PATIENCE_MILLISECONDS = 4000;
const PACKS = "packs/";
const CATALOGUE = `${PACKS}catalogue.json`;
const QUESTIONS = `${PACKS}faq.json`;
const ENTRY = ".entry.json";

/** The page of a policy or of a question, which leads on to the page of the site. */
const OF_POLICY = /^((?:faq\/)?[a-z0-9-]+)\/(?:index\.html|en\.html)?$/;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(clearOut()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const [name] = request.url.split(/[?#]/);
  const isPage = [address(""), address("index.html")].includes(name);
  const [, policy] = OF_POLICY.exec(name.slice(address("").length)) || [];
  if (isPage) event.respondWith(fromNetwork(request, address("")));
  else if (policy)
    event.respondWith(fromNetwork(request, address(""), () => Response.redirect(address(`#/${policy}`))));
  else if (HASHED.some((file) => address(file) === name)) event.respondWith(fromCache(request, name));
  else if (UNHASHED.some((file) => address(file) === name)) event.respondWith(fromNetwork(request, name));
  else if ([CATALOGUE, QUESTIONS].some((file) => address(file) === name))
    event.respondWith(keeping(fromNetwork(request, name), name));
  // A line of the catalogue, which has it, too.
  else if (name.startsWith(address(PACKS)) && name.endsWith(ENTRY))
    event.respondWith(fromNetwork(request, address(CATALOGUE)));
  else if (name.startsWith(address(PACKS))) event.respondWith(keeping(fromCache(request, name), name));
});

async function keep() {
  // While a new build is being copied to the server, page and worker may not belong together: then another time.
  const page = await fetch(address(""), { cache: "no-cache" });
  const text = await page.clone().text();
  if (!page.ok || !NAMED.every((file) => text.includes(file))) throw new Error("The page is of another build");
  const cache = await caches.open(CACHE);
  // The browser has just loaded the hashed ones, and takes them from its own cache.
  await cache.addAll([...HASHED.filter(isOfUse).map(address), ...UNHASHED.map(address)]);
  await keepPacks(cache);
  await cache.put(address(""), page);
  // A page that is open asks for nothing any more, so that nobody needs the files of the build before.
  await skipWaiting();
}

/** Those that the page has fetched; others are kept once somebody has opened them. @param {Cache} cache */
async function keepPacks(cache) {
  const catalogue = await fetch(address(CATALOGUE), { cache: "no-cache" });
  const { policies } = await catalogue.clone().json();
  await cache.addAll(stocked(policies).map(({ file }) => address(PACKS + file)));
  await cache.put(address(CATALOGUE), catalogue);
  // A site may have none.
  const questions = await fetch(address(QUESTIONS), { cache: "no-cache" });
  if (questions.ok) await cache.put(address(QUESTIONS), questions);
}

/** Keeps what has come, too. */
async function keeping(answer, name) {
  const response = await answer;
  if (response.ok) {
    const cache = await caches.open(CACHE);
    // A browser may have no room left.
    await cache.put(name, response.clone()).catch(() => {});
  }
  return response;
}

/** The engine is there twice, as WebAssembly and as JavaScript: the one is for browsers that cannot have the other. */
function isOfUse(file) {
  if (file.endsWith(".wasm")) return hasWebAssembly();
  return !file.includes(".wasm.") || !hasWebAssembly();
}

/** It may be missing, or forbidden by the server's headers, to worker and page alike. */
function hasWebAssembly() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

async function clearOut() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Whatever has a hash in its name never changes. */
async function fromCache(request, name) {
  return (await kept(name)) || fetch(request);
}

/** As the server has it now, so that an update is seen at once; else what is made of the file that was kept. */
async function fromNetwork(request, name, madeOf = (file) => file) {
  const instead = async () => {
    const file = await kept(name);
    return file && madeOf(file);
  };
  const answer = fetch(request).then(
    async (response) => (response.status < 500 ? response : (await instead()) || response),
    async (error) => (await instead()) || Promise.reject(error),
  );
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS));
  return (await Promise.race([answer, late.then(instead)])) || answer;
}

async function kept(name) {
  return (await caches.open(CACHE)).match(name, { ignoreVary: true });
}

/** A file of the folder that this worker is responsible for. */
function address(file) {
  return new URL(file, registration.scope).href;
}
