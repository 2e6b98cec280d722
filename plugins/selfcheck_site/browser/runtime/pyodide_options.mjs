// How Pyodide is started: from our own files alone.

/** `info` of npm's pyodide-lock.json, so that this file of 120 kB need not be served: there are no packages to load. */
export const LOCK_INFO = {
  arch: "wasm32",
  platform: "emscripten_5_0_3",
  python: "3.14.2",
  abi_version: "2026_0",
};

/**
 * The options for `loadPyodide`.
 * @param {string} pyodideUrl folder of Pyodide's files, with a trailing slash
 * @param {string} bundleUrl the zip with the compiled modules, which takes the place of the standard library
 */
export function pyodideOptions(pyodideUrl, bundleUrl) {
  return {
    indexURL: pyodideUrl,
    // Without it, Pyodide would look for packages at a host that is not ours.
    packageBaseUrl: pyodideUrl,
    stdLibURL: bundleUrl,
    lockFileContents: JSON.stringify({ info: LOCK_INFO, packages: {} }),
  };
}
