//! The English text of each fact.

use super::known::{self, DIFFERENT_WAYS, FASTER_AT_FIRST, REGRESSION, SAYS_NO_CAUSE, USED_BEFORE};
use super::{Fact, Voice, raters, weeks};

impl Fact {
    pub(super) fn text(&self, voice: Voice<'_>) -> String {
        match self {
            Self::NothingRecordedYet => String::from("Nothing has been recorded yet."),
            Self::LastRating {
                last_day,
                rater,
                days_ago,
            } => weeks::last_rating(*last_day, *rater, *days_ago, voice),
            Self::NothingRecorded {
                first_day,
                last_day,
            } => weeks::nothing(*first_day, *last_day, voice),
            Self::AlwaysSkipped {
                items,
                first_day,
                last_day,
                ratings,
            } => weeks::always_skipped(items, (*first_day, *last_day), *ratings, voice),
            Self::NoTotal {
                first_day,
                last_day,
                ratings,
            } => weeks::no_total((*first_day, *last_day), *ratings, voice),
            Self::Fell(movement) => movement.clear("fell", voice),
            Self::Rose(movement) => movement.clear("rose", voice),
            Self::NoClearChange(movement) => movement.unclear(voice),
            Self::AlwaysTheSame(movement) => movement.level(voice),
            Self::OnALine(movement) => movement.on_a_line(voice),
            Self::TooFew(movement) => movement.too_few(voice),
            Self::OneRating(movement) => movement.one(voice),
            Self::TooFewToCompare {
                side,
                ratings,
                first_day,
                last_day,
            } => weeks::too_few_to_compare(*side, *ratings, first_day.zip(*last_day), voice),
            Self::LookLonger { weeks } => weeks::look_longer(*weeks),
            Self::Takes {
                score,
                side,
                more_ratings,
                not_before,
            } => weeks::takes((*score, *side), *more_ratings, *not_before, voice),
            Self::TakesInAll {
                score,
                ratings,
                weeks,
            } => weeks::takes_in_all(*score, *ratings, *weeks),
            Self::Step(step) => step.text(voice),
            Self::AnsweredBy {
                rater,
                ratings,
                of_ratings,
            } => raters::answered_by(*rater, *ratings, *of_ratings, voice.reader),
            Self::Incomplete { ratings } => weeks::incomplete(*ratings),
            Self::LeftOut { ratings } => weeks::left_out(*ratings),
            Self::Recorded {
                first_day,
                weeks,
                weeks_recorded,
                weeks_in_a_row,
            } => weeks::recorded(
                *first_day,
                (*weeks, *weeks_recorded, *weeks_in_a_row),
                voice,
            ),
            Self::DifferenceUp(apart) | Self::DifferenceDown(apart) => apart.clear(voice),
            Self::NoClearDifference(apart) => apart.unclear(voice),
            Self::DifferenceUnknown(apart) => apart.unknown(voice),
            Self::AtTheEndOfTheScale(apart) => apart.at_the_end(voice),
            Self::ShowsNoCause => SAYS_NO_CAUSE.to_owned(),
            Self::RegressionToTheMean => REGRESSION.to_owned(),
            Self::FasterAtFirst => FASTER_AT_FIRST.to_owned(),
            Self::ChangesWithoutIt {
                one_in,
                per_month,
                people,
            } => known::changes_without_it(*one_in, *per_month, *people),
            Self::WithoutDecline {
                percent_in_trials,
                percent_in_a_register,
            } => known::no_decline(*percent_in_trials, *percent_in_a_register),
            Self::RatedInDifferentWays => DIFFERENT_WAYS.to_owned(),
            Self::UsedBefore => USED_BEFORE.to_owned(),
            Self::OtherTreatments { treatments } => known::others(*treatments),
        }
    }
}
