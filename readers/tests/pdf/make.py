#!/usr/bin/env python3
"""Makes the PDFs beside it, by four programs that many others write theirs with: Chromium's Skia, Cairo, ReportLab and
LibreOffice.

Run by hand where one of them is to be made anew; the tests read what is kept here. Needs Chromium, pango-view (Debian's
pango1.0-tools), LibreOffice Writer, the fonts Liberation Serif and DejaVu Serif, and Python's reportlab and pillow.
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


LETTERS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>Letters from the clinic</dc:title></office:meta>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="2mm"/><style:text-properties style:font-name="Liberation Serif" fo:font-family="'Liberation Serif'" fo:font-size="10pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="start" fo:margin-bottom="4mm"/><style:text-properties fo:font-size="18pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="start" fo:margin-top="4mm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="105mm" fo:page-height="148mm" fo:margin="12mm"/><style:header-style><style:header-footer-properties fo:min-height="6mm" fo:margin-bottom="3mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="6mm" fo:margin-top="3mm"/></style:footer-style></style:page-layout>
<style:style style:name="two" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="6mm"/></style:section-properties></style:style>
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="6mm" fo:text-indent="-4mm" fo:margin-left="6mm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="6mm" fo:text-indent="-5mm" fo:margin-left="6mm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"><style:header><text:p>Letters from the clinic</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number> of <text:page-count>3</text:page-count></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:p text:style-name="Title">Letters from the clinic</text:p>
<text:p>Therapists write to each other about the afternoons in which somebody cried, themselves in<text:soft-page-break/>cluded. An affluent few find it difficult; the others say that a naïve, “fluffy” answer does no harm – and that it is better than none.</text:p>
<text:p>Short second paragraph with a non<text:s/>breaking end.</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">What they advise</text:h>
<text:list text:style-name="L"><text:list-item><text:p>Let the silence last for as long as it needs, and then for a little longer than anybody finds comfortable in such a room.</text:p></text:list-item><text:list-item><text:p>Keep tissues near.</text:p></text:list-item></text:list>
<text:list text:style-name="N"><text:list-item><text:p>First ask what the tears say.</text:p></text:list-item><text:list-item><text:p>Then wait for the answer.</text:p></text:list-item></text:list>
<text:h text:style-name="Heading_20_1" text:outline-level="1">What it costs</text:h>
<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>
<table:table-row><table:table-cell><text:p>Visit</text:p></table:table-cell><table:table-cell><text:p>Minutes</text:p></table:table-cell><table:table-cell><text:p>Price</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>First</text:p></table:table-cell><table:table-cell><text:p>80</text:p></table:table-cell><table:table-cell><text:p>120.50</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Every other</text:p></table:table-cell><table:table-cell><text:p>50</text:p></table:table-cell><table:table-cell><text:p>75.00</text:p></table:table-cell></table:table-row>
</table:table>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Two voices</text:h>
<text:section text:style-name="two" text:name="S"><text:p>The left column tells of a client who wept at the door and was asked in, and who stayed for an hour although the session was over by then.</text:p><text:p>The right column tells of one who never wept, and of whom the letter says that nobody knew for years whether it was courage or habit.</text:p></text:section>
<text:h text:style-name="Heading_20_1" text:outline-level="1">What remains</text:h>
<text:p>The last letter is the longest one. It says<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>In a postscript, written by hand.</text:p></text:note-body></text:note> that whoever cries in front of a client shows that the room can hold it, that this has to be rare, and that it has to be said afterwards what it was about.</text:p>
<text:p>It ends with greetings to all who read it.</text:p>
</office:text></office:body></office:document>"""


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


def libreoffice():
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "libreoffice.fodt")
        with open(text, "w", encoding="utf-8") as file:
            file.write(LETTERS)
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", HERE, text], check=True)


if __name__ == "__main__":
    made = {"chromium": chromium, "cairo": cairo, "reportlab": reportlab, "libreoffice": libreoffice}
    for name in sys.argv[1:] or made:
        made[name]()
