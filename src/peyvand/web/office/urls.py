"""Addresses of the office, under each language."""

from __future__ import annotations

from django.urls import path

from peyvand.web.office import member_urls, paper_urls
from peyvand.web.office.decisions import FORMS
from peyvand.web.office.views.agenda import agenda, note, own_calendar
from peyvand.web.office.views.cases import case, cases, new_case, record_case, record_step
from peyvand.web.office.views.decide import decided
from peyvand.web.office.views.desk import desk, judge, judge_chosen, judge_whole
from peyvand.web.office.views.findings import findings
from peyvand.web.office.views.howread import ask_second, how_read
from peyvand.web.office.views.inbox import door, inbox, judge_sources, paste
from peyvand.web.office.views.lists import left_out, lists, look
from peyvand.web.office.views.offers import offer_places
from peyvand.web.office.views.policies import policies
from peyvand.web.office.views.procedures import edit, procedure, procedures
from peyvand.web.office.views.search import search, suggest
from peyvand.web.office.views.stating import correct, state
from peyvand.web.office.views.watching import unwatch, watch, watching

app_name = "office"
urlpatterns = [
    path("", door, name="door"),
    *member_urls.urlpatterns,
    *paper_urls.urlpatterns,
    path("inbox/", inbox, name="inbox"),
    path("search/", search, name="search"),
    path("search/suggest/", suggest, name="suggest"),
    *(path(f"decide/{what}/", decided(what), name=f"decide_{what}") for what in FORMS),
    path("findings/", findings, name="findings"),
    path("policies/", policies, name="policies"),
    path("lists/", lists, name="lists"),
    path("lists/<str:capture>/", look, name="list"),
    path("lists/<str:capture>/left-out/", left_out, name="left_out"),
    path("agenda/", agenda, name="agenda"),
    path("agenda/note/", note, name="note"),
    path("agenda/calendar/", own_calendar, name="own_calendar"),
    path("cases/", cases, name="cases"),
    path("cases/new/", new_case, name="new_case"),
    path("cases/<int:number>/", case, name="case"),
    path("cases/<int:number>/step/", record_step, name="record_step"),
    path("cases/<int:number>/whole/", record_case, name="record_case"),
    path("procedures/", procedures, name="procedures"),
    path("procedures/<slug:slug>/", procedure, name="procedure"),
    path("procedures/<slug:slug>/edit/", edit, name="edit_procedure"),
    path("offers/places/", offer_places, name="offer_places"),
    path("paste/", paste, name="paste"),
    path("watching/", watching, name="watching"),
    path("watching/add/", watch, name="watch"),
    path("watching/<int:number>/remove/", unwatch, name="unwatch"),
    path("inbox/judge/", judge_sources, name="judge_sources"),
    path("inbox/<str:capture>/", desk, name="desk"),
    path("inbox/<str:capture>/state/", state, name="state"),
    path("inbox/<str:capture>/how/", how_read, name="how_read"),
    path("inbox/<str:capture>/second/", ask_second, name="ask_second"),
    path("inbox/<str:capture>/chosen/", judge_chosen, name="judge_chosen"),
    path("inbox/<str:capture>/judge/", judge_whole, name="judge_whole"),
    path("inbox/<str:capture>/<str:key>/judge/", judge, name="judge"),
    path("inbox/<str:capture>/<str:key>/correct/", correct, name="correct"),
]
