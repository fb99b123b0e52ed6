// A long import goes on by itself, stretch by stretch, until the page is left; without this its button does the same.
(() => {
  "use strict";
  const button = document.querySelector("form[data-go-on] button");
  if (button) setTimeout(() => button.click(), 300);
})();
