//! LOINC codes of the items, for exports.

use super::{CuttingForm, Item};

/// A LOINC code, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loinc {
    /// The code, check digit included.
    pub code: &'static str,
    /// How sure it is: what is not confirmed must be marked where it is handed out.
    pub evidence: Evidence,
}

/// Where a code was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// In a page about that very code.
    Confirmed,
    /// In a page that cites it.
    Cited,
    /// Nowhere: it lies between its neighbours, in the order of the items, with a valid check digit.
    Inferred,
}

impl Evidence {
    /// Its name where codes are handed out.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Cited => "cited",
            Self::Inferred => "inferred",
        }
    }
}

/// The panel, "ALSFRS-R".
pub const LOINC_PANEL: Loinc = cited("82954-9");

/// The total score.
pub const LOINC_TOTAL: Loinc = cited("82953-1");

impl Item {
    /// The LOINC code of this item; 5a and 5b have one each.
    ///
    /// 5a and turning were read in pages about their codes (`healthassure.in`, May 2026); speech, salivation and
    /// walking come from an OMOP training page, as do panel and total.
    pub const fn loinc(self, form: CuttingForm) -> Loinc {
        match (self, form) {
            (Self::Speech, _) => cited("82940-8"),
            (Self::Salivation, _) => cited("82941-6"),
            (Self::Swallowing, _) => inferred("82942-4"),
            (Self::Handwriting, _) => inferred("82943-2"),
            (Self::Cutting, CuttingForm::A) => confirmed("82944-0"),
            (Self::Cutting, CuttingForm::B) => inferred("82945-7"),
            (Self::Dressing, _) => inferred("82946-5"),
            (Self::Turning, _) => confirmed("82947-3"),
            (Self::Walking, _) => cited("82948-1"),
            (Self::Stairs, _) => inferred("82949-9"),
            (Self::Dyspnea, _) => inferred("82950-7"),
            (Self::Orthopnea, _) => inferred("82951-5"),
            (Self::RespiratoryInsufficiency, _) => inferred("82952-3"),
        }
    }
}

const fn confirmed(code: &'static str) -> Loinc {
    let evidence = Evidence::Confirmed;
    Loinc { code, evidence }
}

const fn cited(code: &'static str) -> Loinc {
    let evidence = Evidence::Cited;
    Loinc { code, evidence }
}

const fn inferred(code: &'static str) -> Loinc {
    let evidence = Evidence::Inferred;
    Loinc { code, evidence }
}
