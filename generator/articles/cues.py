"""Lines that tell something about an article: captions, bylines, outlets, author boxes; rules with examples."""

from __future__ import annotations

import re

from generator.articles.linerules import line_rule
from generator.articles.vocabulary import AGENCY, CALENDAR_WORD, FEWEST_NAMES, NAME, NAMES, ROLE, any_of
from generator.compiled import regex

_YEAR = r"(?:1[89]|20)\d\d"
_CENTURIES = ("18", "19", "20")
_PHOTO = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|illustration|graphic|courtesy|handout|credit|screengrab|screenshot)"
)
_LABELS = tuple(
    f"{word}{ending}"
    for word in ("photo", "photograph", "picture", "image", "credit", "source", "courtesy")
    for ending in ("", "s")
)
_PROPER = r"(?-i:[A-Z])[\w.'& -]{1,60}"

CAPTIONS = (
    line_rule("label", (
        r"[(\[]?(?:(?:image|photo|picture|video) (?:caption|credit|source)|photo(?:graph)?s?(?: by| courtesy(?: of)?)?"
        r"|picture|pictured|caption|file(?: photo| picture| image)?|above|image|illustration|graphic|credit"
        r"|photo illustration|archive photo|stock image) ?(?:[:|]|-{1,2} ) ?\S.{2,400}",
    ), "Image caption: The depot in Newbrook, pictured on May 14, 2024",
       "FILE - Graham Mbeki speaks in Newbrook, 11 May 2024.", "Photo: The scene in Ironby. (Mei Langley/Examiner)",
       "[Photo: The ferry in port]"),
    line_rule("credit in brackets", (
        rf".{{3,400}}[(\[](?:[^()\[\]]{{0,80}}\b{_PHOTO}\b[^()\[\]]{{0,80}}|{_PROPER} ?/ ?(?-i:[A-Z])[\w.'/& -]{{1,60}}"
        rf"|via {AGENCY})[)\]]\.?",
        rf".{{3,400}}\b{_YEAR}\b.{{0,60}}[(\[](?:{AGENCY}|[^()\[\]]{{0,60}} via {AGENCY}|[^()\[\]]{{0,40}}\bfile\b"
        r"[^()\[\]]{0,40})[)\]]\.?",
    ), "A soldier stands on the road outside Bakhmut, Feb. 11, 2023. (Yevhenii Roe/Reuters)",
       "The chief gives a press conference on June 14, 2023. (Photo by AFP)",
       "Ministers meet at headquarters on Feb. 14, 2023. (Reuters)",
       signs=(")", "]")),
    line_rule("credit after a stop", (
        rf".{{10,400}}[.!?]['\"]? {_PROPER}(?: ?/ ?{_PROPER}){{0,3}}(?:/ ?{AGENCY}| via {AGENCY})"
        rf"(?: via {_PROPER}|/{_PROPER})?\.?",
    ), "Ministers meet in Brussels, on Feb. 14, 2023. Johanna Roe/Reuters",
       "The spokesman attends a news conference on Feb. 18, 2022. Sputnik/Sergey Roe/Kremlin via Reuters",
       signs=("/", "via")),
    line_rule("agency after a year", (
        rf".{{10,400}}\b{_YEAR}\. (?:{AGENCY}|Handout)\.?",
    ), "The minister arrives at the talks in Geneva on Nov. 5, 2021. Reuters",
       signs=_CENTURIES),
    line_rule("labelled credit after a stop", (
        rf".{{3,400}}[.!?]['\"]? ?{any_of(_LABELS)}(?: credit)?"
        r"(?: ?:|\.{3}|…| by| courtesy of) ?.{2,100}",
        r".{3,400}[.!?]['\"]? ?© ?.{2,100}",
    ), "A view of the depot in June 2024. Credit: Daily Ledger archive", "The hall. Photograph: Jane Doe/AP",
       signs=(*_LABELS, "©")),
    line_rule("labelled credit", (
        rf"(?:{_PHOTO} ?(?:by|:|courtesy of)|photo credit:?) .{{2,100}}",
    ), "Photograph: Jane Doe/Reuters", "Photo credit Jane Doe"),
    line_rule("credit alone", (
        rf"{_PROPER}/ ?{AGENCY}(?: via {_PROPER})?|{_PROPER} via {AGENCY}",
    ), "Jane Doe/Getty Images", "Pool via AP", signs=("/", "via")),
    line_rule("scene", (
        r"(?:(?:(?:file|undated|handout|archive|aerial|satellite) (?:photo|picture|image|photograph|handout|view)"
        r"|(?:an?|the) (?:general |aerial |satellite )?(?:view|photo|picture|image|photograph|screengrab|still))"
        rf"(?: of| shows| taken| from| released| provided)\b)[^\"]{{5,300}}\b{_YEAR}\b.{{0,60}}",
    ), "A view of the refinery in Eastfield in April 2020.", "File photo of ministers in Brussels in June 2021"),
    line_rule("pose", (
        r"[^\"]{8,300}(?:\b(?:is|are) (?:seen|pictured|shown)\b|, pictured\b|\bin this (?:file |undated |handout "
        r"|aerial |satellite |frame |video )?(?:photo|picture|image|screengrab|still)"
        r"|\((?:left|right|cent(?:er|re)|[lrc])\))"
        rf"[^\"]{{0,200}}\b{_YEAR}\b.{{0,80}}",
    ), "The minister is seen at the base in Tapa, Estonia, on May 2, 2019.",
       "Police stand guard in this file photo from 2019.",
       signs=_CENTURIES),
)  # fmt: skip

