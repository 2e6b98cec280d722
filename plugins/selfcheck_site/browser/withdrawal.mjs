// The first script of the form's page, before any other, and the first that the worker imports. It takes away what neither
// of them needs and by which another computer could be told something, above all what no policy forbids. It is no module in
// the page, since modules wait until all of it is read. What it cannot take away stands in docs/technik/architektur.md, and
// tests/browser/test_ways_out.py tries everything.
"use strict";

{
  // Kept, because a later script may put something else in their places.
  const { apply, construct, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } =
    Reflect;
  const asText = String;
  const { exec } = RegExp.prototype;

  /** What reaches another computer, or opens a window that has an untouched set of all this. */
  const WITHDRAWN = [
    ...["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection", "WebTransport", "WebSocket"],
    ...["WebSocketStream", "EventSource", "fetchLater", "PaymentRequest", "PresentationRequest", "SharedWorker"],
    ...["speechSynthesis", "SpeechRecognition", "webkitSpeechRecognition", "documentPictureInPicture", "open"],
  ];
  const WITHDRAWN_FROM_NAVIGATOR = [
    "sendBeacon",
    "serviceWorker",
    "credentials",
    "joinAdInterestGroup",
    "runAdAuction",
  ];
  /** What the worker needs to load, and never again. */
  const WITHDRAWN_ONCE_LOADED = [
    ...["fetch", "XMLHttpRequest", "importScripts", "BroadcastChannel", "indexedDB", "caches", "cookieStore"],
  ];

  /** What makes elements out of text or by a class, past `createElement`. */
  const MAKERS = ["write", "writeln", "open", "execCommand", "createContextualFragment"];
  const WRITES_HTML = /^(?!get).+HTML(?:Unsafe)?$/;
  /** A frame has an untouched set of everything; a `link` looks up the name of any computer. */
  const REFUSED = /^(?:[^]*:)?(?:iframe|frame|frameset|fencedframe|object|embed|portal|link)$/i;
  const REFUSED_IN_TEXT = "iframe, frame, frameset, fencedframe, object, embed, portal, link, template";

  /** @param {object | null} owner @param {string[]} names */
  function withdraw(owner, names) {
    for (let holder = owner; holder; holder = getPrototypeOf(holder))
      for (const name of names) deleteProperty(holder, name);
  }

  /** @param {string} what @returns {never} */
  function refuse(what) {
    throw new TypeError(`This page has given up ${what}.`);
  }

  /** @param {object} owner @param {string} name */
  function getter(owner, name) {
    return /** @type {() => unknown} */ (getOwnPropertyDescriptor(owner, name)?.get);
  }

  /** Only a worker made of a blob has the page's policy. */
  function keepToWorkersUnderOurPolicy() {
    const { Worker } = globalThis;
    if (!Worker) return;
    const held = new Proxy(Worker, {
      construct(_, [url, options]) {
        const address = asText(url);
        return apply(exec, /^blob:/, [address])
          ? construct(Worker, [address, options])
          : refuse("workers from an address");
      },
    });
    defineProperty(Worker.prototype, "constructor", { value: held });
    globalThis.Worker = held;
  }

  function withdrawFrames() {
    withdraw(globalThis, ["customElements", "XSLTProcessor"]);
    for (const owner of [Document, Document.prototype, Element.prototype, ShadowRoot.prototype, Range.prototype])
      for (const name of ownKeys(owner).map(asText)) {
        if (getOwnPropertyDescriptor(owner, name)?.get && WRITES_HTML.test(name))
          defineProperty(owner, name, { set: undefined }); // read by whoever checks a page
        else if (MAKERS.includes(name) || WRITES_HTML.test(name)) deleteProperty(owner, name);
      }
    const { createElement, createElementNS } = Document.prototype;
    put(Document.prototype, "createElement", (document, [name, options]) =>
      apply(createElement, document, [allowed(name), options]),
    );
    put(Document.prototype, "createElementNS", (document, [space, name, options]) =>
      apply(createElementNS, document, [space, allowed(name), options]),
    );
    withdrawFramesFromParsedText();
  }

  function withdrawFramesFromParsedText() {
    const { parseFromString } = DOMParser.prototype;
    const { querySelector } = Document.prototype;
    const { remove } = Element.prototype;
    put(DOMParser.prototype, "parseFromString", (parser, given) => {
      const parsed = apply(parseFromString, parser, given);
      for (let each; (each = apply(querySelector, parsed, [REFUSED_IN_TEXT]));) apply(remove, each, []);
      return parsed;
    });
  }

  /** @param {object} owner @param {string} name @param {(self: unknown, given: any[]) => unknown} act */
  function put(owner, name, act) {
    const method = /** @this {unknown} @param {any[]} given */ function (...given) {
      return act(this, given);
    };
    defineProperty(owner, name, { value: method });
  }

  /** @param {unknown} name */
  function allowed(name) {
    const asked = asText(name);
    return apply(exec, REFUSED, [asked]) ? refuse(`the element ${asked}`) : asked;
  }

  /** Leaving for another site is no request of the page, so no policy forbids it; some browsers ask us. */
  function stayOnThisSite() {
    const { navigation, URL } = globalThis;
    if (!navigation) return;
    const [destination, url] = [
      getter(NavigateEvent.prototype, "destination"),
      getter(NavigationDestination.prototype, "url"),
    ];
    const { preventDefault } = Event.prototype;
    const originOf = getter(URL.prototype, "origin");
    const origin = (/** @type {unknown} */ address) => apply(originOf, new URL(asText(address)), []);
    const here = origin(location.href);
    navigation.addEventListener("navigate", (event) => {
      if (origin(apply(url, apply(destination, event, []), [])) !== here) apply(preventDefault, event, []);
    });
  }

  withdraw(globalThis, WITHDRAWN);
  withdraw(navigator, WITHDRAWN_FROM_NAVIGATOR);
  if (typeof document === "undefined") {
    withdraw(globalThis, ["Worker"]);
    defineProperty(globalThis, "withdrawOnceLoaded", {
      value() {
        withdraw(globalThis, WITHDRAWN_ONCE_LOADED);
        withdraw(navigator, ["storage"]);
      },
    });
  } else {
    globalThis.opener = null;
    keepToWorkersUnderOurPolicy();
    withdrawFrames();
    stayOnThisSite();
  }
}
