/**
 * Finds out why the program of this page has not started. The program takes the box away when it is up; as long as the box
 * is there, it is not. A script of its own, without modules and in the language of old browsers, because it has to run
 * where they do not.
 */

var arrivalBox = document.querySelector("[data-arrival]");
/** What the browser said about a program that it could not run. */
var arrivalError = "";
/** Whether the cause is looked for already. */
var arrivalAsked = false;
/** Whether something was typed or chosen that would be lost with the page. */
var arrivalTyped = false;

/** @typedef {{ cause: string, url?: string, found?: string }} ArrivalFinding */

function isBeforeArrival() {
  return arrivalBox !== null && document.documentElement.contains(arrivalBox);
}

/** @param {ArrivalFinding} finding */
function showFinding(finding) {
  if (!arrivalBox || !isBeforeArrival()) return;
  arrivalBox.setAttribute("data-found-cause", finding.cause);
  var causes = arrivalBox.querySelectorAll("[data-cause]");
  for (var i = 0; i < causes.length; i++) {
    var cause = /** @type {HTMLElement} */ (causes[i]);
    cause.hidden = cause.getAttribute("data-cause") !== finding.cause;
    if (cause.hidden) continue;
    fillIn(cause, "[data-file]", (finding.url || "").replace(/^.*\//, ""));
    fillIn(cause, "[data-found]", finding.found || "");
  }
}

/** @param {Element} cause @param {string} place @param {string} text */
function fillIn(cause, place, text) {
  var found = cause.querySelector(place);
  if (found) found.textContent = text;
}

function findOut() {
  if (arrivalAsked || !isBeforeArrival()) return;
  arrivalAsked = true;
  if (location.protocol === "file:") return showFinding({ cause: "opened-as-file" });
  if (!("noModule" in document.createElement("script"))) return showFinding({ cause: "too-old-browser" });
  var links = document.querySelectorAll("link[rel=modulepreload]"); // all modules, the entry among them
  Promise.all(Array.prototype.map.call(links, lookAt)).then(function (findings) {
    showFinding(/** @type {ArrivalFinding} */ (findings.filter(Boolean)[0] || withoutFinding()));
  });
}

/** What is wrong where every file is as it should be. @returns {ArrivalFinding} */
function withoutFinding() {
  if (/SyntaxError/.test(arrivalError)) return { cause: "too-old-browser" };
  return { cause: "broken", found: arrivalError ? ": " + arrivalError : "" };
}

/** @param {HTMLLinkElement} link to a module @returns {Promise<ArrivalFinding | undefined>} */
function lookAt(link) {
  var url = link.href;
  return fetch(url).then(
    function (response) {
      var kind = response.headers.get("content-type") || "";
      if (!response.ok) return { cause: "missing-file", url: url, found: String(response.status) };
      if (!/^(text|application)\/(x-)?(java|ecma)script/i.test(kind))
        return { cause: "wrong-kind", url: url, found: kind };
      return compare(url, link.integrity);
    },
    function () {
      return { cause: "no-connection", url: url };
    }
  );
}

/** @param {string} url @param {string} integrity @returns {Promise<ArrivalFinding | undefined>} */
function compare(url, integrity) {
  return fetch(url, { integrity: integrity }).then(
    function () {
      return undefined;
    },
    function () {
      return { cause: "damaged-file", url: url };
    }
  );
}

/** @param {Event} event */
function hearError(event) {
  var target = event.target;
  if (target instanceof HTMLScriptElement && target.type === "module") findOut();
  else if (event instanceof ErrorEvent) arrivalError = event.message;
}

/** Paper shows texts in full, where a field would show only their beginning. */
function copyForPaper() {
  if (!isBeforeArrival()) return;
  var copies = document.querySelectorAll(".sc-printed");
  for (var i = 0; i < copies.length; i++) {
    var copy = /** @type {Element} */ (copies[i]);
    var field = /** @type {HTMLInputElement | null} */ (copy.previousElementSibling);
    if (field) copy.textContent = field.value || "";
  }
}

function watchForArrival() {
  if (!arrivalBox) return;
  var print = /** @type {HTMLElement | null} */ (arrivalBox.querySelector("[data-arrival-print]"));
  if (print) {
    print.hidden = false;
    print.onclick = function () {
      window.print();
    };
  }
  window.addEventListener("error", hearError, true);
  window.addEventListener("beforeprint", copyForPaper);
  window.addEventListener("load", findOut);
  setTimeout(
    function () {
      if (arrivalBox && !arrivalBox.hasAttribute("data-found-cause")) showFinding({ cause: "stalled" });
    },
    Number(arrivalBox.getAttribute("data-patience"))
  );
  document.addEventListener("change", function () {
    arrivalTyped = true;
  });
  window.addEventListener("beforeunload", function (event) {
    if (!arrivalTyped || !isBeforeArrival()) return;
    event.preventDefault();
    event.returnValue = "";
  });
}

watchForArrival();
