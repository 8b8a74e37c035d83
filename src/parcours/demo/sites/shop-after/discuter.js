// The chat of the shop: Élise answers after a moment. In the demo she always says the same, and nothing leaves the phone.
const bubble = document.getElementById("discuter");
const chat = document.getElementById("discussion");
const thread = document.getElementById("fil");
const form = document.getElementById("ecrire");
const field = document.getElementById("mot");

const show = (open) => {
  chat.hidden = !open;
  bubble.hidden = open;
  bubble.setAttribute("aria-expanded", String(open));
  document.documentElement.style.overflow = open ? "hidden" : "";
  (open ? field : bubble).focus();
};
bubble.addEventListener("click", () => show(true));
document.getElementById("fermer").addEventListener("click", () => show(false));
chat.addEventListener("keydown", (event) => event.key === "Escape" && show(false));

const say = (who, words) => {
  const line = document.createElement("li");
  const name = document.createElement("b");
  const text = document.createElement("p");
  name.textContent = who;
  text.textContent = words;
  line.append(name, text);
  thread.append(line);
  line.scrollIntoView({ block: "nearest" });
};
form.addEventListener("submit", (event) => {
  event.preventDefault();
  say("Vous", field.value);
  form.reset();
  setTimeout(() => say("Automatique", "Votre message est bien arrivé."), 200);
  setTimeout(() => say("Élise", "La Lison taille juste : prenez votre pointure de ville, et nous l’échangeons si elle serre."), 1500);
});
