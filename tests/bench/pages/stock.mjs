import { measure } from "./measure.mjs";

const worker = new Worker("stock_worker.mjs", { type: "module" });
await measure(
  (sheet) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(JSON.parse(data));
      worker.postMessage(JSON.stringify({ id: 1, kind: "view", view: "result", sheet }));
    }),
);
