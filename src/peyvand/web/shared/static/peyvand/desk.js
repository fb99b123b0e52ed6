// Keys of the desk, while a card has the focus: a ccept, r eject, c orrect, u (take back), t ext, x (choose), z (undo),
// j and k to move. Shift with a, r or u is for the source as a whole, [ and ] for the page before and after.
// The physical key counts, so that they are the same under a Persian layout. They can be turned off.
(() => {
  "use strict";
  const STORED = "peyvand-keys";
  const cards = () => [...document.querySelectorAll(".card")];
  const focused = () => document.activeElement && document.activeElement.closest(".card");
  let on = localStorage.getItem(STORED) !== "off";

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

  const undo = () => {
    const control = document.querySelector("[data-undo]");
    if (control) control.click();
  };

  document.addEventListener("keydown", (event) => {
    const card = focused();
    if (!card || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) {
      if (event.key === "Escape") card.focus();
      return;
    }
    if (!on) return;
    const key = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
    if (event.code === "BracketLeft" || event.code === "BracketRight") turn(event.code === "BracketLeft" ? "prev" : "next");
    else if (event.shiftKey && ["a", "r", "u"].includes(key)) pressWhole(key);
    else if (event.shiftKey) return;
    else if (key === "j" || key === "k") move(card, key === "j" ? 1 : -1);
    else if (key === "t") show(card, { near: true });
    else if (key === "z") undo();
    else if (["a", "r", "c", "u", "x"].includes(key)) press(card, key);
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

  // Single keys can be turned off, for whoever speaks to the browser or presses keys by chance.
  const button = document.getElementById("keys-switch");
  const tell = () => {
    document.documentElement.toggleAttribute("data-no-keys", !on);
    if (button) button.setAttribute("aria-pressed", String(on));
  };
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      on = !on;
      localStorage.setItem(STORED, on ? "on" : "off");
      tell();
    });
  }
  tell();

  // Words marked in the text go along to the page where a statement on them is entered: offsets count code points.
  const text = document.querySelector(".desk-text[data-state]");
  const link = document.getElementById("state-link");
  const marked = document.getElementById("state-marked");

  // Where in the source a point of the page lies: from where its line begins. A control character is shown by its name.
  const offset = (node, at) => {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("p[data-at]");
    if (!line) return -1;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, at);
    const words = before.cloneContents();
    words.querySelectorAll(".control").forEach((one) => { one.textContent = "\u200e"; });
    return Number(line.dataset.at) + [...words.textContent].length;
  };

  if (text && link && marked) {
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      const range = chosen.rangeCount && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
      if (!range || !text.contains(range.commonAncestorContainer)) return;
      const [from, to] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
      if (from < 0 || to <= from) return;
      link.href = `${text.dataset.state}?at=${from}&until=${to}`;
      marked.hidden = false;
    });
  }
})();
