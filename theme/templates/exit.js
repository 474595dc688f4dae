{# The page leaves the history's last place and what the device has kept; no script can clear the rest. #}
document.querySelector(".exit a").onclick = event => {
  self.speechSynthesis?.cancel();
  self.caches?.keys().then(names => names.forEach(async name => (await caches.open(name)).delete(location.href)));
  location.replace(event.currentTarget.href);
  return false;
};