_FOREIGN_BY = ("Par", "Von", "Por", "Di", "Door", "Av", "Autor", "Auteur")
# groups: names, and after, what stands behind them
BYLINES_WITH_CUE = (
    line_rule("by", (
        rf"(?:(?:story|words|text|report|reported|written|posted|published|article|analysis|opinion|review) )?by:? "
        rf"(?P<names>{NAMES})(?P<after>(?:,? (?:the )?{AGENCY}|,? ?(?:[|/·•,-]|in\b|for\b|at\b|from\b) ?.{{1,80}}"
        rf"| {ROLE}.{{0,40}}| [\w' ]{{1,40}} (?:{ROLE}|writers?))?)\.?",
    ), "By Leila Ashdown and Fatima Langley", "By Terence Ibarra, Evening Post staff", "BY Jane Doe | Brussels",
       "Written by Jane van der Doe", signs=("by",)),
    line_rule("label", (
        rf"(?:(?:author|writer|reporter|correspondent|journalist)s? ?:|(?-i:{any_of(_FOREIGN_BY)})\b:?) ?"
        rf"(?P<names>{NAMES})(?P<after>.{{0,60}})",
    ), "Author: Jane Doe", "Par Claire Dubois", signs=(":", *map(str.lower, _FOREIGN_BY))),
)  # fmt: skip
# these hold only above the text and below the headline: a subheading may look the same
BYLINES_IN_HEADER = (
    line_rule("name and outlet", (
        rf"(?P<names>{NAMES})(?P<after> ?[|·•] ?(?-i:[A-Z])[\w&' .-]{{1,40}})",
    ), "Yusuf Ortiz | Gazette", "Jane Doe · The Example"),
    line_rule("name and role", (
        rf"(?P<names>{FEWEST_NAMES})(?P<after>,? (?:in (?-i:[A-Z])[\w ]{{1,20}}|(?:[\w']{{2,15}} ){{0,4}}{ROLE}s?"
        r"(?: (?:in|at|for|of) .{1,40})?))",
    ), "Jane Doe, Diplomatic Correspondent", "Jane Doe Staff Writer", "Jane Doe in Brussels"),
    line_rule("name", (rf"(?P<names>{NAMES})(?P<after>)",), "Tom Ozimek", "Jane Doe and John Roe"),
)  # fmt: skip
BYLINES = BYLINES_WITH_CUE + BYLINES_IN_HEADER
# a byline with a date on the same line, before or behind it
BYLINE_WITH_DATE = regex(
    rf"^(?:(?:by|author|written by|posted by):? )?(?P<names>{NAMES})(?=,? (?:on |[-|·•/] )?(?:{CALENDAR_WORD}\b|\d))"
    rf"|\bby (?P<after_date>{NAMES})$",
    re.IGNORECASE,
)
# the outlet in what follows the names
BYLINE_OUTLET = regex(
    r"(?: ?[|·•] ?|, | for )(?:(?:\w+ )?(?:staff|correspondent|reporter)(?: writer)? (?:at|of|for) )?"
    r"(?P<outlet>(?:[Tt]he )?[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3})(?: staff.{0,20})?"
)
AUTHOR_BOX = regex(
    rf"(?P<names>{NAME}) (?:is|was|has been|has worked|has covered|works|covers|writes|reports|joined|serves"
    rf"|contributes)\b.{{0,120}}\b(?:{ROLE}s?|journalism|covering|covers|newsroom|bureau|freelance|writes|reports)\b.{{0,900}}"
)
AUTHOR_BOX_OUTLET = regex(
    rf"\b{ROLE}s?\b[\w ,'-]{{0,40}}? (?:for|at|with) "
    r"(?P<outlet>(?:[Tt]he )?[A-Z][\w'&-]*(?: (?:of |and )?[A-Z][\w'&-]*){0,4})"
)
OUTLETS = (
    line_rule("own site", (
        r"(?P<outlet>(?-i:[A-Z])[\w' &.-]{1,40}?)'s (?:web ?site|site|app|mobile app|newsletter) .{3,200}",
    ), "Example TV's website can also be accessed at the following alternate addresses:"),
    line_rule("copyright", (
        r"\W{0,3}(?:©|\(c\)|copyright)[ ,©]{0,3}(?:by )?(?:(?:19|20)\d\d(?: ?[-,] ?(?:19|20)?\d\d)?,? )?(?:by )?"
        r"(?P<outlet>(?-i:[A-Z]|the )[\w'& ]{1,40}?)"
        r"(?:,? (?:ltd|inc|llc|limited|corp|corporation|company|plc|gmbh)\b.{0,10})?"
        r"(?:(?:[.,|]| all rights| (?:19|20)\d\d).{0,160})?",
    ), "© 2022 Chronicle. All rights reserved.", "Copyright 2023 The Associated Press. All rights reserved."),
)  # fmt: skip
