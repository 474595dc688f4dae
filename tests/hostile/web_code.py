"""Web code and links: what a browser might run, and where a link might lead that nobody saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.hostile.case import Case, Outcome, Promise, header, of_pages, page

_CODE = {
    "script": "<script>alert(1)</script>",
    "script-source": "<script src=//evil.example></script>",
    "script-open": "<script>alert(1)//",
    "script-slash": "<script/x>alert(1)</script>",
    "script-case": "<ScRiPt>alert(1)</sCrIpT>",
    "script-in-script": "<scr<script>ipt>alert(1)</script>",
    "script-lines": "<script\n>alert(1)</script\n>",
    "img": "<img src=x onerror=alert(1)>",
    "img-slash": "<img/src=x/onerror=alert(1)>",
    "img-open": "Cold <img src=x onerror=alert(1)//",
    "img-tab": "<img\tsrc=x\tonerror=alert(1)>",
    "img-backtick": "<img src=`x` onerror=alert(1)>",
    "svg": "<svg onload=alert(1)>",
    "svg-script": "<svg><script>alert(1)</script></svg>",
    "svg-animate": "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "svg-use": '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
    "math": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "math-link": '<math href="javascript:alert(1)">a</math>',
    "iframe": '<iframe src="https://example.org"></iframe>',
    "iframe-srcdoc": "<iframe srcdoc='<script>alert(1)</script>'>",
    "frame": "<frameset onload=alert(1)>",
    "object": '<object data="data:text/html,<script>alert(1)</script>">',
    "embed": "<embed src=javascript:alert(1)>",
    "applet": "<applet code=x>",
    "form": '<form action="https://evil.example"><input name=p></form>',
    "input": "<input autofocus onfocus=alert(1)>",
    "button": "<button formaction=javascript:alert(1)>Go</button>",
    "style": "<style>*{background:url(//evil.example)}</style>",
    "style-import": "<style>@import '//evil.example';</style>",
    "style-attribute": '<p style="background:url(//evil.example)">a</p>',
    "link": '<link rel=stylesheet href="//evil.example">',
    "meta": '<meta http-equiv=refresh content="0;url=//evil.example">',
    "base": '<base href="//evil.example">',
    "body": "<body onload=alert(1)>",
    "details": "<details open ontoggle=alert(1)>",
    "video": "<video><source onerror=alert(1)></video>",
    "audio": "<audio src=x onerror=alert(1)>",
    "marquee": "<marquee onstart=alert(1)>",
    "template": "<template><script>alert(1)</script></template>",
    "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "custom": "<x-y onclick=alert(1)>a</x-y>",
    "anchor": '<a href="javascript:alert(1)">Go there now</a>',
    "comment": "<!-- <img src=x onerror=alert(1)> -->",
    "comment-open": "Cold <!-- and then nothing",
    "comment-odd": "<!--><img src=x onerror=alert(1)>-->",
    "comment-bang": "<!--a--!><img src=x onerror=alert(1)>",
    "doctype": "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "cdata": "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "instruction": "<?php system('id'); ?>",
    "instruction-xml": "<?xml-stylesheet href='javascript:alert(1)'?>",
    "close": "</p></div></main><h1>Ours</h1>",
    "close-textarea": "</textarea><img src=x onerror=alert(1)>",
    "mxss-style": '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "mxss-title": '<svg><title><a id="</title><img src=x onerror=alert(1)>">',
    "mxss-mtext": "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "mxss-form": "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "mxss-namespace": "<svg><desc><![CDATA[</desc><script>alert(1)</script>]]></svg>",
    "bold": "<b>bold</b>",
    "break": "One<br>two",
    "span": '<span class="red">red</span>',
    "in-list": "- <img src=x onerror=alert(1)>",
    "in-quote": "> <img src=x onerror=alert(1)>",
    "in-table": "| <img src=x onerror=alert(1)> | b |\n|---|---|\n| c | d |",
    "in-heading": "## <img src=x onerror=alert(1)>",
    "in-link": "[<img src=x onerror=alert(1)>](https://example.org)",
    "in-title": '[Go there now](https://example.org "<img src=x onerror=alert(1)>")',
    "in-abbreviation": "*[PA]: <img src=x onerror=alert(1)>\n\nAsk a PA.",
    "in-block": "/// details | Who?\n\n<img src=x onerror=alert(1)>\n///",
    "in-poem": "/// poem | Spare key\n\n<img src=x onerror=alert(1)>\n///",
    "after-null": "<\u00a0script>alert(1)</script>",
    "after-code": "`a` <img src=x onerror=alert(1)> `b`",
    "code-unclosed": "`<img src=x onerror=alert(1)>",
    "code-of-two": "``<img src=x onerror=alert(1)>`",
    "code-across": "`a\n<img src=x onerror=alert(1)>\nb`",
}
"""Each is refused: editors have a block for what they need."""
_HARMLESS = {
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "entities-figures": "&#60;script&#62;alert(1)&#60;/script&#62;",
    "entities-hex": "&#x3c;img src=x onerror=alert(1)&#x3e;",
    "entities-twice": "&amp;lt;script&amp;gt;alert(1)",
    "entities-named": "&lbrace;&lbrace;7*7&rbrace;&rbrace; &colon; &Tab; &NewLine;",
    "entities-control": "Co&#0;ld &#7; &#x1b; &#x202e; &#xd800; &#xe000;url&#xe001; &#x110000;",
    "code-span": "`<script>alert(1)</script>` is code",
    "code-of-two-closed": "``<img src=x onerror=alert(1)> ` ``",
    "less-than": "5 < 6 and a < b, I <3 you <-- here",
    "abbreviation": '*[PA]: " onmouseover="alert(1)\n\nAsk a PA.',
    "abbreviation-mark": "*[<]: less\n\nAsk a < b.",
    "link-title": "[Go there now](https://example.org '\" onmouseover=\"alert(1)')",
    "words-script": "javascript:alert(1) is a text, and so is data:text/html,x",
    "quote-marks": "\"' onmouseover='alert(1)\"",
    "full-width": "＜script＞alert(1)＜/script＞",
    "mutation-backtick": "Cold `` onerror=alert(1)",
}
_LINKS = {
    "javascript": "javascript:alert(1)",
    "javascript-case": "JaVaScRiPt:alert(1)",
    "javascript-entity": "&#106;avascript:alert(1)",
    "javascript-entity-hex": "&#x6A&#x61vascript:alert(1)",
    "javascript-entity-long": "&#0000106;avascript:alert(1)",
    "javascript-entity-colon": "javascript&colon;alert(1)",
    "javascript-entity-tab": "java&Tab;script:alert(1)",
    "javascript-entity-line": "java&NewLine;script:alert(1)",
    "javascript-tab": "java\tscript:alert(1)",
    "javascript-space": "<  javascript:alert(1)>",
    "javascript-percent": "javascript%3Aalert(1)",
    "javascript-slashes": "javascript://example.org/%0Aalert(1)",
    "javascript-escaped": "javascript\\:alert(1)",
    "javascript-full-width": "ｊavascript:alert(1)",
    "vbscript": "vbscript:msgbox(1)",
    "livescript": "livescript:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "data-base64": "data:text/html;base64,PHNjcmlwdD4=",
    "data-picture": "data:image/svg+xml,x",
    "file": "file:///etc/passwd",
    "file-share": "\\\\evil.example\\share",
    "ftp": "ftp://example.org/a",
    "blob": "blob:https://example.org/a",
    "about": "about:blank",
    "view-source": "view-source:https://example.org",
    "intent": "intent://x#Intent;scheme=http;end",
    "office": "ms-word:ofe|u|https://example.org/a.docx",
    "sms": "sms:07700900123",
    "callto": "callto:x",
    "web-socket": "ws://example.org",
    "filesystem": "filesystem:https://example.org/a",
    "jar": "jar:https://example.org!/a",
    "no-scheme": "example.org/page",
    "www": "www.example.org",
    "protocol-relative": "//example.org/page",
    "one-slash": "https:/example.org",
    "no-slash": "https:example.org",
    "three-slashes": "https:///example.org",
    "backslashes": "https:\\\\example.org",
    "slash-backslash": "/\\example.org",
    "user": "https://user@example.org",
    "user-password": "https://user:secret@example.org/",  # guard: meant
    "user-lookalike": "https://example.org@evil.example/",
    "user-slash": "https://example.org\\@evil.example/",
    "user-percent": "https://example.org%40evil.example/",
    "host-unicode": "https://ехаmple.org",
    "host-full-width": "https://ｅxample.org",
    "host-dot-full-width": "https://example。org",
    "host-soft-hyphen": "https://exam&shy;ple.org",
    "host-empty": "https://",
    "host-one-label": "https://intranet/a",
    "host-number": "https://2130706433/",
    "host-hex": "https://0x7f000001/",
    "host-ip": "https://127.0.0.1/",
    "host-ip-short": "https://127.1/",
    "host-ip-6": "https://[::1]/",
    "host-dots": "https://example..org/",
    "host-dot-last": "https://example.org./",
    "host-hyphen": "https://-example.org/",
    "host-underscore": "https://a_b.example.org/",
    "host-long": f"https://{'a' * 64}.example.org/",
    "port-word": "https://example.org:http/",
    "port-huge": "https://example.org:999999/",
    "scheme-twice": "https://https://example.org",
    "nothing": "",
    "hash": "#",
    "hash-nowhere": "#nowhere-at-all",
    "dot": "./about.md",
    "climbing": "../../etc/passwd",
    "climbing-own": "/../../etc/passwd",
    "own-nowhere": "/nowhere/at/all/",
    "own-query": "/search/?q=a",
    "pelican-filename": "{filename}/pages/about.md",
    "pelican-static": "{static}/images/a.png",
    "pelican-attach": "{attach}a.pdf",
    "pelican-bar": "|filename|about.md",
    "template": "{{ url }}",
    "ours-nothing": "story:nobody",
    "ours-climbing": "story:../../etc/passwd",
    "ours-kind": "secret:key",
    "ours-capital": "Story:good-story",
    "ours-anchor-nothing": "event:good-event#nowhere",
    "mail-two": "mailto:a@example.org,b@example.org",
    "mail-header": "mailto:a@example.org%0ABcc:b@example.org",
    "mail-copy": "mailto:a@example.org?bcc=b@example.org",
    "mail-none": "mailto:",
    "mail-host": "mailto:team",
    "tel-code": "tel:*%2306%23",
    "tel-words": "tel:ring-us",
    "tel-long": "tel:9999999999999999999",
    "tel-pause": "tel:01632960123,,1",
}
_NOTED = {
    "tracking-campaign": "https://example.org/a?utm_source=news&utm_medium=email",
    "tracking-click": "https://example.org/a?fbclid=IwAR0abc",
    "tracking-reader": "https://example.org/a?b=c&mc_eid=1234567890",
    "secret-token": "https://example.org/a?access_token=abc",
    "secret-password": "https://example.org/a?user=x&password=hunter2",  # guard: meant
    "lookalike-punycode": "https://xn--xample-9uf.org/",
    "lookalike-punycode-cyrillic": "https://xn--80ak6aa92e.com/",
}
_WEB = "This may be [a place to go](%s) today."


def _links() -> Iterator[Case]:
    tables: Mapping[Outcome, Mapping[str, str]] = {Outcome.REFUSED: _LINKS, Outcome.CORRECTED: _NOTED}
    for outcome, table in tables.items():
        for name, address in table.items():
            data = page(_WEB % address).encode()
            case = f"link-{name}"
            yield Case(case, f"a link to {address[:60]!r}", Promise.LINKS, outcome, {f"pages/{case}.md": data}, line=6)
    for name in ("javascript", "javascript-entity", "data", "protocol-relative", "user-password", "mail-copy"):
        for way, text in {
            "reference": "This is [a place to go][r].\n\n[r]: %s",
            "button": '/// button | Go there now\n    link: "%s"\n///',
        }.items():
            case = f"link-{name}-by-{way}"
            data = page(text % _LINKS[name]).encode()
            what = f"a link by {way} to {_LINKS[name]!r}"
            yield Case(case, what, Promise.LINKS, Outcome.REFUSED, {f"pages/{case}.md": data})
    for name in ("javascript", "http", "user-password", "data", "protocol-relative"):
        address = _LINKS.get(name, "http://example.org/")
        case = f"link-{name}-in-field"
        data = header(f'source: "{address}"').encode()
        yield Case(case, f"a source at {address!r}", Promise.LINKS, Outcome.REFUSED, {f"pages/{case}.md": data}, line=4)


CASES = (
    *of_pages(
        Promise.WEB, Outcome.REFUSED, {f"code-{k}": (f"web code: {v[:50]!r}", page(v)) for k, v in _CODE.items()}
    ),
    *of_pages(
        Promise.WEB, Outcome.HARMLESS, {f"words-{k}": (f"words: {v[:50]!r}", page(v)) for k, v in _HARMLESS.items()}
    ),
    *_links(),
)
