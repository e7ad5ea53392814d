import assert from "node:assert/strict";
import { test } from "node:test";
import { createAwake } from "../../player/awake.js";

class FakeLock extends EventTarget {
  isReleased = false;
  mayRelease = true;
  async release() {
    this.lose();
    if (!this.mayRelease) throw new Error("gone");
  }
  lose() {
    if (this.isReleased) return;
    this.isReleased = true;
    this.dispatchEvent(new Event("release"));
  }
}

class FakePage extends EventTarget {
  visibilityState = "visible";
}

function room() {
  /** @type {FakeLock[]} */
  const locks = [];
  /** @type {string[]} */
  const told = [];
  const page = new FakePage();
  const wakeLock = {
    refuses: false,
    async request() {
      await null;
      if (wakeLock.refuses || page.visibilityState !== "visible") throw new Error("NotAllowedError");
      const lock = new FakeLock();
      locks.push(lock);
      return lock;
    },
  };
  const awake = createAwake(/** @type {any} */ (wakeLock), /** @type {any} */ (page), (state) => told.push(state));
  return {
    awake,
    locks,
    told,
    wakeLock,
    get held() {
      return locks.filter(({ isReleased }) => !isReleased).length;
    },
    /** @param {"visible" | "hidden"} state */
    async turn(state) {
      page.visibilityState = state;
      if (state === "hidden") for (const lock of locks) lock.lose();
      page.dispatchEvent(new Event("visibilitychange"));
      await settled();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("keeps the screen on while it is wanted, with one lock however often one asks", async () => {
  const r = room();
  r.awake.keep(true);
  r.awake.keep(true);
  await settled();
  r.awake.keep(true);
  await settled();
  assert.equal(r.locks.length, 1);
  r.awake.keep(false);
  await settled();
  assert.equal(r.held, 0);
  assert.deepEqual(r.told, ["on", "off"]);
});

test("takes it again on return", async () => {
  const r = room();
  r.awake.keep(true);
  await settled();
  await r.turn("hidden");
  assert.equal(r.held, 0);
  await r.turn("visible");
  assert.equal(r.held, 1);
  assert.deepEqual(r.told, ["on"]);
});

test("doesn't take it again on return where it isn't wanted any more", async () => {
  const r = room();
  r.awake.keep(true);
  await settled();
  await r.turn("hidden");
  r.awake.keep(false);
  await r.turn("visible");
  assert.equal(r.held, 0);
});

test("what begins while the page is hidden takes it on return", async () => {
  const r = room();
  await r.turn("hidden");
  r.awake.keep(true);
  await settled();
  assert.deepEqual(r.told, []);
  await r.turn("visible");
  assert.deepEqual(r.told, ["on"]);
});

test("says when it is refused, tries again on return, and says when it is there", async () => {
  const r = room();
  r.wakeLock.refuses = true;
  r.awake.keep(true);
  await settled();
  assert.deepEqual(r.told, ["refused"]);
  r.wakeLock.refuses = false;
  await r.turn("hidden");
  await r.turn("visible");
  assert.deepEqual(r.told, ["refused", "on"]);
});

test("says when the system takes it away in plain sight", async () => {
  const r = room();
  r.awake.keep(true);
  await settled();
  r.locks[0]?.lose();
  assert.deepEqual(r.told, ["on", "refused"]);
});

test("a lock that comes after the pause is given back", async () => {
  const r = room();
  r.awake.keep(true);
  r.awake.keep(false);
  await settled();
  assert.equal(r.held, 0);
  assert.deepEqual(r.told, []);
});

test("pausing and going on while it is still asked for ends with one lock", async () => {
  const r = room();
  r.awake.keep(true);
  r.awake.keep(false);
  r.awake.keep(true);
  await settled();
  assert.equal(r.held, 1);
  assert.deepEqual(r.told, ["on"]);
});

test("a lock that is gone already does no harm", async () => {
  const r = room();
  r.awake.keep(true);
  await settled();
  const [lock] = r.locks;
  assert.ok(lock);
  lock.mayRelease = false;
  r.awake.keep(false);
  await settled();
  assert.deepEqual(r.told, ["on", "off"]);
});

test("says where the browser can't, once it matters", async () => {
  /** @type {string[]} */
  const told = [];
  const awake = createAwake(undefined, /** @type {any} */ (new FakePage()), (state) => told.push(state));
  assert.deepEqual(told, []);
  awake.keep(true);
  await settled();
  assert.deepEqual(told, ["none"]);
  awake.keep(false);
  assert.deepEqual(told, ["none", "off"]);
});
