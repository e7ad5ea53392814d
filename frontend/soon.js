// Puts work off, so that a slow phone can answer a tap, and draw, in between.

/** @param {() => void} act in the next task: a timer may be held up in a hidden page, this isn't */
export function soon(act) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage(null);
}
