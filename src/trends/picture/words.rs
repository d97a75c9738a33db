//! Every word of the picture, each under a stable key: a translation is another table.
//!
//! What is not here comes from the trend itself: its sentences, and the labels of its markers.

use super::chart::{Kind, Method};
use crate::clinical::{Domain, Rater};

macro_rules! words {
    ($($(#[$meaning:meta])* $word:ident = $key:literal: $english:literal,)*) => {
        /// A text of the picture.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Word {
            $($(#[$meaning])* $word,)*
        }

        impl Word {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$word,)*];

            /// What a table of texts calls it.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$word => $key,)*
                }
            }

            /// In English; `{name}` is a place that is filled.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$word => $english,)*
                }
            }
        }
    };
}

words! {
    /// The title of the document.
    Title = "picture-title": "The diary from {from} to {to}",
    /// What is told of a picture without numbers.
    ShownWithoutNumbers = "picture-shown": "A picture of the ratings of these weeks: the total, and the four areas of the \
        scale. Numbers, stages and rates are left out.",
    /// Above the total.
    Total = "picture-total": "Total, 0 to 48",
    /// Above the total, without numbers.
    TotalWithoutNumbers = "picture-total-plain": "Total",
    /// What up and down mean.
    HigherIsBetter = "picture-higher": "All twelve answers together: higher means that more is possible.",
    /// Where there is no rating.
    NothingYet = "picture-nothing-yet": "No ratings yet",
    /// Where the ratings are older.
    NothingInTheseWeeks = "picture-nothing-here": "No ratings in these weeks",
    /// In a stretch of weeks without one.
    Silence = "picture-silence": "no ratings",
    /// Raters.
    ByOneself = "picture-by-oneself": "answered alone",
    /// Raters.
    ByHelped = "picture-by-helped": "answered with help",
    /// Raters.
    ByProxy = "picture-by-proxy": "seen by a caregiver",
    /// Raters.
    ByClinic = "picture-by-clinic": "rated by the clinic",
    /// Raters.
    ByClinicPhone = "picture-by-clinic-phone": "rated by the clinic, by telephone",
    /// What the line is.
    Line = "picture-line": "trend",
    /// What the band is.
    Band = "picture-band": "likely range of the trend (95 %)",
    /// What the band is, without numbers.
    BandWithoutNumbers = "picture-band-plain": "likely range of the trend",
    /// Weeks without a total.
    Open = "picture-open": "a question left open: no total",
    /// Above the areas.
    Areas = "picture-areas": "The four areas, 0 to 12 each",
    /// Above the areas, without numbers.
    AreasWithoutNumbers = "picture-areas-plain": "The four areas",
    /// An area.
    Bulbar = "picture-bulbar": "Speaking, saliva, swallowing",
    /// An area.
    FineMotor = "picture-fine-motor": "Writing, cutting food, dressing",
    /// An area.
    GrossMotor = "picture-gross-motor": "Turning in bed, walking, stairs",
    /// An area.
    Respiratory = "picture-respiratory": "Breathing",
    /// Above what happened.
    Happened = "picture-happened": "What happened",
    /// What happened: that a treatment or a device began or ended.
    Treatment = "picture-treatment": "{day}: {label}",
    /// What happened: that something was felt.
    SideEffect = "picture-side-effect": "{day}: side effect, {label}",
    /// What happened: that something was reached.
    Milestone = "picture-milestone": "{day}: milestone, {label}",
    /// Ways of staging.
    Kings = "picture-kings": "King's stage, estimated",
    /// Ways of staging.
    Mitos = "picture-mitos": "MiToS stage: functions lost",
    /// Ways of staging.
    Ft9 = "picture-ft9": "FT9 stage: areas at 9 or below",
    /// Stages, King's.
    Kings0 = "picture-kings-0": "0: no region counted",
    /// Stages, King's.
    Kings1 = "picture-kings-1": "1: one region of the body",
    /// Stages, King's.
    Kings2 = "picture-kings-2": "2: two regions of the body",
    /// Stages, King's.
    Kings3 = "picture-kings-3": "3: three regions of the body",
    /// Stages, King's.
    Kings4a = "picture-kings-4a": "4A: nutrition needs support",
    /// Stages, King's.
    Kings4b = "picture-kings-4b": "4B: breathing needs support",
    /// Stages, King's.
    Kings4ab = "picture-kings-4a-4b": "4A+4B: nutrition and breathing need support",
    /// Stages, `MiToS`.
    Mitos0 = "picture-mitos-0": "0: none",
    /// Stages, `MiToS`.
    Mitos1 = "picture-mitos-1": "1: one",
    /// Stages, `MiToS`.
    Mitos2 = "picture-mitos-2": "2: two",
    /// Stages, `MiToS`.
    Mitos3 = "picture-mitos-3": "3: three",
    /// Stages, `MiToS`.
    Mitos4 = "picture-mitos-4": "4: moving, swallowing, communicating, breathing",
    /// Stages, FT9.
    Ft90 = "picture-ft9-0": "0: none",
    /// Stages, FT9.
    Ft91 = "picture-ft9-1": "1: one",
    /// Stages, FT9.
    Ft92 = "picture-ft9-2": "2: two",
    /// Stages, FT9.
    Ft93 = "picture-ft9-3": "3: three",
    /// Stages, FT9.
    Ft94 = "picture-ft9-4": "4: all four",
}

