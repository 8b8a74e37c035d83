"use strict";
// Everything can be read without this file: it filters, arranges, lights up what belongs together, copies, and
// opens what is folded. It listens to the document alone: a report may have thousands of elements.
(function () {
  var cards = Array.from(document.querySelectorAll(".card"));
  var home = new Map(cards.map(function (card) { return [card, card.parentElement]; }));
  var filters = document.querySelector(".filters");
  var search = filters && filters.querySelector('input[type="search"]');
  var arranged = document.querySelector(".arranged");
  var shortcuts = document.querySelector(".shortcuts");

  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }

  // Filters

  function words(card) {
    if (card.words === undefined) card.words = card.textContent.toLowerCase();
    return card.words;
  }

  function matches(card, selects, wanted) {
    return selects.every(function (select) {
      return !select.value || card.dataset[select.dataset.filter].split(" ").includes(select.value);
    }) && wanted.every(function (word) { return words(card).includes(word); });
  }

  function apply() {
    var selects = all("select", filters);
    var wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var output = filters.querySelector("output");
    var shown = 0;
    cards.forEach(function (card) {
      card.hidden = !matches(card, selects, wanted);
      if (!card.hidden) shown += 1;
    });
    all(".department").forEach(function (list) {
      list.classList.toggle("empty", !list.querySelector(".card:not([hidden])"));
    });
    var said = shown ? output.dataset.shown : output.dataset.none;
    output.textContent = said.replace("{n}", shown).replace("{all}", cards.length);
    filters.querySelector(".clear").disabled = shown === cards.length;
  }

  function clear() {
    all("select", filters).forEach(function (select) { select.value = ""; });
    search.value = "";
    apply();
  }

  // Arrangement: by department as it stands in the page, or in the order of one of the indexes at its end

  function list(line) {
    var section = document.createElement("section");
    var head = document.createElement("header");
    var title = document.createElement("h3");
    section.className = "department";
    title.append(line.querySelector(".name").cloneNode(true));
    head.append(title);
    section.append(head);
    return section;
  }

  function arrange(by) {
    cards.forEach(function (card) { home.get(card).append(card); });
    arranged.replaceChildren();
    arranged.hidden = by === "owner";
    if (by !== "owner") {
      all('.index[data-index="' + by + '"] > ul > li').forEach(function (line) {
        var theirs = cards.filter(function (card) { return card.dataset[by] === line.dataset.key; });
        if (!theirs.length) return;
        var section = list(line);
        section.append.apply(section, theirs);
        arranged.append(section);
      });
    }
    apply();
  }

  function by(value) {
    var radio = filters.querySelector('input[name="arranged"][value="' + value + '"]');
    if (!radio.checked) { radio.checked = true; arrange(value); }
  }

  if (filters) {
    filters.hidden = false;
    all("select", filters).forEach(function (select) { select.value = ""; });  // browsers keep what was chosen
    by("owner");
    filters.addEventListener("input", function (event) {
      if (event.target.name === "arranged") arrange(event.target.value); else apply();
    });
    filters.addEventListener("click", function (event) { if (event.target.closest(".clear")) clear(); });
    apply();
  }

  // What belongs together

  function light(event) {
    var from = event.target.closest ? event.target.closest("[data-number]") : null;
    all(".lit").forEach(function (element) { element.classList.remove("lit"); });
    if (!from) return;
    all('[data-number="' + from.dataset.number + '"]').forEach(function (element) { element.classList.add("lit"); });
  }
  // What scrolls under a mouse that rests is not what its owner looks at: the focus counts until the mouse moves.
  var rests = false;
  document.addEventListener("mouseover", function (event) { if (!rests) light(event); });
  document.addEventListener("mousemove", function (event) { if (rests) { rests = false; light(event); } });
  document.addEventListener("focusin", function (event) { rests = true; light(event); });

  // What a link leads to is never folded away or filtered out

  function reveal() {
    var target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (!target) return;
    if (filters && target.matches(".card") && target.hidden) clear();
    if (filters && target.matches(".department.empty")) { by("owner"); clear(); }
    if (target.matches("details")) target.open = true;
    for (var fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", function (event) {  // the same link twice changes no hash
    var link = event.target.closest ? event.target.closest('a[href^="#"]') : null;
    if (link && link.getAttribute("href") === location.hash) reveal();
  });
  reveal();

  // Copying. Where the browser has no clipboard to give (a page without TLS), the old way does it.

  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var field = document.createElement("textarea");
    field.value = text;
    field.className = "visually-hidden";
    document.body.append(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("no clipboard"));
  }

  function address(id) { return location.href.replace(/#.*$/, "") + "#" + id; }

  all(".copy").forEach(function (button) { button.hidden = false; });
  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest(".copy") : null;
    if (!button) return;
    copy(button.dataset.copyLink ? address(button.dataset.copyLink) : button.dataset.copy).then(function () {
      button.classList.add("done");
      document.querySelector(".told").textContent = document.querySelector(".told").dataset.copied;
      setTimeout(function () {
        button.classList.remove("done");
        document.querySelector(".told").textContent = "";
      }, 2000);
    }, function () { button.classList.add("failed"); });
  });

  // Single keys, which can be switched off: people who dictate would press them unawares

  function step(by) {
    var shown = cards.filter(function (card) { return !card.hidden; });
    shown.sort(function (a, b) { return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1; });
    var at = shown.indexOf(document.activeElement.closest(".card"));
    var card = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    if (!card) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
  }

  function toggle() {
    var card = document.activeElement.closest(".card");
    var fold = card && card.querySelector("details");
    if (fold) fold.open = !fold.open;
  }

  var keys = {
    j: function () { step(1); },
    k: function () { step(-1); },
    o: toggle,
    "/": function () { search.focus(); search.scrollIntoView({ block: "center" }); },
    Escape: clear,
  };

  if (filters && shortcuts) {
    var on = shortcuts.querySelector("input");
    shortcuts.hidden = false;
    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey || !on.checked || !keys[event.key]) return;
      if (event.target.matches("input:not([type=checkbox]), select, textarea") && event.key !== "Escape") return;
      event.preventDefault();
      keys[event.key]();
    });
  }

  // One picture over the other, and a slider between them; without this file they stand side by side.

  function slide(input) {
    input.closest("figure").querySelector(".pair").style.setProperty("--at", input.value + "%");
  }
  all(".versus figure").forEach(function (figure) {
    var label = figure.querySelector("label");
    figure.querySelector(".pair").classList.add("over");
    label.hidden = false;
    slide(label.querySelector("input"));
  });
  document.addEventListener("input", function (event) {
    if (event.target.matches(".versus input")) slide(event.target);
  });

  // On paper nothing is folded

  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = all("details:not([open])");
    folded.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (fold) { fold.open = false; });
  });
})();
