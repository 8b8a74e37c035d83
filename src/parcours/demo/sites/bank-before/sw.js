self.addEventListener('push', function (event) {
  event.waitUntil(self.registration.showNotification('Banque Mésange', { body: 'Une information est disponible.' }));
});
