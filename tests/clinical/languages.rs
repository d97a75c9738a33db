//! Whatever there is to say can be said in each language.

use std::collections::BTreeSet;

use alsfrs_diary::clinical::{
    Apart, Companion, CuttingForm, Domain, Fact, Item, Movement, Rater, RaterStep, Reader,
    ScoreArea, Sentence, Side, Voice,
};
use alsfrs_diary::words::Language;
use utoipa::PartialSchema;

use crate::people::day;
use crate::summary::made::code;

const SIDES: [Option<Side>; 3] = [None, Some(Side::Before), Some(Side::After)];

const RATERS: [Rater; 5] = [
    Rater::Oneself,
    Rater::Helped,
    Rater::Proxy,
    Rater::ClinicInPerson,
    Rater::ClinicByPhone,
];

/// Those who may read it: the patient, a friend, a husband who answered and helped, the clinic.
pub fn readers() -> [Reader<'static>; 4] {
    let other = |is_close, is_clinician| {
        Reader::Other(Companion {
            patient: "Ada",
            is_author: is_close,
            is_helper: is_close,
            is_clinician,
        })
    };
    [
        Reader::Patient,
        other(false, false),
        other(true, false),
        other(false, true),
    ]
}

/// Panics where something is missing in a text, or left of how it was made.
pub fn is_whole(text: &str, language: Language) {
    let first = text.chars().next();
    let begins = first.is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
    assert!(begins && text.ends_with('.'), "{language:?}: {text}");
    for left in ["{", "}", "  ", " ,", " .", "..", "none", "NaN"] {
        let is_left = text.replace("may be none", "may be so").contains(left);
        assert!(!is_left, "{language:?}: {text}");
    }
    let numbers = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    let has_point = numbers
        .into_iter()
        .any(|number| number.trim_matches('.').contains('.'));
    let knows_points = language == Language::English;
    assert!(knows_points || !has_point, "{language:?}: {text}");
}

fn movements() -> Vec<Movement> {
    let mut movements = Vec::new();
    let scores = Domain::ALL.map(ScoreArea::Area).into_iter();
    let scores: Vec<ScoreArea> = scores.chain([ScoreArea::Total]).collect();
    let ends = [None, Some((38, 38)), Some((38, 33))];
    let paces = [
        None,
        Some((0.0, [0.0, 0.0])),
        Some((-0.04, [-0.3, 0.04])),
        Some((-1.0, [-1.0, -1.0])),
        Some((-0.9, [-1.3, -0.5])),
        Some((0.4, [-0.04, 1.0])),
        Some((0.0, [-0.4, 0.6])),
    ];
    for side in SIDES {
        for score in &scores {
            for (ends, pace) in ends.iter().flat_map(|ends| paces.map(|pace| (*ends, pace))) {
                for last_day in ["2025-05-27", "2025-11-18", "2026-09-01"] {
                    movements.push(Movement {
                        score: *score,
                        side,
                        first_day: day("2025-05-27"),
                        last_day: day(last_day),
                        ratings: 23,
                        from: ends.map(|(from, _)| from),
                        to: ends.map(|(_, to)| to),
                        of: 48,
                        per_month: pace.map(|(pace, _)| pace),
                        per_month_ci95: pace.map(|(_, ci95)| ci95),
                    });
                }
            }
        }
    }
    movements
}

fn apart() -> Vec<Apart> {
    let pairs = [[-0.4, 1.05], [0.3, 0.3], [0.0, 0.0], [-1.2, -0.1]];
    let apart = |per_month_ci95: [f64; 2]| Apart {
        score: ScoreArea::Total,
        first_day: day("2025-12-08"),
        last_day: day("2026-11-16"),
        ratings_before: 1,
        ratings_after: 20,
        per_month: Some(per_month_ci95[1]),
        per_month_ci95: Some(per_month_ci95),
    };
    pairs.map(apart).to_vec()
}

fn steps() -> impl Iterator<Item = Fact> {
    let raters = RATERS.map(Some).into_iter().chain([None]);
    let forms = [None, Some(CuttingForm::A), Some(CuttingForm::B)];
    let ways = raters.flat_map(move |rater| forms.map(|form| (rater, form)));
    let ways = ways.filter(|(rater, form)| rater.is_some() || form.is_some());
    ways.flat_map(|(rater, form)| {
        [None, Some((2.1, [0.4, 3.8])), Some((-1.0, [-1.5, -0.5]))].map(|seen| {
            Fact::Step(RaterStep {
                score: ScoreArea::Area(Domain::Bulbar),
                since: day("2026-08-24"),
                for_good: seen.is_none(),
                rater,
                form,
                points: seen.map(|(points, _)| points),
                points_ci95: seen.map(|(_, ci95)| ci95),
            })
        })
    })
}

fn of_raters() -> impl Iterator<Item = Fact> {
    RATERS.into_iter().flat_map(|rater| {
        let answered = |ratings, of_ratings| Fact::AnsweredBy {
            rater,
            ratings,
            of_ratings,
        };
        let last = Fact::LastRating {
            last_day: day("2025-11-18"),
            rater,
            days_ago: 1234,
        };
        [
            answered(1, 1),
            answered(4, 4),
            answered(1, 9),
            answered(3, 9),
            last,
        ]
    })
}

