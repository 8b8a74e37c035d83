// The bank's news when its page is closed: a push message holds {title, body, url, unread}.
const announce = async ({ title, body, url, unread }) => {
  await self.registration.showNotification(title, {
    body,
    tag: "mesange",
    lang: "fr",
    icon: "/images/icone-192.png",
    data: { url },
  });
  await navigator.setAppBadge?.(unread);
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("push", (event) => event.waitUntil(announce(event.data.json())));

// A tap leads to what the message is about, in the page that is open, or in a new one.
const open = async (url) => {
  const [page] = await self.clients.matchAll({ type: "window" });
  if (!page) return self.clients.openWindow(url);
  return (await page.navigate(url))?.focus();
};
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.url));
});
