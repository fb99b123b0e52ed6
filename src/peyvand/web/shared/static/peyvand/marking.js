// Words marked in the source's text go into the field below, with where they stand: offsets count code points.
(() => {
  "use strict";
  const text = document.getElementById("marking");
  const quote = document.getElementById("quote");
  const at = document.getElementById("at");
  if (!text || !quote || !at) return;

  const take = () => {
    const marked = getSelection();
    if (!marked.rangeCount || marked.isCollapsed) return;
    const range = marked.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const led = words.length - words.trimStart().length;
    if (!words.trim()) return;
    quote.value = words.trim();
    at.value = [...(before.toString() + words.slice(0, led))].length;
  };

  document.addEventListener("selectionchange", take);
  // Whoever types the words afterwards means wherever they stand first.
  quote.addEventListener("input", () => { at.value = ""; });
})();
