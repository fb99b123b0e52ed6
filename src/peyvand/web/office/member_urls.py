"""Addresses of the members: the way in, a member's own pages, and those of all members."""

from __future__ import annotations

from django.urls import path

from peyvand.web.office.views.access import access, open_more, take_back_grant
from peyvand.web.office.views.account import account, end_others, end_session, password
from peyvand.web.office.views.audit import audit, audit_file, of_bond, of_city, of_member
from peyvand.web.office.views.confirm import confirm
from peyvand.web.office.views.factors import begin, factors, new_codes, remove_app, remove_passkey
from peyvand.web.office.views.invitations import accept, invite, invite_again, revoke
from peyvand.web.office.views.members import (
    deactivate,
    edit,
    end_sessions,
    handover,
    member,
    member_list,
    reactivate,
    reset_factors,
)
from peyvand.web.office.views.passwords import choose_password, send_password
from peyvand.web.office.views.resuming import resume
from peyvand.web.office.views.session import ask_passkey, second, sign_in, sign_out, with_passkey

urlpatterns = [
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-in/second/", second, name="second"),
    path("sign-in/begin/", begin, name="begin"),
    path("sign-in/passkey/", with_passkey, name="with_passkey"),
    path("sign-in/passkey/ask/", ask_passkey, name="ask_passkey"),
    path("sign-out/", sign_out, name="sign_out"),
    path("invitation/<str:secret>/", accept, name="accept"),
    path("password/<str:secret>/", choose_password, name="choose_password"),
    path("confirm/", confirm, name="confirm"),
    path("resume/", resume, name="resume"),
    path("account/", account, name="account"),
    path("account/password/", password, name="password"),
    path("account/sessions/others/end/", end_others, name="end_others"),
    path("account/sessions/<int:number>/end/", end_session, name="end_session"),
    path("account/factors/", factors, name="factors"),
    path("account/factors/codes/", new_codes, name="new_codes"),
    path("account/factors/app/remove/", remove_app, name="remove_app"),
    path("account/factors/<int:number>/remove/", remove_passkey, name="remove_passkey"),
    path("members/", member_list, name="members"),
    path("members/invite/", invite, name="invite"),
    path("members/invited/<int:number>/again/", invite_again, name="invite_again"),
    path("members/invited/<int:number>/revoke/", revoke, name="revoke"),
    path("members/<int:number>/", member, name="member"),
    path("members/<int:number>/edit/", edit, name="edit_member"),
    path("members/<int:number>/deactivate/", deactivate, name="deactivate"),
    path("members/<int:number>/reactivate/", reactivate, name="reactivate"),
    path("members/<int:number>/factors/reset/", reset_factors, name="reset_factors"),
    path("members/<int:number>/password/", send_password, name="send_password"),
    path("members/<int:number>/sessions/end/", end_sessions, name="end_sessions"),
    path("members/<int:number>/handover/", handover, name="handover"),
    path("members/<int:number>/access/", access, name="access"),
    path("members/<int:number>/access/open/", open_more, name="open_more"),
    path("members/<int:number>/access/<int:grant>/take-back/", take_back_grant, name="take_back_grant"),
    path("audit/", audit, name="audit"),
    path("audit/file/", audit_file, name="audit_file"),
    path("audit/members/<int:number>/", of_member, name="audit_of_member"),
    path("audit/bonds/<slug:slug>/", of_bond, name="audit_of_bond"),
    path("audit/cities/<slug:slug>/", of_city, name="audit_of_city"),
]
