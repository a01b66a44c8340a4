// Offline reading: without a network, what was read before is there again; with one, the network has the first word.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(location.origin + "/")) event.respondWith(answer(event.request));
});

async function answer(request) {
  const read = await caches.open("read");
  try {
    const response = await fetch(request);
    // What was searched for is never asked for again in the same words.
    if (response.ok && !new URL(request.url).search) read.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await read.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}
