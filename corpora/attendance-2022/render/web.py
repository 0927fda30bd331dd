"""Saved web pages: navigation, article, and the comment in which a saving tool notes address and time."""
import html
from datetime import datetime


def saved(page):
    """The bytes of a page as saved from a browser."""
    note = ""
    if page["captured"]:
        at = datetime.fromisoformat(page["captured"].rstrip("Z"))
        note = "<!--\n Page saved with a browser\n url: %s\n saved date: %s GMT+0000\n-->" % (page["url"], at.strftime("%a %b %d %Y %H:%M:%S"))
    metas = "".join('<meta property="article:%s_time" content="%sT09:00:00Z">\n' % (key, page[name]) for key, name in (("published", "published"), ("modified", "modified")) if page[name])
    out = []
    for kind, *rest in page["blocks"]:
        text = rest[-1]
        if kind == "ul":
            out.append("<ul>\n%s</ul>" % "".join("<li>%s</li>\n" % html.escape(one, quote=False) for one in text))
        elif kind == "time":
            out.append('<p class="date"><time datetime="%s">%s</time></p>' % (rest[0], html.escape(text)))
        elif kind == "small":
            out.append('<p class="small">%s</p>' % html.escape(text, quote=False))
        else:
            out.append("<%s>%s</%s>" % (kind, html.escape(text, quote=False), kind))
    return ("""<!DOCTYPE html>
<html lang="en">%s<head>
<meta charset="utf-8">
<title>%s - %s</title>
<link rel="canonical" href="%s">
%s<style>body { font-family: serif } .small { font-size: 80%% }</style>
<script>window.visits = 1</script>
</head>
<body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/about">About</a></nav>
<main><article>
%s
</article></main>
<footer><p>Reconstruction for tests, in our own words. Not the page of any organisation.</p></footer>
</body>
</html>
""" % (note, html.escape(page["title"]), html.escape(page["site"]), page["url"], metas, "\n".join(out))).encode("utf-8")
