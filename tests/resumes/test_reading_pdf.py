"""PDFs are read as a person reads the page: columns, side bars, dates at the edge, headings, and nothing that is hidden."""

import pytest

from resumes.review.reading import read
from tests.resumes.documents import WORDS, assemble_pdf, pdf, pdf_stream, png, raw_pdf, show, text_operators

BULLETS = [
    "Filled about 180 prescriptions a day with two pharmacists and kept the wait under twelve minutes during the busiest hours of the week",
    "Cleared a backlog of 60 rejected claims in the first month by calling plans and prescribers",
    "Counted stock",
]
JOB = [
    "Pharmacy Technician\tMarch 2021 – Present",
    "Northgate Pharmacy\tColumbus, OH",
    *(f"• {bullet}" for bullet in BULLETS),
]
JOB_MARKUP = (
    "*Pharmacy Technician* #h(1fr) March 2021 – Present \\\nNorthgate Pharmacy #h(1fr) Columbus, OH\n"
    + "".join(f"- {bullet}\n" for bullet in BULLETS)
)
STACKED = JOB_MARKUP.replace("#h(1fr) March", "\\ March").replace("#h(1fr) Columbus", ", Columbus")
TRAINEE = ["Trainee\tJune 2019 – February 2021", "Riverside Drug\tDublin, OH", f"• {BULLETS[1]}", f"• {BULLETS[2]}"]
TRAINEE_MARKUP = f"\n*Trainee* #h(1fr) June 2019 – February 2021 \\\nRiverside Drug #h(1fr) Dublin, OH\n- {BULLETS[1]}\n- {BULLETS[2]}\n"
SKILLS = ["Data entry", "Third-party billing", "Inventory", "Sterile compounding", "Spanish"]
SIDE = ["CONTACT", "(614) 555-0142", "maria@example.test", "SKILLS", *SKILLS]
SIDE_MARKUP = "\n\n".join(SIDE).replace("@", "\\@")
TOP = "#set page(margin: 0.8in)\n#set text(size: 10pt)\n"
NAME = "= Maria Alvarez\n"

