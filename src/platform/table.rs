//! What goes into a table, whatever kind of file it becomes.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::io;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::http::instant;

/// What is put into a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// What a person wrote.
    Text(&'a str),
    /// A code or a name of ours.
    Code(Cow<'a, str>),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Decimal(f64),
    /// A civil day.
    Day(NaiveDate),
    /// An instant.
    Moment(DateTime<Utc>),
}

/// A row that takes its cells one after the other.
pub trait Row {
    /// The next cell; empty where there is no value.
    fn put(&mut self, cell: Option<Cell<'_>>) -> io::Result<()>;

    /// A number, a date or a code of ours; nothing where no value is.
    fn plain<'a>(&mut self, value: Option<impl Into<Cell<'a>>>) -> io::Result<()>
    where
        Self: Sized,
    {
        self.put(value.map(Into::into))
    }

    /// What a person wrote; nothing where they wrote nothing.
    fn text(&mut self, text: Option<&str>) -> io::Result<()> {
        self.put(text.map(Cell::Text))
    }
}

/// The name that the contract has for a value, such as `caregiver_proxy`.
pub struct Code<T>(pub T);

impl<T: Serialize> Display for Code<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

impl Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => text.fmt(f),
            Self::Code(code) => code.fmt(f),
            Self::Whole(number) => number.fmt(f),
            Self::Decimal(number) => number.fmt(f),
            Self::Day(day) => day.fmt(f),
            Self::Moment(at) => instant::text(*at).fmt(f),
        }
    }
}

impl<T: Serialize> From<Code<T>> for Cell<'_> {
    fn from(code: Code<T>) -> Self {
        Self::Code(code.to_string().into())
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(code: &'a str) -> Self {
        Self::Code(code.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(code: String) -> Self {
        Self::Code(code.into())
    }
}

impl From<f64> for Cell<'_> {
    fn from(number: f64) -> Self {
        Self::Decimal(number)
    }
}

impl From<NaiveDate> for Cell<'_> {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<DateTime<Utc>> for Cell<'_> {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Moment(at)
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

macro_rules! whole_numbers {
    ($($number:ty),+) => {
        $(impl From<$number> for Cell<'_> {
            fn from(number: $number) -> Self {
                Self::Whole(number.into())
            }
        })+
    };
}
whole_numbers!(u8, i16, i32, u32, i64);
