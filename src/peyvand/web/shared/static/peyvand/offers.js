// A field that names where to ask gets its list filled while somebody types: the list works without this, only shorter.
(() => {
  "use strict";
  const LEAST = 2, WAIT = 150;
  document.querySelectorAll("input[data-offers][list]").forEach((field) => {
    const list = document.getElementById(field.getAttribute("list"));
    let waiting = 0, asked = "";
    const ask = async (tries = 2) => {
      const letters = field.value.trim();
      if (letters.length < LEAST || letters === asked) return;
      asked = letters;
      const answer = await fetch(`${field.dataset.offers}?q=${encodeURIComponent(letters)}`, { credentials: "same-origin" });
      // A slower answer to what was typed before must not take the place of a newer one.
      if (asked !== letters) return;
      if (answer.ok) {
        list.innerHTML = await answer.text();
        return;
      }
      // A server that was busy is asked once more; after that, by the next letter.
      asked = "";
      if (tries > 1) waiting = setTimeout(ask, WAIT, tries - 1);
    };
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, WAIT);
    });
  });
})();
