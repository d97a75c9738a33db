//! LOINC codes of the items, for exports.

use super::{CuttingForm, Item};

/// A LOINC code, and whether we read it in a page about that very code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loinc {
    /// The code, check digit included.
    pub code: &'static str,
    /// False while the code is known from secondary sources or inferred from its neighbours: an
    /// export must then mark it `unconfirmed`.
    pub confirmed: bool,
}

/// The panel, "ALSFRS-R". Unconfirmed: seen in secondary sources only.
pub const LOINC_PANEL: Loinc = unconfirmed("82954-9");

/// The total score. Unconfirmed: seen in secondary sources only.
pub const LOINC_TOTAL: Loinc = unconfirmed("82953-1");

impl Item {
    /// The LOINC code of this item; 5a and 5b have one each.
    ///
    /// Only 5a was read in a page about the code. Speech, salivation and walking come from an
    /// OMOP training page; the other nine are inferred from item order and check digits.
    pub const fn loinc(self, form: CuttingForm) -> Loinc {
        match (self, form) {
            (Self::Speech, _) => unconfirmed("82940-8"),
            (Self::Salivation, _) => unconfirmed("82941-6"),
            (Self::Swallowing, _) => unconfirmed("82942-4"),
            (Self::Handwriting, _) => unconfirmed("82943-2"),
            (Self::Cutting, CuttingForm::A) => Loinc {
                code: "82944-0",
                confirmed: true,
            },
            (Self::Cutting, CuttingForm::B) => unconfirmed("82945-7"),
            (Self::Dressing, _) => unconfirmed("82946-5"),
            (Self::Turning, _) => unconfirmed("82947-3"),
            (Self::Walking, _) => unconfirmed("82948-1"),
            (Self::Stairs, _) => unconfirmed("82949-9"),
            (Self::Dyspnea, _) => unconfirmed("82950-7"),
            (Self::Orthopnea, _) => unconfirmed("82951-5"),
            (Self::RespiratoryInsufficiency, _) => unconfirmed("82952-3"),
        }
    }
}

const fn unconfirmed(code: &'static str) -> Loinc {
    Loinc {
        code,
        confirmed: false,
    }
}
