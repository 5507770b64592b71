use super::*;

const COLUMNS: [Column; 3] =
    [Column::right("lines"), Column::left("label").under("in words"), Column::left("reason")];

fn table() -> Table<3> {
    let mut table = Table::new(COLUMNS, &[(2, 8), (1, 3)]);
    table.title("東京.txt");
    let cells = |cells: [&str; 3]| cells.map(|text| Cell::from(text.to_owned()));
    table.row(cells(["1-3", "on", "shared words\nand more"]));
    table.row(cells(["10-210", "boilerplate", ""]));
    table.row(cells(["211", "off", "東京の桜と富士山"]));
    table
}

fn written(limit: Option<usize>) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    table().write(&mut out, limit).unwrap();
    String::from_utf8(out.into_inner()).unwrap()
}

#[test]
fn as_wide_as_it_needs_to_be_where_there_is_room() {
    let whole = "        in words
 lines  label        reason
東京.txt
   1-3  on           shared words and more
10-210  boilerplate
   211  off          東京の桜と富士山
";
    for limit in [None, Some(42), Some(500)] {
        assert_eq!(written(limit), whole);
    }
}

#[test]
fn columns_give_way_in_their_order() {
    assert_eq!(
        written(Some(30)),
        "        in words
 lines  label        reason
東京.txt
   1-3  on           shared w…
10-210  boilerplate
   211  off          東京の桜…
"
    );
    assert_eq!(
        written(Some(23)),
        "        in words
 lines  label  reason
東京.txt
   1-3  on     shared…
10-210  boil…
   211  off    東京の…
"
    );
}

#[test]
fn no_width_is_too_narrow() {
    for limit in 0..60 {
        for line in written(Some(limit)).lines() {
            assert!(width(line) <= limit, "{limit}: {line}");
            assert_eq!(line, line.trim_end());
        }
        assert_eq!(written(Some(limit)).lines().count(), 6);
    }
}

#[test]
fn a_group_goes_on_as_far_as_the_next() {
    let columns = [
        Column::left("a").under("long for two"),
        Column::left("bcd"),
        Column::right("ef").under("next"),
        Column::left("g").under(""),
    ];
    let mut out = anstream::StripStream::new(Vec::new());
    Table::new(columns, &[]).write(&mut out, None).unwrap();
    let written = String::from_utf8(out.into_inner()).unwrap();
    assert_eq!(written, "long…   n…\na  bcd  ef  g\n");
}

#[test]
fn each_piece_switches_its_style_off() {
    let mut table = Table::new(COLUMNS, &[]);
    let red = AnsiColor::Red.on_default();
    table.row([String::new().into(), Cell::new("off", red), String::new().into()]);
    let mut out = Vec::new();
    table.write(&mut out, None).unwrap();
    let written = String::from_utf8(out).unwrap();
    assert_eq!(written.lines().last(), Some("       \u{1b}[31moff\u{1b}[0m"));
}
