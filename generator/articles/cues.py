"""Lines that tell something about an article: captions, bylines, outlets, author boxes; rules with examples."""

from __future__ import annotations

import re

from generator.articles.linerules import line_rule
from generator.articles.vocabulary import (
    AGENCY,
    CALENDAR_WORD,
    FEWEST_NAMES,
    NAME,
    NAMES,
    NEWSROOM,
    ROLE,
    STAFF,
    any_of,
)
from generator.compiled import regex

_YEAR = r"(?:1[89]|20)\d\d"
_CENTURIES = ("18", "19", "20")
_PHOTO = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|illustration|graphic|courtesy|handout|credit|screengrab|screenshot"
    r"|videos?)"
)
_LABELS = tuple(
    f"{word}{ending}"
    for word in ("photo", "photograph", "picture", "image", "credit", "source", "courtesy")
    for ending in ("", "s")
)
# "Friday, Aug. 19, 2016, photo", "undated handout image"
_PICTURE = r"(?:photo(?:graph)?|image|picture|frame grab|screen ?grab|handout)"
_TAKEN = rf"(?:[\w.]{{1,12}},? ){{0,5}}{_PICTURE}"
_GIVEN = r"(?:taken|made|shot|provided|released|distributed|obtained|posted|from|by)"
_PROPER = r"(?-i:[A-Z])[\w.'& -]{1,60}"
_NAMES_OF_OUTLETS = r"(?-i:[A-Z])[\w.'&-]{0,20}(?: (?-i:[A-Z])[\w.'&-]{0,20}){0,3}"

