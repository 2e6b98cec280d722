import { equal, match, ok } from "node:assert/strict";
import { test } from "node:test";

import { fileName } from "./file_name.mjs";

const MOMENT = "2026-05-31T14:05:09+02:00";

/**
 * @param {string} name
 * @param {string} [office]
 */
function named(name, office = "") {
  const about = { id: "1", perspective: "", office, date: "", municipality: { name, type: "" } };
  return fileName(about, MOMENT);
}

test("a name says municipality, office, date and time", () => {
  equal(named("Musterstadt", "Bauamt"), "selbstcheck-bogen_Musterstadt_Bauamt_2026-05-31_14-05-09.json");
  equal(named("", ""), "selbstcheck-bogen_2026-05-31_14-05-09.json");
  equal(
    named("Frankfurt (Oder)", "Amt 50/2: Soziales"),
    "selbstcheck-bogen_Frankfurt-Oder_Amt-50-2-Soziales_2026-05-31_14-05-09.json",
  );
});

test("umlauts and letters of other languages stay, composed", () => {
  ok(named("Größöhn").includes("_Größöhn_"));
  ok(named("Gro\u0308ßo\u0308hn").includes("_Größöhn_"));
  ok(named("Budyšin").includes("_Budyšin_"));
  ok(named("Θεσσαλονίκη").includes("_Θεσσαλονίκη_"));
});

const ODD = [
  ...["CON", "NUL", "prn.txt", "COM1", "LPT¹", "aux"],
  ...["..", "...", "Amt. ", "Amt...", " ", "~", "-rf", "a\\b", "a/b", "../../etc/passwd", "C:\\Windows"],
  ...['<>:"/\\|?*', "a\u0000b", "a\nb\tc", "a\u202egnp.exe", "%2e%2e", "$HOME", "`id`", "a;b&c", "'", "…", "👩‍💻"],
  ...["x".repeat(500), "ß".repeat(500), "語".repeat(500), "𝔊".repeat(500), "\ud800", "\ud83d"],
];

for (const odd of ODD) {
  test(`whatever is typed, such as ${JSON.stringify(odd.slice(0, 20))}, every system takes the name`, () => {
    for (const name of [named(odd), named("", odd), named(odd, odd)]) {
      match(name, /^selbstcheck-bogen(_[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*)*_2026-05-31_14-05-09\.json$/u);
      ok(new TextEncoder().encode(name).length <= 255);
      ok(!/\p{Cs}/u.test(name));
    }
  });
}
