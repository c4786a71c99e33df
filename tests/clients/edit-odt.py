"""edit-odt.py SOFFICE PROFILE IN OUT EDITS.json: opens a document in LibreOffice, works on it as a person would, saves it (.odt or .docx).

EDITS: {"record": bool, "edits": [{"do": "replace" | "delete" | "add" | "split" | "comment", "at": words, "text": words}]}
"""

import json
import sys

from office import opened, save

# Known once the bridge is.
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def main(soffice, profile, source, target, edits):
    with open(edits, encoding="utf-8") as file:
        work = json.load(file)
    with opened(soffice, profile, source) as (document, _):
        document.RecordChanges = work["record"]
        for edit in work["edits"]:
            make(document, edit["do"], edit["at"], edit.get("text", ""))
        save(document, target)


def make(document, what, at, words):
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = at, True
    found = document.findFirst(search)
    if found is None:
        raise SystemExit("not found: " + at)
    text = found.Text
    if what == "replace":
        found.String = words
    elif what == "comment":
        note = document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Content, note.Author = words, "Camille"
        text.insertTextContent(found, note, True)
    elif what == "split":
        text.insertControlCharacter(found.End, PARAGRAPH_BREAK, False)
    else:
        cursor = text.createTextCursorByRange(found)
        cursor.gotoEndOfParagraph(False)
        if what == "add":
            text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
            text.insertString(cursor, words, False)
        elif what == "delete":
            cursor.gotoStartOfParagraph(False)
            cursor.gotoEndOfParagraph(True)
            cursor.goRight(1, True)
            cursor.String = ""


main(*sys.argv[1:])
