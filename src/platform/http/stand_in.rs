//! What is read in the place of a member that is needed and cannot be read, so that the others are.

use std::marker::PhantomData;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// A day before any other, and an id: one of them will be read as any text.
pub(super) const TEXTS: [&str; 2] = ["1900-01-01", "01900000-0000-7000-8000-000000000000"];

/// The nothing of every type, and one of [`TEXTS`].
pub(super) struct StandIn<E> {
    text: usize,
    error: PhantomData<E>,
}

impl<E> StandIn<E> {
    pub(super) fn new(text: usize) -> Self {
        Self {
            text,
            error: PhantomData,
        }
    }
}

impl<E: Error> IntoDeserializer<'_, E> for StandIn<E> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de, E: Error> Deserializer<'de> for StandIn<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_str(TEXTS.get(self.text).copied().unwrap_or_default())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_bool(false)
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_i16(0)
    }

    /// Where small numbers begin at 1, 0 is none.
    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_u8(1)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_f64(0.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let variant = variants.get(self.text).or(variants.first());
        visitor.visit_enum(variant.copied().unwrap_or_default().into_deserializer())
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(SeqDeserializer::new(std::iter::empty::<Self>()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let members = fields.iter().map(|name| (*name, Self::new(self.text)));
        visitor.visit_map(MapDeserializer::new(members))
    }

    forward_to_deserialize_any! {
        i8 i32 i64 i128 u16 u32 u64 u128 f32 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct map identifier ignored_any
    }
}