LAYOUTS = {
    "one column": (
        f"{TOP}{NAME}{WORDS}\n== Experience\n{JOB_MARKUP}{TRAINEE_MARKUP}",
        ["Maria Alvarez", WORDS, "Experience", *JOB, *TRAINEE],
        1,
    ),
    "justified and divided": (
        f"{TOP}#set page(margin: 2.2in)\n#set par(justify: true)\n#set text(hyphenate: true)\n{NAME}{WORDS} Efficient workflow, difficult refills and official affidavits.",
        ["Maria Alvarez", f"{WORDS} Efficient workflow, difficult refills and official affidavits."],
        1,
    ),
    "side bar": (
        f"#set page(margin: 0pt)\n#set text(size: 9pt)\n#grid(columns: (2.2in, 1fr), rect(fill: navy, width: 100%, height: 100%, inset: 20pt)[#set text(fill: white)\n{SIDE_MARKUP}], pad(20pt)[{NAME}{JOB_MARKUP}])",
        [*SIDE, "Maria Alvarez", *JOB],
        2,
    ),
    "side bar at the right": (
        f"{TOP}#grid(columns: (1fr, 2in), gutter: 20pt, [{NAME}{JOB_MARKUP}{TRAINEE_MARKUP}], [{SIDE_MARKUP}])",
        ["Maria Alvarez", *JOB, *TRAINEE, *SIDE],
        2,
    ),
    "two columns below the name": (
        f"{TOP}#set page(height: 5.5in)\n{NAME}maria\\@example.test\n#columns(2)[{WORDS}\n== Experience\n{STACKED}\n#colbreak()\n== Skills\n{SIDE_MARKUP}]",
        [
            "Maria Alvarez",
            "maria@example.test",
            WORDS,
            "Experience",
            "Pharmacy Technician",
            "March 2021 – Present",
            "Northgate Pharmacy , Columbus, OH",
            *JOB[2:],
            "Skills",
            *SIDE,
        ],
        2,
    ),
    "dates at the left": (
        f"{TOP}{NAME}#grid(columns: (80pt, 1fr), row-gutter: 8pt, [2021 – now], [*Technician* \\ Northgate\n- {BULLETS[0]}], [Mar 2019 –\\ Dec 2020], [*Trainee* \\ Riverside\n- {BULLETS[1]}])",
        [
            "Maria Alvarez",
            "2021 – now\tTechnician",
            "Northgate",
            f"• {BULLETS[0]}",
            "Mar 2019 – Dec 2020\tTrainee",
            "Riverside",
            f"• {BULLETS[1]}",
        ],
        1,
    ),
    "labels at the left": (
        f"{TOP}{NAME}#grid(columns: (90pt, 1fr), row-gutter: 10pt, [*SUMMARY*], [{WORDS}], [*EXPERIENCE*], [{JOB_MARKUP}])",
        ["Maria Alvarez", "SUMMARY", WORDS, "EXPERIENCE", *JOB],
        1,
    ),
    "address beside the name": (
        f"{TOP}#grid(columns: (1fr, 1fr), [{NAME}Pharmacy Technician], align(right)[Columbus, OH \\ (614) 555-0142 \\ maria\\@example.test \\ example.test/maria])\n== Summary\n{WORDS} {WORDS}",
        [
            "Maria Alvarez",
            "Pharmacy Technician",
            "Columbus, OH",
            "(614) 555-0142",
            "maria@example.test",
            "example.test/maria",
            "Summary",
            f"{WORDS} {WORDS}",
        ],
        1,
    ),
    "table": (
        f"{TOP}{NAME}{WORDS}\n#table(columns: 3, [Credential], [Number], [Until], [CPhT], [30099], [2027], [BLS], [A 12], [2026])",
        ["Maria Alvarez", WORDS, "Credential\tNumber\tUntil", "CPhT\t30099\t2027", "BLS\tA 12\t2026"],
        1,
    ),
    "skills side by side": (
        f"{TOP}{NAME}{WORDS}\n== Skills\n#grid(columns: (1fr, 1fr, 1fr), row-gutter: 6pt, {', '.join(f'[{skill}]' for skill in [*SKILLS, 'Pyxis'])})",
        [
            "Maria Alvarez",
            WORDS,
            "Skills",
            "Data entry\tThird-party billing\tInventory",
            "Sterile compounding\tSpanish\tPyxis",
        ],
        1,
    ),
    "letters set apart": (
        f"{TOP}#text(20pt, tracking: 5pt)[MARIA ALVAREZ]\n\n#text(tracking: 3pt)[*WORK EXPERIENCE*]\n\n{WORDS}\n\n#text(tracking: 4pt)[SKILLS & TOOLS]\n\nBilling",
        ["MARIA ALVAREZ", "WORK EXPERIENCE", WORDS, "SKILLS & TOOLS", "Billing"],
        1,
    ),
    "name in two lines": (f"{TOP}#text(26pt)[*Maria \\ Alvarez*]\n\n{WORDS}", ["Maria Alvarez", WORDS], 1),
    "bullets that are drawn": (
        f"{TOP}{NAME}#set list(marker: box(baseline: -2pt, circle(radius: 1.6pt, fill: black)))\n"
        + "".join(f"- {bullet}\n" for bullet in BULLETS)
        + WORDS,
        ["Maria Alvarez", *(f"• {bullet}" for bullet in BULLETS), WORDS],
        1,
    ),
    "lists in lists": (
        f"{TOP}{NAME}{WORDS}\n- {BULLETS[0]}\n  - {BULLETS[1]}\n- {BULLETS[2]}",
        ["Maria Alvarez", WORDS, f"• {BULLETS[0]}", f"‣ {BULLETS[1]}", f"• {BULLETS[2]}"],
        1,
    ),
    "a letter": (
        f"{TOP}Maria Alvarez \\ 12 Main St \\ Columbus, OH 43004\n\nDear Ms. Cole,\n\n{WORDS} {WORDS}\n\n{WORDS}\n\nSincerely, \\ Maria Alvarez",
        [
            "Maria Alvarez",
            "12 Main St",
            "Columbus, OH 43004",
            "Dear Ms. Cole,",
            f"{WORDS} {WORDS}",
            WORDS,
            "Sincerely,",
            "Maria Alvarez",
        ],
        1,
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reading_order_of_layouts(layout):
    source, lines, columns = LAYOUTS[layout]
    document = read(pdf(source), "resume.pdf")

    assert show(document) == lines
    assert document.layout.columns == columns
    assert document.layout.hidden == ()
    assert all(document.text[line.start : line.end] == line.text for line in document.lines)


def test_a_line_has_its_place_and_look():
    document = read(pdf(LAYOUTS["one column"][0]), "resume.pdf")
    name, job, bullet = (
        next(line for line in document.lines if text in line.text) for text in ("Maria", "March", "Filled")
    )

    assert (name.kind, name.bold, round(name.size)) == ("heading", True, 14)
    assert (job.kind, job.text[job.rail :], job.bold, round(job.x)) == ("text", "March 2021 – Present", True, 58)
    assert (bullet.kind, bullet.mark, bullet.body, bullet.page) == ("bullet", "•", BULLETS[0], 1)
    assert name.y < job.y < bullet.y
    assert document.layout.fonts == ("LibertinusSerif",)


def test_running_heads_are_read_once_and_page_numbers_never():
    source = f"{TOP}#set page(height: 3.4in, header: [Maria Alvarez #h(1fr) maria\\@example.test], footer: context align(center)[Page #counter(page).display() of 2])\n"
    document = read(pdf(source + JOB_MARKUP + TRAINEE_MARKUP + "\n" + WORDS), "resume.pdf")

    assert show(document) == ["Maria Alvarez\tmaria@example.test", *JOB, *TRAINEE, WORDS]
    assert document.lines[0].kind == "header"
    assert document.layout.pages == 2
    assert document.layout.in_headers == ("Maria Alvarez", "maria@example.test")


HIDDEN = f"""{TOP}{NAME}{WORDS}

#text(fill: white)[white words]

#text(size: 1pt)[tiny words]

#place(dx: -900pt)[distant words]
#place(dy: 30pt)[covered words]
#place(dx: -5pt, dy: 20pt, rect(fill: white, width: 300pt, height: 30pt))
#v(60pt)
#box(fill: black, inset: 4pt)[#text(fill: white)[Seen on black]] #text(fill: luma(60%))[seen in gray]
"""


def test_hidden_text_is_told_apart_from_light_text():
    document = read(pdf(HIDDEN), "resume.pdf")

    assert show(document) == ["Maria Alvarez", WORDS, "Seen on black seen in gray"]
    assert " ".join(document.layout.hidden).split() == [
        "white",
        "words",
        "tiny",
        "words",
        "distant",
        "words",
        "covered",
        "words",
    ]


def test_pictures_photos_and_tables_are_counted():
    source = f'{TOP}#grid(columns: (1fr, 80pt), [{NAME}{WORDS}], image("photo.png", width: 70pt))\n#table(columns: 3, [A], [B], [C], [D], [E], [F])'
    layout = read(pdf(source, photo=png(30, 40)), "resume.pdf").layout
    plain = read(pdf(LAYOUTS["one column"][0]), "resume.pdf").layout

    assert (layout.images, layout.has_photo, layout.tables) == (1, True, 1)
    assert (plain.images, plain.has_photo, plain.tables) == (0, False, 0)


def beside(font, sign, text="maria@example.test", gap=""):
    shown = f"BT /F2 10 Tf 50 700 Td ({sign}) Tj {gap} /F1 10 Tf ({text}) Tj ET "
    return raw_pdf(
        shown.encode() + text_operators(WORDS, y=650),
        objects=[f"<</Type/Font/Subtype/Type1/BaseFont/{font}>>".encode()],
    )


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (beside("ABCDEF+FontAwesome5Free-Solid", "#"), "maria@example.test"),
        (beside("FontAwesome", "x", "Experience"), "Experience"),
        (beside("MaterialIcons-Regular", "H", " +1 \\(415\\) 555-0142"), "+1 (415) 555-0142"),
        (beside("Wingdings", "\\247", "Filled orders", "20 0 Td"), "▪ Filled orders"),
        (beside("Symbol", "\\267", "Units 100, 200, 300 and 400", "20 0 Td"), "• Units 100, 200, 300 and 400"),
        (beside("ZapfDingbats", "l", "Filled orders", "20 0 Td"), "● Filled orders"),
        (beside("Courier", "o", "Filled orders", "20 0 Td"), "o Filled orders"),
    ],
    ids=["glued icon", "icon of a heading", "icon and number", "Wingdings", "Symbol", "Dingbats", "circle"],
)
def test_icons_go_and_odd_bullets_stay(file, line):
    assert show(read(file, "resume.pdf")) == [line, WORDS]


