"""Why a file is refused: a code for programs, and a sentence that says what to do instead."""

from typing import Literal

from resumes.review.troubles import UnreadableError

Code = Literal[
    "too-large",
    "empty",
    "unknown-type",
    "disguised",
    "old-word",
    "pages",
    "picture",
    "web-page",
    "program",
    "archive",
    "other-document",
    "macros",
    "locked",
    "damaged",
    "archive-bomb",
    "unsafe-xml",
    "too-many-pages",
    "too-long",
    "too-complex",
    "scan",
    "outlines",
    "form",
    "garbled",
    "no-text",
    "no-document",
    "busy",
    "time",
    "memory",
    "died",
]

_READABLE = "Send a PDF, a Word document (.docx), an OpenDocument text (.odt), RTF, plain text or Markdown."

_SENTENCES: dict[Code, str] = {
    "too-large": "This file is larger than 5 MB. Save it with smaller pictures or without them, and send it again.",
    "empty": "This file is empty. Open it in the program you wrote it in, save it again, and send that file.",
    "unknown-type": f"We cannot tell what kind of file this is. {_READABLE}",
    "disguised": (
        "This file is not what the end of its name says. Open it in the program you wrote it in, save it as PDF "
        "or as a Word document (.docx), and send that file."
    ),
    "old-word": (
        "This is a Word document of the old kind (.doc), which we do not read. Open it in Word or LibreOffice, "
        "choose “Save as”, and save it as .docx or PDF."
    ),
    "pages": "This is a Pages document. In Pages choose File, Export To, then Word or PDF, and send that file.",
    "picture": (
        "This is a picture, and we read text only. Send the document as PDF, saved from the program you wrote it "
        "in, or paste its text."
    ),
    "web-page": "This is a web page. Open it in a browser, print it to a PDF, or copy its text and paste it here.",
    "program": f"This is a program, not a document. {_READABLE}",
    "archive": "This is an archive of files. Unpack it and send the document itself.",
    "other-document": f"This is a spreadsheet, a presentation or another kind of document. {_READABLE}",
    "macros": (
        "This document carries macros, which are small programs, so we do not open it. Save it as .docx without "
        "macros, or as PDF, and send that file."
    ),
    "locked": (
        "This document is protected by a password. Take the password off (in Word: File, Info, Protect Document), "
        "save it again, and send that file."
    ),
    "damaged": (
        "This file is damaged or was cut off on its way. Open it in the program you wrote it in, save it again, "
        "and send that file."
    ),
    "archive-bomb": (
        "This document unpacks to far more than a resume or letter holds, so we do not open it. Save it again as "
        "PDF or as plain text, and send that file."
    ),
    "unsafe-xml": (
        "This document holds definitions that no word processor writes, so we do not open it. Open it in Word or "
        "LibreOffice, save it again, and send that file."
    ),
    "too-many-pages": "This document has more than 12 pages. Send only the resume or the letter.",
    "too-long": "This text is far longer than a resume or a letter. Send only the resume or the letter.",
    "too-complex": (
        "This document is built in a way that we cannot follow. Copy its text, paste it into a new document, and "
        "send that."
    ),
    "scan": (
        "This PDF is a picture of a page: it holds no text that a program could read, so employers' systems "
        "cannot read it either. Save it as PDF from the program you wrote it in, or paste the text."
    ),
    "outlines": (
        "The letters in this PDF are drawings: it holds no text that a program could read, so employers' systems "
        "cannot read it either. Save it as PDF with its text from the program you wrote it in, or paste the text."
    ),
    "form": (
        "This PDF is a form that shows its text only in Adobe Acrobat. Print it from there to a new PDF, and send "
        "that, or paste the text."
    ),
    "garbled": (
        "The letters in this file cannot be read by a program: what comes out is not words. Save it as PDF again "
        "from the program you wrote it in, or paste the text."
    ),
    "no-text": "There is no text in this file that we could review. Send the whole document, or paste its text.",
    "no-document": (
        "There is too little here that reads like a resume or a letter. Send the whole document, or paste its text."
    ),
    "busy": "Other documents are being read at the moment. Your file is safe: please try again in a minute.",
    "time": (
        "Reading this file took too long, so we stopped. Save it again as PDF or .docx, without large pictures, "
        "or paste its text."
    ),
    "memory": (
        "Reading this file took too much memory, so we stopped. Save it again as PDF or .docx, without large "
        "pictures, or paste its text."
    ),
    "died": (
        "This file could not be read. Open it in the program you wrote it in, save it again as PDF or .docx, and "
        "send that file, or paste its text."
    ),
}


def refusal(code: Code) -> UnreadableError:
    """The error to raise for the code."""
    return UnreadableError(code, _SENTENCES[code])
