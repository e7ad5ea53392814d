// Which key does what while the player is open. Keys that a focused control needs are its own.

/** @typedef {"main" | "back" | "skip" | "longer" | "again" | "mute" | "ask"} Action */

/** @type {Readonly<Record<string, Action>>} */
const ACTIONS = {
  " ": "main",
  ArrowLeft: "back",
  ArrowRight: "skip",
  ArrowUp: "longer",
  ArrowDown: "again",
  m: "mute",
  M: "mute",
  t: "ask",
  T: "ask",
};

/**
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "repeat">} event
 * @param {{isButton: boolean, isField: boolean, isMirrored: boolean}} place where the focus is, and
 *   whether the page reads from right to left
 * @returns {Action | null} null where it is none of the player's business
 */
export function actionOf({ key, ctrlKey, altKey, metaKey, repeat }, { isButton, isField, isMirrored }) {
  if (ctrlKey || altKey || metaKey || repeat || isField) return null;
  if (key === " " && isButton) return null; // It presses the button.
  const action = ACTIONS[key] ?? null;
  if (!isMirrored || (action !== "back" && action !== "skip")) return action;
  return action === "back" ? "skip" : "back";
}
