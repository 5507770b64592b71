//! Eight bytes at once, in one number: the first byte is the lowest.
//!
//! Most words are that short. What is asked of each of their bytes is asked of all of them in a few steps without a branch; sums
//! of two bytes below 128 never reach into the next.

/// The highest bit of each byte: set in what is not ASCII, and where the functions here say yes.
pub(super) const HIGH: u64 = each(0x80);

const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of each byte of ASCII from `first` to `last`.
const fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let low = bytes & !HIGH;
    let from_first = low + each(0x80 - first);
    let past_last = low + each(0x7f - last);
    from_first & !past_last & !bytes & HIGH
}

/// The highest bit of each byte that is this one of ASCII.
pub(super) const fn equal(bytes: u64, byte: u8) -> u64 {
    between(bytes, byte, byte)
}

/// The highest bit of each byte that is a letter of ASCII.
pub(super) const fn letters(bytes: u64) -> u64 {
    between(bytes | each(b' '), b'a', b'z')
}

/// The bytes with the letters of ASCII in lower case.
pub(super) const fn lower(bytes: u64) -> u64 {
    bytes | (between(bytes, b'A', b'Z') >> 2)
}

/// The first bytes of a text that is longer, with zeros behind them: as many as asked for, one to eight. `None` where the text
/// has not eight bytes.
pub(super) fn first(text: &[u8], length: usize) -> Option<u64> {
    let bytes = u64::from_le_bytes(*text.first_chunk()?);
    (1..=8).contains(&length).then(|| bytes & (u64::MAX >> (64 - 8 * length)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_as_the_standard_library_does() {
        for byte in 0..=255_u8 {
            for place in 0..8 {
                // Neighbours that are nearly letters themselves.
                for other in [0, b'@', b'[', b'z', 0x7f, 0xff] {
                    let mut bytes = [other; 8];
                    bytes[place] = byte;
                    let packed = u64::from_le_bytes(bytes);
                    let found = letters(packed).to_le_bytes();
                    for (byte, found) in bytes.iter().zip(found) {
                        assert_eq!(found == 0x80, byte.is_ascii_alphabetic(), "{bytes:?}");
                    }
                    for asked in [b'w', b'/', 0, 0x7f] {
                        let found = equal(packed, asked).to_le_bytes();
                        assert_eq!(
                            found.map(|found| found == 0x80),
                            bytes.map(|byte| byte == asked)
                        );
                    }
                    assert_eq!(
                        lower(packed).to_le_bytes(),
                        bytes.map(|byte| byte.to_ascii_lowercase())
                    );
                }
            }
        }
    }

    #[test]
    fn no_byte_more_than_asked_for() {
        assert_eq!(first(b"wordless", 4), Some(u64::from_le_bytes(*b"word\0\0\0\0")));
        assert_eq!(first(b"wordless", 8), Some(u64::from_le_bytes(*b"wordless")));
        assert_eq!([first(b"word", 4), first(b"wordless", 9), first(b"wordless", 0)], [None; 3]);
    }
}
