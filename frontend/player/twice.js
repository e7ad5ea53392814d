// A button for what can't be taken back: it asks once more.

/**
 * @param {HTMLButtonElement} button
 * @param {string} sure what it says when it was pressed once
 * @param {() => void} act
 */
export function bindTwice(button, sure, act) {
  const asks = button.textContent ?? "";
  const rest = () => (button.textContent = asks);
  button.addEventListener("click", () => {
    if (button.textContent !== sure) {
      button.textContent = sure;
      return;
    }
    rest();
    act();
  });
  button.addEventListener("blur", rest);
}
