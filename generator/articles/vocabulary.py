"""The words of news pages: agencies, networks, sections, roles, names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.compiled import regex


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


NEWS_AGENCIES = (
    "AP", "Associated Press", "The Associated Press", "Reuters", "REUTERS", "AFP", "Agence France-Presse", "EFE", "dpa",
    "DPA", "UPI", "PA", "PA Media", "PA Wire", "Press Association", "ANSA", "TASS", "Sputnik", "Xinhua", "Kyodo",
    "Yonhap", "IANS", "PTI", "ANI", "Bloomberg", "Anadolu", "Anadolu Agency", "Ukrinform", "Interfax", "WAM", "Bernama",
    "APP", "AAP", "CP", "The Canadian Press", "Canadian Press", "TT", "NTB", "Ritzau", "Lusa", "Belga", "ANP", "APA",
    "MTI", "PAP", "CTK", "Tanjug", "KCNA", "VNA", "Antara", "NAN",
)  # fmt: skip
PICTURE_AGENCIES = (
    "EPA", "EPA-EFE", "Getty Images", "Getty", "Shutterstock", "Alamy", "Zuma", "Handout", "Pool", "POOL", "NurPhoto",
    "Abaca", "SIPA", "Unsplash", "iStock", "Flickr", "Wikimedia Commons",
)  # fmt: skip
BROADCASTERS = (
    "ABC", "Al Jazeera", "BBC", "CBC", "CBS", "CNN", "CTV", "Euronews", "ITV", "NBC", "NDTV", "NPR", "PBS", "RNZ",
    "RTE", "RTÉ", "SBS", "STV", "TVNZ",
)  # fmt: skip
NETWORKS = (
    "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "email", "e-mail", "mail",
    "instagram", "youtube", "tiktok", "messenger", "flipboard", "tumblr", "print", "copy link", "link", "copy", "line",
    "viber", "vk", "weibo", "wechat", "sms", "rss", "threads", "bluesky", "mastodon", "snapchat", "xing", "pocket",
    "google news", "apple news", "facebook messenger", "more", "share", "tweet", "post", "pin", "save", "bookmark",
    "comment", "comments", "like", "flip", "icon", "close", "url", "gift this article", "gift",
)  # fmt: skip
SECTIONS = (
    "news", "more", "home", "world", "world news", "politics", "business", "sport", "sports", "opinion", "culture",
    "lifestyle", "technology", "tech", "science", "health", "europe", "asia", "africa", "americas", "americas news",
    "middle east", "u.s.", "us", "us news", "uk", "uk news", "usa", "international", "national", "local", "latest",
    "latest news", "breaking", "breaking news", "headline news", "top stories", "video", "videos", "live",
    "exclusive", "analysis", "commentary", "editorial", "features", "feature", "explainer", "economy", "markets",
    "environment", "climate", "entertainment", "travel", "weather", "defence", "defense", "education", "crime",
    "society", "headlines", "media", "press releases", "newsroom", "blog", "magazine", "podcast", "podcasts",
    "photos", "pictures", "gallery", "menu", "search", "sections", "conflict", "global", "australia", "canada",
    "china", "india", "israel", "ukraine", "russia", "arts", "books", "film", "music", "food", "style", "money",
    "property", "cars",
)  # fmt: skip
ROLES = (
    "reporter", "correspondent", "journalist", "editor", "writer", "columnist", "producer", "author", "contributor",
    "freelancer", "blogger", "broadcaster", "analyst", "fellow", "chief", "staff",
)  # fmt: skip
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
)  # fmt: skip

AGENCY = f"(?-i:{any_of((*NEWS_AGENCIES, *PICTURE_AGENCIES))})"
# one that publishes text, by a name that a byline may have right behind the person's
NEWSROOM = (
    rf"(?-i:{any_of(NEWS_AGENCIES)}|{any_of(BROADCASTERS)}(?: [A-Z][a-z]{{1,15}})?"
    r"|(?:Fox|Global|Sky|Bloomberg|Kyodo|Yonhap|Sputnik) News)"
)
NETWORK = any_of(NETWORKS)
SECTION = any_of(SECTIONS)
ROLE = any_of(ROLES)
UPDATED = r"(?:last )?(?:updated|modified|published|posted|edited|reviewed)"
CALENDAR_WORD = any_of({*MONTHS, *SHORT_MONTHS, *WEEKDAYS})

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_POSTS = (
    "reporter", "reporters", "correspondent", "correspondents", "journalist", "editor", "editors", "writer", "writers",
    "columnist", "producer", "staff", "desk", "bureau", "newsroom", "team",
)  # fmt: skip
# a capital tells nobody's name in these
_NO_NAMES = (
    "By",
    "Our",
    *(word.capitalize() for word in (*MONTHS, *SHORT_MONTHS, *WEEKDAYS)),
    *(case(word) for word in _POSTS for case in (str.capitalize, str.upper)),
)
STAFF = any_of(_POSTS)  # what a newsroom calls those it doesn't name
_NAME_PART = rf"(?!{any_of(_NO_NAMES)}\b){_CAPITAL}[\w'.-]{{0,25}}"
_PARTICLE = "(?:de|da|di|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos|y|ter|ten)"
# a person's name, in a folded line: two words or more, particles between them
NAME = rf"(?-i:{_NAME_PART}(?: (?:{_PARTICLE} ){{0,2}}{_NAME_PART}){{1,3}})"
NAMES = rf"{NAME}(?:(?:, and |, | and | & ){NAME}){{0,5}}"
# the same, as few parts as will do where more words follow
FEWEST_NAMES = NAMES.replace("{1,3})", "{1,3}?)")

# what ends the name of a paper or agency and hardly anybody's surname
_PAPERS = (
    "news", "times", "herald", "tribune", "journal", "chronicle", "gazette", "press", "observer", "telegraph",
    "courier", "examiner", "ledger", "bulletin", "wire", "agency", "tv", "radio", "magazine",
    "wire service", "news service",
)  # fmt: skip
PAPER = any_of((*map(str.title, _PAPERS), "TV"))
# and of more of them, where a person is named already
_MORE_PAPERS = (
    "Post",
    "Mail",
    "Standard",
    "Express",
    "Guardian",
    "Independent",
    "Dispatch",
    "Sentinel",
    "Argus",
    "Echo",
)
NAMED_PAPER = any_of((*map(str.title, _PAPERS), "TV", *_MORE_PAPERS))
PRESS_WORDS = regex(
    rf"\b(?:{any_of(_PAPERS)}|post|bbc|cnn|reuters|guardian|daily|mail|sun|mirror|independent|standard|express|globe|star"
    r"|today|online|report|beacon|dispatch|sentinel|argus|echo|advertiser)\b",
    re.IGNORECASE,
)
