/** The questionnaire page: takes each finished HTML form and adds views, presets, files and the result. */

import { elements } from "./elements.mjs";
import { startForm } from "./form.mjs";

for (const form of elements(document, "form[data-catalogue-id]", HTMLFormElement)) startForm(form);
for (const box of elements(document, "[data-arrival]", HTMLElement)) box.remove();
