// What is new, on every page of a customer: messages as they come, the count of those unread, the loan's next step.
const tab = document.getElementById("vers-messages");
const pill = document.getElementById("pastille");
const thread = document.getElementById("fil");
const form = document.getElementById("ecrire");
const timeline = document.getElementById("suivi");
const title = document.title.replace(/^\(\d+\) /, "");

let unread = Number(pill.textContent);
let last = tab.dataset.dernier; // the message that this page was served with: only what comes later is news

const count = (number) => {
  unread = number;
  const words = number > 1 ? `${number} messages non lus` : "1 message non lu";
  pill.textContent = number || "";
  tab.setAttribute("aria-label", number ? `Messages, ${words}` : "Messages");
  document.title = number ? `(${number}) ${title}` : title;
  if (number) navigator.setAppBadge?.(number).catch(() => {});
  else navigator.clearAppBadge?.().catch(() => {});
};

// A reply that comes while the thread is open is unread until the customer touches the page or writes.
const read = () => {
  if (!thread || !unread) return;
  count(0);
  fetch("/lu", { method: "POST", body: new URLSearchParams({ jusque: last }), keepalive: true }).catch(() => {});
  navigator.serviceWorker?.getRegistration().then(async (registration) => {
    for (const shown of (await registration?.getNotifications({ tag: "mesange" })) ?? []) shown.close();
  });
};
for (const sign of ["pointerdown", "keydown", "input", "hashchange"]) addEventListener(sign, read);

let allowed = "Notification" in window && Notification.permission === "granted";
const announce = async (message) => {
  if (!allowed) return;
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration
    ?.showNotification("Camille Berthier vous a répondu", {
      body: message.text,
      tag: "mesange",
      lang: "fr",
      icon: "/images/icone-192.png",
      data: { url: `/messages#m${message.number}` },
    })
    .catch(() => {}); // what was allowed may have been forbidden since
};

const news = new EventSource(`/nouvelles?apres=${last}`);
news.onmessage = (event) => {
  const said = JSON.parse(event.data);
  for (const message of said.messages) thread?.insertAdjacentHTML("beforeend", message.html);
  if (said.messages.length) thread?.lastElementChild.scrollIntoView({ block: "nearest" });
  last = said.last;
  count(said.unread);
  if (timeline && timeline.dataset.etape !== String(said.step)) {
    timeline.dataset.etape = said.step;
    timeline.innerHTML = said.timeline;
  }
  const replies = said.messages.filter((message) => message.author === "conseiller");
  if (replies.length) announce(replies.at(-1));
};
addEventListener("pagehide", () => news.close());

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  const body = new URLSearchParams(new FormData(form));
  button.disabled = true;
  try {
    const answer = await fetch("/messages", { method: "POST", body, headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    form.reset();
  } catch {
    form.submit(); // the plain way shows what went wrong
  }
  button.disabled = false;
});

// Asked only after a tap on something that says what for. A bank on the Internet would also subscribe to push here.
const ask = async () => {
  if (!("Notification" in window)) return false; // Safari has it on the home screen only
  allowed = (await Notification.requestPermission()) === "granted";
  return allowed;
};
document.getElementById("activer")?.addEventListener("click", async () => {
  document.getElementById("avis-dit").textContent = (await ask())
    ? "C’est noté : vous serez averti dès que Camille vous écrit."
    : "Votre téléphone ne le permet pas ici. Camille peut aussi vous avertir par SMS : choisissez-le à la page « Mon prêt ».";
});
document.getElementById("notification")?.addEventListener("change", (event) => {
  if (event.target.checked) ask();
});
if (thread || timeline) navigator.serviceWorker?.register("/sw.js").catch(() => {});
