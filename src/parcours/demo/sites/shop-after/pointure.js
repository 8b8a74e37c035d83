// Says whether the size that was asked for is in stock; the form brings it as ?pointure=38.
const asked = new URLSearchParams(location.search).get("pointure");
const size = Number(asked);
if (asked) {
  document.getElementById("taille").value = asked;
  document.getElementById("reponse").textContent =
    size >= 36 && size <= 41
      ? `La pointure ${size} est disponible, envoyée demain.`
      : size === 35 || size === 42 || size === 43
        ? `La pointure ${size} est faite sur commande, en dix jours.`
        : "Nous chaussons du 35 au 43 : indiquez une pointure entre les deux.";
}
