// What a person can choose for the timer: a form in the player. Each change counts at once.

import { PACES, withHold } from "./preferences.js";
import { clamp, holdKey } from "./course.js";
import { find, partsOf } from "./screen.js";
import { fill } from "../fill.js";

/** @typedef {import("./course.js").Phase} Phase */
/** @typedef {import("./preferences.js").Preferences} Preferences */

/**
 * @typedef {Readonly<{seconds: string, limits: string}>} Words with {n}, and with {low} and {high}
 * @typedef {Readonly<{sound: boolean, voice: boolean, buzz: boolean, silence: boolean}>} Abilities of the browser
 */

const FLAGS = /** @type {const} */ (["muted", "buzz", "throughSilence"]);
const CHOICES = /** @type {const} */ (["counting", "voice", "away"]);

/**
 * @param {HTMLFormElement} form
 * @param {Words} words
 * @param {() => Preferences} preferences
 * @param {(preferences: Preferences) => void} onChange to be followed by refresh()
 */
export function bindOptions(form, words, preferences, onChange) {
  const [hold, pace] = ["hold", "pace"].map((name) => stepper(form, name));
  const part = partsOf(form);
  const hide = (/** @type {string} */ name, /** @type {boolean} */ isHidden) =>
    void (part(name).hidden = isHidden);
  /** @type {Phase | null} the one whose length one can change */
  let held = null;
  let usualPace = 0;
  let hasPace = false;

  function change(/** @type {Partial<Preferences>} */ news) {
    onChange(Object.freeze({ ...preferences(), ...news }));
  }

  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, type, value, checked } = target;
    if (type === "checkbox") change({ [name]: checked });
    else if (type === "range") change({ [name]: Number(value) / 100 });
    else if (name !== "felt") change({ [name]: value });
  });

  hold?.on((step) => {
    if (!held?.hold) return;
    const seconds = clamp(secondsOf(held) + step * stepOf(held.hold), held.hold);
    onChange(withHold(preferences(), holdKey(held), seconds));
  });
  pace?.on((step) => change({ pace: clamp(paceNow() + step, PACES) }));

  const secondsOf = (/** @type {Phase} */ phase) =>
    preferences().holds[holdKey(phase)] ?? phase.seconds;
  const paceNow = () => preferences().pace ?? usualPace;

  function show() {
    const chosen = preferences();
    for (const name of FLAGS) input(form, name).checked = chosen[name];
    for (const name of CHOICES) {
      const wanted = form.querySelector(`[name="${name}"][value="${chosen[name]}"]`);
      if (wanted instanceof HTMLInputElement) wanted.checked = true;
    }
    input(form, "volume").value = String(chosen.volume * 100); // Told to who can't see it.
    if (held?.hold) hold?.show(words.seconds, secondsOf(held), held.hold, limits(held.hold));
    pace?.show(words.seconds, paceNow(), PACES, "");
    pace?.hide(!hasPace || chosen.counting === "done");
  }

  const limits = (/** @type {[number, number]} */ [low, high]) => fill(words.limits, { low, high });

  return {
    /**
     * @param {readonly Phase[]} phases
     * @param {number} index where the session is
     * @param {Abilities} abilities
     */
    fill(phases, index, abilities) {
      held = phases.slice(index).find((phase) => holdKey(phase)) ?? null;
      const counted = phases.find((phase) => phase.counted);
      usualPace = counted?.seconds ?? 0;
      hasPace = Boolean(counted);
      hold?.hide(!held);
      hide("counting", !counted);
      hide("sound", !abilities.sound && !abilities.voice);
      hide("soundless", abilities.sound);
      hide("voiceless", abilities.voice);
      hide("buzz", !abilities.buzz);
      hide("silence", !abilities.silence || !abilities.sound);
      show();
    },
    /** Shows what is chosen now. */
    refresh: show,
  };
}

/** @param {readonly [number, number]} range @returns {number} seconds */
function stepOf([low, high]) {
  return high - low > 10 ? 5 : 1;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function stepper(form, name) {
  const field = find(form, `[data-stepper="${name}"]`, HTMLElement);
  const part = partsOf(field);
  const [value, less, more, limits] = [part("value"), part("less"), part("more"), part("limits")];
  return {
    /** @param {(step: number) => void} press */
    on(press) {
      less.addEventListener("click", () => press(-1));
      more.addEventListener("click", () => press(1));
    },
    /**
     * @param {string} text with {n}
     * @param {number} n
     * @param {readonly [number, number]} range of n
     * @param {string} says what is to be said of the range
     */
    show(text, n, [low, high], says) {
      value.textContent = fill(text, { n });
      less.ariaDisabled = String(n <= low);
      more.ariaDisabled = String(n >= high);
      limits.textContent = says;
      limits.hidden = !says;
    },
    /** @param {boolean} isHidden */
    hide(isHidden) {
      field.hidden = isHidden;
    },
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function input(form, name) {
  return find(form, `[name="${name}"]`, HTMLInputElement);
}
