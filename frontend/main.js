// The script of every page: finds what needs bringing to life, and binds it. What a page may not
// need at all is fetched later, so that the first view is there soon.

import { bindChoice } from "./choice.js";
import { each, readJson } from "./each.js";
import { bindMovement } from "./figure.js";
import { bindPlayerLater } from "./later.js";
import { bindSearch } from "./search.js";

each("[data-search]", HTMLElement, bindSearch);
bindChoice();

const words = readJson("words");
each("[data-movement]", HTMLButtonElement, (button) => bindMovement(button, words));
bindPlayerLater(document.documentElement);
