import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { chooseVoice, createVoice } from "../../player/voice.js";

const T = 1_800_000_000_000;

/**
 * @param {string} lang @param {Partial<SpeechSynthesisVoice>} [more]
 * @returns {SpeechSynthesisVoice}
 */
function voiceOf(lang, more = {}) {
  return { lang, name: lang, voiceURI: lang, localService: true, default: false, ...more };
}

class FakeUtterance {
  voice = null;
  lang = "";
  volume = 1;
  onstart = () => {};
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

class FakeSpeech extends EventTarget {
  /** @type {FakeUtterance[]} */
  said = [];
  speaking = false;
  pending = false;
  cancels = 0;
  voices = [voiceOf("en-GB"), voiceOf("de-DE")];
  getVoices() {
    return this.voices;
  }
  /** @param {FakeUtterance} utterance */
  speak(utterance) {
    this.said.push(utterance);
    this.speaking = true;
  }
  cancel() {
    this.cancels += 1;
    this.speaking = false;
  }
}

/** @param {string} [language] */
function room(language = "en") {
  const speech = new FakeSpeech();
  let now = T;
  const voice = createVoice(
    /** @type {any} */ (speech),
    /** @type {any} */ (FakeUtterance),
    language,
    () => now,
  );
  return {
    speech,
    voice,
    get texts() {
      return speech.said.map(({ text }) => text);
    },
    /** @param {number} ms */
    pass(ms) {
      now += ms;
      mock.timers.tick(ms);
    },
    /** @param {number} ms of a page whose timers sleep */
    sleep(ms) {
      now += ms;
    },
  };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

test("says a phrase once its sound is over, in a voice of the language", () => {
  const { voice, speech, texts, pass } = room();
  voice.say("Left leg.");
  assert.deepEqual(texts, []);
  pass(1000);
  assert.equal(speech.said[0]?.text, "Left leg.");
  assert.equal(speech.said[0]?.lang, "en-GB");
  assert.equal(speech.said[0]?.voice, speech.voices[0]);
});

test("a phrase gives way to the next, said or not", () => {
  const r = room();
  r.voice.say("Hold.");
  r.pass(100);
  r.voice.say("Relax.");
  r.pass(1000);
  assert.deepEqual(r.texts, ["Relax."]);
  r.voice.say("Hold.");
  assert.equal(r.speech.cancels, 1);
  r.pass(1000);
  assert.deepEqual(r.texts, ["Relax.", "Hold."]);
});

test("a moment with nothing to say silences what was said of the last", () => {
  const r = room();
  r.voice.say("Hold.");
  r.pass(1000);
  r.voice.say("");
  r.pass(1000);
  assert.deepEqual([r.texts, r.speech.cancels], [["Hold."], 1]);
});

test("a pause silences it, and takes back what is to come", () => {
  const r = room();
  r.voice.say("Hold.");
  r.voice.stop();
  r.pass(1000);
  assert.deepEqual(r.texts, []);
});

test("an engine that is silent isn't cancelled: some would drop the next phrase", () => {
  const r = room();
  r.voice.stop();
  r.voice.say("Hold.");
  assert.equal(r.speech.cancels, 0);
});

test("nothing is said late: after a sleep, on a late return, or by a slow engine", () => {
  const r = room();
  r.voice.say("Hold.");
  r.sleep(2000);
  r.pass(600);
  r.voice.say("Hold.", 1200);
  r.pass(1000);
  assert.deepEqual(r.texts, []);

  r.voice.say("Relax.");
  r.pass(600);
  const [slow] = r.speech.said;
  r.sleep(1000);
  slow?.onstart();
  assert.equal(r.speech.cancels, 1);
  r.voice.say("Hold.");
  r.pass(600);
  r.speech.said[1]?.onstart();
  assert.equal(r.speech.cancels, 1);
});

test("a slow engine that begins an old phrase doesn't silence the new one", () => {
  const r = room();
  r.voice.say("Hold.");
  r.pass(600);
  r.voice.say("Relax.");
  const { cancels } = r.speech;
  r.pass(2000);
  r.speech.said[0]?.onstart();
  assert.equal(r.speech.cancels, cancels);
});

test("a tap primes it once, inaudibly, and only where it is wanted", () => {
  const r = room();
  r.voice.set({ voice: "off", volume: 1, muted: false });
  r.voice.prime();
  assert.equal(r.speech.said.length, 0);
  r.voice.set({ voice: "brief", volume: 1, muted: false });
  r.voice.prime();
  r.voice.prime();
  assert.equal(r.speech.said.length, 1);
  assert.equal(r.speech.said[0]?.volume, 0);
});

test("off and muted are silent at once; the volume counts from the next phrase", () => {
  const r = room();
  r.voice.set({ voice: "full", volume: 0.3, muted: false });
  r.voice.say("Hold.");
  r.pass(600);
  assert.equal(r.speech.said[0]?.volume, 0.3);
  r.voice.set({ voice: "full", volume: 0.3, muted: true });
  assert.equal(r.speech.cancels, 1);
  r.voice.say("Relax.");
  r.voice.set({ voice: "off", volume: 0.3, muted: false });
  r.voice.say("Relax.");
  r.pass(1000);
  assert.equal(r.speech.said.length, 1);
});

test("voices may come late", () => {
  const r = room();
  r.speech.voices = [];
  assert.equal(r.voice.available(), false);
  r.speech.voices = [voiceOf("en-US")];
  assert.equal(r.voice.available(), true);
});

test("a voice that asks a server is none, nor is one of another language", () => {
  const remote = voiceOf("en-GB", { localService: false });
  assert.equal(chooseVoice([remote, voiceOf("de-DE")], "en-GB"), null);
  const r = room("fr");
  assert.equal(r.voice.available(), false);
  r.voice.prime();
  r.voice.say("Tenez.");
  r.pass(1000);
  assert.deepEqual(r.texts, []);
});

test("the best voice: of the region, a usable one, the person's own", () => {
  const joke = voiceOf("en-GB", { voiceURI: "com.apple.speech.synthesis.voice.Albert" });
  const robot = voiceOf("en-GB", { voiceURI: "com.apple.eloquence.en-GB.Rocko" });
  const daniel = voiceOf("en-GB", { voiceURI: "com.apple.voice.compact.en-GB.Daniel" });
  const samantha = voiceOf("en-US", { voiceURI: "com.apple.voice.compact.en-US.Samantha", default: true });
  assert.equal(chooseVoice([joke, robot, samantha, daniel], "en-GB"), daniel);
  assert.equal(chooseVoice([joke, robot, daniel, samantha], "en"), samantha);
  assert.equal(chooseVoice([joke, samantha], "en-GB"), samantha);
  assert.equal(chooseVoice([joke], "en-GB"), joke);
  const android = voiceOf("de_AT");
  assert.equal(chooseVoice([voiceOf("de-DE"), android], "de-AT"), android);
  assert.equal(chooseVoice([voiceOf("den-XX")], "de"), null);
});

test("without speech, or with an engine that fails, there is silence and no error", () => {
  const failing = new Proxy(
    { speaking: true },
    { get: (_, name) => (name === "speaking" ? true : () => { throw new Error("no"); }) },
  );
  for (const speech of [undefined, failing, { getVoices: () => null }]) {
    for (const Utterance of [undefined, FakeUtterance]) {
      const voice = createVoice(/** @type {any} */ (speech), /** @type {any} */ (Utterance), "en", () => T);
      assert.equal(voice.available(), false);
      voice.prime();
      voice.say("Hold.");
      mock.timers.tick(1000);
      voice.stop();
    }
  }
});
