// The player: hands what a person does to the session, and what is then true to screen, sound,
// voice and all that a browser has. Nothing else knows all of them.

import { untilNextSecond } from "../clock.js";
import { soon } from "../soon.js";
import { chosen } from "./course.js";
import { bindEnd, gist } from "./end.js";
import { createKeeping } from "./keeping.js";
import { momentOf } from "./log.js";
import { bindControls } from "./controls.js";
import { moments } from "./moments.js";
import { bindOptions } from "./options.js";
import { bindPanels } from "./panels.js";
import { readPreferences } from "./preferences.js";
import { remarks } from "./remarks.js";
import { createScreen, find, partsOf } from "./screen.js";
import * as session from "./session.js";
import { createTelling } from "./telling.js";

/** @typedef {import("../clock.js").Clock} Clock */
/** @typedef {import("./awake.js").Wakefulness} Wakefulness */
/** @typedef {import("./course.js").Phase} Phase */
/** @typedef {import("./preferences.js").Preferences} Preferences */
/** @typedef {import("./session.js").Press} Press */
/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./session.js").View} View */
/** @typedef {import("./store.js").Store} Store */

/**
 * What there is to play. `key` tells it from others of the guide, and is empty where nothing is to
 * be kept of it; `title` is what the diary calls it.
 * @typedef {Readonly<{key: string, title: string, phases: readonly Phase[]}>} Course
 */

/**
 * @typedef {Readonly<{
 *   words: Words, now: Clock, today: () => Date, store: Store,
 *   pictureOf: (sight: import("./pictures.js").Sight) => Element[], warnings: () => Element[],
 *   phrases: import("./phrases.js").Phrases, cues: import("./cues.js").Cues,
 *   voice: import("./voice.js").Voice, buzz: import("./buzz.js").Buzz,
 *   awake: (tell: (state: Wakefulness) => void) => import("./awake.js").Awake,
 * }>} Tools
 */

/**
 * @typedef {import("./words.js").Words & import("./options.js").Words
 *   & import("./remarks.js").Words & Readonly<{carry_on: string, carry_on_ask: string}>} Words
 */

/** Longer between two looks than this, and the machine was asleep: a page in sight looks at each
 * second. */
const ASLEEP_MS = 5000;
/** A sound device may need so long to wake up. */
const WAKING_MS = 1500;

/**
 * @param {HTMLDialogElement} dialog as templates/parts/player.html makes it
 * @param {Tools} tools
 */
