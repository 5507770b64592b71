//! Pictures made where the site is: the preview of its map, and the icon on home screens.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use topic_explorer::study::Study;

use crate::{Error, Result};

/// The size of the preview in pixels: what the places that show previews ask for.
pub(crate) const WIDTH: u32 = 1200;
/// Its height.
pub(crate) const HEIGHT: u32 = 630;

/// The map as a picture, under the name of the documents. A PNG file.
pub(crate) fn preview(study: &Study) -> Result<Vec<u8>> {
    painted(&topic_explorer::export::preview(study, WIDTH, HEIGHT), WIDTH, HEIGHT)
}

/// The page's icon with room around it, 180 by 180 pixels. A PNG file.
pub(crate) fn touch_icon() -> Result<Vec<u8>> {
    painted(include_str!("touch-icon.svg"), 180, 180)
}

fn painted(svg: &str, width: u32, height: u32) -> Result<Vec<u8>> {
    let failed = |what: &str| Error::Picture(what.to_owned());
    let mut options = Options::default();
    let fonts = Arc::make_mut(&mut options.fontdb);
    fonts.load_font_data(epaint_default_fonts::UBUNTU_LIGHT.to_vec());
    let family = fonts.faces().next().and_then(|face| face.families.first());
    let family = family.ok_or_else(|| failed("there is no font"))?.0.clone();
    // Whatever family a drawing asks for, this one is there.
    fonts.set_sans_serif_family(&family);
    fonts.set_serif_family(&family);
    let tree = Tree::from_str(svg, &options).map_err(|error| failed(&error.to_string()))?;
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| failed("it has no size"))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| failed(&error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use topic_explorer::corpus;

    #[test]
    fn the_preview_shows_the_map_and_words() {
        let study = corpus::open(corpus::shipped(), "").unwrap();
        let png = preview(&study).unwrap();
        let picture = Pixmap::decode_png(&png).unwrap();
        assert_eq!((picture.width(), picture.height()), (WIDTH, HEIGHT));
        let count = |wanted: [u8; 3]| {
            let is = |pixel: &&resvg::tiny_skia::PremultipliedColorU8| {
                [pixel.red(), pixel.green(), pixel.blue()] == wanted
            };
            picture.pixels().iter().filter(is).count()
        };
        // The colours of the first topic, of what is off topic, and of ink, which only words have.
        for (colour, least) in
            [([0x17, 0x45, 0x4f], 2000), ([0xb4, 0x37, 0x1d], 300), ([0x23, 0x20, 0x1c], 500)]
        {
            assert!(count(colour) > least, "{colour:?}: {}", count(colour));
        }
        assert_eq!(png, preview(&study).unwrap(), "the same every time");
    }

    #[test]
    fn the_icon_is_a_picture() {
        let picture = Pixmap::decode_png(&touch_icon().unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), (180, 180));
    }
}
