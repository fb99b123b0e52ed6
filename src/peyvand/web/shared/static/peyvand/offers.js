// A field that names where to ask gets its list filled while somebody types: the list works without this, only shorter.
(() => {
  "use strict";
  const LEAST = 2, WAIT = 150;
  document.querySelectorAll("input[data-offers][list]").forEach((field) => {
    const list = document.getElementById(field.getAttribute("list"));
    let waiting = 0, asked = "";
    const ask = async () => {
      const letters = field.value.trim();
      if (letters.length < LEAST || letters === asked) return;
      asked = letters;
      const answer = await fetch(`${field.dataset.offers}?q=${encodeURIComponent(letters)}`, { credentials: "same-origin" });
      // A slower answer to what was typed before must not take the place of a newer one.
      if (answer.ok && asked === letters) list.innerHTML = await answer.text();
    };
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, WAIT);
    });
  });
})();
