// The bank's news when its page is closed: {title, body, url, unread} by push, or handed over by a page.
const announce = async ({ title, body, url, unread }) => {
  await self.registration.showNotification(title, {
    body,
    tag: "mesange",
    lang: "fr",
    icon: "/images/icone-192.png",
    badge: "/images/icone-192.png",
    data: { url },
  });
  if (navigator.setAppBadge) await navigator.setAppBadge(unread);
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("push", (event) => event.waitUntil(announce(event.data.json())));
self.addEventListener("message", (event) => event.waitUntil(announce(event.data)));

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { url } = event.notification.data;
  const open = async () => {
    const [page] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (!page) return self.clients.openWindow(url);
    await page.focus();
    return page.navigate(url);
  };
  event.waitUntil(open());
});
