import { measure, setup } from "./measure.mjs";

const { createRuntime } = await import(new URL(setup.runtime, document.baseURI).href);
const runtime = createRuntime({ ...setup, onState: () => {} });
runtime.start();
await measure((sheet) => runtime.request("view", { view: "result", sheet }));
