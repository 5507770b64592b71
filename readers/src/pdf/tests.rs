use std::io::Write;

use engine::parse::LineKind;
use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::*;

/// A file of objects, numbered from 1: the catalogue first. `more` goes into its trailer.
fn file(objects: &[Vec<u8>], more: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend_from_slice(format!("{} 0 obj\n", at + 1).as_bytes());
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let table = bytes.len();
    let size = objects.len() + 1;
    bytes.extend_from_slice(format!("xref\n0 {size}\n0000000000 65535 f \n").as_bytes());
    for place in places {
        bytes.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let trailer =
        format!("trailer\n<</Size {size}/Root 1 0 R{more}>>\nstartxref\n{table}\n%%EOF\n");
    bytes.extend_from_slice(trailer.as_bytes());
    bytes
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut found = format!("<<{dictionary}/Length {}>>stream\n", data.len()).into_bytes();
    found.extend_from_slice(data);
    found.extend_from_slice(b"\nendstream");
    found
}

fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

const HELVETICA: &str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

/// A file of one page, with a font and a second object of any kind that the page calls `X`.
fn page_with(content: Vec<u8>, font: &str, other: Vec<u8>, more: &str) -> Vec<u8> {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R\
                /Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>";
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page.into(),
        content,
        font.into(),
        other,
        b"<</Title(On tea)>>".to_vec(),
    ];
    file(&objects, &format!("/Info 7 0 R{more}"))
}

fn page(content: &str) -> Vec<u8> {
    page_with(stream("", content.as_bytes()), HELVETICA, b"null".to_vec(), "")
}

fn text(bytes: Vec<u8>) -> Result<String, Reason> {
    read(bytes, &Limits::default()).map(|(page, _)| page.text)
}

#[test]
fn text_title_and_language_of_a_page() {
    let (page, remarks) =
        read(page("BT /F 12 Tf 50 700 Td (A cup of tea) Tj ET"), &Limits::default()).unwrap();
    assert_eq!(page.text, "A cup of tea\n");
    assert_eq!(page.title.as_deref(), Some("On tea"));
    assert_eq!(page.language.map(|language| language.code()), Some("en"));
    assert_eq!(remarks, []);
}

#[test]
fn every_way_of_writing_text() {
    let content = "BT /F 10 Tf 14 TL 50 700 Td (one) Tj T* (two) ' 1 0 (three) \" \
                   0 -14 TD [(fo) -20 (ur) -400 (five)] TJ 1 0 0 1 50 600 Tm 2 Ts (six) Tj 0 Ts ET \
                   q 1 0 0 1 0 -100 cm BT /F 10 Tf 50 650 Td (seven) Tj ET Q BT 50 530 Td (eight) Tj ET";
    let found = text(page(content)).unwrap();
    let words: Vec<&str> = found.split_whitespace().collect();
    assert_eq!(words, ["one", "two", "three", "four", "five", "six", "seven", "eight"]);
}

#[test]
fn letters_are_read_as_what_the_page_says_they_are() {
    let content = "BT /F 10 Tf 50 700 Td (o) Tj /Span<</ActualText(ffi)>>BDC (X) Tj (Y) Tj EMC (ce) Tj \
                   /Span<</ActualText<feff>>>BDC (-) Tj EMC /P BMC ( tea) Tj EMC ET";
    assert_eq!(text(page(content)).unwrap(), "office tea\n");
}

#[test]
fn forms_are_read_where_they_are_shown() {
    let form = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 0 -20]",
        b"BT /F 12 Tf 50 700 Td (in a form) Tj ET",
    );
    let content = b"BT /F 12 Tf 50 700 Td (above) Tj ET /X Do BT 50 660 Td (below) Tj ET";
    let bytes = page_with(stream("", content), HELVETICA, form, "");
    assert_eq!(text(bytes).unwrap(), "above in a form below\n");
}

#[test]
fn a_form_that_shows_itself_ends() {
    let own = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>/Font<</F 5 0 R>>>>";
    let form = stream(own, b"BT /F 12 Tf 50 700 Td (again) Tj ET /X Do");
    let bytes = page_with(stream("", b"/X Do"), HELVETICA, form, "");
    assert_eq!(text(bytes).unwrap(), "again\n");
    // Twice at every step, by the name the page has for it, is more than there is time for.
    let own = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]";
    let form = stream(own, &b"BT /F 12 Tf (a) Tj ET /X Do /X Do ".repeat(40));
    let bytes = page_with(stream("", b"/X Do"), HELVETICA, form, "");
    assert_eq!(text(bytes).unwrap_err(), Reason::Bomb(200));
}

#[test]
fn streams_are_unpacked_in_every_usual_way() {
    let plain = b"BT /F 12 Tf 50 700 Td (A cup of tea) Tj ET";
    let hex = |bytes: &[u8]| -> Vec<u8> {
        bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).chain([b'>']).collect()
    };
    for content in [
        stream("/Filter/FlateDecode", &deflated(plain)),
        stream("/Filter[/FlateDecode]", &deflated(plain)),
        stream("/Filter/ASCIIHexDecode", &hex(plain)),
        stream("/Filter[/ASCIIHexDecode/FlateDecode]", &hex(&deflated(plain))),
        // The end is missing: what is there is read.
        stream("/Filter/FlateDecode", &deflated(plain)[..50.min(deflated(plain).len() - 2)]),
    ] {
        let bytes = page_with(content, HELVETICA, b"null".to_vec(), "");
        assert_eq!(text(bytes).unwrap(), "A cup of tea\n");
    }
}

