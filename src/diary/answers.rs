//! The twelve answers as clients write and read them.

use serde::{Deserialize, Serialize};

use crate::clinical::{Answers, Score};

/// The twelve answers, each 0 (function lost) to 4 (normal), or null: not answered. Not all null.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Answers, example = json!({
    "speech": 4, "salivation": 4, "swallowing": 3, "handwriting": 2, "cutting": 2, "dressing": 3,
    "turning": 3, "walking": 2, "stairs": 1, "dyspnea": 4, "orthopnea": 4, "respiratory_insufficiency": 4
}))]
pub struct AnswersBody {
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    speech: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    salivation: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    swallowing: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    handwriting: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    cutting: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    dressing: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    turning: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    walking: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    stairs: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    dyspnea: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    orthopnea: Option<Score>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<u8>, maximum = 4, required)]
    respiratory_insufficiency: Option<Score>,
}

/// A member that must be there, even as null: a forgotten one is not taken for "not answered".
fn given<'de, D: serde::Deserializer<'de>>(answer: D) -> Result<Option<Score>, D::Error> {
    Option::deserialize(answer)
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
        ] = answers.scores();
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
