/** @type {(() => void)[]} */
let waiting = [];
let pressed = false;

function release() {
  pressed = false;
  // The click comes after the release.
  setTimeout(() => {
    const actions = waiting;
    waiting = [];
    for (const action of actions) action();
  });
}

addEventListener(
  "pointerdown",
  () => {
    pressed = true;
  },
  true,
);
addEventListener("pointerup", release, true);
addEventListener("pointercancel", release, true);

/**
 * Does something that may move the page, but not between the press and the release of a button: what is pressed would slip away.
 * @param {() => void} action
 */
export function afterPress(action) {
  if (pressed) waiting.push(action);
  else action();
}