def lines_at(*placed):
    return b" ".join(f"BT /F1 9 Tf {x} {y} Td ({text}) Tj ET".encode() for x, y, text in placed)


def test_columns_that_were_written_row_by_row():
    left = [
        "Filled about 180 prescriptions a day with",
        "two pharmacists and kept the wait under",
        "twelve minutes during the busiest hours.",
        "Cleared a backlog of sixty rejected",
        "claims by calling plans and prescribers.",
    ]
    right = [
        "Pharmacy Technician Certificate from",
        "the community college of Columbus and",
        "its hospital, with a final project on",
        "inventory in small pharmacies of the",
        "state, and two months of practice.",
    ]
    rows = [
        (x, 700 - 13 * row, text)
        for row, pair in enumerate(zip(left, right, strict=True))
        for x, text in zip((50, 330), pair, strict=True)
    ]

    assert show(read(raw_pdf(lines_at(*rows)), "resume.pdf")) == [" ".join(left), " ".join(right)]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            b"BT /F1 10 Tf 50 700 Td [(Pharmacy)-333(Technician)-20000(Mar)-300(2021)] TJ ET ",
            ["Pharmacy Technician\tMar 2021"],
        ),
        (b"BT /F1 12 Tf 50 700 Td [(C)-400(O)-400(N)-400(T)-100(A)-400(C)-400(T)] TJ ET ", ["CONTACT"]),
        (b"BT /F1 12 Tf 50 700 Td (SKILLS) Tj ET BT /F1 12 Tf 50.3 700 Td (SKILLS) Tj ET ", ["SKILLS"]),
        (
            b"BT /F1 10 Tf 50 700 Td (Ranked 1) Tj 4 Ts /F1 6 Tf (st) Tj 0 Ts /F1 10 Tf ( of 40) Tj ET ",
            ["Ranked 1st of 40"],
        ),
        (
            b"BT /F1 10 Tf 12 TL 50 710 Td (Known for quick work on rejected claims, and pati-) Tj T* (ence at the counter, and for third-) Tj T* (party billing.) Tj ET ",
            ["Known for quick work on rejected claims, and patience at the counter, and for third-party billing."],
        ),
    ],
    ids=["gap as kerning", "letters as kerning", "bold by printing twice", "raised letters", "divided words"],
)
def test_odd_ways_to_set_text(content, lines):
    assert show(read(raw_pdf(content + text_operators(WORDS, y=600)), "resume.pdf")) == [*lines, WORDS]


