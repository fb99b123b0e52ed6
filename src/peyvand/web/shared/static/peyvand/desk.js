// Keys of the desk, while a card has the focus: a ccept, r eject, c orrect, u ndo, t ext, j and k to move.
// Shift with a, r or u is for the source as a whole, [ and ] for the page before and after.
// The physical key counts, so that they are the same under a Persian layout.
(() => {
  "use strict";
  const cards = () => [...document.querySelectorAll(".card")];
  const focused = () => document.activeElement && document.activeElement.closest(".card");

  const show = (card, { near = false } = {}) => {
    const anchor = card.dataset.anchor;
    document.querySelectorAll("mark.lit").forEach((mark) => mark.classList.remove("lit"));
    const marks = document.querySelectorAll(`mark[data-under~="${anchor}"]`);
    marks.forEach((mark) => mark.classList.add("lit"));
    const panel = document.querySelector(".desk-text");
    if (marks.length && panel.scrollHeight > panel.clientHeight + 4) {
      panel.scrollTop += marks[0].getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
    } else if (marks.length && near) {
      marks[0].scrollIntoView({ block: "center" });
    }
  };

  const move = (card, step) => {
    const all = cards();
    const next = all[all.indexOf(card) + step];
    if (next) next.focus();
  };

  const press = (card, key) => {
    const control = card.querySelector(`[data-key="${key}"]`);
    if (!control) return;
    control.click();
    const reason = key === "r" && card.querySelector(".rejecting input[name=reason]");
    if (reason && card.querySelector(".rejecting").open) reason.focus();
  };

  const pressWhole = (key) => {
    const control = document.querySelector(`[data-whole="${key}"]`);
    if (!control) return;
    control.click();
    const reason = control.closest("details") && control.closest("details").querySelector("input[name=reason]");
    if (reason && control.closest("details").open) reason.focus();
    else control.focus();
  };

  const turn = (way) => {
    const link = document.querySelector(`.pages a[rel="${way}"]`);
    if (link) link.click();
  };

  document.addEventListener("keydown", (event) => {
    const card = focused();
    if (!card || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches("input, textarea, select")) {
      if (event.key === "Escape") card.focus();
      return;
    }
    const key = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
    if (event.code === "BracketLeft" || event.code === "BracketRight") turn(event.code === "BracketLeft" ? "prev" : "next");
    else if (event.shiftKey && ["a", "r", "u"].includes(key)) pressWhole(key);
    else if (event.shiftKey) return;
    else if (key === "j" || key === "k") move(card, key === "j" ? 1 : -1);
    else if (key === "t") show(card, { near: true });
    else if (["a", "r", "c", "u"].includes(key)) press(card, key);
    else return;
    event.preventDefault();
  });

  document.addEventListener("focusin", () => {
    const card = focused();
    if (card) show(card);
  });

  const follow = () => {
    const card = location.hash.startsWith("#card-") && document.querySelector(location.hash);
    if (card) card.focus();
  };
  window.addEventListener("hashchange", follow);
  follow();

  // A judged card gives the focus to the next that waits; one that came back with a fault keeps it.
  document.addEventListener("htmx:afterSwap", (event) => {
    const judged = document.getElementById(event.detail.elt.id);
    if (!judged || !judged.matches(".card")) return;
    const all = cards();
    const rest = all.slice(all.indexOf(judged) + 1).concat(all);
    const next = judged.querySelector(".notice.fault") ? judged : rest.find((card) => "waits" in card.dataset);
    (next || judged).focus();
  });
})();
