"use strict";
// Everything works without this file: it only filters, lights up what belongs together, and opens what is folded.
(function () {
  var cards = Array.from(document.querySelectorAll(".card"));
  var filters = document.querySelector(".filters");

  function matches(card, select) {
    var wanted = select.value;
    return !wanted || card.dataset[select.dataset.filter].split(" ").includes(wanted);
  }

  if (filters) {
    var selects = Array.from(filters.querySelectorAll("select"));
    var output = filters.querySelector("output");
    var apply = function () {
      var shown = 0;
      cards.forEach(function (card) {
        card.hidden = !selects.every(function (select) { return matches(card, select); });
        if (!card.hidden) shown += 1;
      });
      document.querySelectorAll(".department").forEach(function (department) {
        department.classList.toggle("empty", !department.querySelector(".card:not([hidden])"));
      });
      var words = shown ? output.dataset.shown : output.dataset.none;
      output.textContent = words.replace("{n}", shown).replace("{all}", cards.length);
    };
    filters.hidden = false;
    filters.addEventListener("change", apply);
    apply();
  }

  function light(event) {
    var from = event.target.closest ? event.target.closest("[data-number]") : null;
    document.querySelectorAll(".lit").forEach(function (element) { element.classList.remove("lit"); });
    if (!from) return;
    document.querySelectorAll('[data-number="' + from.dataset.number + '"]').forEach(function (element) {
      element.classList.add("lit");
    });
  }
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);

  function reveal() {
    var target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (!target) return;
    if (target.matches(".card") && target.hidden && filters) {
      filters.querySelectorAll("select").forEach(function (select) { select.value = ""; });
      filters.dispatchEvent(new Event("change"));
      target.scrollIntoView();
    }
    for (var fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  // One picture over the other, and a slider between them; without this file they stand side by side.
  document.querySelectorAll(".versus figure").forEach(function (figure) {
    var pair = figure.querySelector(".pair");
    var label = figure.querySelector("label");
    var slide = function () { pair.style.setProperty("--at", label.querySelector("input").value + "%"); };
    pair.classList.add("over");
    label.hidden = false;
    label.addEventListener("input", slide);
    slide();
  });

  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    folded.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (fold) { fold.open = false; });
  });
})();
