//! The scale itself: what an app needs to show the form.

use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;

use crate::clinical::{
    CuttingForm, Domain, FLAG_RULES_VERSION, INSTRUMENT_VERSION, Item, REFERENCE_POINT,
};
use crate::platform::http::{HttpResult, etag};

/// The form.
#[derive(Serialize, utoipa::ToSchema)]
struct Instrument {
    /// Stored with every entry; another wording is another version.
    #[schema(example = "alsfrs-r/1999-en-1")]
    version: &'static str,
    /// The language of the wording, BCP 47.
    #[schema(example = "en")]
    language: &'static str,
    /// What every answer is compared with.
    reference_point: &'static str,
    /// In the order in which they are asked.
    items: Vec<ItemBody>,
    /// Which of the two cutting items is asked: exactly one of them counts.
    cutting_rule: CuttingRule,
    /// The version of the rules that raise flags.
    #[schema(example = "2026-11-1")]
    flag_rules_version: &'static str,
}

/// One question.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = InstrumentItem)]
struct ItemBody {
    /// The member of `answers` that holds the score.
    key: &'static str,
    domain: Domain,
    /// One form; item 5 has two.
    forms: Vec<FormBody>,
}

/// How a question is asked.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = InstrumentForm)]
struct FormBody {
    /// The number on the printed scale.
    #[schema(example = "5a")]
    number: &'static str,
    label: &'static str,
    /// From 4 (normal) down to 0.
    anchors: Vec<Anchor>,
}

/// What a score means.
#[derive(Serialize, utoipa::ToSchema)]
struct Anchor {
    #[schema(maximum = 4)]
    score: u8,
    text: &'static str,
}

/// When item 5 is asked as 5a, and when as 5b.
#[derive(Serialize, utoipa::ToSchema)]
struct CuttingRule {
    /// Without a gastrostomy, or with one that supplies half of the nutrition or less.
    without_gastrostomy: CuttingForm,
    /// With a gastrostomy that supplies more than half of the nutrition.
    with_gastrostomy: CuttingForm,
}

impl Instrument {
    fn new() -> Self {
        Self {
            version: INSTRUMENT_VERSION,
            language: "en",
            reference_point: REFERENCE_POINT,
            items: Item::ALL.into_iter().map(ItemBody::new).collect(),
            cutting_rule: CuttingRule {
                without_gastrostomy: CuttingForm::A,
                with_gastrostomy: CuttingForm::B,
            },
            flag_rules_version: FLAG_RULES_VERSION,
        }
    }
}

impl ItemBody {
    fn new(item: Item) -> Self {
        let forms: &[CuttingForm] = match item {
            Item::Cutting => &CuttingForm::ALL,
            _ => &[CuttingForm::A],
        };
        Self {
            key: item.key(),
            domain: item.domain(),
            forms: forms
                .iter()
                .map(|&form| FormBody::new(item, form))
                .collect(),
        }
    }
}

impl FormBody {
    fn new(item: Item, form: CuttingForm) -> Self {
        let mut anchors: Vec<Anchor> = (0..)
            .zip(item.anchors(form))
            .map(|(score, text)| Anchor { score, text })
            .collect();
        anchors.reverse();
        Self {
            number: item.number(form),
            label: item.label(form),
            anchors,
        }
    }
}

/// Shows the scale: its items with their anchors, and the rule for the two forms of item 5.
#[utoipa::path(
    tag = "diary", security(()),
    responses((status = 200, body = Instrument))
)]
#[get("/v1/instruments/alsfrs-r")]
pub async fn get_instrument(request: HttpRequest) -> HttpResult<HttpResponse> {
    etag::answer(&request, &Instrument::new())
}
