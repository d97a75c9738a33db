//! The science of the diary, pure: items, answers, stages, slopes, flags and plain words.
//!
//! Nothing here asks the clock, a database or the network, and nothing here is medical advice.
//! Every rule names its source; `docs/clinical-sources.md` says how well each one is confirmed.

mod agreement;
mod answers;
mod civil;
mod domain;
mod flags;
mod form;
mod ft9;
mod item;
mod kings;
mod loinc;
mod measures;
mod mitos;
mod months;
mod plateau;
mod proportion;
mod reader;
mod respondent;
mod response;
mod since_onset;
mod slope;
mod spells;
mod stages;
mod student;
mod summary;
mod theil_sen;
mod treatment;
mod verdict;
mod vocabulary;
mod week;
mod weight;
mod wording;
mod words;

pub use agreement::{Agreement, DatedRating, PAIR_DAYS, Spread, agreements};
pub use answers::{Answers, AnswersRefused, Score, ScoreOutOfRange, Subscores};
pub use civil::write_day;
pub use domain::Domain;
pub use flags::{
    Acknowledgement, Assessment, Because, Change, FLAG_RULES_VERSION, Flag, FlagCode, FlagFacts,
    Reading, Tier, flags,
};
pub use form::{CuttingForm, INSTRUMENT_VERSION, REFERENCE_POINT};
pub use ft9::Ft9;
pub use item::Item;
pub use kings::{Kings, KingsStage};
pub use loinc::{Evidence, LOINC_PANEL, LOINC_TOTAL, Loinc};
pub use measures::{Measurand, MeasurandRange, Milestone, Posture};
pub use mitos::Mitos;
pub use months::{DAYS_PER_MONTH, months_between};
pub use plateau::{Plateau, Reversal, plateaus, reversal};
pub use proportion::Proportion;
pub use reader::{Companion, Reader};
pub use respondent::{Rater, Respondent};
pub use response::{
    Bound, Comparison, Difference, Measure, NoDifference, RateWithout, ResponseFacts,
    TrialCategory, sentences as response_sentences, trial_categories,
};
pub use since_onset::SinceOnset;
pub use slope::{
    Group, GroupCount, GroupLine, LineEnd, Missing, Point, SLOPE_DECIMALS, Scale, Slope, Step,
};
pub use spells::{Spell, spells};
pub use stages::Stages;
pub use student::Student;
pub use summary::{LastRating, SummaryFacts, SummaryRating, summary};
pub use treatment::{
    AmountUnit, Anaesthesia, CellSource, CellType, Contraindication, Donor, Finding, Imaging,
    KnownDrug, Route, Severity, SideEffectKind, TreatmentKind, is_atc, known_drugs,
};
pub(crate) use vocabulary::words;
pub use week::{Week, WeekRefused};
pub use weight::Weight;
pub use words::{Apart, Fact, Movement, RaterStep, ScoreArea, Sentence, Side, Voice};
