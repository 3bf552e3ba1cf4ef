"""Lines of a news page that are no part of the article, as tables of rules with examples."""

from __future__ import annotations

import re

from generator.articles.linerules import line_rule
from generator.articles.vocabulary import NETWORK, SECTION, UPDATED
from generator.compiled import regex

_ICON = rf"(?:(?:icon|share|btn|ico)-)?{NETWORK}"
_RELATED = (
    r"(?:related|recommended|trending|popular|latest|also (?:read|on|in)|more (?:from|on|in|like)|must[- ]read"
    r"|most (?:read|viewed|popular|shared|recent|watched|commented)|editor'?s'? (?:picks?|choice)|read (?:next|more)"
    r"|up next|around the web|you (?:may|might) (?:also )?(?:like|be interested)|don'?t miss|what to read next|see also"
    r"|keep reading|in this (?:article|story))"
)
_COUNTED = r"(?:comments?|shares?|views?|likes?|replies|retweets|reads|responses|votes?)"

FURNITURE = (
    line_rule("share icons", (
        rf"{_ICON}(?:[ ,|/·•]{{1,3}}(?:and |on |via |by )?{_ICON}){{0,15}}",
    ), "icon-facebook icon-twitter icon-whatsapp", "twitter", "Tweet", "Print", "Facebook Twitter Email", "Copy link"),
    line_rule("share prompt", (
        r"(?:share|tweet|pin|post|send|print|save|e-?mail|forward|copy) (?:this|on|via|it|article|story|page|link|with"
        r" (?:friends|others)|now|options|full|to (?:clipboard|facebook|twitter|email))\b[^.]{0,60}",
        rf"(?:share this (?:item|article|story|page|post) (?:via|on) {NETWORK}(?: {NETWORK})? ?){{1,8}}",
    ), "Share this item via WhatsApp whatsapp Share this item on Reddit reddit Share this item on Facebook",
       "SHARE THIS ARTICLE", "Share on Facebook", "Share via e-mail", "Email this story", "Copy link to clipboard"),
    line_rule("follow prompt", (
        r"(?:follow|like|join|find|subscribe to) (?:us|our|the author)\b.{0,120}|(?:discuss|share|comment) as:?",
    ), "Follow us on Twitter", "Join our Telegram channel for updates."),
    line_rule("reading time", (
        r"(?:(?:est(?:imated|\.)? )?(?:reading|read) time:? ?(?:of )?)?[<~]?\d{1,3} ?-?(?:min(?:ute)?s?\.?|secs?)"
        r"(?: (?:read|listen|watch|of reading))?(?: time)?",
    ), "2 min read", "4 min", "Reading time: 3 minutes"),
    line_rule("player", (
        r"(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?/ ?(?:\d{1,2}:)?\d{1,2}:\d\d)?",
        r"(?:listen to|watch|play|listen|hear) (?:this|the) (?:article|story|video|audio|episode|report|clip)\b.{0,40}",
        r"(?:watch|hear|listen to) (?-i:[A-Z])[\w' -]{1,30} (?-i:News|TV|Radio|Live|Bulletin)",
        r"video player|play video|pause|mute|unmute|live (?:stream|updates)|now playing|autoplay|audio|\d{1,3} ?%|\d+x",
    ), "0:00", "0:00 / 3:12", "Listen to this article", "Watch this video",
       "Watch Valley Evening News"),
    line_rule("loading", (
        r"(?:loading|please wait|buffering)(?: \w{1,12}){0,2}(?:\.{1,3}|…)?",
    ), "Loading...", "Please wait…", "Loading comments"),
    line_rule("channel", (
        rf"(?:[^.!?]{{1,60}}[.!] )?(?:follow|join) (?:\S{{1,40}} ){{1,5}}(?:on {NETWORK}|channels?)\b.{{0,160}}",
    ), "Stay ahead of the curve! Follow The Valley Post on WhatsApp for breaking news.", "Join The Valley Post Channel",
       "Follow @reporter on X", signs=("follow", "join")),
    line_rule("appeal", (
        r"(?:[^\"]{0,300} )?your (?:donation|support|contribution|subscription)"
        r" (?:helps?|makes|allows?|means|enables?)\b[^\"]{0,160}",
    ), "We need reporters on the ground. Your donation allows us to keep sending journalists to the valley.",
       signs=("your",)),
    line_rule("founded", (
        r"[^.!?]{2,60} (?:est\.|established|founded)(?: in)? [\w ,]{0,14}(?:18|19|20)\d\d",
    ), "Marrow, Elbeland Est. May 19, 1883", signs=("est", "established", "founded")),
    line_rule("menu", (r"[\w&/' ]{2,32}(?: ?\| ?[\w&/' ]{2,32}){4,16}",),
              "Article index |Advertise | Mobile | RSS | About us| Services", signs=("|",)),
    line_rule("maker", (r"(?:[\w ]{2,20} )?powered by .{2,40}",), "Powered by Example", signs=("powered",)),
    line_rule("advertisement", (
        r"\W{0,3}(?:advertise?ment|advert|ads?|sponsored(?: content)?|paid (?:content|post)|promoted|partner content"
        r"|remove ads|why you see this ad|advertise with us|report (?:this )?ad)\W{0,3}",
        r"(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement|video|promotion))?\W{0,3}",
        r"(?:in (?:partnership|association|collaboration) with|(?:presented|brought to you) by)",
        r"(?:continue reading(?: below| the main story)?|scroll (?:down )?to continue(?: reading)?)\W{0,3}",
    ), "Advertisement", "- ADVERTISEMENT -", "Article continues below", "In partnership with",
       "Continue reading the main story"),
    line_rule("navigation", (
        r"(?:(?:skip|jump|back|go) to (?:\w+ ){0,6}(?:content|navigation|main|top|home(?:page)?|menu|footer|article)"
        r" ?){1,2}"
        r"|go back|(?:accessibility|source|external|quick|site|page) links?|license photo|(?:site )?search form"
        r"|article content",
        r"(?:sign|log) ?(?:in|up|out)(?: ?(?:/|or|\|) ?(?:sign up|register|log in|join|subscribe))?",
        r"(?:register|subscribe|donate)(?: now| today)?|my account|menu|toggle \w{1,12}|site ?map|e-?edition|homepage",
        r"(?:open|close|show|hide) (?:menu|navigation|search|search bar|sidebar|comments?|caption)",
        r"(?:previous|next)(?: (?:article|story|post|page))?|load more|show more|see (?:more|all)|view (?:all|more)",
        r"expand|collapse|read (?:the )?(?:full|original|more|less|rest)\b.{0,40}|print this page|today'?s paper"
        r"|showing posts (?:with|from) .{1,120}|placeholder image"
        r"|your (?:location|region|edition|city) ?: ?.{1,40}",
        r"view (?:original|in browser|gallery|image in full ?screen)",
        r"(?:get|download) (?:the|our)(?: \S{1,20}){0,4} app\b.{0,40}",
        r"search(?: this site| for:)?|topics|tags|newsletters?|accessibility.{0,20}|caption|image|photo",
        r"(?:zoom ?image ?){1,2}(?:zoom)?|open image in gallery|featured|premium",
    ), "Skip to main content", "Jump to navigationJump to main content", "Go to the Valley Post and Mail homepage",
       "Back to top", "Sign in", "Log in / Register", "Load more", "View image in fullscreen",
       "Download the new Valley Post mobile app here:", "Showing posts with label dams. Show all posts"),
    line_rule("click", (
        r".{0,80}\bclick (?:here )?to (?:print|enlarge|expand|zoom|tweet|share|download|play|subscribe)\b.{0,60}",
        r"\(?click here (?:to read .{0,40}|for (?:more|the full (?:story|article)))\W{0,3}",
    ), "(Click here for more!)", "Click Here to Read the Full Story:",
       "Ministry of Bridges Click to print this document", "Click here to download the map", signs=("click",)),
    line_rule("section", (
        rf"{SECTION}(?: ?(?:/|>|›|\||·|•) ?[\w&',. -]{{2,60}}){{0,5}}",
    ), "News / More", "World news", "POLITICS"),
    line_rule("breadcrumbs", (
        r"[\w&' -]{2,40}(?: ?[>›] ?[\w&' -]{2,60}){1,5}",
    ), "Home > World > Europe", "Start › Region › Elbe", "Home » World » Europe", signs=(">", "›")),
    line_rule("empty label", (
        rf"(?:{UPDATED}|by|author|written by|date|source|share|tags?|topics?|photo|caption|credit|image|video)"
        r"(?: on| at)? ?:|(?:last )?(?:published|updated|posted)(?: on)?",
    ), "Published", "Last updated", "Updated:", "Published:", "By:", "Tags:"),
    line_rule("tags", (
        r"(?:tags?|topics?|related(?: topics?| tags?)?|filed under|categor(?:y|ies)|posted in|keywords|labels|hashtags"
        r"|explore more on these topics|more (?:on|about)) ?: .{1,200}",
        r"(?:#\w{2,40}[ ,]{0,2}){1,15}",
    ), "Related topics: Eastfield | Business", "Tags: NATO, Ukraine", "#NATO #Ukraine", "Filed under: World"),
    line_rule("markup", (r"<(?:image|img|figure|iframe|video|script)\b.{1,400}", r"map: .{2,60}"),
              "<image>data:image/s3</image>", "Map: New Marrow 0872"),
    line_rule("age", (
        r"(?:an?|\d{1,2}) (?:seconds?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago",
    ), "3 hours ago", "a day ago"),
    line_rule("related link", (
        rf"(?:>{{1,2}} ?|▶ ?|- ?)?(?:{_RELATED}|read|watch|explained|listen|opinion|video|gallery|live|in pictures"
        r"|factbox)(?: more| also| next| now| this| here)? ?(?:[:|>]|-{1,2} ) ?\S.{1,160}",
    ), "READ MORE: Rosa Eriksen on what comes next", "RELATED | The stockpiles", "Also read: What ministers want",
       "» Read more: The stockpiles"),
    line_rule("newsletter", (
        r"(?:please |to )?(?:sign ?up|subscribe|register|get|receive|stay|enter|join|don'?t miss|never miss|become)\b"
        r".{0,120}\b(?:newsletters?|inbox|e-?mail(?: address)?|alerts?|bulletins?|briefing|notifications?|subscribers?"
        r"|subscription|unlimited access|up to date|free trial|terms of use|privacy policy|membership|member today)\b"
        r".{0,120}",
        r"(?:thanks?(?: you)? for (?:signing|subscribing)|you(?:'re| are) (?:now )?(?:subscribed|signed)).{0,80}",
    ), "Sign up for our daily newsletter. By signing up you agree to our Terms of Use.",
       "Get the latest news in your inbox", "Stay up to date with our alerts"),
    line_rule("consent", (
        r".{0,120}\b(?:cookies? (?:policy|settings|preferences|notice)|(?:uses?|accept|reject|allow|all|our) cookies"
        r"|privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|(?:and|&) conditions)"
        r"|manage (?:my )?(?:preferences|consent)|do not sell my)\b.{0,120}",
        r".{0,300}\b(?:our use of cookies|(?:uses|change your) cookie preferences)\b.{0,120}",
    ), "Cookie policy updated March 2023", "We use cookies to improve your experience.",
       "Privacy Policy | Terms of Use",
       "The Valley Post uses cookies to make the site better, to count its readers and for other purposes. Learn more. "
       "By continuing to use it, you agree to our use of cookies.",
       signs=("cookie", "cookies", "privacy", "terms", "manage", "sell")),
    line_rule("support prompt", (
        r"(?:support|fund|donate to|contribute to) (?:our|us|independent|quality) (?:\w+ )?(?:journalism|work|newsroom)"
        r".{0,160}",
        r"(?:this (?:article|story|content) is )(?:free|only|exclusive|reserved|available)(?: only)? (?:for|to) "
        r"(?:our )?(?:subscribers|members|registered).{0,80}",
        r"already a (?:subscriber|member)\?.{0,60}|by allowing ads .{2,160}",
    ), "Support our journalism", "Already a subscriber? Log in", "This article is only for subscribers"),
    line_rule("copyright", (
        r"\W{0,3}(?:©|\(c\)|copyright (?:©|\(c\)|19\d\d|20\d\d|by\b)).{0,200}",
        r".{0,120}\ball rights reserved\b.{0,120}",
        r".{0,120}\bretains? (?:the )?copyright\b.{0,80}",
        r".{0,60}\bmay not be (?:published|reproduced|republished|redistributed)\b.{0,160}",
    ), "© 2022 Chronicle. All rights reserved.", "Copyright 2023 The Associated Press.",
       "This material may not be published, broadcast or rewritten.",
       "Please note - all court copies are provided by an agency, who retain the copyright for all articles published.",
       signs=("retain","©", "(c)", "copyright", "reserved", "published", "reproduced", "republished", "redistributed")),
    line_rule("addresses", (
        r"(?:https?://|www\.)\S{3,400}|[\w.+-]{1,64}@[\w-]{1,60}\.[\w.]{2,40}",
        r".{0,80}\bcan (?:also )?be (?:accessed|reached|found) at the following\b.{0,80}",
        r"(?:tel|phone|fax|e-?mail|address|contact|web(?:site)?|url|link|source)(?: us)? ?: ?\S.{1,200}",
        r"(?:from|via) (?-i:[A-Z])[\w' &.-]{1,60} https?://\S{3,200}",
    ), "www.example.org", "https://example.org/a/b", "from The Valley Post http://example.org/1",
       "Email: desk@example.org",
       "The site can also be accessed at the following alternate addresses:",
       signs=(":", "www", "@", "following")),
    line_rule("comments", (
        r"(?:\d{1,6} )?(?:view|see|read|show|hide|leave|post|add|write|join|go to|all|no) (?:all |the |an? |your )?"
        r"(?:\d{1,6} )?(?:comments?|reply|replies|conversation|discussion)(?: \(?\d{0,6}\)?)?",
        rf"\(?[\d,.]{{1,9}}[km]?\)? {_COUNTED}(?: [\d,.]{{1,9}}[km]? {_COUNTED}){{0,3}}",
        r"comments? ?(?:\(\d{1,6}\)|\d{1,6}|: ?\d{1,6}|are closed\.?|off)|(?:views?|hits) ?: ?[\d,]{1,9}",
        r"be the first to comment\.?|reply|report abuse|welcome to the discussion\.?|use the comment form\b.{0,80}",
        r"reply ?delete|this site uses akismet\b.{0,100}|you have \d{1,5} characters left\.?",
    ), "Comments (47)", "12 comments", "Leave a reply", "1,204 views", "Comments are closed."),
    line_rule("ornament", (r"[\W_]{1,80}", r"\(?\d{1,2}[.)]?"), "***", "---", "• • •", "1."),
    line_rule("release marks", (
        r"(?:for (?:immediate )?release|embargoed until .{0,60}|(?:media|press) (?:contacts?|enquiries|inquiries)"
        r"|notes? to editors?|news release|press release|media advisory|office of the press secretary"
        r"|(?:press|media|communications) office)\W{0,3}",
    ), "FOR IMMEDIATE RELEASE", "Notes to editors", "Press contact:"),
    line_rule("wire slug", (
        r"(?-i:[A-Z]{2}-[A-Z][\w/,. -]{2,60})",
        r"(?:(?:1st|2nd|3rd|\d{1,2}th) )?(?:lead|ld|writethru|update \d{1,2})(?:[ -](?:lead|ld|writethru))?",
        r"eds?: .{1,160}|urgent|bulletin|flash",
    ), "BC-EU--NATO-Ukraine", "1st Ld-Writethru", "Eds: Updates with quotes."),
    line_rule("browser prompt", (
        r"\W{0,2}(?:this (?:page|site|video|content) (?:requires|is not (?:available|supported)|can'?t be)|your browser"
        r"|(?:please )?(?:enable|turn on) javascript|javascript (?:is|must)|an error (?:has )?occurred|page not found)"
        r".{0,160}",
    ), "Please enable JavaScript to view the comments.", "Your browser does not support the video tag.",
       "[an error occurred while processing this directive]"),
    line_rule("slogan", (
        r"(?:serving|covering|creating|bringing|reporting|delivering|providing|publishing|informing|celebrating|telling)"
        r" .{3,60} since (?:18|19|20)\d\d",
    ), "Serving the valley since 1871"),
    line_rule("summary", (
        r"(?:what (?:you need to know|we're covering)|key (?:points|takeaways)|story highlights)\W{0,2}",
    ), "What you need to know:", "Story highlights"),
    line_rule("list of links", (
        r"[\w&/' ]{2,32}(?: [-|·•] [\w&/' ]{2,32}){3,8}",
    ), "Bonds - Shares - Raw materials - New markets"),
    line_rule("comment rules", (
        r"(?:keep it clean|please turn off your caps lock|don't threaten|be (?:truthful|nice|proactive)"
        r"|share with us)\..{0,160}",
        r"the opinions expressed by .{3,120}",
    ), "Be truthful. Don't lie about anyone.", "The opinions expressed by readers are their own."),
)  # fmt: skip

