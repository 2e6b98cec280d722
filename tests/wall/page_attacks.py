"""What must not stand on a finished page, by the guard that stops it; none of it is stopped by another guard."""

from host.finished_page import Guard, Permit

POLICY = "default-src 'none'; script-src 'self'"
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
OURS = '<script type="module" src="assets/search.js" blocking="render"></script>'
DATA = '<script type="application/ld+json">{"name": "Tor"}</script>'
PERMIT = Permit(frozenset({"assets/search.js"}), DATA, POLICY, ("https://kommune.example/",))
FIRST = '<script src="assets/first.js"></script>'
OF_THE_FORM = Permit(
    frozenset({"assets/first.js", "assets/search.js"}),
    policy=POLICY,
    origins=("https://kommune.example/", "https://git.example/"),
    first="assets/first.js",
    leads_away=False,
)


def page(body: str = "", head: str = "") -> str:
    """Return a page that is allowed, with something more in its head or body."""
    meta = '<meta charset="utf-8">'
    return f'<!doctype html>\n<html lang="de"><head>{meta}{META}{OURS}{DATA}{head}</head><body>{body}</body></html>'


ATTACKS: dict[Guard, tuple[str, ...]] = {
    Guard.ELEMENT: (
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data='https://example.org/x.swf'></object>",
        "<embed src=x.pdf>",
        "<base href='https://example.org/'>",
        "<style>body{background:url(https://example.org)}</style>",
        "<template><script>alert(1)</script></template>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<svg><foreignObject><iframe></iframe></foreignObject></svg>",
        "<svg><animate attributeName=href values='javascript:alert(1)'/></svg>",
        "<svg><set attributeName=onclick to=alert(1)></svg>",
        "<svg><use href='data:image/svg+xml,x'/></svg>",
        "<video><source onerror=alert(1)></video>",
        "<audio src=https://example.org/a.mp3></audio>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<canvas onclick=alert(1)>x</canvas>",
        "<x-tag onclick=alert(1)>x</x-tag>",
        "<portal src='https://example.org'></portal>",
        "<p><plaintext><script>",
        "<xmp><script>alert(1)</script></xmp>",
        "<!--><iframe src='https://example.org'></iframe>-->",
        "<table><iframe src=x></table>",
        "<p><noembed><p></noembed>",
        "<h1><title></h1><p>x</p>",
    ),
    Guard.ATTRIBUTE: (
        "<p onclick=alert(1)>x</p>",
        "<img src=x alt=x onerror=alert(1)>",
        "<img src=x alt=x OnErRoR=alert(1)>",
        "<svg onload=alert(1)></svg>",
        "<p style='position:fixed;inset:0'>x</p>",
        "<form action='https://example.org'><button>x</button></form>",
        "<button formaction='javascript:alert(1)'>x</button>",
        "<a href='x' ping='https://example.org'>x</a>",
        "<a href='x' target='_blank'>x</a>",
        "<a href='x' download>x</a>",
        "<img src=x alt=x srcset='https://example.org/x.png 2x'>",
        "<input autofocus onfocus=alert(1)>",
        "<svg><path xlink:href='javascript:alert(1)' d=''/></svg>",
        "<p contenteditable>x</p>",
        "<p is='x-y'>x</p>",
        "<table background='https://example.org/x.png'></table>",
        "<blockquote cite='javascript:alert(1)'>x</blockquote>",
        "<p title='x'onmouseover=alert(1)>x</p>",
        "<p/onclick=alert(1)>x</p>",
        "<p\tonclick\n=\nalert(1)>x</p>",
        "<table><p onclick=alert(1)>x</p></table>",
        "<p slot=x>y</p>",
        "<details open ontoggle=alert(1)>x</details>",
    ),
    Guard.ADDRESS: (
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='JaVaScRiPt:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<a href='java&#9;script:alert(1)'>x</a>",
        "<a href='java&NewLine;script:alert(1)'>x</a>",
        "<a href='&#1;javascript:alert(1)'>x</a>",
        "<a href='javascript&colon;alert(1)'>x</a>",
        "<a href='vbscript:x'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<a href='blob:https://example.org/x'>x</a>",
        "<a href='file:///etc/passwd'>x</a>",
        "<a href='http://example.org'>x</a>",
        "<a href='//example.org'>x</a>",
        "<a href='\\\\example.org'>x</a>",
        "<a href='/\\example.org'>x</a>",
        "<a href='/&#9;/example.org'>x</a>",
        "<a href='view-source:https://example.org'>x</a>",
        "<svg><a href='javascript:alert(1)'><text>x</text></a></svg>",
        "<img alt=x src='https://example.org/x.png'>",
        "<img alt=x src='https://kommune.example/x.png'>",
        "<img alt=x src='data:image/svg+xml,<svg/>'>",
        "<image alt=x src='//example.org/x.png'>",
        "<div data-worker='https://example.org/w.js'></div>",
        "<div data-pyodide='//example.org/'></div>",
    ),
    Guard.SCRIPT: (
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<script type=module>alert(1)</script>",
        "<script type=module src='assets/other.js'></script>",
        "<script type=module src='assets/search.js'>alert(1)</script>",
        "<script src='assets/search.js?x'></script>",
        "<script src='./assets/search.js'></script>",
        "<script src='assets/search.js' type='text/javascript'></script>",
        "<script type=application/ld+json>{}</script>",
        "<script type=importmap>{}</script>",
        "<script type=speculationrules>{}</script>",
        "<svg><script>alert(1)</script></svg>",
        "<table><tr><script>alert(1)</script></tr></table>",
        "<!--><script>alert(1)</script>-->",
        "<!--x--!><script>alert(1)</script>-->",
        "<title><b></title><script>alert(1)</script>",
        "<textarea></textarea><script>alert(1)</script>",
        "<p title='</p><script>'><script>alert(1)</script>",
        "<scr\0ipt></scr\0ipt><script/x>alert(1)</script>",
        "<script\n>alert(1)</script\n>",
    ),
    Guard.LINK: (
        "<link rel=prefetch href='https://example.org'>",
        "<link rel=import href='x.html'>",
        "<link rel=dns-prefetch href='//example.org'>",
        "<link rel=preconnect href='https://example.org'>",
        "<link rel='stylesheet prefetch' href='a.css'>",
        "<link rel=prerender href='x'>",
        "<link rel=manifest href='x'>",
        "<link rel=stylesheet href='https://kommune.example/x.css'>",
        "<link href='x'>",
        "<link rel=pingback href='x'>",
    ),
    Guard.META: (
        "<meta http-equiv=refresh content='0;url=https://example.org'>",
        "<meta http-equiv=Refresh content='0;url=javascript:alert(1)'>",
        "<meta http-equiv=set-cookie content='a=b'>",
        "<meta http-equiv=Content-Security-Policy content=\"script-src *\">",
        "<meta http-equiv=x-dns-prefetch-control content=on>",
        "<meta name=monetization content=x>",
        "<meta property=x content=y>",
        "<meta http-equiv=delegate-ch content='sec-ch-width https://example.org'>",
    ),
    Guard.NOSCRIPT: (
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></p></noscript>",
        "<noscript><p>&lt;/noscript></p><img src=x alt=''></noscript>",
        "<noscript><a href='</noscript><script>alert(1)</script>'>x</a></noscript>",
        "<noscript><div></div></noscript>",
        "<noscript><p id='<'>x</p></noscript>",
        "<noscript><p class='x' lang='</noscript>'>x</p></noscript>",
    ),
    Guard.CHOICE: (
        "<select><img src=x onerror=alert(1)></select>",
        "<select><option><b onclick=alert(1)>x</b></option></select>",
        "<select><p onclick=alert(1)>x</p></select>",
        "<select><option>x</option><svg onload=alert(1)></svg></select>",
        "<select><div><a href='javascript:alert(1)'>x</a></div></select>",
        "<select><select></select>",
        "<select><p>x</p></select>",
        "<select><option><img src=x alt=x></option></select>",
        "<select><a href='x'>x</a></select>",
        "<select><label><input></label></select>",
        "<select><button>x</button><option>y</option></select>",
        "<select><table><tr><td>x</td></tr></table></select>",
    ),
}  # fmt: skip

