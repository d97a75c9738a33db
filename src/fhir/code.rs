//! What scores, stages and answers are called: in LOINC, as far as there is a code, and in systems of our own.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;
use serde_json::Value;

use super::facade::Facade;
use super::model::{CodeableConcept, Coding, Extension};
use super::shared::Shared;
use crate::clinical::{CuttingForm, Domain, Evidence, Item, LOINC_PANEL, LOINC_TOTAL, Loinc};

/// LOINC.
pub const LOINC: &str = "http://loinc.org";
/// Scores, subscores and stages.
pub const SCORE: &str = "urn:alsfrs-diary:score";
/// The answers to the items: `5b-3` is the answer worth three points to item 5b.
pub const ANSWER: &str = "urn:alsfrs-diary:answer";
/// How many points an answer is worth.
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
/// How a code of LOINC is known: `confirmed`, `cited` or `inferred`.
const EVIDENCE: &str = "urn:alsfrs-diary:code-evidence";

/// What a week of answers is made into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Score {
    /// An item.
    Item(Item),
    /// A subscore.
    Domain(Domain),
    /// All items together.
    Total,
    /// The stage of King's.
    Kings,
    /// The stage of Milano-Torino.
    Mitos,
    /// The stage of Fine 'til 9.
    Ft9,
}

impl Score {
    /// Every one, in the order in which they are handed out.
    pub fn all() -> impl Iterator<Item = Self> {
        let items = Item::ALL.into_iter().map(Self::Item);
        let domains = Domain::ALL.into_iter().map(Self::Domain);
        let others = [Self::Total, Self::Kings, Self::Mitos, Self::Ft9];
        items.chain(domains).chain(others)
    }

    /// How it ends the id of an observation, which may not be long.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Item(item) => match item {
                Item::Speech => "item-1",
                Item::Salivation => "item-2",
                Item::Swallowing => "item-3",
                Item::Handwriting => "item-4",
                Item::Cutting => "item-5",
                Item::Dressing => "item-6",
                Item::Turning => "item-7",
                Item::Walking => "item-8",
                Item::Stairs => "item-9",
                Item::Dyspnea => "item-10",
                Item::Orthopnea => "item-11",
                Item::RespiratoryInsufficiency => "item-12",
            },
            Self::Domain(domain) => match domain {
                Domain::Bulbar => "bulbar",
                Domain::FineMotor => "fine-motor",
                Domain::GrossMotor => "gross-motor",
                Domain::Respiratory => "respiratory",
            },
            Self::Total | Self::Kings | Self::Mitos | Self::Ft9 => self.code(CuttingForm::A),
        }
    }

    /// The code in our own system.
    pub fn code(self, form: CuttingForm) -> &'static str {
        match (self, form) {
            (Self::Item(Item::Cutting), CuttingForm::A) => "cutting_5a",
            (Self::Item(Item::Cutting), CuttingForm::B) => "cutting_5b",
            (Self::Item(item), _) => item.key(),
            (Self::Domain(domain), _) => domain.key(),
            (Self::Total, _) => "total",
            (Self::Kings, _) => "kings",
            (Self::Mitos, _) => "mitos",
            (Self::Ft9, _) => "ft9",
        }
    }

    /// The code in LOINC, if there is one.
    pub fn loinc(self, form: CuttingForm) -> Option<Loinc> {
        match self {
            Self::Item(item) => Some(item.loinc(form)),
            Self::Total => Some(LOINC_TOTAL),
            Self::Domain(_) | Self::Kings | Self::Mitos | Self::Ft9 => None,
        }
    }

    fn label(self, form: CuttingForm) -> String {
        match self {
            Self::Item(item) => item.label(form).to_owned(),
            Self::Domain(domain) => format!("ALSFRS-R subscore: {}", domain.key()),
            Self::Total => "ALSFRS-R total".to_owned(),
            Self::Kings => "King's stage, estimated from the ALSFRS-R".to_owned(),
            Self::Mitos => "Milano-Torino (MiToS) stage".to_owned(),
            Self::Ft9 => "Fine 'til 9 (FT9) stage".to_owned(),
        }
    }

    /// What it is called everywhere.
    pub fn concept(self, facade: &Facade, form: CuttingForm) -> Shared<CodeableConcept> {
        let known = CONCEPTS.get(&(self, form, facade.inferred_codes));
        known.map_or_else(
            || self.new_concept(form, facade.inferred_codes).into(),
            Shared::clone,
        )
    }

    fn new_concept(self, form: CuttingForm, inferred_codes: bool) -> CodeableConcept {
        let label = self.label(form);
        let loinc = self.loinc(form);
        let loinc = loinc.and_then(|code| coding(inferred_codes, code));
        let own = Coding {
            system: SCORE,
            code: self.code(form).to_owned(),
            display: Some(label.clone()),
            ..Coding::default()
        };
        CodeableConcept {
            coding: loinc.into_iter().chain([own]).collect(),
            text: Some(label),
        }
    }
}

/// What every score is called, by the form of item 5 and whether inferred codes are handed out.
static CONCEPTS: LazyLock<HashMap<(Score, CuttingForm, bool), Shared<CodeableConcept>>> =
    LazyLock::new(|| {
        let forms = CuttingForm::ALL.into_iter();
        let ways = forms.flat_map(|form| [(form, false), (form, true)]);
        let of_all = ways.flat_map(|(form, inferred)| {
            Score::all().map(move |score| {
                let concept = score.new_concept(form, inferred);
                ((score, form, inferred), concept.into())
            })
        });
        of_all.collect()
    });

/// A code of LOINC, with how it is known; none where that is not enough here.
pub fn coding(inferred_codes: bool, loinc: Loinc) -> Option<Coding> {
    let is_enough = loinc.evidence != Evidence::Inferred || inferred_codes;
    is_enough.then(|| Coding {
        extension: vec![Extension {
            url: EVIDENCE,
            value_code: Some(loinc.evidence.key().to_owned()),
            ..Extension::default()
        }],
        system: LOINC,
        code: loinc.code.to_owned(),
        display: None,
    })
}

/// The code of the scale.
pub fn panel(facade: &Facade) -> Option<Coding> {
    coding(facade.inferred_codes, LOINC_PANEL)
}

/// The answer worth `points` to `item`.
pub fn answer(item: Item, form: CuttingForm, points: u8) -> Coding {
    let anchors = item.anchors(form);
    Coding {
        extension: vec![Extension {
            url: ORDINAL,
            value_decimal: Some(points),
            ..Extension::default()
        }],
        system: ANSWER,
        code: format!("{}-{points}", item.number(form)),
        display: anchors
            .get(usize::from(points))
            .map(|text| (*text).to_owned()),
    }
}

/// The name of `value` in the contract.
pub fn name_of(value: impl Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    let name = name.as_ref().and_then(Value::as_str);
    name.unwrap_or_default().to_owned()
}
