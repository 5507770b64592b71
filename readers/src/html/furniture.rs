//! Which elements are no part of what a page says: by what they are called, by their role, by being nothing but links.

use engine::parse::BoilerplateCode;

use super::element::Element;
use super::facts::Facts;
use super::tree::{Id, Tree};

use BoilerplateCode::{Advertisement, Navigation, Widget};

/// Where an element stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// In the main part of the page, or in an article.
    pub(super) main: bool,
    /// In a part that has a header and a footer of its own.
    pub(super) part: bool,
}

/// Links that make a list of links.
const LINKS: u32 = 3;
/// Letters that a link of a menu has at most, on average; the titles of articles are longer.
const MENU: u32 = 24;

/// Whether all in an element is furniture, and of which kind.
pub(super) fn furniture(
    tree: &Tree,
    id: Id,
    facts: &Facts,
    page: &Facts,
    place: Place,
) -> Option<BoilerplateCode> {
    if facts.main || matches!(tree.name(id), "" | "html" | "body" | "main" | "article") {
        return None;
    }
    let sure = match (tree.attribute(id, "role"), tree.name(id)) {
        (Some("navigation" | "menu" | "menubar" | "toolbar" | "tablist"), _) | (_, "nav") => true,
        (Some("main" | "article"), _) => return None,
        _ => false,
    };
    if sure {
        return Some(Navigation);
    }
    // Beside the main part of a page stands what every page of the site has; unless that part is next to nothing.
    if page.main && !place.main && page.of_main * 3 >= page.letters {
        return Some(stated(tree, id, place).unwrap_or(Navigation));
    }
    // What holds most of the text is what the page says, whatever it is called.
    if facts.letters * 2 > page.letters {
        return None;
    }
    stated(tree, id, place).or_else(|| {
        called(tree.attribute(id, "class"))
            .or_else(|| called(tree.attribute(id, "id")))
            .filter(|_| facts.element.is_block())
            .or_else(|| is_menu(tree, id, facts, place).then_some(Navigation))
    })
}

/// By role and name.
fn stated(tree: &Tree, id: Id, place: Place) -> Option<BoilerplateCode> {
    match tree.attribute(id, "role") {
        Some("banner" | "contentinfo") => return Some(Navigation),
        Some("search" | "dialog" | "alertdialog" | "tooltip" | "alert" | "status") => {
            return Some(Widget);
        }
        Some("complementary") if !place.main => return Some(Widget),
        _ => {}
    }
    match tree.name(id) {
        "header" | "footer" if !place.part => Some(Navigation),
        "aside" if !place.main => Some(Widget),
        "search" | "dialog" => Some(Widget),
        "label" => Some(Widget),
        _ => None,
    }
}

/// By a word of its class or its name: those that pages all over the web use.
fn called(names: Option<&str>) -> Option<BoilerplateCode> {
    names?.split_ascii_whitespace().find_map(|name| {
        let name = name.to_ascii_lowercase().replace('_', "-");
        let is = |known: &[&str]| known.contains(&name.as_str());
        if is(&[
            "nav",
            "navbar",
            "navigation",
            "menu",
            "main-menu",
            "nav-menu",
            "topnav",
            "top-nav",
            "site-nav",
            "breadcrumb",
            "breadcrumbs",
            "sidebar",
            "side-bar",
            "footer",
            "site-footer",
            "page-footer",
            "site-header",
            "masthead",
            "toolbar",
            "pagination",
            "pager",
            "skip-link",
            "skip-links",
            "toc",
            "table-of-contents",
        ]) {
            Some(Navigation)
        } else if is(&[
            "cookie",
            "cookies",
            "cookie-banner",
            "cookie-notice",
            "cookie-consent",
            "consent",
            "share",
            "sharing",
            "share-buttons",
            "social",
            "social-links",
            "social-share",
            "related",
            "related-posts",
            "related-articles",
            "newsletter",
            "newsletter-signup",
            "subscribe",
            "signup",
            "login",
            "modal",
            "popup",
            "search-form",
            "searchbox",
        ]) {
            Some(Widget)
        } else if is(&["ad", "ads", "advert", "advertisement", "adsbygoogle", "sponsored"]) {
            Some(Advertisement)
        } else {
            None
        }
    })
}

/// Whether it is nothing but short links. In the main part of a page only a list can be a menu.
fn is_menu(tree: &Tree, id: Id, facts: &Facts, place: Place) -> bool {
    let list = matches!(facts.element, Element::List { .. });
    let block = list || matches!(tree.name(id), "div" | "section" | "table" | "dl" | "p");
    let (share, links) = if place.main { (19, LINKS + 1) } else { (16, LINKS) };
    block
        && (list || !place.main)
        && facts.links >= links
        && facts.linked * 20 >= facts.letters * share
        && facts.linked <= facts.links * MENU
}
