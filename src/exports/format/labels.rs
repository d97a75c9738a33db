//! What codes of a table are called: in the codebook beside them, or in their place.

use crate::clinical::{CuttingForm, Item};
use crate::platform::table::Cell;

/// Columns, and what each of their codes is called.
const LABELS: [(&str, &[(&str, &str)]); 6] = [
    (
        "respondent",
        &[
            ("self", "Patient alone"),
            ("self_with_help", "Patient, with help to hold or type"),
            ("caregiver_relayed", "Patient, relayed by a caregiver"),
            ("caregiver_proxy", "Caregiver, from what they see"),
            ("clinician_in_person", "Clinician, with the patient"),
            ("clinician_phone", "Clinician, by telephone"),
        ],
    ),
    (
        "cutting_form",
        &[("5a", "Without gastrostomy"), ("5b", "With gastrostomy")],
    ),
    ("gastrostomy", &[("0", "No"), ("1", "Yes")]),
    (
        "domain",
        &[
            ("bulbar", "Bulbar"),
            ("fine_motor", "Fine motor"),
            ("gross_motor", "Gross motor"),
            ("respiratory", "Respiratory"),
        ],
    ),
    (
        "sex",
        &[
            ("female", "Female"),
            ("male", "Male"),
            ("other", "Other"),
            ("unknown", "Not known"),
        ],
    ),
    (
        "onset_region",
        &[
            ("bulbar", "Speech or swallowing (bulbar)"),
            ("upper_limb", "Arm or hand"),
            ("lower_limb", "Leg or foot"),
            ("trunk", "Trunk"),
            ("respiratory", "Breathing"),
            ("generalised", "Several regions at once"),
            ("unknown", "Not known"),
        ],
    ),
];

/// The codes of a column, and what they are called.
pub(super) fn of_column(column: &str) -> &'static [(&'static str, &'static str)] {
    let known = LABELS.iter().find(|(name, _)| *name == column);
    known.map_or(&[], |(_, labels)| labels)
}

/// The item of the scale that has this code.
pub(super) fn item(code: &str) -> Option<Item> {
    Item::ALL.into_iter().find(|item| item.key() == code)
}

/// Puts labels in the place of codes, cell by cell of a row.
pub(super) struct Labels {
    columns: Vec<&'static str>,
    at: usize,
    /// What the row said before: which item it is about, and by which form.
    item: Option<Item>,
    form: CuttingForm,
}

impl Labels {
    pub(super) fn of(columns: &[&'static str]) -> Self {
        Self {
            columns: columns.to_vec(),
            at: 0,
            item: None,
            form: CuttingForm::A,
        }
    }

    /// The next cell, with its label where it is a code that has one.
    pub(super) fn label<'a>(&mut self, cell: Option<Cell<'a>>) -> Option<Cell<'a>> {
        let column = self.columns.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        let cell = cell?;
        let code = cell.to_string();
        match column {
            "cutting_form" | "form" => {
                let is_b = code == CuttingForm::B.key();
                self.form = if is_b { CuttingForm::B } else { CuttingForm::A };
            }
            "item" => {
                self.item = item(&code);
                return Some(self.item.map_or(cell, |item| item.label(self.form).into()));
            }
            _ => {}
        }
        let scored = if column == "score" {
            self.item
        } else {
            item(column)
        };
        if let Some(item) = scored {
            let score = code.parse::<usize>().ok();
            let anchor = score.and_then(|score| item.anchors(self.form).get(score).copied());
            // With its number: "None" alone, the best answer to three items, is read as no answer by what reads tables.
            let label = anchor.map(|anchor| Cell::Code(format!("{code}: {anchor}").into()));
            return Some(label.unwrap_or(cell));
        }
        let mut labels = of_column(column).iter();
        let known = labels.find(|(known, _)| *known == code);
        Some(known.map_or(cell, |(_, label)| Cell::from(*label)))
    }

    pub(super) fn end_row(&mut self) {
        (self.at, self.item, self.form) = (0, None, CuttingForm::A);
    }
}