CAPTIONS = (
    line_rule("label", (
        r"[(\[]?(?:(?:image|photo|picture|video) (?:caption|credit|source)|photo(?:graph)?s?(?: by| courtesy(?: of)?)?"
        r"|picture|pictured|caption|file(?: photo| picture| image)?|above|image|illustration|graphic|credit"
        r"|photo illustration|archive photo|stock image) ?(?:[:|]|-{1,2} ) ?\S.{2,400}",
    ), "Image caption: The depot in Newbrook, pictured on May 14, 2024",
       "FILE - Graham Mbeki speaks in Newbrook, 11 May 2024.", "Photo: The scene in Ironby. (Mei Langley/Examiner)",
       "[Photo: The ferry in port]"),
    line_rule("agency style", (
        rf"in this {_TAKEN}(?:,| {_GIVEN}\b).{{10,380}}",
        rf"this (?:\w{{4,12}} )?{_PICTURE} {_GIVEN}\b.{{10,380}}",
    ), "In this Sept. 12, 2018, file photo, the mayor of Marrow opens the bridge.",
       "In this image taken from video, crews search the valley for a second day.",
       "This photo provided by the county shows the bridge before the flood took it."),
    line_rule("credit in front", (
        rf"© ?(?:{AGENCY}|AFP \d{{4}}) ?/ ?.{{20,380}}",
    ), "© REUTERS / Ann Roe(From left) the ministers of three valleys meet in Marrow on May 4, 2018"),
    line_rule("credit in brackets", (
        rf".{{3,400}}[(\[](?:[^()\[\]]{{0,80}}\b{_PHOTO}\b[^()\[\]]{{0,80}}|{_PROPER} ?/ ?(?-i:[A-Z])[\w.'/& -]{{1,60}}"
        rf"|{NAME}: {_NAMES_OF_OUTLETS}"
        rf"|via {AGENCY})[)\]]\.?",
        rf".{{3,400}}\b{_YEAR}\b.{{0,60}}[(\[](?:{AGENCY}|[^()\[\]]{{0,60}} via {AGENCY}|[^()\[\]]{{0,40}}\bfile\b"
        r"[^()\[\]]{0,40})[)\]]\.?",
        rf".{{3,300}}\b{_YEAR}\b.{{0,200}}\[{AGENCY}\]|[^.!?]{{10,200}} \[{AGENCY}\]",
    ), "A soldier stands on the road outside Bakhmut, Feb. 11, 2023. (Yevhenii Roe/Reuters)",
       "The chief gives a press conference on June 14, 2023. (Photo by AFP)",
       "Ministers meet at headquarters on Feb. 14, 2023. (Reuters)", "Crews search the valley on Sunday [EPA]",
       signs=(")", "]")),
    line_rule("credit after a stop", (
        rf".{{10,400}}[.!?]['\"]? {_PROPER}(?: ?/ ?{_PROPER}){{0,3}}(?:/ ?{AGENCY}| via {AGENCY})"
        rf"(?: via {_PROPER}|/{_PROPER})?\.?",
    ), "Ministers meet in Brussels, on Feb. 14, 2023. Johanna Roe/Reuters",
       "The spokesman attends a news conference on Feb. 18, 2022. Sputnik/Sergey Roe/Kremlin via Reuters",
       signs=("/", "via")),
    line_rule("agency in front of the name", (
        rf".{{10,400}}[.!?]['\"]? {AGENCY} ?/ ?{_PROPER}\.?",
        rf".{{10,400}} (?:{AGENCY} )?(?-i:PHOTOS?) ?[:|/] ?{_PROPER}",
    ), "The minister speaks to parliament in Marrow on May 4, 2018. REUTERS/Ann Roe",
       "Crews search the valley, on May 4, 2018. AFP PHOTO | ANN ROE", "Smoke above the valley / PHOTO: AP",
       signs=("/", "photo", "photos")),
    line_rule("agency after a year", (
        rf".{{10,400}}\b{_YEAR}\. (?:{AGENCY}|Handout)(?: photos?)?\.?",
    ), "The minister arrives at the talks in Geneva on Nov. 5, 2021. Reuters",
       signs=_CENTURIES),
    line_rule("labelled credit after a stop", (
        rf".{{3,400}}[.!?]['\"]? ?(?:file )?{any_of(_LABELS)}(?: credit)?"
        r"(?: ?:|\.{3}|…| by| courtesy of) ?.{2,200}",
        r".{3,400}[.!?]['\"]? ?© ?.{2,100}",
    ), "A view of the depot in June 2024. Credit: Daily Ledger archive", "The hall. Photograph: Jane Doe/AP",
       signs=(*_LABELS, "©")),
    line_rule("name behind a stop", (
        rf".{{10,400}}[.!?]['\"]? {NAME} ?/ ?{_NAMES_OF_OUTLETS}(?: file)?",
    ), "Police say three people were hurt in the valley. Ann Roe / Valley News file", signs=("/",)),
    line_rule("button behind", (
        r".{3,400} (?:view image in full ?screen|open image in gallery|(?:hide|toggle) caption)",
    ), "The depot in Ironby. View image in full screen", "Ann Roe speaks in Marrow. hide caption",
       signs=("image", "caption")),
    line_rule("who is pictured", (
        r"[^\"]{8,300}\((?:[^()]{1,30} )?pictured(?: [^()]{1,30})?\)(?:[^\".!?]{0,200}[^\".!?])?",
    ), "Inferno: the depot (pictured) in Ironby was alight and crews worked through the night", signs=("pictured",)),
    line_rule("labelled credit", (
        rf"(?:{_PHOTO} ?(?:by|:|courtesy of)|photo credit:?) .{{2,100}}",
    ), "Photograph: Jane Doe/Reuters", "Photo credit Jane Doe"),
    line_rule("credit alone", (
        rf"(?!by ){_PROPER}/ ?{AGENCY}(?: via {_PROPER})?|{_PROPER} via {AGENCY}|{AGENCY} photos?",
        rf"(?-i:[A-Z]{{2,8}}) ?/ ?{NAME}",
    ), "UNHCR/Ann Roe", "Jane Doe/Getty Images", "Pool via AP", "AP Photo", signs=("/", "via", "photo", "photos")),
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

# at the end of a line too long for these rules
PHOTO_CREDIT_END = regex(rf"\((?:[^()]{{0,40}}\b[Pp]hoto\b[^()]{{0,80}}|[^()]{{2,60}}/ ?{AGENCY})\)\.?$")

_FOREIGN_BY = ("Par", "Von", "Por", "Di", "Door", "Av", "Autor", "Auteur")
# groups: names, and after, what stands behind them
BYLINES_WITH_CUE = (
    line_rule("by", (
        rf"(?:(?:story|words|text|report|reported|written|posted|published|article|analysis|opinion|review) )?"
        rf"(?:by:? ){{1,2}}(?P<names>{NAMES})(?P<after>(?:,? (?:the )?{AGENCY}"
        rf"|,? ?(?:[|/·•,-]|in\b|for\b|at\b|from\b) ?.{{1,80}}| {ROLE}.{{0,40}}"
        rf"| [\w' ]{{1,40}} (?:{ROLE}|writers?))?)\.?",
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
# two words with a capital that name nobody, or somebody a picture shows
NO_AUTHOR = regex(
    r"'s\b|s'(?= )|\b(?:(?:Vice )?President|(?:Prime )?Minister|Senator|Governor|Mayor|Secretary|Chairman"
    r"|Spokes(?:wo)?man|MP"
    r"|Judge|General|Page|News|Images?|Photos?|Graphics|Materials|Summary|Timeline|Notes?|Links?|Police|Court|Office"
    r"|Logo|Crest|Forum|Council|Committee|Commission|Ministry|Department|University|College|School|Club|League"
    r"|Association|Federation|Foundation|Institute|Authority|Hospital|Airport|Station|Road|Street|County|City)\b"
    rf"|^[^a-z]+$|^[A-Z]{{3,5}} (?=.*[a-z])|^{NEWSROOM}$"
)
# a byline with a date on the same line, before or behind it
BYLINE_WITH_DATE = regex(
    rf"^(?:(?:by|author|written by|posted by):? )?(?P<names>{NAMES})(?=,? (?:on |[-|·•/] )?(?:{CALENDAR_WORD}\b|\d))"
    rf"|\bby (?P<after_date>{NAMES})$",
    re.IGNORECASE,
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
    line_rule("staff", (
        r"by (?!(?:our|web|news|special|online|digital|staff|an?|the)\b)"
        rf"(?P<outlet>(?-i:[A-Z])[\w'&-]{{0,20}}(?: (?-i:[A-Z])[\w'&-]{{0,20}}){{0,3}}) {STAFF}",
    ), "By WXYZ Staff", "By Valley Post Reporters"),
    line_rule("printed", (
        r"(?:first |originally )?published in (?P<outlet>(?-i:[A-Z]|the )[\w' ]{1,30}), [a-z]{3,9} \d.{4,20}",
    ), "Published in the Valley Post, May 4th, 2018"),
    line_rule("feed", (
        r"(?:the post .{2,200}|this (?:post|article|story)) (?:appeared first|was (?:first|originally) published"
        r"|(?:first|originally) appeared) (?:on|in|at|by) (?P<outlet>(?-i:[A-Z])[\w' &-]{1,40}(?:\.\w{2,6})?)\.?",
    ), "The post Dam holds after the flood appeared first on The Valley Post."),
)  # fmt: skip
