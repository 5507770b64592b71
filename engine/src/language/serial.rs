//! A language as one number, its place in the enumeration: what the page carries it as.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::Language;

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(*self as u8)
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let place = u8::deserialize(deserializer)?;
        let language = Self::ALL.get(usize::from(place)).copied();
        language.ok_or_else(|| D::Error::custom("no such language"))
    }
}
