// Where the browser can run the calculator, what stands in for it is shown at once, in the place of the paper: nothing moves
// when the calculator has been unpacked. Whatever goes wrong on the way, the paper comes back.
function open() {
  var root = document.documentElement;
  var live = /** @type {HTMLElement} */ (/** @type {Element} */ (document.currentScript).previousElementSibling);
  root.className = "opening";
  live.hidden = false;
  addEventListener("error", () => {
    if (!root.className) return;
    root.className = "";
    live.hidden = true;
  });
}

if ("customElements" in window && "TextDecoder" in window) open();