/// What asks for more, and what is left out, with the numbers that a language tells apart.
fn counted() -> impl Iterator<Item = Fact> {
    let (first_day, last_day) = (day("2026-05-27"), day("2026-11-18"));
    [1, 2, 5].into_iter().flat_map(move |count| {
        let weeks = u32::try_from(count).unwrap();
        let recorded = |weeks_recorded, weeks_in_a_row| Fact::Recorded {
            first_day,
            weeks: weeks + 1,
            weeks_recorded,
            weeks_in_a_row,
        };
        let takes = |side: Option<Side>| Fact::Takes {
            score: side.map(|_| ScoreArea::Total),
            side,
            more_ratings: count,
            not_before: (count > 1).then_some(last_day),
        };
        let compared = |ratings, days: bool| Fact::TooFewToCompare {
            side: Side::After,
            ratings,
            first_day: days.then_some(first_day),
            last_day: days.then_some(last_day),
        };
        vec![
            Fact::NoTotal {
                first_day,
                last_day,
                ratings: count,
            },
            Fact::AlwaysSkipped {
                items: Item::ALL.into_iter().take(count).collect(),
                first_day,
                last_day,
                ratings: count + 1,
            },
            compared(count - 1, true),
            compared(0, false),
            Fact::LookLonger { weeks: 13 },
            takes(None),
            takes(Some(Side::After)),
            Fact::TakesInAll {
                score: None,
                ratings: 6,
                weeks: 12,
            },
            Fact::TakesInAll {
                score: Some(ScoreArea::Total),
                ratings: 6,
                weeks: 12,
            },
            Fact::Incomplete { ratings: count },
            Fact::LeftOut { ratings: count },
            recorded(weeks + 1, 0),
            recorded(0, 0),
            recorded(weeks, 1),
            recorded(weeks, 2),
            Fact::OtherTreatments { treatments: count },
        ]
    })
}

fn facts() -> Vec<Fact> {
    let known = [
        Fact::NothingRecordedYet,
        Fact::NothingRecorded {
            first_day: day("2026-11-18"),
            last_day: day("2026-11-18"),
        },
        Fact::ShowsNoCause,
        Fact::RegressionToTheMean,
        Fact::FasterAtFirst,
        Fact::ChangesWithoutIt {
            one_in: 3,
            per_month: 1.3,
            people: 27,
        },
        Fact::WithoutDecline {
            percent_in_trials: [25.0, 16.0],
            percent_in_a_register: [16.5, 7.7],
        },
        Fact::AfterBegins {
            first_day: day("2026-12-02"),
        },
        Fact::RatedInDifferentWays,
        Fact::UsedBefore,
    ];
    let moved = [
        Fact::Fell,
        Fact::Rose,
        Fact::NoClearChange,
        Fact::AlwaysTheSame,
        Fact::OnALine,
        Fact::TooFew,
        Fact::OneRating,
    ];
    let differ = [
        Fact::DifferenceUp,
        Fact::DifferenceDown,
        Fact::NoClearDifference,
        Fact::DifferenceUnknown,
        Fact::AtTheEndOfTheScale,
    ];
    let movements = movements();
    let apart = apart();
    let moved = moved
        .iter()
        .flat_map(|fact| movements.iter().cloned().map(fact));
    // Where it was always the same, nothing lies between the ends.
    let moved = moved
        .filter(|fact| !matches!(fact, Fact::AlwaysTheSame(movement) if movement.from.is_none()));
    let differ = differ
        .iter()
        .flat_map(|fact| apart.iter().cloned().map(fact));
    let facts = known.into_iter().chain(moved).chain(differ);
    facts
        .chain(steps())
        .chain(of_raters())
        .chain(counted())
        .collect()
}

#[test]
fn every_fact_is_told_whole_in_every_language_to_every_reader() {
    let facts = facts();
    let made: BTreeSet<String> = facts.iter().map(code).collect();
    let schema = serde_json::to_value(Sentence::schema()).unwrap();
    let codes = schema["properties"]["code"]["enum"].as_array().unwrap();
    let codes: BTreeSet<String> = codes
        .iter()
        .map(|code| code.as_str().unwrap().to_owned())
        .collect();
    assert_eq!(made, codes);

    let mut texts = BTreeSet::new();
    for language in Language::ALL {
        for reader in readers() {
            let voice = Voice {
                reader,
                today: day("2026-11-20"),
                language,
            };
            for Sentence { text, fact } in voice.tell(facts.clone()) {
                is_whole(&text, language);
                let speaks_of_ada = text.contains("Ada");
                assert!(
                    !speaks_of_ada || reader != Reader::Patient,
                    "{fact:?}: {text}"
                );
                texts.insert((language.code(), text));
            }
        }
    }
    for language in Language::ALL {
        let of_it = texts
            .iter()
            .filter(|(code, _)| *code == language.code())
            .count();
        assert!(of_it > 500, "{language:?}: {of_it}");
    }
}

#[test]
fn a_name_that_looks_like_a_place_stays_a_name() {
    let named = Reader::friend_of("{ $day } \u{2068}A\u{2069}");
    for language in Language::ALL {
        let voice = Voice {
            reader: named,
            today: day("2026-11-20"),
            language,
        };
        let fact = Fact::AnsweredBy {
            rater: Rater::Oneself,
            ratings: 2,
            of_ratings: 3,
        };
        let told = voice.tell(vec![fact]);
        assert!(
            told[0].text.contains("{ $day } \u{2068}A\u{2069}"),
            "{}",
            told[0].text
        );
    }
}

#[test]
fn french_joins_a_name_that_begins_with_a_vowel_and_has_a_word_for_the_first_day() {
    let answers =
        |name: &str| Language::French.fill("flag-answers", &[("rater", "self"), ("name", name)]);
    assert_eq!(answers("Ada"), "les réponses d’Ada");
    assert_eq!(answers("Émile"), "les réponses d’Émile");
    assert_eq!(answers("Bob"), "les réponses de Bob");
    let first = day("2026-12-01");
    assert_eq!(Language::French.day(first, false), "1er décembre 2026");
    assert_eq!(Language::Dutch.day(first, false), "1 december 2026");
}
