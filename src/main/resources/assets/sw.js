// Offline reading: without a network, what was read before is there again; with one, the network has the first word. The
// build puts in the names of the assets: with them the cache changes, and the old one goes.
const KEPT = ["/", "/offline", "STYLESHEET", "SCRIPT", "SEARCH_INDEX"];
const CACHE = KEPT.join(" ");
// What is computed for one request is kept nowhere.
const COMPUTED = /^\/(search\.json|echo\/|check)/;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(KEPT)));
});
addEventListener("activate", (event) => event.waitUntil(
  caches.keys()
    .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
    .then(() => clients.claim()),
));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === "GET" && origin === location.origin && !COMPUTED.test(pathname)) event.respondWith(answer(event.request));
});

async function answer(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok && !new URL(request.url).search) cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true, ignoreSearch: true })
      || request.mode === "navigate" && await cache.match("/offline", { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}
