//! Query strings: every parameter known, and given once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

use super::problem::{AsProblem, EdgeRefusal, HttpError};
use super::walk::is_plain;
use crate::platform::faults::Faults;

/// More faults than a person makes in one query: each costs another pass.
const MOST_FAULTS: usize = 32;

/// Reads the parameters into `T`, which refuses unknown ones by its own `deny_unknown_fields`.
///
/// Fails with 400 for unknown, repeated and unreadable parameters, all of them.
pub fn read<T: DeserializeOwned>(query: &str) -> Result<T, HttpError> {
    let mut faults = Faults::default();
    let mut parameters = BTreeMap::new();
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        if parameters.insert(name.clone(), value).is_some() {
            add(&mut faults, &name);
        }
    }
    while faults.as_slice().len() < MOST_FAULTS {
        match read_once(&parameters) {
            Ok(value) => return faults.or(value).map_err(|faults| refused(&faults)),
            Err(None) => break,
            Err(Some(name)) => {
                parameters.remove(name.as_str());
                add(&mut faults, &name);
            }
        }
    }
    Err(refused(&faults))
}

/// Fails with the name of a parameter that cannot be read.
fn read_once<T: DeserializeOwned>(
    parameters: &BTreeMap<Cow<'_, str>, Cow<'_, str>>,
) -> Result<T, Option<String>> {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let query = query.extend_pairs(parameters).finish();
    let pairs = url::form_urlencoded::parse(query.as_bytes());
    let read = serde_path_to_error::deserialize(serde_urlencoded::Deserializer::new(pairs));
    read.map_err(|error| match error.path().iter().next() {
        Some(Segment::Map { key }) => Some(key.clone()),
        _ => None,
    })
}

/// Refuses the parameter `name`.
pub fn invalid(name: &str) -> HttpError {
    let mut faults = Faults::default();
    add(&mut faults, name);
    refused(&faults)
}

/// It is unnamed where it is no plain name: nothing submitted is echoed.
fn add(faults: &mut Faults, name: &str) {
    let pointer = if is_plain(name) {
        format!("/{name}")
    } else {
        String::new()
    };
    faults.require(
        faults.has(&pointer),
        &pointer,
        "invalid_value",
        "The parameter is unknown or repeated, or its value is not one of those allowed.",
    );
}

fn refused(faults: &Faults) -> HttpError {
    let errors = faults.as_slice().to_vec();
    EdgeRefusal::InvalidQuery.problem().errors(errors).into()
}

/// No parameters: what a route without a query takes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoParameters {}

/// A number between two others, both of them included; `USUAL` unless told.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "u16")]
pub struct Within<const LEAST: u16, const MOST: u16, const USUAL: u16>(u16);

impl<const LEAST: u16, const MOST: u16, const USUAL: u16> Within<LEAST, MOST, USUAL> {
    /// The number.
    pub fn get<T: From<u16>>(self) -> T {
        self.0.into()
    }
}

impl<const LEAST: u16, const MOST: u16, const USUAL: u16> Default for Within<LEAST, MOST, USUAL> {
    fn default() -> Self {
        Self(USUAL)
    }
}

impl<const LEAST: u16, const MOST: u16, const USUAL: u16> TryFrom<u16>
    for Within<LEAST, MOST, USUAL>
{
    type Error = &'static str;

    fn try_from(number: u16) -> Result<Self, &'static str> {
        if (LEAST..=MOST).contains(&number) {
            Ok(Self(number))
        } else {
            Err("the number is out of its bounds")
        }
    }
}
