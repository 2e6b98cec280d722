"""Every way we know by which a page could tell another computer something.

Each is a function in JavaScript that is given the other computer's `port` and its `url`, and tries; whether it got
through, only the wire can tell: a beacon that was stopped says true, and a connection that was stopped throws nothing.
"""

import re

from playwright.sync_api import Page, Route

_ADD = "const add = (name, values) => document.body.appendChild(Object.assign(document.createElement(name), values));"
_STUN = (
    "const reach = (view) => { const c = new view.RTCPeerConnection({iceServers: [{urls: `stun:127.0.0.1:${port}`}]});"
)
_STUN += " c.createDataChannel('x'); return c.createOffer().then((offer) => c.setLocalDescription(offer)); };"
_BLOB = "const blob = (text) => URL.createObjectURL(new Blob([text], {type: 'text/javascript'}));"
_FETCH = "const asks = `fetch('${url}', {mode: 'no-cors'})`;"


def _way(body: str, *before: str) -> str:
    return "({port, url}) => { " + " ".join(before) + " " + body + " }"


REQUESTS = {
    "fetch": _way("fetch(url, {mode: 'no-cors'}).catch(() => 0);"),
    "fetch that outlives the page": _way(
        "fetch(url, {mode: 'no-cors', keepalive: true, method: 'POST', body: 'x'}).catch(() => 0);"
    ),
    "fetch later": _way("fetchLater(url, {activateAfter: 0});"),
    "XMLHttpRequest": _way("const r = new XMLHttpRequest(); r.open('POST', url); r.send('x');"),
    "beacon": _way("navigator.sendBeacon(url, 'x');"),
    "WebSocket": _way("new WebSocket(url.replace('http', 'ws'));"),
    "EventSource": _way("new EventSource(url);"),
    "WebTransport": _way("new WebTransport(url.replace('http', 'https')).ready.catch(() => 0);"),
    "image": _way("new Image().src = url;"),
    "style sheet": _way("add('link', {rel: 'stylesheet', href: url});", _ADD),
    "script": _way("add('script', {src: url});", _ADD),
    "import": _way("import(url).catch(() => 0);"),
    "font": _way("new FontFace('x', `url(${url})`).load().catch(() => 0);"),
    "background": _way("document.body.style.background = `url(${url})`;"),
    "sound": _way("new Audio(url).load();"),
    "poster": _way("add('video', {poster: url});", _ADD),
    "frame": _way("add('iframe', {src: url});", _ADD),
    "object": _way("add('object', {data: url});", _ADD),
    "embed": _way("add('embed', {src: url});", _ADD),
    "prefetch": _way("add('link', {rel: 'prefetch', href: url});", _ADD),
    "preload": _way("add('link', {rel: 'preload', as: 'image', href: url});", _ADD),
    "preload of a module": _way("add('link', {rel: 'modulepreload', href: url});", _ADD),
    "speculation": _way("""add('script', {type: 'speculationrules', textContent: JSON.stringify(
        {prefetch: [{source: 'list', urls: [url]}]})});""", _ADD),
    "worker": _way("new Worker(blob(asks));", _BLOB, _FETCH),
    "worker of a worker": _way(
        "new Worker(blob(`new Worker(URL.createObjectURL(new Blob([${JSON.stringify(asks)}])))`));", _BLOB, _FETCH
    ),
    "shared worker": _way("new SharedWorker(blob(asks));", _BLOB, _FETCH),
    "fresh frame asks": _way("add('iframe', {}).contentWindow.fetch(url, {mode: 'no-cors'}).catch(() => 0);", _ADD),
}  # fmt: skip
"""What a policy forbids."""

NAVIGATIONS = {
    "address of the page": _way("location = url;"),
    "replaced address": _way("location.replace(url);"),
    "refresh": _way("add('meta', {httpEquiv: 'refresh', content: `0;url=${url}`});", _ADD),
    "link": _way("add('a', {href: url}).click();", _ADD),
    "download": _way("add('a', {href: url, download: 'x'}).click();", _ADD),
    "Navigation API": _way("navigation.navigate(url);"),
    # The policy stops the request, but Chromium has made the connection by then.
    "form": _way("const form = add('form', {action: url, method: 'post'}); form.submit();", _ADD),
}
WINDOWS = {
    "window": _way("window.open(url);"),
    "window of a document": _way("document.open(url, '', '');"),
}
CONNECTIONS = {
    "WebRTC": _way("reach(window);", _STUN),
    # Firefox puts another window into a frame once it is loaded.
    "WebRTC of a fresh frame": _way("add('iframe', {onload: ({target}) => reach(target.contentWindow)});", _STUN, _ADD),
}
NO_POLICY_FORBIDS = NAVIGATIONS | WINDOWS | CONNECTIONS

