// Search by keys: "/" leads to the field, arrows through what is suggested, Escape back. All works without this, by Tab.
(() => {
  "use strict";
  const field = document.getElementById("q");
  const box = document.getElementById("suggested");
  if (!field || !box) return;
  const links = () => [...box.querySelectorAll("a")];
  const away = () => { box.replaceChildren(); };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
  field.form.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === "Escape" && all.length) {
      event.preventDefault();
      away();
      field.focus();
    } else if (event.key === "ArrowDown" && all.length && (at >= 0 || event.target === field)) {
      event.preventDefault();
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (all[at - 1] || field).focus();
    }
  });
  document.addEventListener("click", (event) => { if (!field.form.contains(event.target)) away(); });
})();
