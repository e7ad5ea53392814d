// On pages made for paper: what is chosen before printing. Without it they print in their usual
// form.

import { chooseCards } from "./cards.js";
import { chooseSheet } from "./sheet.js";

const sheet = document.querySelector("main.sheet");
if (sheet instanceof HTMLElement) chooseSheet(document, sheet, () => print());
const cards = document.querySelector("main.cards");
if (cards instanceof HTMLElement) chooseCards(document, cards, () => print());
