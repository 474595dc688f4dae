// Keeps the pages that were opened, so that they open again without a network. The network always comes first.
const scope = registration.scope, kept = "VERSION " + scope, offline = scope + "offline/", box = caches.open(kept);

// The pages that were open before there was a worker are kept as well, while it installs: whatever a worker does when it
// activates holds up every link that is followed meanwhile. They are not claimed, for then they print no pictures.
addEventListener("install", event => event.waitUntil(box.then(async cache => {
  await cache.add(offline);
  for (const client of await clients.matchAll({ includeUncontrolled: true })) await cache.add(client.url).catch(() => {});
  skipWaiting();
})));

// Another version means that something was taken off the site: devices forget all that they kept.
addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== kept && name.endsWith(" " + scope)) await caches.delete(name);
})()));

addEventListener("fetch", event => {
  const request = event.request;
  if (request.url.startsWith(scope)) event.respondWith(box.then(cache => fetch(request).then(found => {
    // What the site says is gone goes from the device, too; of the rest, the latest stay.
    const done = found.ok ? cache.put(request, found.clone()) : cache.delete(found.status < 500 ? request : "");
    event.waitUntil(done.then(() => cache.keys()).then(
      keys => keys.slice(0, -60).forEach(key => key.url === offline || cache.delete(key))));
    return found;
  }, () => cache.match(request).then(copy => copy || (request.mode === "navigate" ? cache.match(offline) : Response.error())))));
});
