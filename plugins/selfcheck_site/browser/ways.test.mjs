import { equal } from "node:assert/strict";
import { test } from "node:test";

import { nearestShown } from "./ways.mjs";

const PLACES = ["start", "wege", "brunnen", "feste", "ergebnis"].map((id) => ({
  id,
  isShown: id.length !== 5 || id === "start",
}));

test("a view that is shown is where a button leads", () => {
  equal(nearestShown(PLACES, "brunnen", 1), "brunnen");
});

test("a view that is left out is stepped over, on and back", () => {
  equal(nearestShown(PLACES, "feste", 1), "ergebnis");
  equal(nearestShown(PLACES, "feste", -1), "brunnen");
});

test("what is no view is left to the address", () => {
  equal(nearestShown(PLACES, "brunnen-plan", 1), "brunnen-plan");
});
