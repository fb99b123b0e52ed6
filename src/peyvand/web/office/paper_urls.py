"""Addresses of letters, documents and contacts."""

from __future__ import annotations

from django.urls import path

from peyvand.web.office.views import address_book, contacts, documents, letters

urlpatterns = [
    path("letters/", letters.letters, name="letters"),
    path("letters/register/", letters.register, name="register"),
    path("letters/new/", letters.new_letter, name="new_letter"),
    path("letters/<int:number>/", letters.letter, name="letter"),
    path("letters/<int:number>/edit/", letters.edit_letter, name="edit_letter"),
    path("letters/<int:number>/void/", letters.void_letter, name="void_letter"),
    path("letters/<int:number>/tie/", letters.tie_letter, name="tie_letter"),
    path("letters/<int:number>/scan/", letters.scan_letter, name="scan_letter"),
    path("letters/<int:number>/forget/", letters.forget_letter, name="forget_letter"),
    path("documents/", documents.documents, name="documents"),
    path("documents/new/", documents.new_document, name="new_document"),
    path("documents/<str:key>/", documents.document, name="document"),
    path("documents/<str:key>/edit/", documents.edit_document, name="edit_document"),
    path("documents/<str:key>/void/", documents.void_document, name="void_document"),
    path("documents/<str:key>/tie/", documents.tie_document, name="tie_document"),
    path("documents/<str:key>/erase/", documents.erase_document, name="erase_document"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/take-in/", address_book.take_in, name="take_in_contacts"),
    path("contacts/book/<slug:form>/", address_book.book, name="contact_book"),
    path("contacts/new/", contacts.new_contact, name="new_contact"),
    path("contacts/read/<str:capture>/", contacts.read_people, name="read_people"),
    path("contacts/<int:number>/", contacts.contact, name="contact"),
    path("contacts/<int:number>/edit/", contacts.edit_contact, name="edit_contact"),
    path("contacts/<int:number>/term/", contacts.note_term, name="note_term"),
    path("contacts/<int:number>/consent/", contacts.note_consent, name="note_consent"),
    path("contacts/<int:number>/merge/", contacts.merge_contact, name="merge_contact"),
    path("contacts/<int:number>/erase/", contacts.erase_contact, name="erase_contact"),
]
