//! The answers, by `linkId`: which item each is of, and whether the form asks it at all.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::clinical::{CuttingForm, Item, Score};
use crate::fhir::code::ANSWER;
use crate::fhir::questionnaire::{SMALL_TUBE, TUBE};
use crate::platform::faults::Faults;

/// One question, answered or not. Its text is the form's.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ItemRequest {
    link_id: String,
    #[serde(default, rename = "text")]
    _text: Option<IgnoredAny>,
    #[serde(default)]
    answer: Vec<AnswerRequest>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
struct AnswerRequest {
    value_boolean: Option<bool>,
    value_coding: Option<CodingRequest>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct CodingRequest {
    #[serde(default, rename = "extension")]
    _extension: Option<IgnoredAny>,
    system: Option<String>,
    code: String,
    #[serde(default, rename = "display")]
    _display: Option<IgnoredAny>,
}

/// The answers as the diary takes them.
#[derive(Debug, Default)]
pub struct Form {
    /// In the order of the items.
    pub scores: [Option<Score>; 12],
    /// Which of 5a and 5b, and whether there is a tube.
    pub cutting: (CuttingForm, bool),
    /// Whether something in it is not right.
    pub is_wrong: bool,
}

/// What was answered, and where: the number of the item.
#[derive(Debug, Default)]
struct Answered {
    scores: HashMap<(Item, CuttingForm), (usize, Score)>,
    tube: Option<bool>,
    small_tube: bool,
}

/// Reads the answers in any order.
pub fn read(faults: &mut Faults, items: &[ItemRequest]) -> Form {
    let before = faults.as_slice().len();
    let mut answered = Answered::default();
    let mut seen: Vec<&str> = Vec::new();
    for (number, item) in items.iter().enumerate() {
        let pointer = format!("/item/{number}");
        if seen.contains(&item.link_id.as_str()) {
            let detail = "This item is there twice.";
            faults.add(&format!("{pointer}/linkId"), "one_of_them", detail);
            continue;
        }
        seen.push(&item.link_id);
        if let Err((place, code, detail)) = answered.take(number, item) {
            faults.add(&format!("{pointer}{place}"), code, detail);
        }
    }
    let cutting = answered.cutting(faults);
    let mut scores = [None; 12];
    for (slot, item) in scores.iter_mut().zip(Item::ALL) {
        let form = if item == Item::Cutting {
            cutting.0
        } else {
            CuttingForm::A
        };
        *slot = answered.scores.get(&(item, form)).map(|(_, score)| *score);
    }
    Form {
        scores,
        cutting,
        is_wrong: faults.as_slice().len() > before,
    }
}

/// Where in the item, which fault, and its words.
type Wrong = (&'static str, &'static str, &'static str);

const NO_ANSWER: Wrong = (
    "/answer/0",
    "invalid_value",
    "This is no answer to this item.",
);

impl Answered {
    fn take(&mut self, number: usize, item: &ItemRequest) -> Result<(), Wrong> {
        let answer = match item.answer.as_slice() {
            [] => None,
            [answer] => Some(answer),
            _ => return Err(("/answer", "one_of_them", "An item has one answer.")),
        };
        if matches!(item.link_id.as_str(), TUBE | SMALL_TUBE) {
            let Some(answer) = answer else {
                return Ok(());
            };
            let said = answer
                .value_boolean
                .filter(|_| answer.value_coding.is_none());
            let said = said.ok_or(NO_ANSWER)?;
            if item.link_id == TUBE {
                self.tube = Some(said);
            } else {
                self.small_tube = said;
            }
            return Ok(());
        }
        let asked = asked(&item.link_id);
        let unknown = ("/linkId", "unknown_item", "The form has no such item.");
        let (item, form) = asked.ok_or(unknown)?;
        if let Some(answer) = answer {
            let score = score(answer, item, form).ok_or(NO_ANSWER)?;
            self.scores.insert((item, form), (number, score));
        }
        Ok(())
    }

    /// Which of 5a and 5b was asked. An answer to the other one, or to both, is a fault.
    fn cutting(&self, faults: &mut Faults) -> (CuttingForm, bool) {
        let tube = self.tube == Some(true);
        let place = |form| {
            self.scores
                .get(&(Item::Cutting, form))
                .map(|(number, _)| *number)
        };
        let (a, b) = (place(CuttingForm::A), place(CuttingForm::B));
        let mut refuse = |number: usize, code, detail| {
            faults.add(&format!("/item/{number}"), code, detail);
        };
        if let (Some(a), Some(b)) = (a, b) {
            let detail = "Either 5a is answered or 5b.";
            refuse(a.max(b), "one_of_them", detail);
        } else if let (Some(b), false) = (b, tube) {
            let detail = "5b is asked of people with a gastrostomy.";
            refuse(b, "item_not_enabled", detail);
        } else if let (Some(a), true, false) = (a, tube, self.small_tube) {
            let detail = "5a is not asked of people with a gastrostomy that supplies more than half of the nutrition.";
            refuse(a, "item_not_enabled", detail);
        }
        let is_b = b.is_some() || a.is_none() && tube && !self.small_tube;
        (if is_b { CuttingForm::B } else { CuttingForm::A }, tube)
    }
}

/// The item with this number on the form.
fn asked(link_id: &str) -> Option<(Item, CuttingForm)> {
    let all = Item::ALL
        .into_iter()
        .flat_map(|item| CuttingForm::ALL.map(|form| (item, form)));
    let mut all = all.filter(|(item, form)| *item == Item::Cutting || *form == CuttingForm::A);
    all.find(|(item, form)| item.number(*form) == link_id)
}

fn score(answer: &AnswerRequest, item: Item, form: CuttingForm) -> Option<Score> {
    let coding = answer
        .value_coding
        .as_ref()
        .filter(|_| answer.value_boolean.is_none())?;
    let (number, points) = coding.code.split_once('-')?;
    let is_of_item = coding.system.as_deref() == Some(ANSWER) && number == item.number(form);
    let [points @ b'0'..=b'4'] = points.as_bytes() else {
        return None;
    };
    Score::try_from(points - b'0').ok().filter(|_| is_of_item)
}
