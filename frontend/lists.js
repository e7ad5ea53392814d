// The script of the pages that lead to others: what narrows a list down, and the body map.

import { bindBodyMap } from "./body-map.js";
import { each } from "./each.js";
import { bindFilters } from "./filters.js";

each("[data-filters]", HTMLElement, bindFilters);
each("[data-map]", HTMLElement, bindBodyMap);
