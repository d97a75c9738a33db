//! One filled-in form, gaps included.

use serde::{Deserialize, Serialize};

use super::{CuttingForm, Domain, Item};

/// One item score: 0 (function lost) to 4 (normal). A `Score` is always in range.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(try_from = "u8", into = "u8")]
pub struct Score(u8);

impl Score {
    /// The best score of an item.
    pub const BEST: u8 = 4;
}

/// Refusal of a score above 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an ALSFRS-R item is scored 0 to 4")]
pub struct ScoreOutOfRange;

impl TryFrom<u8> for Score {
    type Error = ScoreOutOfRange;

    fn try_from(points: u8) -> Result<Self, ScoreOutOfRange> {
        if points <= Self::BEST {
            Ok(Self(points))
        } else {
            Err(ScoreOutOfRange)
        }
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score.0
    }
}

/// The twelve answers of one week, of which at least one was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Answers {
    scores: [Option<Score>; 12],
    cutting_form: CuttingForm,
    gastrostomy: bool,
}

/// Why a set of answers is no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswersRefused {
    /// All twelve answers are missing.
    #[error("at least one of the twelve items must be answered")]
    NothingAnswered,
    /// Item 5b is for people with a gastrostomy only.
    #[error("form 5b needs a gastrostomy")]
    TubeFormWithoutTube,
}

/// The subscores of the four domains, each 0 to 12, or none where one of its items is missing.
///
/// Missing items are never imputed: the scale publishes no rule for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Subscores {
    /// Items 1 to 3.
    #[schema(maximum = 12)]
    pub bulbar: Option<u8>,
    /// Items 4 to 6.
    #[schema(maximum = 12)]
    pub fine_motor: Option<u8>,
    /// Items 7 to 9.
    #[schema(maximum = 12)]
    pub gross_motor: Option<u8>,
    /// Items 10 to 12.
    #[schema(maximum = 12)]
    pub respiratory: Option<u8>,
}

impl Subscores {
    /// That of a domain.
    pub const fn of(&self, domain: Domain) -> Option<u8> {
        match domain {
            Domain::Bulbar => self.bulbar,
            Domain::FineMotor => self.fine_motor,
            Domain::GrossMotor => self.gross_motor,
            Domain::Respiratory => self.respiratory,
        }
    }
}

impl Answers {
    /// Takes the scores in the order of [`Item::ALL`].
    ///
    /// A gastrostomy with form 5a is fine: the tube may supply less than half of the nutrition.
    ///
    /// Fails with [`AnswersRefused`] when nothing is answered, or 5b is answered without a gastrostomy.
    pub fn new(
        scores: [Option<Score>; 12],
        cutting_form: CuttingForm,
        gastrostomy: bool,
    ) -> Result<Self, AnswersRefused> {
        if scores.iter().all(Option::is_none) {
            return Err(AnswersRefused::NothingAnswered);
        }
        if cutting_form == CuttingForm::B && !gastrostomy {
            return Err(AnswersRefused::TubeFormWithoutTube);
        }
        Ok(Self {
            scores,
            cutting_form,
            gastrostomy,
        })
    }

    /// The score of one item, or none where it was not answered.
    pub const fn score(&self, item: Item) -> Option<Score> {
        let [q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12] = self.scores;
        match item {
            Item::Speech => q1,
            Item::Salivation => q2,
            Item::Swallowing => q3,
            Item::Handwriting => q4,
            Item::Cutting => q5,
            Item::Dressing => q6,
            Item::Turning => q7,
            Item::Walking => q8,
            Item::Stairs => q9,
            Item::Dyspnea => q10,
            Item::Orthopnea => q11,
            Item::RespiratoryInsufficiency => q12,
        }
    }

    /// The score of one item as a plain number.
    pub fn points(&self, item: Item) -> Option<u8> {
        self.score(item).map(u8::from)
    }

    /// All scores, in the order of [`Item::ALL`].
    pub const fn scores(&self) -> [Option<Score>; 12] {
        self.scores
    }

    /// Which form of item 5 was answered.
    pub const fn cutting_form(&self) -> CuttingForm {
        self.cutting_form
    }

    /// Whether the person has a gastrostomy.
    pub const fn gastrostomy(&self) -> bool {
        self.gastrostomy
    }

    /// Whether all twelve items are answered.
    pub fn is_complete(&self) -> bool {
        self.scores.iter().all(Option::is_some)
    }

    /// The sum of the items, 0 to 48, or none unless all twelve are answered.
    pub fn total(&self) -> Option<u8> {
        self.scores.iter().map(|score| score.map(u8::from)).sum()
    }

    /// The sum of one domain, 0 to 12, or none unless its three items are answered.
    pub fn subscore(&self, domain: Domain) -> Option<u8> {
        domain.items().iter().map(|item| self.points(*item)).sum()
    }

    /// The sums of the four domains.
    pub fn subscores(&self) -> Subscores {
        Subscores {
            bulbar: self.subscore(Domain::Bulbar),
            fine_motor: self.subscore(Domain::FineMotor),
            gross_motor: self.subscore(Domain::GrossMotor),
            respiratory: self.subscore(Domain::Respiratory),
        }
    }
}
