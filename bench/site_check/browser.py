"""What Debian's Chromium shows of a site: weight, requests, layout shift, sideways scroll, tab stops, axe-core."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from sites import Result, Site, none_of

TOOLS = Path(__file__).parent / "node_modules"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run --disable-quic"
).split()
PAGE_BYTES = {"small": 20_000, "big": 60_000}
SCRIPT_BYTES = 4_096
MOST_REQUESTS = 3
MOST_SHIFT = 0.01
# width of the screen in CSS pixels, and how many times as large as usual the text is
SCREENS = ((320, 1), (320, 2), (768, 2), (1280, 2))
LOADED = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map(entry => [entry.name, entry.encodedBodySize])"""
SHIFT = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(0), 200);
})"""
FOCUSED = """() => {
  const at = document.activeElement;
  return [at.closest(".event")?.id ?? "", getComputedStyle(at).outlineStyle, at === document.body];
}"""


def check_in_browser(site: Site) -> Iterator[Result]:
    """Every goal that needs a browser and nothing else, and axe-core's where it is installed."""
    if not CHROMIUM:
        yield Result("the goals measured in Chromium", "there is no Chromium on this machine", None)
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield from check_loading(site, browser)
        yield check_scroll(site, browser)
        yield check_tab_stops(site, browser)
        yield check_without_script(site, browser)
        yield check_axe(site, browser)
        browser.close()


def check_loading(site: Site, browser: Browser) -> Iterator[Result]:
    """What each kind of page loads, of whom, and whether it moves while it does; the worst counts."""
    weights, counts, others, shifts = {}, {}, [], {}
    for path in site.kinds():
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(site.address + path, wait_until="networkidle")
        loaded = [(name, size) for name, size in page.evaluate(LOADED) if not name.startswith("data:")]
        weights[path], counts[path] = sum(size for _, size in loaded), len(loaded)
        others += [f"{path} asks for {name}" for name, _ in loaded if not name.startswith(site.address)]
        shifts[path] = page.evaluate(SHIFT)
        page.close()
    goal = PAGE_BYTES[site.size]
    yield _worst(f"a page with all it loads, gzip ≤ {goal:,} B", weights, goal)
    yield _worst(f"requests of a page ≤ {MOST_REQUESTS}", counts, MOST_REQUESTS)
    yield none_of("requests to others 0", others, f"{len(counts)} kinds of page")
    yield _worst(f"layout shift ≤ {MOST_SHIFT}", shifts, MOST_SHIFT)
    page = browser.new_page()
    script = page.request.get(f"{site.address}finder.js").headers["content-length"]
    page.close()
    yield Result(f"finder ≤ {SCRIPT_BYTES:,} B gzip", f"{int(script):,} B", int(script) <= SCRIPT_BYTES)


def _worst(goal: str, measured: dict[str, float], limit: float) -> Result:
    path, worst = max(measured.items(), key=lambda pair: pair[1])
    return Result(goal, f"{worst:,} ({path})", worst <= limit)


def check_scroll(site: Site, browser: Browser) -> Result:
    """No page is wider than the screen, with text twice as large neither."""
    page, found = browser.new_page(), []
    for path in site.kinds():
        page.goto(site.address + path)
        for width, text in SCREENS:
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(f"document.documentElement.style.fontSize = '{17 * text}px'")
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found.append(f"{path} at {width} px, text {text}00 %")
    page.close()
    return none_of("sideways scroll 0", found, f"{len(site.kinds())} kinds of page, 320 px and 200 % text")


def check_tab_stops(site: Site, browser: Browser) -> Result:
    """Tab goes through the whole of the longest timeline page, reaches every event, and shows where it is."""
    goal, page = "Tab reaches every event, focus seen at every stop", browser.new_page()
    page.goto(site.address + site.timeline())
    events = set(page.evaluate("[...document.querySelectorAll('.event[id]')].map(event => event.id)"))
    stops, unseen, reached = 0, 0, set()
    while True:
        page.keyboard.press("Tab")
        event, outline, is_over = page.evaluate(FOCUSED)
        if is_over:
            break
        stops += 1
        unseen += outline == "none"
        reached.add(event)
    page.close()
    measured = f"{len(events & reached)} of {len(events)} events, {unseen} of {stops} stops unseen"
    return Result(goal, measured, events <= reached and not unseen)


def check_without_script(site: Site, browser: Browser) -> Result:
    """Every event of the longest timeline page with its quotation and a source, and no finder."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + site.timeline())
    events = page.locator(".event").count()
    parts = [page.locator(f".event {part}:visible").count() for part in ("h3 a", "blockquote", ".chips li:first-child")]
    finder = page.locator(".finder:visible").count()
    context.close()
    return Result("JavaScript needed for none", f"{min(parts)} of {events} events whole", min(parts) == events > finder)


def check_axe(site: Site, browser: Browser) -> Result:
    """axe-core's findings over every kind of page: A, AA and best practice, light and dark, narrow and wide."""
    goal, script, found, views = "axe-core violations 0", TOOLS / "axe-core" / "axe.min.js", [], 0
    if not script.is_file():
        return Result(goal, "axe-core is not installed: npm ci could not fetch it here", None)
    for scheme in ("light", "dark"):
        for width in (320, 1280):
            screen = {"width": width, "height": 900}
            context = browser.new_context(viewport=screen, color_scheme=scheme, bypass_csp=True)
            page = context.new_page()
            for path in site.kinds():
                page.goto(site.address + path)
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                page.evaluate(script.read_text(encoding="utf-8"))
                violations = page.evaluate("axe.run().then(result => result.violations)")
                found += [f"{path} {scheme} {width}px {v['id']} ({len(v['nodes'])})" for v in violations]
                views += 1
            context.close()
    return none_of(goal, found, f"{views} page views")