export function createPlayer(dialog, tools) {
  const { words, now, today, store, phrases, cues, voice, buzz } = tools;
  const { page = "" } = dialog.dataset;
  const pageTitle = dialog.ariaLabel;
  const part = partsOf(dialog);
  const [main, mute, longer] = [part("main"), part("mute"), part("longer")];
  const screen = createScreen(dialog, tools.pictureOf);
  const keeping = createKeeping(store, today, page, phrases.nameOf);
  const telling = createTelling(screen.say, phrases, voice, buzz);
  const end = bindEnd(part("end"), store);
  const form = find(dialog, "[data-options]", HTMLFormElement);
  const options = bindOptions(form, words, () => preferences, prefer);
  const panels = bindPanels(
    [
      { panel: form, opener: part("settings"), fill: fillOptions },
      {
        panel: part("stop"),
        opener: part("stops"),
        fill: (ran) => {
          part("hurts-now").hidden = ran; // Whoever only wants to read has no pain.
          part("warnings").replaceChildren(...tools.warnings());
        },
      },
    ],
    () => {
      const ran = isRunning();
      if (ran) act(session.pause);
      return ran;
    },
    () => act(session.start),
  );
  const awake = tools.awake((state) => {
    goesDark = state === "none" || state === "refused";
    remark();
  });

  let preferences = readPreferences(store.get("preferences"));
  /** @type {Course | null} */
  let course = null;
  /** @type {Session} */
  let current;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let alarm;
  let seen = 0;
  let goesDark = false;
  /** When it began to run; 0 while it doesn't. */
  let since = 0;
  /** Whether it stands where it was left, and nothing was pressed since. */
  let isCarriedOn = false;

  const look = () => session.view(current, now());
  const isRunning = () => course !== null && look().state === "running";
  const upcoming = () => moments(session.changes(current, now()));

  /** @param {Course} wanted runs at once, where nothing of it is left to carry on */
  function open(wanted) {
    preferences = readPreferences(store.get("preferences"));
    course = wanted;
    const left = leftOf(wanted);
    isCarriedOn = left !== null;
    current = left ?? session.start(fresh(wanted), now());
    since = 0;
    telling.forget();
    seen = now();
    end.hide();
    panels.close();
    obey();
    if (!isCarriedOn) {
      cues.ready(); // Both need the tap.
      voice.prime();
    }
    // The less is done in a tap, the sooner a slow phone answers it.
    soon(() => {
      dialog.ariaLabel = wanted.title || pageTitle;
      draw(look()); // Before it is seen, so that it is laid out once.
      soon(show);
    });
  }

  /** First its ground and its keys, then all else. */
  function show() {
    if (!course || dialog.open) return;
    main.autofocus = true; // Nothing else gets the focus in between.
    dialog.toggleAttribute("data-opens", true);
    dialog.showModal();
    soon(() => {
      dialog.toggleAttribute("data-opens", false);
      follow();
      if (isCarriedOn) screen.say(words.carry_on_ask);
    });
  }

  const fresh = (/** @type {Course} */ { phases }) => fitted(session.create(phases));
  /** What there is of this course to carry on. */
  const leftOf = (/** @type {Course} */ wanted) => keeping.takeUp(wanted, () => fresh(wanted));

  /** @param {Session} of whose holds, pace and manner of counting become the person's own */
  function fitted(of) {
    const waits = preferences.counting === "done";
    const phases = phrases.unhurried(chosen(of.phases, preferences), preferences.voice);
    return session.adapt(of, now(), phases, waits);
  }

  /** @param {Press} press */
  function act(press) {
    isCarriedOn = false;
    current = press(current, now());
    follow();
  }

  /** Makes all agree with the session, in which a person has changed something. */
  function follow() {
    if (!course) return;
    const runs = isRunning();
    if (runs) {
      if (!since) voice.prime();
      if (!since) dialog.dispatchEvent(new Event("plays"));
      since ||= now();
      cues.play(upcoming);
    } else {
      since = 0;
      cues.stop();
      voice.stop();
    }
    awake.keep(runs);
    update();
    remember();
  }

  /** Shows what is true now, and looks again when the next second begins. */
  function update() {
    if (!course) return;
    sleepIfAsked();
    const view = look();
    draw(view);
    remark();
    const isNews = !isCarriedOn && telling.tell(view, current.phases, preferences, upcoming());
    if (isNews) remember();
    if (isNews && view.state === "done") finish();
    cues.sync();
    clearTimeout(alarm);
    if (view.state === "running") alarm = setTimeout(update, untilNextSecond(view.left));
    seen = now();
  }

  /** @param {View} view */
  function draw(view) {
    const texts = phrases.texts(view, current.phases);
    const step = isCarriedOn ? [words.carry_on_ask] : texts.step;
    screen.draw(view, { ...texts, step }, phrases.sights(view, current.phases));
    dialog.toggleAttribute("data-asks", isCarriedOn);
    longer.ariaDisabled = String(!session.canExtend(view));
  }

  /** Says what the browser doesn't do, as long as it runs. */
  function remark() {
    const isSilent = cues.isBlocked() && now() - since > WAKING_MS;
    const lacks = { sound: !cues.available, tap: isSilent, light: goesDark };
    screen.note(phrases.beyond(look()) || (isRunning() ? remarks(lacks, words) : ""));
  }

  /** Whoever wants a pause while away gets one too where nobody told the page that it slept. */
  function sleepIfAsked() {
    const wantsPause = preferences.away === "pause" && now() - seen > ASLEEP_MS;
    if (wantsPause && session.view(current, seen).state === "running") {
      current = session.pause(current, seen);
      cues.stop();
      awake.keep(false);
    }
  }

  function finish() {
    awake.keep(false);
    const { seconds, held, exercises } = gist(session.completed(current, now()));
    // Nobody may have looked when it was over.
    const ended = new Date(today().getTime() - Math.max(0, now() - current.ends));
    const title = course?.title ?? "";
    const news = { ...momentOf(ended), page, title, seconds, done: exercises };
    const counts = course?.key && held.length > 0;
    end.show(phrases.end(seconds, held), counts ? news : null, held.length > 0);
  }

  function remember() {
    if (course) keeping.keep(course, current, now());
  }

  /** @param {Preferences} wanted */
  function prefer(wanted) {
    const { volume, muted } = preferences;
    const isLouder = !wanted.muted && (muted || wanted.volume !== volume);
    preferences = wanted;
    store.set("preferences", wanted);
    obey();
    options.refresh();
    current = fitted(current);
    follow();
    const asked = now();
    if (isLouder && !isRunning()) cues.play(() => [{ after: asked - now(), sound: "start" }]);
  }

  /** Makes what the browser does agree with what the person chose. */
  function obey() {
    cues.set(preferences);
    voice.set(preferences);
    mute.setAttribute("aria-pressed", String(preferences.muted));
  }

  function fillOptions() {
    options.fill(current.phases, look().index, {
      sound: cues.available,
      voice: voice.available(),
      buzz: buzz.available,
      silence: "audioSession" in navigator,
    });
  }

  /** @type {Record<import("./keys.js").Action, () => void>} */
  const actions = {
    main: () => act(mainPress(look())),
    back: () => act(session.back),
    again: () => act(session.again),
    skip: () => act(session.skip),
    longer: () => {
      act((of, time) => session.extend(of, time, 10));
      screen.say(phrases.beyond(look()));
    },
    mute: () => prefer(Object.freeze({ ...preferences, muted: !preferences.muted })),
    ask: () => screen.say(phrases.answer(look())),
  };

  // Whoever came by a link may have to touch the page before it may sound.
  const listens = () => course !== null && end.isHidden();
  bindControls(dialog, actions, { panels, listens, touched: cues.wake });
  part("once-more").addEventListener("click", () => {
    end.hide();
    telling.forget();
    act(session.start);
    main.focus();
  });
  part("afresh").addEventListener("click", () => {
    act((left, time) => (course ? session.start(fresh(course), time) : left));
    main.focus();
  });
  part("end-here").addEventListener("click", () => {
    course = null; // It hurts: nothing asks to carry on.
    store.remove("left");
    dialog.close();
  });
  dialog.addEventListener("close", () => {
    if (isRunning()) act(session.pause);
    course = null;
    clearTimeout(alarm);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && isRunning() && preferences.away === "pause") return act(session.pause);
    if (!document.hidden) cues.wake();
    update();
    remember();
  });
  addEventListener("pageshow", update);
  addEventListener("pagehide", remember);

  return {
    open,
    /** For when a press begins that may open it. */
    ready: cues.ready,
    isLeft: (/** @type {Course} */ wanted) => leftOf(wanted) !== null,
    /** For when another page of the guide begins to play. */
    pause: () => isRunning() && act(session.pause),
  };
}

/**
 * What the one large key does.
 * @param {View} view
 * @returns {Press}
 */
function mainPress({ state, waiting }) {
  if (state !== "running") return session.start;
  return waiting ? session.finish : session.pause;
}
