//! One object in the contract for every sentence: `code` says which of the other members are there.

use utoipa::openapi::{
    ArrayBuilder, KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, Type,
};
use utoipa::{PartialSchema, ToSchema};

use super::Sentence;
use crate::clinical::{CuttingForm, Domain, Item, Rater};

const CODES: [&str; 35] = [
    "nothing_recorded_yet",
    "last_rating",
    "nothing_recorded",
    "always_skipped",
    "no_total",
    "fell",
    "rose",
    "no_clear_change",
    "always_the_same",
    "on_a_line",
    "too_few",
    "one_rating",
    "too_few_to_compare",
    "look_longer",
    "takes",
    "takes_in_all",
    "step",
    "answered_by",
    "incomplete",
    "left_out",
    "recorded",
    "difference_up",
    "difference_down",
    "no_clear_difference",
    "difference_unknown",
    "at_the_end_of_the_scale",
    "shows_no_cause",
    "regression_to_the_mean",
    "faster_at_first",
    "changes_without_it",
    "without_decline",
    "after_begins",
    "rated_in_different_ways",
    "used_before",
    "other_treatments",
];

const DAYS: [(&str, &str); 4] = [
    ("first_day", "The first day it rests on"),
    ("last_day", "The last day it rests on"),
    (
        "not_before",
        "One of the ratings must be made on this day or later",
    ),
    (
        "since",
        "The day of the first rating that was made in another way",
    ),
];

const COUNTS: [(&str, &str); 15] = [
    ("ratings", "How many ratings it rests on, or speaks of"),
    ("of_ratings", "Of how many ratings"),
    ("ratings_before", "How many ratings before it rests on"),
    ("ratings_after", "How many ratings after it rests on"),
    ("more_ratings", "How many more ratings are needed"),
    ("days_ago", "How many days ago that was"),
    ("from", "The score on the first day"),
    ("to", "The score on the last day"),
    ("of", "The highest score there is"),
    ("weeks", "How many weeks it speaks of"),
    ("weeks_recorded", "How many of them were recorded"),
    (
        "weeks_in_a_row",
        "How many were recorded in a row up to now",
    ),
    ("one_in", "One person in so many"),
    ("people", "How many people that was seen in"),
    ("treatments", "How many other treatments"),
];

const NUMBERS: [(&str, &str); 2] = [
    (
        "per_month",
        "Points a month of 30.4375 days; negative is decline",
    ),
    (
        "points",
        "How many points higher the ratings are then; negative is lower",
    ),
];

const PAIRS: [(&str, &str); 4] = [
    ("per_month_ci95", "The 95 % interval of `per_month`"),
    ("points_ci95", "The 95 % interval of `points`"),
    (
        "percent_in_trials",
        "Of a hundred people in trials, over half a year and over a year",
    ),
    (
        "percent_in_a_register",
        "The same in a register of a population",
    ),
];

fn described(kind: Type, text: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(kind)
        .description(Some(text))
}

fn one_of<'a>(text: &str, values: impl IntoIterator<Item = &'a str>) -> ObjectBuilder {
    described(Type::String, text).enum_values(Some(values))
}

impl PartialSchema for Sentence {
    fn schema() -> RefOr<Schema> {
        let scores = std::iter::once("total").chain(Domain::ALL.map(Domain::key));
        let mut object = described(
            Type::Object,
            "A fact in plain words. `code` says what it is and which other members are there; `text` is made of \
             them, in the language that `Accept-Language` asks for.",
        )
        .property("code", one_of("What is said", CODES))
        .required("code")
        .property("text", described(Type::String, "The same in words"))
        .required("text")
        .property("score", one_of("Which score moved", scores))
        .property("side", one_of("Before the start of a treatment, or after", ["before", "after"]))
        .property("rater", Rater::schema())
        .property("form", CuttingForm::schema())
        .property("items", ArrayBuilder::new().items(Item::schema()))
        .property("for_good", described(Type::Boolean, "Whether no earlier rater and no earlier form came back"));
        for (name, text) in DAYS {
            let day = described(Type::String, text);
            let date = SchemaFormat::KnownFormat(KnownFormat::Date);
            object = object.property(name, day.format(Some(date)));
        }
        for (name, text) in COUNTS {
            object = object.property(name, described(Type::Integer, text).minimum(Some(0)));
        }
        for (name, text) in NUMBERS {
            object = object.property(name, described(Type::Number, text));
        }
        for (name, text) in PAIRS {
            let pair = ArrayBuilder::new()
                .items(ObjectBuilder::new().schema_type(Type::Number))
                .description(Some(text))
                .min_items(Some(2))
                .max_items(Some(2));
            object = object.property(name, pair);
        }
        object.into()
    }
}

impl ToSchema for Sentence {}