# the start of a list of links: what follows it goes too, up to the next text
LIST_OPENERS = (
    line_rule("links", (
        rf"{_RELATED}(?: [\w&' -]{{1,50}})?:?",
        r"(?:latest|top|related|trending|other|more|recent) (?:news|stories|headlines|updates|posts|articles?|topics|"
        r"content|links|coverage|reading|tags|videos?)(?: now)?:?",
        r"trending|elsewhere|on this story|tags|topics|explore|(?:latest|more) posts by .{2,60}",
    ), "Most read", "Related Topics", "More from this section", "Read next", "You may also like", "Latest news"),
)  # fmt: skip

# what ends an article for good: marks of a press release, readers' comments
END_MARKS = regex(r"\W{0,4}(?:ends?|###|30)\W{0,4}", re.IGNORECASE)
COMMENT_HEADING = regex(
    r"(?:\(?\d{1,6}\)? )?(?:(?:reader )?comments?|responses|replies)(?: ?\(?\d{1,6}\)?)?:?", re.IGNORECASE
)
COMMENT_CUE = regex(
    r".{1,60}\b(?:says:?|said\.{3})|welcome to the discussion\.?|reply(?: ?delete)?|like|up ?vote"
    r"|.{0,60}\b(?:\d{1,2}|an?) (?:second|minute|hour|day|week|month|year)s? ago",
    re.IGNORECASE,
)
