// Where what had the focus goes away, such as a row that is removed, the heading of its part takes the focus: else it
// falls to the top of the page, and a person with a keyboard or a screen reader begins anew.
let last = null;

addEventListener("focusin", ({ target }) => {
  last = { target, around: [target.closest("section"), document.querySelector("main")] };
});
addEventListener("focusout", ({ target }) => queueMicrotask(() => {
  // It is still there: the person left it on purpose.
  if (target.isConnected && last?.target === target) last = null;
}));
function recover() {
  if (!last || last.target.isConnected || document.activeElement !== document.body) return;
  const heading = last.around.find((one) => one?.isConnected)?.querySelector("h1, h2");
  last = null;
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

// A view that comes takes the focus itself, once it is painted.
const PAINTED = 100;
new MutationObserver(() => {
  if (last && !last.target.isConnected) setTimeout(recover, PAINTED);
}).observe(document.getElementById("page"), { childList: true, subtree: true });
