// Sets the reader's choice of light or dark before the page is drawn.
(function () {
  "use strict";
  try {
    const choice = localStorage.getItem("reviewfolio-theme");
    if (choice === "dark" || choice === "light") document.documentElement.dataset.theme = choice;
  } catch (e) {
    // Without storage the system's setting holds.
  }
})();
