//! The twelve answers as clients write and read them.

use serde::{Deserialize, Serialize};

use crate::clinical::{Answers, Score};

/// The twelve answers, each 0 (function lost) to 4 (normal). One that is null or left out was not
/// answered; not all of them may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = Answers, example = json!({
    "speech": 4, "salivation": 4, "swallowing": 3, "handwriting": 2, "cutting": 2, "dressing": 3,
    "turning": 3, "walking": 2, "stairs": 1, "dyspnea": 4, "orthopnea": 4, "respiratory_insufficiency": 4
}))]
pub struct AnswersBody {
    #[schema(value_type = Option<u8>, maximum = 4)]
    speech: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    salivation: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    swallowing: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    handwriting: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    cutting: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    dressing: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    turning: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    walking: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    stairs: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    dyspnea: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    orthopnea: Option<Score>,
    #[schema(value_type = Option<u8>, maximum = 4)]
    respiratory_insufficiency: Option<Score>,
}

impl AnswersBody {
    /// In the order of the items.
    pub fn scores(self) -> [Option<Score>; 12] {
        [
            self.speech,
            self.salivation,
            self.swallowing,
            self.handwriting,
            self.cutting,
            self.dressing,
            self.turning,
            self.walking,
            self.stairs,
            self.dyspnea,
            self.orthopnea,
            self.respiratory_insufficiency,
        ]
    }

    /// Those of a form.
    pub fn of(answers: &Answers) -> Self {
        Self::from_scores(answers.scores())
    }

    /// These, in the order of the items.
    pub fn from_scores(scores: [Option<Score>; 12]) -> Self {
        let [
            speech,
            salivation,
            swallowing,
            handwriting,
            cutting,
            dressing,
            turning,
            walking,
            stairs,
            dyspnea,
            orthopnea,
            respiratory_insufficiency,
        ] = scores;
        Self {
            speech,
            salivation,
            swallowing,
            handwriting,
            cutting,
            dressing,
            turning,
            walking,
            stairs,
            dyspnea,
            orthopnea,
            respiratory_insufficiency,
        }
    }
}