NOTHING_FORBIDS_WITHOUT_THE_HEADER = {
    "link to another tab": _way("add('a', {href: url, target: '_blank'}).click();", _ADD),
}
EVERY_WAY = REQUESTS | NO_POLICY_FORBIDS | NOTHING_FORBIDS_WITHOUT_THE_HEADER

_FRAME = "<iframe></iframe>"
FRESH_OBJECTS = {
    "element": "() => add(document.createElement('iframe'))",
    "element in capitals": "() => add(document.createElement('IFRAME'))",
    "element of a namespace": "() => add(document.createElementNS('http://www.w3.org/1999/xhtml', 'x:iframe'))",
    "name that changes": """() => { let asked = 0; const name = {toString: () => (asked++ ? 'iframe' : 'p')};
        add(document.createElement(name)); return add(document.createElement(name)) }""",
    "HTML inside": f"() => {{ add(document.createElement('p')).innerHTML = '{_FRAME}'; return last() }}",
    "HTML instead": f"() => {{ add(document.createElement('p')).outerHTML = '{_FRAME}'; return last() }}",
    "HTML beside": f"() => {{ document.body.insertAdjacentHTML('beforeend', '{_FRAME}'); return last() }}",
    "unsafe HTML": f"() => {{ add(document.createElement('p')).setHTMLUnsafe('{_FRAME}'); return last() }}",
    "HTML in a shadow": f"""() => {{ const root = add(document.createElement('div')).attachShadow({{mode: 'open'}});
        root.innerHTML = '{_FRAME}'; return root.firstChild }}""",
    "HTML in a template": f"""() => {{ const template = document.createElement('template');
        template.innerHTML = '{_FRAME}'; return add(template.content.firstChild) }}""",
    "range": f"() => add(document.createRange().createContextualFragment('{_FRAME}').firstChild)",
    "parser": f"() => add(new DOMParser().parseFromString('{_FRAME}', 'text/html').body.firstChild)",
    "parser and a template": f"""() => add(new DOMParser().parseFromString('<template>{_FRAME}</template>', 'text/html')
        .querySelector('template').content.firstChild)""",
    "parser of XML": """() => add(new DOMParser().parseFromString(
        '<iframe xmlns="http://www.w3.org/1999/xhtml"/>', 'application/xml').documentElement)""",
    "parser of a document": f"() => add(Document.parseHTMLUnsafe('{_FRAME}').body.firstChild)",
    "another document": f"""() => {{ const other = document.implementation.createHTMLDocument();
        other.write('{_FRAME}'); return add(other.querySelector('iframe')) }}""",
    "class": """() => { customElements.define('x-y', class extends HTMLIFrameElement {}, {extends: 'iframe'});
        return add(new (customElements.get('x-y'))()) }""",
    "command": f"""() => {{ const field = add(document.createElement('p')); field.contentEditable = true; field.focus();
        document.execCommand('insertHTML', false, '{_FRAME}'); return last() }}""",
    "window": "() => ({contentWindow: window.open('')})",
}
"""Ways to a window whose objects nobody has touched. Each returns what holds it, or throws."""

TAKE_FRESH_OBJECTS = """() => {
    const add = (node) => document.body.appendChild(node);
    const last = () => [...document.querySelectorAll("iframe")].at(-1);
    try { return typeof WAY().contentWindow.RTCPeerConnection === "function" } catch { return false }
}"""


def without_withdrawal(page: Page) -> None:
    """Let the form's first script, which is the worker's first one too, take nothing away."""
    page.context.route("**/withdrawal.*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    # The page would not start a worker whose first file has another sum than it was built with.
    page.context.route("**/selbstcheck/fragebogen/", _without_its_sum)


def _without_its_sum(route: Route) -> None:
    given = route.fetch()
    route.fulfill(response=given, body=re.sub(r"withdrawal\.js [^,\"]+,?", "", given.text()))
