//! Names that change with what is in a file, so that browsers may keep it for good.

/// `stem-HASH.ending`, the hash being the [`digest`] of the bytes in hexadecimal.
pub fn named(stem: &str, ending: &str, bytes: &[u8]) -> String {
    format!("{stem}-{:016x}.{ending}", digest(bytes))
}

/// 64-bit FNV-1a.
pub(crate) fn digest(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn the_name_follows_the_bytes() {
        // The published value of FNV-1a for "a".
        assert_eq!(named("corpus", "pack", b"a"), "corpus-af63dc4c8601ec8c.pack");
        assert_ne!(named("a", "b", b"1"), named("a", "b", b"2"));
    }
}
