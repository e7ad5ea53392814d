// Says what to do, with a voice of the person's own device: one that asks a server would tell
// others what somebody does on their mat. Nobody has to hear it to follow along.
//
// Engines have their ways. iOS speaks only after it has spoken inside a tap. Some forget a phrase
// that follows a cancelled one at once, or one that the page no longer holds. Their lists of
// voices come late, and Apple's begin with joke voices.

/** @typedef {import("../clock.js").Clock} Clock */

/** @typedef {Readonly<{voice: "off" | "brief" | "full", volume: number, muted: boolean}>} Wishes */

/**
 * @typedef {object} Voice
 * @property {() => boolean} available whether there is a voice for the page's language. The list
 *   may come late: to be asked again.
 * @property {() => void} prime To be called inside the tap.
 * @property {(text: string, late?: number) => void} say Instead of what is being said; nothing
 *   where the text is empty. `late`: for how many milliseconds it has been true. The sound that
 *   goes with it is let go first.
 * @property {() => void} stop
 * @property {(wishes: Wishes) => void} set
 */

/** As long as the longest sound that goes with a phrase, nearly. */
const SOUND_MS = 600;
const LATE_MS = 1500;

/**
 * @param {SpeechSynthesis | undefined} speech
 * @param {typeof SpeechSynthesisUtterance | undefined} Utterance
 * @param {string} language the page's
 * @param {Clock} now
 * @returns {Voice}
 */
export function createVoice(speech, Utterance, language, now) {
  /** @type {Wishes} */
  let wishes = { voice: "brief", volume: 1, muted: false };
  let isPrimed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {SpeechSynthesisUtterance | null} */
  let phrase = null;

  const voice = () => tried(() => chooseVoice(speech?.getVoices() ?? [], language)) ?? null;
  const available = () => Boolean(Utterance && voice());
  const speaks = () => wishes.voice !== "off" && !wishes.muted && available();

  function prime() {
    if (isPrimed || !speaks()) return;
    isPrimed = true;
    utter(" ", 0);
  }

  /** @type {Voice["say"]} */
  function say(text, late = 0) {
    const moment = now() - late;
    stop();
    if (!text || !speaks()) return;
    timer = setTimeout(() => {
      const isLate = () => now() - moment > LATE_MS;
      if (isLate()) return;
      const said = utter(text, wishes.volume);
      if (said) said.onstart = () => void (isLate() && said === phrase && stop());
    }, SOUND_MS);
  }

  /**
   * @param {string} text
   * @param {number} volume
   * @returns {SpeechSynthesisUtterance | null}
   */
  function utter(text, volume) {
    const chosen = voice();
    if (!speech || !Utterance || !chosen) return null;
    phrase = tried(() => {
      const made = new Utterance(text);
      Object.assign(made, { voice: chosen, lang: chosen.lang, volume });
      speech.speak(made);
      return made;
    });
    return phrase;
  }

  function stop() {
    clearTimeout(timer);
    phrase = null;
    tried(() => {
      if (speech?.speaking || speech?.pending) speech.cancel();
    });
  }

  /** @type {Voice["set"]} */
  function set(wanted) {
    wishes = wanted;
    if (!speaks()) stop();
  }

  return { available, prime, say, stop, set };
}

/**
 * @param {readonly SpeechSynthesisVoice[]} voices
 * @param {string} language such as "en" or "en-GB"
 * @returns {SpeechSynthesisVoice | null} one on this device: best of the same region, the person's
 *   own choice, and not one of Apple's joke voices or its oldest ones
 */
export function chooseVoice(voices, language) {
  const [wanted, spoken] = [tag(language), tag(language).split("-")[0]];
  /** @param {SpeechSynthesisVoice} voice */
  const merit = ({ lang, voiceURI, default: isDefault }) =>
    (/eloquence|speech\.synthesis/.test(voiceURI) ? 0 : 4) +
    (tag(lang) === wanted ? 2 : 0) +
    (isDefault ? 1 : 0);
  const fit = voices.filter(
    ({ lang, localService }) => localService && tag(lang).split("-")[0] === spoken,
  );
  return fit.sort((one, other) => merit(other) - merit(one))[0] ?? null;
}

/** @param {string} language as Android writes it too: en_GB */
function tag(language) {
  return language.replace("_", "-").toLowerCase();
}

/**
 * @template T
 * @param {() => T} attempt
 * @returns {T | null} null where the engine refuses
 */
function tried(attempt) {
  try {
    return attempt();
  } catch {
    return null;
  }
}
