// Withdraws the page from browsers that keep it: put on the server as sw.js, in the place of the one that was there. Each
// browser runs it at its next visit to the folder, and forgets the kept files and the worker itself.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(withdraw()));

async function withdraw() {
  const names = await caches.keys();
  const kept = names.filter((name) => name.startsWith(`wengang ${registration.scope} `));
  await Promise.all(kept.map((name) => caches.delete(name)));
  await registration.unregister();
}
