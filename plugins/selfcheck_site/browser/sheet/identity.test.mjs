import { equal, match } from "node:assert/strict";
import { test } from "node:test";

import { dayIn, moment, newId, today } from "./identity.mjs";

test("today is the day where the reader is", () => {
  equal(today(new Date(2026, 4, 3, 0, 5)), "2026-05-03");
  equal(today(new Date(2026, 11, 31, 23, 55)), "2026-12-31");
});

test("a moment is the time where the reader is, and says how far that is from Greenwich", () => {
  for (const now of [new Date(2026, 4, 3, 0, 5, 9), new Date(2026, 11, 31, 23, 55, 0)]) {
    match(moment(now), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    equal(new Date(moment(now)).getTime(), now.getTime());
    equal(moment(now).slice(0, 10), today(now));
  }
});

test("a day later is a day of the calendar, whatever the clocks do", () => {
  equal(dayIn(0, new Date(2026, 4, 3, 23, 59)), "2026-05-03");
  equal(dayIn(30, new Date(2026, 11, 31, 0, 1)), "2027-01-30");
  equal(dayIn(1, new Date(2026, 9, 24, 23, 30)), "2026-10-25");
  equal(dayIn(2, new Date(2026, 9, 24, 23, 30)), "2026-10-26");
});

test("an id is a random UUID, also where the browser has none to offer", () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  match(newId(), uuid);
  const { randomUUID } = crypto;
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  match(newId(), uuid);
  Object.defineProperty(crypto, "randomUUID", { value: randomUUID, configurable: true });
});
