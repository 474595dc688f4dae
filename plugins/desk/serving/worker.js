// An editor must see what was saved just now, so nothing is kept here: a worker of the site that an earlier preview left
// forgets what it kept, and goes. The site's own would also wait for the desk's news, which never end.
addEventListener("install", () => skipWaiting());

addEventListener("activate", event => event.waitUntil(caches.keys().then(names => Promise.all(
  names.filter(name => name.endsWith(" " + registration.scope)).map(name => caches.delete(name)),
)).then(() => registration.unregister())));
