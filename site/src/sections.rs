//! The sections of a module, without those that nothing needs to run it.

/// Only a custom section has this number: names, producers, features.
const CUSTOM: u8 = 0;

/// The magic number and the version.
const HEADER: usize = 8;

/// The module without its custom sections; `None` where it is not whole.
/// (WebAssembly core specification, 5.5.2: a section is its number, its length as LEB128, its bytes.)
pub fn without_custom(module: &[u8]) -> Option<Vec<u8>> {
    let mut kept = module.get(..HEADER)?.to_vec();
    let mut rest = module.get(HEADER..)?;
    while let Some(number) = rest.first() {
        let (length, width) = leb128(rest.get(1..)?)?;
        let section = rest.get(..1 + width + length)?;
        if *number != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = &rest[section.len()..];
    }
    Some(kept)
}

/// A number of at most 32 bits, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((number, index + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{leb128, without_custom};

    #[test]
    fn custom_sections_go_and_others_stay() {
        let head = *b"\0asm\x01\0\0\0";
        let module = [&head[..], &[0, 3, 1, b'n', 7], &[1, 1, 0], &[0, 2, 1, b'p']].concat();
        let kept = [&head[..], &[1, 1, 0]].concat();
        assert_eq!(without_custom(&module), Some(kept));
        assert_eq!(without_custom(&module[..module.len() - 1]), None, "cut off");
        assert_eq!(without_custom(b"\0asm"), None);
    }

    #[test]
    fn lengths_of_more_than_a_byte() {
        assert_eq!(leb128(&[0xe5, 0x8e, 0x26]), Some((624_485, 3)));
        assert_eq!(leb128(&[0x80]), None);
    }
}
