"""Who speaks or acts: names as they stand on the page, roles, bodies; and who is not taken for a person."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.gazetteer import Gazetteer, Level, Place, PlaceMention, find_places
from peyvand.core.reading.model import Person
from peyvand.core.reading.persons.people import find_people
from peyvand.core.text import Folded, Span, fold
from peyvand.lexicon.gazetteer import place_words
from peyvand.lexicon.people import people_words

WORDS = people_words("fa")


def city(number: int, name: str, country: str = "IR") -> Place:
    return Place(id=f"geonames:{number}", name=name, country=country, population=100_000)


KASHMAR = city(1, "Kashmar")
NAMED = [
    (KASHMAR, ["کاشمر"]),
    (city(2, "Osh", "KG"), ["اوش"]),
    (city(3, "Bam"), ["بم"]),
    (city(4, "Kulob", "TJ"), ["کولاب"]),
    (city(5, "Batumi", "GE"), ["باتومی"]),
    (Place(id="iso:IR", name="Iran", country="IR", level=Level.COUNTRY), ["ایران"]),
    (Place(id="iso:GE", name="Georgia", country="GE", level=Level.COUNTRY), ["گرجستان"]),
]


@cache
def world() -> Gazetteer:
    return Gazetteer.of(NAMED)


def places_in(folded: Folded) -> tuple[PlaceMention, ...]:
    return find_places(folded, world(), place_words("fa"))


def people(text: str, home: Place | None = KASHMAR) -> tuple[Person, ...]:
    folded = fold(text)
    return find_people(folded, WORDS, places_in(folded), [Span(0, len(folded.text))], home)


def names(text: str) -> list[str]:
    return [person.name for person in people(text)]


@pytest.mark.parametrize(
    ("sentence", "name", "role", "role_text", "body"),
    [
        ("پرویز ایلخانی، شهردار کاشمر، گفت: می‌آییم.", "پرویز ایلخانی", "mayor", "شهردار کاشمر", "Kashmar"),
        ("شهردار کاشمر، پرویز ایلخانی، نیز آمد.", "پرویز ایلخانی", "mayor", "شهردار کاشمر", "Kashmar"),
        ("تمیربک اسنوف، شهردار اوش، خندید.", "تمیربک اسنوف", "mayor", "شهردار اوش", "Osh"),
        ("شهردار اوش، تمیربک اسنوف، نیز آمد.", "تمیربک اسنوف", "mayor", "شهردار اوش", "Osh"),
        (
            "سارا نیک‌منش سخنگوی شورای شهر کاشمر گفت: رأی دادیم.",
            "سارا نیک‌منش", "council_speaker", "سخنگوی شورای شهر کاشمر", "Kashmar City Council",
        ),
        (
            "به گزارش ما، مهندس سید حامد رفعت معاون عمرانی شهرداری کاشمر افزود: شد.",
            "سید حامد رفعت", "deputy_mayor", "معاون عمرانی شهرداری کاشمر", "Kashmar Municipality",
        ),
        ("دکتر یزدان‌ستا شهردار بم آمد.", "یزدان‌ستا", "mayor", "شهردار بم", "Bam"),
        (
            "نورالله همدرد، سرپرست شاروالی کولاب، اظهار داشت که خوب است.",
            "نورالله همدرد", "mayor", "سرپرست شاروالی کولاب", "Kulob",
        ),
        (
            "سفیر ایران در گرجستان، کیوان پارسی، سخن گفت.",
            "کیوان پارسی", "ambassador", "سفیر ایران در گرجستان", "Embassy of Iran in Georgia",
        ),
        ("مینا صدر، عضو شورا، پرسید.", "مینا صدر", "council_member", "عضو شورا", "Kashmar City Council"),
        (
            "مینا صدر رئیس کمیسیون اقتصاد، گردشگری و سرمایه‌گذاری شورای اسلامی شهر بم گفت: بله.",
            "مینا صدر", "council_member", "رئیس کمیسیون اقتصاد، گردشگری و سرمایه‌گذاری شورای اسلامی شهر بم",
            "Bam City Council",
        ),
        (
            "رضا وارسته، وزیر فرهنگ گرجستان، نوشت.",
            "رضا وارسته", "minister", "وزیر فرهنگ گرجستان", "Ministry of Culture of Georgia",
        ),
        ("«لاشا جاپاریدزه»، شهردار باتومی، هم بود.", "لاشا جاپاریدزه", "mayor", "شهردار باتومی", "Batumi"),
        ("عليرضا كاظمي، شهردار كاشمر، گفت.", "عليرضا كاظمي", "mayor", "شهردار كاشمر", "Kashmar"),
        ("داود رستمي،شهردار كاشمر،درگفتگوباخبرنگار ماگفت:خوب است.", "داود رستمي", "mayor", "شهردار كاشمر", "Kashmar"),
        ("بهمن گرامی، نخستین سرکنسول ایران در باتومی، رفت.", "بهمن گرامی", "consul", "سرکنسول ایران در باتومی",
         "Consulate of Iran in Batumi"),
    ],
)  # fmt: skip
def test_a_name_beside_a_role(sentence: str, name: str, role: str, role_text: str, body: str) -> None:
    assert [(p.name, p.role, p.role_text, p.body) for p in people(sentence)] == [(name, role, role_text, body)]


def test_the_role_of_a_lead_belongs_to_the_name_that_follows() -> None:
    text = (
        "سرکنسول ایران در باتومی با شهردار کاشمر دیدار کرد.\n"
        "به گزارش پیک شرق، هومن آرام در این دیدار با شهردار کاشمر گفت: خوب است."
    )

    assert [(p.name, p.role, p.body) for p in people(text)] == [
        ("هومن آرام", "consul", "Consulate of Iran in Batumi"),
    ]


def test_a_surname_belongs_to_the_full_name() -> None:
    text = (
        "نیک‌سیرت: پیوند می‌ماند\nآرش نیک سیرت، شهردار بم، گفت: بله.\n"
        "نیک‌سیرت افزود: شاید. به گفته نیک‌سیرت، نه. آقای نیک‌سیرت خندید."
    )

    assert names(text) == ["آرش نیک سیرت"]


def test_a_name_inside_another_is_another_person() -> None:
    assert names("علیرضا نوری، شهردار بم، و رضا نوری، شهردار کاشمر، آمدند.") == ["علیرضا نوری", "رضا نوری"]


@pytest.mark.parametrize(
    "opening",
    [
        "به گزارش خبرگزاری شهر، مرکز فارس، به نقل از روابط عمومی شهرداری، ",
        "به گزارش سایت شهرنما (کاشمر)، «",
        "کاشمر - ",
        "",
    ],
)
def test_the_subject_stands_behind_outlets_and_datelines(opening: str) -> None:
    text = f"شهردار کاشمر از پیوند خبر داد.\n{opening}بهادر سرخوش در این نشست گفت: خوب است."

    assert [(p.name, p.role) for p in people(text)] == [("بهادر سرخوش", "mayor")]


def test_a_role_without_a_comma_behind_its_outlet_is_the_speakers() -> None:
    text = "به گزارش روابط عمومی شورا رئیس شورای شهر بم گفت: بله.\nسید ناصر آقامیر افزود: می‌ماند."

    assert [(p.name, p.role, p.body) for p in people(text)] == [
        ("سید ناصر آقامیر", "council_chair", "Bam City Council")
    ]


def test_a_role_that_the_sentence_gives_to_another_is_not_the_names() -> None:
    text = (
        "به گزارش پیک، مسعود نیک‌رو در نشست با شهردار باتومی گفت: خوب است.\n"
        "شهردار باتومی نیز در این نشست سخن گفت.\nلاشا کوبالیا افزود: می‌ماند."
    )

    assert [(p.name, p.role) for p in people(text)] == [("مسعود نیک‌رو", "other"), ("لاشا کوبالیا", "mayor")]


def test_titled_persons_are_named_anywhere_but_in_names_of_things() -> None:
    assert names("دکتر کامران فرهودی به بم رسید.") == ["کامران فرهودی"]
    assert names("خیابان دکتر کامران فرهودی در بم است.") == []


@given(st.text(alphabet=st.sampled_from(" ،.:«»\nاعلیردشهبگفتکموو‌۱۲"), max_size=80))
def test_any_text_is_read_and_quoted_faithfully(text: str) -> None:
    for person in people(text):
        assert person.evidence.span.of(text) == person.evidence.text


@pytest.mark.parametrize(
    ("sentence", "name", "role_text"),
    [
        ("کمالی، شهردار بم، با اعلام این خبر آمد.", "کمالی", "شهردار بم"),
        ("استاندار گفت: دالگاردس، شهردار باتومی، خرسند است.", "دالگاردس", "شهردار باتومی"),
        ("از کوشش‌های رستم‌نژاد، شهردار بم، سپاسگزاری شد.", "رستم‌نژاد", "شهردار بم"),
        ("شهردار بم خرسند شد.\nشاهین‌فر افزود: می‌آییم.", "شاهین‌فر", "شهردار بم"),
        ("شهردار بم خرسند شد.\nتیموری ابراز امیدواری کرد که بمانیم.", "تیموری", "شهردار بم"),
        ("ملا یونس، شاروال کولاب، آمد.", "ملا یونس", "شاروال کولاب"),
        ("داکتر نورالله همدرد، شاروال کولاب، آمد.", "نورالله همدرد", "شاروال کولاب"),
        ("شهردار بم آمد.\nبی بی مریم کمالی گفت: بله.", "بی بی مریم کمالی", "شهردار بم"),
        ("بیان رضا صالحی، شهردار بم، آمد.", "بیان رضا صالحی", "شهردار بم"),
        ("نعمت‌اله صفا، شهردار بم، با بستن پیمان موافقت کرد.", "نعمت‌اله صفا", "شهردار بم"),
        ("علی زنده دل، شهردار بم، آمد.", "علی زنده دل", "شهردار بم"),
    ],
)
def test_surnames_alone_and_the_first_parts_of_names(sentence: str, name: str, role_text: str) -> None:
    assert [(p.name, p.role_text) for p in people(sentence)] == [(name, role_text)]


def test_who_is_talked_with_has_no_role_of_the_text() -> None:
    text = "شهردار بم آمد.\nاو با رضا صالحی نیز گفت‌وگو کرد."

    assert [(p.name, p.role) for p in people(text)] == [("رضا صالحی", "other")]


def test_two_sides_and_their_roles() -> None:
    text = "دیدار رضا بهنیا شهردار بم با لاشا کوبالیا شهردار باتومی و رئیس مجمع شهرها با حضور نگار پویا مدیر موزه بود."

    assert [(p.name, p.role) for p in people(text)] == [
        ("رضا بهنیا", "mayor"),
        ("لاشا کوبالیا", "mayor"),
        ("نگار پویا", "head"),
    ]


def test_names_before_a_plural_role() -> None:
    assert names("سعید نامی، رضا شکیبا و نرگس توانا از اعضای شورای شهر بم آمدند.") == [
        "سعید نامی",
        "رضا شکیبا",
        "نرگس توانا",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "به گزارش دیار سبز، شهردار کاشمر گفت: می‌آییم.",
        "شهردار کاشمر شهادت رئیس‌جمهور شهید و هیئت همراه را تسلیت گفت.",
        "به گفته شهردار کاشمر، زعفران و فرش دستباف، دو محور سند است.",
        "خیابان علی معتمد شهردار پیشین کاشمر بازگشایی شد.",
        "شهردار کاشمر، اعضای شورا و مدیران شهری آمدند.",
        "در پایان نشست مشترک شهردار کاشمر گفت: تمام شد.",
        "پیمان خواهرخواندگی، شهردار کاشمر را خوشحال کرد.",
        "حافظ و سعدی دو شاعر بزرگ‌اند.",
        "مدیریت شهری در این نشست گفت که پیوند می‌ماند.",
        "نامه با امضای شهردار کاشمر و استاندار رسید.",
        "شهید رضا کمالی شهردار کاشمر را ساخت.",
        "زادگاه استاد رضا کمالی بم است.",
        "مقبره ۳۰۰ ساله شیخ رضا کمالی در بم است.",
        "رضا کمالی، رئیس‌جمهور وقت ایران، در بم سخن گفته بود.",
        "شهردار بم آمد.\nفرهنگیان گفتند که خوب است.",
        "خوشبختانه، شهردار بم، که در سفر بود، آمد.",
        "به گزارش پیک‌نیوز، شهردار بم، خرسند است.",
    ],
)
def test_who_is_no_person_of_the_text(sentence: str) -> None:
    assert names(sentence) == []


def test_evidence_is_the_pages_own_letters() -> None:
    text = "عليرضا كاظمـي، شهردار كاشمر، گفت."
    (person,) = people(text)

    assert person.evidence.text == "عليرضا كاظمـي، شهردار كاشمر"
    assert person.evidence.span.of(text) == person.evidence.text


def test_furniture_is_not_read() -> None:
    text = "خبر\nرضا بهنیا، شهردار بم، گفت."

    assert find_people(fold(text), WORDS, (), [Span(0, 3)]) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("مخالف (خانم رضوانی): این پیوند سودی ندارد.", ["رضوانی"]),
        ("آقای کمالی (رئیس کمیسیون فرهنگی): لایحه خوانده شد.", ["کمالی"]),
        ("هادی سلیمی ۲۷ آذر با شهردار اوش دیدار می‌کند.", ["هادی سلیمی"]),
        ("عضو شورای شهر کاشمر آمد. حاجی زاده گفت: طرح خوبی است.", ["حاجی زاده"]),
        ("علیزاده سرکنسول گرجستان آمد.", ["علیزاده"]),
        ("طرح را مراد چلیک از حزب عدالت و هاکان دمیر از حزب میهن امضا کردند.", ["مراد چلیک", "هاکان دمیر"]),
        ("هیئت (آقای کمالی و همراهان) به اوش رفت.", []),
        ("وزیر در اوش به سر می‌برد، سفیر ایران از این کار خبر داد.", []),
        ("شهردار اوش از حزب عدالت است.", []),
    ],
)
def test_persons_in_minutes_in_parties_and_with_halved_surnames(text: str, found: list[str]) -> None:
    assert names(text) == found
