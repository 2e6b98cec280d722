import { equal, match } from "node:assert/strict";
import { test } from "node:test";

import { newId, today } from "./identity.mjs";

test("today is the day where the reader is", () => {
  equal(today(new Date(2026, 4, 3, 0, 5)), "2026-05-03");
  equal(today(new Date(2026, 11, 31, 23, 55)), "2026-12-31");
});

test("an id is a random UUID, also where the browser has none to offer", () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  match(newId(), uuid);
  const { randomUUID } = crypto;
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  match(newId(), uuid);
  Object.defineProperty(crypto, "randomUUID", { value: randomUUID, configurable: true });
});
