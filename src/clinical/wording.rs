//! The words of the form: a label per item and an anchor per score.
//!
//! Source: Cedarbaum et al. 1999, J Neurol Sci 169:13-21, by way of published forms; items 9 to 12
//! were read in secondary sources only, and the long anchors of item 11 are unconfirmed. The
//! licence of the wording could not be established: redistributing it needs a rights check, see
//! `docs/clinical-sources.md`. Never use these words as a key.

use super::{CuttingForm, Item};

impl Item {
    /// The title of the item as printed on the form.
    pub const fn label(self, form: CuttingForm) -> &'static str {
        match (self, form) {
            (Self::Speech, _) => "Speech",
            (Self::Salivation, _) => "Salivation",
            (Self::Swallowing, _) => "Swallowing",
            (Self::Handwriting, _) => "Handwriting",
            (Self::Cutting, CuttingForm::A) => {
                "Cutting food and handling utensils (patients without gastrostomy)"
            }
            (Self::Cutting, CuttingForm::B) => {
                "Cutting food and handling utensils (alternate scale for patients with gastrostomy)"
            }
            (Self::Dressing, _) => "Dressing and hygiene",
            (Self::Turning, _) => "Turning in bed and adjusting bed clothes",
            (Self::Walking, _) => "Walking",
            (Self::Stairs, _) => "Climbing stairs",
            (Self::Dyspnea, _) => "Dyspnea",
            (Self::Orthopnea, _) => "Orthopnea",
            (Self::RespiratoryInsufficiency, _) => "Respiratory insufficiency",
        }
    }

    /// What each score means; the index is the score, so the worst comes first.
    pub const fn anchors(self, form: CuttingForm) -> [&'static str; 5] {
        match (self, form) {
            (Self::Speech, _) => SPEECH,
            (Self::Salivation, _) => SALIVATION,
            (Self::Swallowing, _) => SWALLOWING,
            (Self::Handwriting, _) => HANDWRITING,
            (Self::Cutting, CuttingForm::A) => CUTTING_BY_MOUTH,
            (Self::Cutting, CuttingForm::B) => CUTTING_BY_TUBE,
            (Self::Dressing, _) => DRESSING,
            (Self::Turning, _) => TURNING,
            (Self::Walking, _) => WALKING,
            (Self::Stairs, _) => STAIRS,
            (Self::Dyspnea, _) => DYSPNEA,
            (Self::Orthopnea, _) => ORTHOPNEA,
            (Self::RespiratoryInsufficiency, _) => RESPIRATORY_INSUFFICIENCY,
        }
    }
}

const SPEECH: [&str; 5] = [
    "Loss of useful speech",
    "Speech combined with nonvocal communication",
    "Intelligible with repeating",
    "Detectable speech disturbance",
    "Normal speech processes",
];

const SALIVATION: [&str; 5] = [
    "Marked drooling; requires constant tissue or handkerchief",
    "Marked excess of saliva with some drooling",
    "Moderately excessive saliva; may have minimal drooling",
    "Slight but definite excess of saliva in mouth; may have nighttime drooling",
    "Normal",
];

const SWALLOWING: [&str; 5] = [
    "NPO (exclusively parenteral or enteral feeding)",
    "Needs supplemental tube feeding",
    "Dietary consistency changes",
    "Early eating problems: occasional choking",
    "Normal eating habits",
];

const HANDWRITING: [&str; 5] = [
    "Unable to grip pen",
    "Able to grip pen but unable to write",
    "Not all words are legible",
    "Slow or sloppy; all words are legible",
    "Normal",
];

const CUTTING_BY_MOUTH: [&str; 5] = [
    "Needs to be fed",
    "Food must be cut by someone, but can still feed slowly",
    "Can cut most foods, although clumsy and slow; some help needed",
    "Somewhat slow and clumsy, but no help needed",
    "Normal",
];

const CUTTING_BY_TUBE: [&str; 5] = [
    "Unable to perform any aspect of task",
    "Provides minimal assistance to caregiver",
    "Some help needed with closures and fasteners",
    "Clumsy but able to perform all manipulations independently",
    "Normal",
];

const DRESSING: [&str; 5] = [
    "Total dependence",
    "Needs attendant for self-care",
    "Intermittent assistance or substitute methods",
    "Independent and complete self-care with effort or decreased efficiency",
    "Normal function",
];

const TURNING: [&str; 5] = [
    "Helpless",
    "Can initiate, but not turn or adjust sheets alone",
    "Can turn alone or adjust sheets, but with great difficulty",
    "Somewhat slow and clumsy, but no help needed",
    "Normal",
];

const WALKING: [&str; 5] = [
    "No purposeful leg movement",
    "Nonambulatory functional movement only",
    "Walks with assistance",
    "Early ambulation difficulties",
    "Normal",
];

const STAIRS: [&str; 5] = [
    "Cannot do",
    "Needs assistance",
    "Mild unsteadiness or fatigue",
    "Slow",
    "Normal",
];

const DYSPNEA: [&str; 5] = [
    "Significant difficulty, considering using mechanical respiratory support",
    "Occurs at rest, difficulty breathing when either sitting or lying",
    "Occurs with one or more of: eating, bathing, dressing",
    "Occurs when walking",
    "None",
];

const ORTHOPNEA: [&str; 5] = [
    "Unable to sleep without mechanical assistance",
    "Can only sleep sitting up",
    "Needs extra pillows in order to sleep (more than two)",
    "Some difficulty sleeping at night due to shortness of breath; \
     does not routinely use more than two pillows",
    "None",
];

const RESPIRATORY_INSUFFICIENCY: [&str; 5] = [
    "Invasive mechanical ventilation by intubation or tracheostomy",
    "Continuous use of NIPPV during the night and day",
    "Continuous use of NIPPV during the night",
    "Intermittent use of NIPPV",
    "None",
];
