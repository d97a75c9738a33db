//! The twelve answers as clients write and read them.

use serde::{Deserialize, Serialize};

use crate::clinical::{Answers, Score};

/// Declares the answers, one to each item, in their order.
macro_rules! answers {
    ($(#[$about:meta])* $($item:ident)+) => {
        $(#[$about])*
        pub struct AnswersBody {
            $(#[schema(value_type = Option<u8>, maximum = 4)] $item: Option<Score>,)+
        }

        impl AnswersBody {
            /// In the order of the items.
            pub fn scores(self) -> [Option<Score>; 12] {
                [$(self.$item),+]
            }

            /// These, in the order of the items.
            pub fn from_scores([$($item),+]: [Option<Score>; 12]) -> Self {
                Self { $($item),+ }
            }
        }
    };
}

answers! {
    /// The twelve answers, each 0 (function lost) to 4 (normal). One that is null or left out was not
    /// answered; not all of them may be.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
    #[serde(deny_unknown_fields, default)]
    #[schema(as = Answers, example = json!({
        "speech": 4, "salivation": 4, "swallowing": 3, "handwriting": 2, "cutting": 2, "dressing": 3,
        "turning": 3, "walking": 2, "stairs": 1, "dyspnea": 4, "orthopnea": 4, "respiratory_insufficiency": 4
    }))]
    speech salivation swallowing handwriting cutting dressing turning walking stairs dyspnea orthopnea
    respiratory_insufficiency
}

impl AnswersBody {
    /// Those of a form.
    pub fn of(answers: &Answers) -> Self {
        Self::from_scores(answers.scores())
    }
}
