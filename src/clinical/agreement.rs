//! How far ratings of the same days agree: of the patient, of a caregiver, of the clinic.
//!
//! Source: the limits of agreement of Bland and Altman 1986 (Lancet 327:307–310, unconfirmed citation):
//! the mean difference and 1.96 standard deviations on either side. That ratings up to a week apart are
//! a pair, and that it takes five for limits, is ours.

use chrono::NaiveDate;
use serde::Serialize;

use super::slope::{count, round};
use super::{Answers, CuttingForm, Domain, Item, Rater, Respondent};

/// So many days apart two ratings are still a pair.
pub const PAIR_DAYS: i64 = 7;

/// With fewer differences than this no limits are given: their own error would be larger than they are.
const FEWEST_FOR_LIMITS: usize = 5;

/// Standard deviations between which 95 of 100 differences lie.
const REACH: f64 = 1.96;

const DECIMALS: i32 = 2;

/// A rating, and who answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DatedRating {
    /// The day of the rating.
    pub day: NaiveDate,
    /// The twelve answers.
    pub answers: Answers,
    /// Who answered.
    pub respondent: Respondent,
}

/// Two kinds of raters, compared over the pairs of their ratings.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = RaterAgreement)]
pub struct Agreement {
    /// One of them.
    pub one: Rater,
    /// The other; every difference is this one's rating less the first one's.
    pub other: Rater,
    /// How many pairs of ratings lie at most seven days apart; no rating is in two.
    #[schema(example = 6)]
    pub pairs: usize,
    /// Of the total, 0 to 48.
    pub total: Spread,
    /// Of each domain, 0 to 12, in the order of the scale.
    pub domains: Vec<DomainSpread>,
    /// Of each item, 0 to 4, in the order of the scale.
    pub items: Vec<ItemSpread>,
}

/// The differences of one score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = DifferenceSpread)]
pub struct Spread {
    /// Pairs in which both gave this score, and by the same form of item 5 where it counts.
    #[schema(example = 6)]
    pub n: usize,
    /// The mean difference in points; null without a pair.
    #[schema(example = -1.2)]
    pub mean_difference: Option<f64>,
    /// Between which differences 95 of 100 pairs are expected; null with fewer than five.
    #[schema(example = json!([-4.1, 1.7]))]
    pub limits_of_agreement: Option<[f64; 2]>,
}

/// The differences of a domain.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct DomainSpread {
    /// Which.
    pub domain: Domain,
    #[serde(flatten)]
    spread: Spread,
}

/// The differences of an item.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct ItemSpread {
    /// Which.
    #[schema(value_type = String, example = "speech")]
    pub item: &'static str,
    #[serde(flatten)]
    spread: Spread,
}

/// Every two kinds of raters with a pair of ratings, in the order of their kinds.
pub fn agreements(ratings: &[DatedRating]) -> Vec<Agreement> {
    let mut raters: Vec<Rater> = ratings.iter().map(|one| one.respondent.rater()).collect();
    raters.sort_unstable();
    raters.dedup();
    let mut found = Vec::new();
    let mut rest = raters.as_slice();
    while let Some((one, others)) = rest.split_first() {
        found.extend(
            others
                .iter()
                .map(|other| Agreement::between(ratings, *one, *other)),
        );
        rest = others;
    }
    found.retain(|agreement| agreement.pairs > 0);
    found
}

impl Agreement {
    fn between(ratings: &[DatedRating], one: Rater, other: Rater) -> Self {
        let pairs = pairs(ratings, one, other);
        let spread = |holds_cutting: bool, score: &dyn Fn(&Answers) -> Option<u8>| {
            Spread::of(pairs.iter().filter_map(|(first, second)| {
                let same_form = form(first) == form(second) || !holds_cutting;
                let (first, second) = (score(&first.answers)?, score(&second.answers)?);
                same_form.then(|| f64::from(second) - f64::from(first))
            }))
        };
        Self {
            one,
            other,
            pairs: pairs.len(),
            total: spread(true, &Answers::total),
            domains: Domain::ALL
                .map(|domain| DomainSpread {
                    domain,
                    spread: spread(domain.items().contains(&Item::Cutting), &|answers| {
                        answers.subscore(domain)
                    }),
                })
                .into(),
            items: Item::ALL
                .map(|item| ItemSpread {
                    item: item.key(),
                    spread: spread(item == Item::Cutting, &|answers| answers.points(item)),
                })
                .into(),
        }
    }
}

fn form(rating: &DatedRating) -> CuttingForm {
    rating.answers.cutting_form()
}

/// Ratings of the two that lie closest, each in one pair at most: the closest are taken first, of those
/// that are as close the earlier.
fn pairs(ratings: &[DatedRating], one: Rater, other: Rater) -> Vec<(DatedRating, DatedRating)> {
    let of = |rater| {
        ratings
            .iter()
            .filter(move |rating| rating.respondent.rater() == rater)
    };
    let mut close: Vec<(i64, DatedRating, DatedRating)> = of(one)
        .flat_map(|first| of(other).map(move |second| (first, second)))
        .map(|(first, second)| ((second.day - first.day).num_days().abs(), *first, *second))
        .filter(|(apart, ..)| *apart <= PAIR_DAYS)
        .collect();
    close.sort_by_key(|(apart, first, second)| (*apart, first.day, second.day));
    let mut taken: Vec<(DatedRating, DatedRating)> = Vec::new();
    for (_, first, second) in close {
        let is_free = |(one, other): &(DatedRating, DatedRating)| {
            one.day != first.day && other.day != second.day
        };
        if taken.iter().all(is_free) {
            taken.push((first, second));
        }
    }
    taken.sort_by_key(|(first, _)| first.day);
    taken
}

impl Spread {
    fn of(differences: impl Iterator<Item = f64>) -> Self {
        let differences: Vec<f64> = differences.collect();
        let n = differences.len();
        let mean = differences.iter().sum::<f64>() / count(n.max(1));
        let squares: f64 = differences.iter().map(|one| (one - mean).powi(2)).sum();
        let reach = REACH * (squares / count(n.saturating_sub(1).max(1))).sqrt();
        let limits = [mean - reach, mean + reach].map(|end| round(end, DECIMALS));
        Self {
            n,
            mean_difference: (n > 0).then(|| round(mean, DECIMALS)),
            limits_of_agreement: (n >= FEWEST_FOR_LIMITS).then_some(limits),
        }
    }
}
