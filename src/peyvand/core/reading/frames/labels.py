"""The labels that a language's words may carry: what a frame can ask for, with what each one means."""

from __future__ import annotations

# What the cities may be tied by.
TIES = {
    "sister": "a tie between cities or a city so tied: sister city, twin town, twinning",
    "sistering": "to become sister cities, to twin",
    "friend": "a pact of friendship",
    "mou": "a memorandum of understanding, a letter of intent",
    "pact": "an agreement, a treaty, a document",
    "tie": "relations, links, cooperation, partnership of any kind",
}
# Words that name a step.
STEPS = {
    "sign": "to sign, to seal, to conclude",
    "become": "to become, to be declared, to establish, to enter into",
    "approve": "to give leave: to approve, vote for, ratify, authorise",
    "propose": "to suggest, to ask for, to offer",
    "talk": "to meet, to discuss, to negotiate",
    "draft": "to draw up a text, to send it for signature",
    "renew": "to extend, renew, revive, resume",
    "suspend": "to stop for a time",
    "end": "to cancel, dissolve, break off",
    "visit": "to go there: visit, trip, arrive",
    "host": "to receive or welcome guests",
    "invite": "to ask to come",
    "festival": "a week, an exhibition, a ceremony, a place named after the partner",
    "exchange": "to send pupils, students, artists, staff to each other",
    "school_exchange": "an exchange that says of whom: student exchange, homestay",
    "stand": "that a tie is in force: is, has been, remain, since",
    "own": "to have partners: has, counts",
    "list": "what opens a list of partners: are, namely, include",
}
# What is said about a step.
CUES = {
    "not": "a negation of the word beside it",
    "refuse": "a refusal, failure or denial of what is named: rejected, failed, postponed for good",
    "untrue": "that a report is not so: is false, rumours that",
    "will": "a helper of the future beside a verb",
    "plan": "intention, schedule, expectation",
    "may": "a helper of possibility or duty: could, should",
    "wish": "hope, desire, readiness, call",
    "if": "a condition",
    "aim": "before a verb that is only meant to be done: to, in order to",
    "bidden": "before an invitation that was followed: at (the invitation of)",
    "rite": "a ceremony, of which is said when a step takes place",
    "did": "that what a noun names took place: was held, took place",
    "passive": "a helper of the future that makes a passive of the present as well: «wird»",
    "just": "before an infinitive: that it has happened just now: «vient de»",
    "announce": "to make known that a step is taken, whose noun follows: announced (the end of)",
    "said": "to say, to report",
}
# Who acts, and words that point back.
ACTORS = {
    "delegation": "people who travel for a city, guests",
    "municipality": "a city as a body",
    "city": "a word before the name of a city: city of, town",
    "students": "who or what is exchanged: pupils, artists, staff",
    "two_cities": "both of the pair: the two cities, both mayors, each other",
    "this_city": "one of the pair: the city, our town, here",
    "each_other": "one another",
    "several": "several ties or partners at once, none of them named: these partnerships, its twin towns",
    "generic": "any city, any such tie: a city in, cities that",
    "latter": "the last of the ties named before: the latter pact, this last twinning",
    "partner": "the other one: its counterpart, the partner city",
    "society": "those who tend a tie and are none: a twinning association, a sister city committee",
    "other_tie": "a tie of no city: sister school, twin brother, twin towers",
    "report": "what a meeting approves that is no tie: report, accounts, minutes, budget",
    "not_city": "bodies that are no city: university, province, port, company, state",
    "institution": "those of them that sign for themselves: university, school, hospital, chamber, company",
    "states": "states and their heads",
}
# Small words.
SMALL = {
    "with": "leads a partner in",
    "between": "leads two partners in",
    "and": "joins names in a list",
    "in": "small words before names, and between a city and its country",
    "where": "those of them that say where something takes place: in, at",
    "to": "says where to",
    "from": "says where from",
    "once": "that what stands behind (Turkish: before) comes first: once the pact is signed, as soon as",
    "until": "before what has to come first: until peace is restored",
    "after": "behind the names of others that came before: after X and Y (where such words stand behind)",
    "ago": "behind a step: that time is counted from it: years since, the anniversary of",
    "soon": "when something is still to come: next week, tomorrow",
    "now": "that what is told holds today: to date, at present",
    "attribute": "behind a verb: that it only says which of the things named behind is meant",
    "near": "before a place that only says where another one lies",
    "cut": "begins another clause: but, while, which, because",
    "filler": "says nothing, and is no name though written with a capital",
    "honorific": "stands before a person's name: Mr, Dr",
    "number_of": "tells a number that stands behind: the number of … rose to",
    "count_of": "stands in a number that counts something else: votes, members, articles",
}
BODIES = {
    "city_council": "the council of a city",
    "interior_ministry": "the ministry of the interior",
    "foreign_ministry": "the ministry of foreign affairs",
    "president": "the head of state",
    "governor": "the governor of a province or state",
    "other:Cabinet": "the government",
    "other:Parliament": "the parliament",
    "other:Committee": "a committee of a council",
}
ROLES = (
    "mayor", "deputy_mayor", "council_chair", "council_member", "ambassador", "consul", "governor", "minister",
    "president", "head", "deputy", "member", "spokesperson", "representative", "other",
)  # fmt: skip
AREAS = (
    "sustainable_development", "quality_of_life", "culture", "tourism", "economy", "trade", "industry",
    "urban_management", "health", "science", "education", "transport", "waste", "urban_services", "environment",
    "heritage", "handicrafts", "sport", "technology", "agriculture", "youth", "media", "energy", "emergency",
    "religion", "food", "housing", "water",
)  # fmt: skip

GROUPS = {
    "frames": {**TIES, **STEPS, **CUES, **ACTORS, **SMALL},
    "bodies": BODIES,
    "roles": dict.fromkeys(ROLES, ""),
    "areas": dict.fromkeys(AREAS, ""),
}
_PREFIXES = {"frames": "", "bodies": "body:", "roles": "role:", "areas": "area:"}
LABELS = tuple(_PREFIXES[group] + label for group, labels in GROUPS.items() for label in labels)
BITS = {label: 1 << at for at, label in enumerate(LABELS)}
# What a label says besides.
IMPLIED = {"institution": BITS["not_city"]}
# Small words before names.
IN = BITS["in"] | BITS["where"]
# Every label of a group at once.
ANY_BODY = sum(bit for label, bit in BITS.items() if label.startswith("body:"))
ANY_ROLE = sum(bit for label, bit in BITS.items() if label.startswith("role:"))
ANY_AREA = sum(bit for label, bit in BITS.items() if label.startswith("area:"))


def label_of(group: str, name: str) -> str:
    """The label of a name in a group of the word lists. Raises KeyError for one that no frame knows."""
    label = _PREFIXES[group] + name
    if label not in BITS:
        raise KeyError(label)
    return label


def labels_in(mask: int, prefix: str) -> list[str]:
    """The names of one group that a mask holds, without the group's prefix."""
    return [label[len(prefix) :] for label, bit in BITS.items() if bit & mask and label.startswith(prefix)]
