//! Names that change with what is in a file, so that browsers may keep it for good.

/// `stem-HASH.ending`, the hash being 64-bit FNV-1a of the bytes in hexadecimal.
pub(crate) fn named(stem: &str, ending: &str, bytes: &[u8]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{stem}-{hash:016x}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn the_name_follows_the_bytes() {
        // The published value of FNV-1a for "a".
        assert_eq!(named("later", "wasm", b"a"), "later-af63dc4c8601ec8c.wasm");
        assert_ne!(named("a", "b", b"1"), named("a", "b", b"2"));
    }
}
