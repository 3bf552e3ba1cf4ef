"""Lines about an article that are no text of it: who contributed, corrections, contacts; rules with examples."""

from __future__ import annotations

from generator.articles.linerules import line_rule
from generator.articles.vocabulary import AGENCY, NAME, STAFF, UPDATED

CREDITS = (
    line_rule("contribution", (
        r".{2,160}\b(?:contributed|provided additional reporting|assisted) (?:to|with|in) (?:this|the) "
        r"(?:report|story|article|piece|dispatch)\b.{0,120}",
        rf"{NAME} reported from (?-i:[A-Z])[\w .]{{2,30}}"
        rf"(?:[,;] (?:and )?{NAME} from (?-i:[A-Z])[\w .]{{2,30}}){{0,3}}\.",
    ), "Reuters contributed to this report.", "Dana Whitlock reported from Washington, and Luis Ferrer from Miami.",
       "Press writers A. Smith and B. Jones contributed to this report from Kyiv.",
       signs=("contributed", "additional", "assisted", "reported")),
    line_rule("desk", (
        r"[\[(]?(?:additional |with )?(?:reporting|writing|editing|research|graphics?|translation)"
        r"(?: and (?:writing|editing|reporting))? (?:by|from) .{2,200}",
        r"[\[(]?(?:compiled|edited|translated|produced) by (?-i:[A-Z]).{1,80}",
        r"[\[(]?(?:with (?:files|inputs?|additional reporting|reporting|agency inputs?) from|with agenc(?:y|ies)|source"
        r"|sources|via|agencies) ?:? ?(?-i:[A-Z])[\w,/& .'-]{1,80}[\])]?",
    ), "(Reporting by Jane Doe in Brussels; Editing by John Roe)", "Additional reporting by Jane Doe",
       "With files from Reuters"),
    line_rule("agencies", (
        rf"[\[(\-/ ]{{0,3}}(?:(?:the )?{AGENCY}|agencies|staff|web desk|news desk|newsroom)"
        rf"(?:(?:/|, | and | & )(?:{AGENCY}|agencies)){{0,3}}[\])\-/ ]{{0,3}}\.?",
        r"(?:[\w']{2,20} ){1,3}(?:staff|reporters?|writers?) and (?:agencies|wires|wire services)",
        rf"by (?:[\w'&-]{{1,20}} ){{0,4}}{STAFF}",
        rf"{AGENCY} ?[|,/] ?(?-i:[A-Z])[\w .-]{{1,30}}",
        rf"[(\[]{AGENCY}(?: news agency)?,? (?-i:[A-Z])[a-z]{{2,8}}\.? \d{{1,2}}, \d{{4}}[)\]]",
    ), "(Xinhua News Agency May 4, 2018)", "(Reuters)", "AFP", "AP/Reuters", "Agencies", "PTI | Mumbai",
       "Example staff and agencies", "By Our Reporters", "By WXYZ Staff", "by a staff reporter"),
    line_rule("correction", (
        r"\W{0,3}this (?:article|story|post|report|page|piece|version) (?:was|has been|is|originally|first)\b.{0,60}\b"
        r"(?:amended|updated|corrected|edited|published|appeared|republished|translated|produced|clarified|revised)\b"
        r".{0,200}",
        r"\W{0,3}(?:correction|clarification|editors?'? ?s?'? note)(?:,? .{0,30})? ?[:(].{1,300}",
        r"a version of this (?:article|story) (?:appear|was published|ran)(?:s|ed)?\b.{0,160}",
        r"\W{0,3}(?:originally|first) published .{1,120}|republished .{1,120}",
    ), "This article was amended on 17 May 2024 to correct a name.",
       "Editor's note: an earlier version misspelled a name.", "Originally published by the Example."),
    line_rule("feed", (
        r"the post .{2,200} (?:appeared first|was first published) (?:on|in|at) (?-i:[A-Z]).{1,80}",
    ), "The post Dam holds after the flood appeared first on The Valley Post."),
    line_rule("update stamp", (
        rf"\W{{0,2}}{UPDATED}(?: (?:on|at))?:? .{{0,30}}\d{{1,4}}.{{0,60}}",
    ), "Last updated June 2, 2021", "Updated 14 June 2023 at 10:15", "Published: Wed 15 May 2024 15:14 GMT"),
    line_rule("contact", (
        r".{0,100}\b(?:can be (?:reached|contacted|emailed)|follow (?:him|her|them)|contact (?:him|her|the author)"
        r"|reach (?:him|her)) (?:at|on|via|@|through|by)\b.{0,120}",
        r"(?:do you have a (?:tip|story)|got a (?:tip|story)|send (?:us )?(?:your )?tips)\b.{0,120}",
    ), "Jane Doe can be reached at jane@example.org", "Follow him on Twitter @janedoe", "Got a tip? Write to us.",
       signs=("reached", "contacted", "emailed", "follow", "contact", "reach", "tip", "tips", "story")),
    line_rule("disclaimer", (
        r"(?:the (?:views|opinions)(?: and opinions)? expressed|disclaimer\b|our standards:"
        r"|except for the headline, this story)"
        r".{0,300}",
        r"this is a (?:developing|breaking)(?: news)? story\b.{0,100}",
    ), "This is a developing story. Stay with WXYZ for updates.",
       "The views expressed in this article are the author's own.",
       "Except for the headline, this story has not been edited by our staff."),
    line_rule("views", (
        r".{0,300}\bviews\b.{0,60} expressed(?: herein)? are solely (?:those|the author).{0,80}",
    ), "This may be edited for clarity. All views and conclusions expressed herein are solely those of the author.",
       signs=("views",)),
)  # fmt: skip