impl Word {
    /// The text with its places filled.
    pub(super) fn with(self, places: &[(&str, String)]) -> String {
        let text = self.text().to_owned();
        places.iter().fold(text, |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
    }

    pub(super) const fn by(rater: Rater) -> Self {
        match rater {
            Rater::Oneself => Self::ByOneself,
            Rater::Helped => Self::ByHelped,
            Rater::Proxy => Self::ByProxy,
            Rater::ClinicInPerson => Self::ByClinic,
            Rater::ClinicByPhone => Self::ByClinicPhone,
        }
    }

    pub(super) const fn area(domain: Domain) -> Self {
        match domain {
            Domain::Bulbar => Self::Bulbar,
            Domain::FineMotor => Self::FineMotor,
            Domain::GrossMotor => Self::GrossMotor,
            Domain::Respiratory => Self::Respiratory,
        }
    }

    pub(super) const fn happening(kind: Kind) -> Self {
        match kind {
            Kind::Treatment | Kind::Device => Self::Treatment,
            Kind::SideEffect => Self::SideEffect,
            Kind::Milestone => Self::Milestone,
        }
    }

    pub(super) const fn staging(of: Method) -> Self {
        match of {
            Method::Kings => Self::Kings,
            Method::Mitos => Self::Mitos,
            Method::Ft9 => Self::Ft9,
        }
    }

    /// What the stage of this name means.
    pub(super) fn stage(of: Method, name: &str) -> Self {
        match (of, name) {
            (Method::Kings, "0") => Self::Kings0,
            (Method::Kings, "1") => Self::Kings1,
            (Method::Kings, "2") => Self::Kings2,
            (Method::Kings, "3") => Self::Kings3,
            (Method::Kings, "4A") => Self::Kings4a,
            (Method::Kings, "4B") => Self::Kings4b,
            (Method::Kings, _) => Self::Kings4ab,
            (Method::Mitos, "0") => Self::Mitos0,
            (Method::Mitos, "1") => Self::Mitos1,
            (Method::Mitos, "2") => Self::Mitos2,
            (Method::Mitos, "3") => Self::Mitos3,
            (Method::Mitos, _) => Self::Mitos4,
            (Method::Ft9, "0") => Self::Ft90,
            (Method::Ft9, "1") => Self::Ft91,
            (Method::Ft9, "2") => Self::Ft92,
            (Method::Ft9, "3") => Self::Ft93,
            (Method::Ft9, _) => Self::Ft94,
        }
    }
}