#[test]
fn codes_are_the_characters_that_their_map_says() {
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange \
               2 beginbfchar <0001> <0054> <0002> <00e9> endbfchar 1 beginbfrange <0010> <0012> <0061> endbfrange endcmap";
    let font = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R\
                /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 500>>]>>";
    let content = b"BT /F 12 Tf 50 700 Td <00010002> Tj ( ) Tj 20 0 Td <001000110012> Tj ET";
    let bytes = page_with(stream("", content), font, stream("", map.as_bytes()), "");
    assert_eq!(text(bytes).unwrap(), "Té abc\n");
    // The same without the map.
    let bytes =
        page_with(stream("", content), &font.replace("/ToUnicode", "/Other"), b"null".to_vec(), "");
    assert_eq!(text(bytes).unwrap_err(), Reason::NoCharacters);
}

#[test]
fn what_gives_no_text_is_told_apart() {
    let picture = stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        b"x",
    );
    let scanned =
        page_with(stream("", b"q 600 0 0 800 0 0 cm /X Do Q"), HELVETICA, picture.clone(), "");
    assert_eq!(text(scanned).unwrap_err(), Reason::OnlyPictures);
    assert_eq!(text(page("0 0 m 9 9 l S")).unwrap_err(), Reason::Empty);
    for damaged in ["%PDF-1.7\n", "%PDF-1.4\nnothing of it\n%%EOF"] {
        assert_eq!(text(damaged.into()).unwrap_err(), Reason::NoPages);
    }
    let locked = "/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<3030303030303030303030303030303030303030303030303030303030303030>\
                  /U<3030303030303030303030303030303030303030303030303030303030303030>>>/ID[<00><00>]";
    let bytes = page_with(stream("", b"BT (x) Tj ET"), HELVETICA, b"null".to_vec(), locked);
    assert_eq!(text(bytes).unwrap_err(), Reason::Encrypted);
}

#[test]
fn a_file_without_its_end_is_read_as_far_as_it_goes() {
    let whole = page("BT /F 12 Tf 50 700 Td (A cup of tea) Tj ET");
    let end = whole.windows(4).position(|four| four == b"xref").unwrap();
    assert_eq!(text(whole[..end].to_vec()).unwrap(), "A cup of tea\n");
}

#[test]
fn nothing_unpacks_without_end() {
    let limits = Limits { unpacked: 1 << 24, ..Limits::default() };
    let blanks = deflated(&vec![b' '; 1 << 25]);
    let bytes = page_with(stream("/Filter/FlateDecode", &blanks), HELVETICA, b"null".to_vec(), "");
    assert_eq!(read(bytes, &limits).unwrap_err(), Reason::Bomb(200));
    // Twice over, where the first look at the file sees only how often it is packed.
    let twice = deflated(&blanks);
    let content = stream("/Filter[/FlateDecode/FlateDecode]", &twice);
    let bytes = page_with(content, HELVETICA, b"null".to_vec(), "");
    assert_eq!(read(bytes, &limits).unwrap_err(), Reason::Empty);
    // A map that no code needs, for a font.
    let font = HELVETICA.replace("/Encoding", "/ToUnicode 6 0 R/Encoding");
    let map = stream("/Filter/FlateDecode", &blanks);
    let content = b"BT /F 12 Tf 50 700 Td (A cup of tea) Tj ET";
    let bytes = page_with(stream("", content), &font, map, "");
    assert_eq!(read(bytes, &limits).unwrap_err(), Reason::Bomb(200));
}

#[test]
fn claims_of_fonts_and_predictors_are_not_believed() {
    let content = stream("", b"BT /F 12 Tf 50 700 Td (A cup of tea) Tj ET");
    for claim in ["/FirstChar 4000000000/LastChar 4000000001/Widths[500]", "/W[0 4000000000 500]"] {
        let font = HELVETICA.replace("/Encoding", &format!("{claim}/Encoding"));
        let bytes = page_with(content.clone(), &font, b"null".to_vec(), "");
        assert_eq!(text(bytes).unwrap(), "A cup of tea\n", "{claim}");
    }
    let rows = "/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns 0>>";
    let bytes = page_with(stream(rows, &deflated(b"BT ET")), HELVETICA, b"null".to_vec(), "");
    assert_eq!(text(bytes).unwrap_err(), Reason::NoPages);
}

#[test]
fn pages_keep_their_order_and_their_structure() {
    let words = |page: usize| {
        let leaf = ["green", "yellow", "black"][page - 1];
        format!(
            "BT /F 9 Tf 50 780 Td (On tea) Tj ET BT /F 18 Tf 50 720 Td (Part {page}) Tj ET \
             BT /F 11 Tf 14 TL 50 690 Td (It is picked early, and steamed at once, which keeps the) Tj \
             (colour of its {leaf} leaves.) ' ET BT /F 9 Tf 300 30 Td ({}) Tj ET",
            page + 11
        )
    };
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[4 0 R 6 0 R 8 0 R]/Count 3/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>>>".to_vec(),
        HELVETICA.into(),
    ];
    for page in 1..=3 {
        objects
            .push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", objects.len() + 2).into());
        objects.push(stream("", words(page).as_bytes()));
    }
    let (page, _) = read(file(&objects, ""), &Limits::default()).unwrap();
    let lines: Vec<&str> = page.text.lines().collect();
    let paragraph =
        "It is picked early, and steamed at once, which keeps the colour of its green leaves.";
    assert_eq!(lines[..7], ["On tea", "", "Part 1", "", paragraph, "", "12"]);
    let kinds: Vec<LineKind> = page.hints.iter().take(4).map(|hint| hint.kind).collect();
    use LineKind::{Furniture, Heading, Text};
    assert!(
        matches!(kinds.as_slice(), [Furniture(_), Heading(1), Text, Furniture(_)]),
        "{kinds:?}"
    );
}