def turned(angle):
    return assemble_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R/Rotate {angle}/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".encode(),
            pdf_stream(text_operators(WORDS)),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_was_saved_on_its_side(angle):
    assert show(read(turned(angle), "resume.pdf")) == [WORDS]


def test_a_scan_with_a_text_layer_is_read():
    picture = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\n\x80\nendstream"
    page = b"q 612 0 0 792 0 0 cm /X Do Q " + text_operators(WORDS).replace(b"BT ", b"BT 3 Tr ")
    document = read(raw_pdf(page, objects=[picture]), "resume.pdf")

    assert show(document) == [WORDS]
    assert document.layout.hidden == ()


def test_what_was_typed_into_a_form_is_read():
    shown = pdf_stream(
        b"BT /F1 10 Tf 2 5 Td (Typed into the form) Tj ET",
        "/Type/XObject/Subtype/Form/BBox[0 0 300 20]/Resources<</Font<</F1 5 0 R>>>>",
    )
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[50 600 350 620]/F 4/AP<</N 6 0 R>>/P 3 0 R>>"
    form = raw_pdf(page="/Annots[7 0 R]", objects=[shown, field])

    assert show(read(form, "resume.pdf")) == [WORDS, "Typed into the form"]


def test_a_name_in_two_lines_and_a_state_before_a_number():
    source = f"{TOP}#text(26pt)[*Isabella \\ Montenegro-Silva*]\n\nBeaverton, OR \\ 503-555-0171\n\n{WORDS}"

    assert show(read(pdf(source), "resume.pdf")) == [
        "Isabella Montenegro-Silva",
        "Beaverton, OR",
        "503-555-0171",
        WORDS,
    ]
