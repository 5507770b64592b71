#!/usr/bin/env python3
"""Makes the PDFs beside it, by three programs that many others write theirs with: Chromium's Skia, Cairo and ReportLab.

Run by hand where one of them is to be made anew; the tests read what is kept here. Needs Chromium, pango-view (Debian's
pango1.0-tools), the fonts Liberation Serif and DejaVu Serif, and Python's reportlab and pillow.
"""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Crying over tea</title>
<style>
  @page { size: 105mm 130mm; margin: 14mm 12mm }
  body { font: 10pt/1.4 "Liberation Serif"; margin: 0; text-align: justify; hyphens: manual }
  h1, h2 { font-weight: normal; text-align: left }
  h1 { font-size: 17pt } h2 { font-size: 12pt }
  .columns { columns: 2; column-gap: 8mm; break-inside: avoid }
  table { border-spacing: 14mm 0 }
</style>
<h1>Crying over tea</h1>
<p>Therapists cry more often in the office than their clients think; an affluent few admit it. It is difficult, and
the fluffy cushions do not help: nobody who sits there be&shy;lieves that a naïve smile is e&shy;nough for a whole
after&shy;noon of self-pity.</p>
<p>Second paragraph. Clients notice, <a href="#a" style="position:relative">and say so</a> at once.</p>
<h2>What helps</h2>
<ul><li>a cup that holds enough tea for two persons and keeps it hot for as long as anybody wants to talk about it</li>
<li>silence</li></ul>
<div class="columns"><p>The left column is read first, from its top to its end, before anybody looks at the other one.</p>
<p>The right column is read last, and it is about sugar, milk and lemon, of which there is never enough.</p></div>
<h2>Prices</h2>
<table><tr><td>Tea</td><td>4.50</td></tr><tr><td>Milk</td><td>1.20</td></tr></table>
</html>"""

PANGO = """<span font="15">Tea in the office</span>

The first paragraph is set by Pango and drawn by Cairo; it fills some lines, so that they can be put together again.

The second one is shorter: “naïve”, fluffy, difficult.
"""

TEXT = (
    "Therapists cry with their clients more often than clients think. A survey of seven hundred of them found that "
    "almost three quarters had shed tears in a session, and that most believed it had done some good."
)


def path(name):
    return os.path.join(HERE, name)


def chromium():
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "page.html")
        with open(page, "w", encoding="utf-8") as file:
            file.write(PAGE)
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--print-to-pdf={path('chromium.pdf')}", page],
            check=True,
        )


def cairo():
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "text.txt")
        with open(text, "w", encoding="utf-8") as file:
            file.write(PANGO)
        subprocess.run(
            ["pango-view", "--markup", "--font=DejaVu Serif 10", "--width=260", "--no-display",
             f"--output={path('cairo.pdf')}", text],
            check=True,
        )


def reportlab():
    from PIL import Image
    from reportlab.lib import pdfencrypt
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfgen import canvas
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()

    def edge(page, document):
        page.setFont("Helvetica", 8)
        page.drawString(72, 560, "Tears in therapy")
        page.drawRightString(350, 30, f"Page {document.page} of 3")

    parts = [Paragraph("Tears in the room", styles["Title"])]
    for number in range(1, 8):
        parts.append(Paragraph(f"Part {number}", styles["Heading2"]))
        parts.append(Paragraph(TEXT, styles["BodyText"]))
    made = SimpleDocTemplate(path("reportlab.pdf"), pagesize=A5, title="Tears in the room", invariant=1)
    made.build(parts, onFirstPage=edge, onLaterPages=edge)

    for name, password in (("locked.pdf", "secret"), ("owned.pdf", "")):
        lock = pdfencrypt.StandardEncryption(password, ownerPassword="owner", strength=128)
        page = canvas.Canvas(path(name), encrypt=lock, invariant=1)
        page.drawString(72, 700, "A text about tears that nobody may change.")
        page.save()

    picture = Image.new("L", (64, 64), 200)
    page = canvas.Canvas(path("scan.pdf"), invariant=1)
    page.drawInlineImage(picture, 72, 500, 200, 200)
    page.save()


if __name__ == "__main__":
    made = {"chromium": chromium, "cairo": cairo, "reportlab": reportlab}
    for name in sys.argv[1:] or made:
        made[name]()