WITHOUT_THE_FIRST_SCRIPT = (
    "",
    OURS,
    OURS + FIRST,
    FIRST.replace("<script", "<script type=module"),
    FIRST.replace("first.js", "search.js"),
    f"<!-- {FIRST} -->",
    f"<title>{FIRST}</title>",
    f"<noscript>{FIRST}</noscript>",
    f"<p>x</p>{FIRST}",
    FIRST.replace("<script", "<script defer"),
)
"""Heads of the form's page where something could run before the first script has given up what nobody needs."""

LINKS_AWAY = (
    "<a href='https://example.org/'>x</a>",
    "<a href='HTTPS://example.org/'>x</a>",
    "<a href='https://kommune.example/fragebogen/'>x</a>",
    "<a href='https://git.example/docs/fragebogen.md'>x</a>",
    "<a href='mailto:a@example.org'>x</a>",
    "<a href='tel:+49'>x</a>",
    "<svg></svg><p><a title=x href=' &#9;https://example.org'>x</a></p>",
)

WITHOUT_A_POLICY = (
    "<html><head></head><body></body></html>",
    f"<html><head></head><body>{META}</body></html>",
    f"<html><head><noscript>{META}</noscript></head></html>",
    f"<html><head><!-- {META} --></head></html>",
    f"<html><head><title>{META}</title></head></html>",
    "<p>x</p>",
    "",
)
