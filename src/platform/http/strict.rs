//! Objects are objects: serde would take a list of values for a struct, in the order of its fields. No member
//! comes twice, nothing is nested deeper than needed; and what cannot be read does not hide the rest.

use std::collections::HashSet;
use std::fmt;
use std::vec;

use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

use super::stand_in::StandIn;
use super::walk::{Walk, child};

/// Deeper nesting than any body of the contract has.
const DEEPEST: usize = 32;

/// One part of what is read, with its place.
pub(super) struct Strict<'w, T> {
    inner: T,
    place: String,
    walk: &'w Walk,
}

impl<'w, T> Strict<'w, T> {
    /// Stands around what is read whole, and lets a struct be read from an object only.
    pub(super) fn around(inner: T, walk: &'w Walk) -> Self {
        Self::with(inner, String::new(), walk)
    }

    fn with<U>(inner: U, place: String, walk: &'w Walk) -> Strict<'w, U> {
        Strict { inner, place, walk }
    }

    fn deeper<E: Error>(&self) -> Result<(), E> {
        if self.place.matches('/').count() >= DEEPEST {
            return Err(E::custom("too deep"));
        }
        Ok(())
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = Self::with(visitor, self.place, self.walk);
        self.inner.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = Self::with(visitor, self.place, self.walk);
        self.inner.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = Self::with(visitor, self.place, self.walk);
        self.inner.deserialize_option(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = Self::with(visitor, self.place, self.walk);
        self.inner.deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
        self.inner.visit_bool(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
        self.inner.visit_i64(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        self.inner.visit_u64(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        self.inner.visit_f64(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<V::Value, E> {
        self.inner.visit_str(value)
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<V::Value, E> {
        self.inner.visit_borrowed_str(value)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<V::Value, D::Error> {
        let value = Self::with(value, self.place, self.walk);
        self.inner.visit_some(value)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<V::Value, D::Error> {
        let value = Self::with(value, self.place, self.walk);
        self.inner.visit_newtype_struct(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.deeper()?;
        self.inner.visit_seq(Items {
            inner: items,
            place: self.place,
            walk: self.walk,
            index: 0,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.deeper()?;
        self.inner.visit_map(Members {
            inner: members,
            stood_in: self.walk.stood_in(&self.place).into_iter(),
            place: self.place,
            walk: self.walk,
            seen: HashSet::new(),
            value: Value::Sent(String::new()),
        })
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<S::Value, D::Error> {
        let value = Self::with(value, self.place, self.walk);
        self.inner.deserialize(value)
    }
}

/// A list.
struct Items<'w, A> {
    inner: A,
    place: String,
    walk: &'w Walk,
    index: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        loop {
            let place = format!("{}/{}", self.place, self.index);
            self.index += 1;
            if !self.walk.mends(&place) {
                let seed = Strict::<S>::with(seed, place.clone(), self.walk);
                let item = self.inner.next_element_seed(seed);
                return item.map_err(|error| self.walk.failed(&place, error));
            }
            self.inner.next_element::<IgnoredAny>()?;
        }
    }
}

/// An object.
struct Members<'w, A> {
    inner: A,
    place: String,
    walk: &'w Walk,
    seen: HashSet<String>,
    stood_in: vec::IntoIter<(String, usize)>,
    value: Value,
}

/// The value of the member whose name was read last.
enum Value {
    /// It was sent; its place.
    Sent(String),
    /// Something stands in for it; its place.
    StoodIn(String, usize),
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let name = loop {
            let Some(name) = self.inner.next_key::<String>()? else {
                let Some((name, text)) = self.stood_in.next() else {
                    return Ok(None);
                };
                self.value = Value::StoodIn(format!("{}/{name}", self.place), text);
                break name;
            };
            if !self.seen.insert(name.clone()) {
                return Err(A::Error::custom("a member twice"));
            }
            let place = child(&self.place, &name);
            if !self.walk.mends(&place) {
                self.value = Value::Sent(place);
                break name;
            }
            self.inner.next_value::<IgnoredAny>()?;
        };
        let (Value::Sent(place) | Value::StoodIn(place, _)) = &self.value;
        let name = seed.deserialize(name.into_deserializer());
        name.map(Some)
            .map_err(|error| self.walk.failed(place, error))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let (value, place) = match &self.value {
            Value::Sent(place) => {
                let seed = Strict::<S>::with(seed, place.clone(), self.walk);
                (self.inner.next_value_seed(seed), place)
            }
            Value::StoodIn(place, text) => (seed.deserialize(StandIn::new(*text)), place),
        };
        value.map_err(|error| self.walk.failed(place, error))
    }
}
