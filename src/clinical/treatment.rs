//! The words for treatments: what is tried against ALS, how it is given, and what to look for before.
//!
//! Source: `docs/clinical-sources.md`, "Treatments". No code is guessed: where none was found there is
//! none.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::vocabulary::words;

words! {
    /// What kind of treatment.
    enum TreatmentKind {
        /// A medicine.
        Drug "drug",
        /// Cells, one's own or a donor's.
        CellTherapy "cell_therapy",
        /// Exercise, speech, breathing.
        Rehabilitation "rehabilitation",
        /// Something that helps: ventilation, a feeding tube, a wheelchair.
        Device "device",
        /// Anything else.
        Other "other",
    }

    /// The donor of cells.
    enum Donor {
        /// From the patient.
        Autologous "autologous",
        /// From a donor.
        Allogeneic "allogeneic",
        /// Not known.
        Unknown "unknown",
    }

    /// From which tissue cells come.
    enum CellSource {
        /// Bone marrow.
        BoneMarrow "bone_marrow",
        /// Fat.
        Adipose "adipose",
        /// Blood.
        PeripheralBlood "peripheral_blood",
        /// Blood or jelly of the cord.
        UmbilicalCord "umbilical_cord",
        /// Another tissue.
        Other "other",
        /// Not known.
        Unknown "unknown",
    }

    /// Which cells.
    enum CellType {
        /// Mesenchymal stem or stromal cells.
        Mesenchymal "mesenchymal",
        /// Neural stem or progenitor cells.
        Neural "neural",
        /// Others.
        Other "other",
        /// Not known.
        Unknown "unknown",
    }

    /// How something is given. Intrathecal is into the fluid around the cord, intraspinal into the
    /// cord itself: two routes (CDISC C38267 and C38263).
    #[schema(as = AdministrationRoute)]
    enum Route {
        /// By mouth.
        Oral "oral",
        /// Into a vein.
        Intravenous "intravenous",
        /// Into the fluid around the spinal cord.
        Intrathecal "intrathecal",
        /// Into the tissue of the spinal cord.
        Intraspinal "intraspinal",
        /// Into a muscle.
        Intramuscular "intramuscular",
        /// Through a feeding tube.
        Enteral "enteral",
        /// Another way.
        Other "other",
    }

    /// In what an amount is counted.
    enum AmountUnit {
        /// Milligrams.
        Mg "mg",
        /// Cells.
        Cells "cells",
    }

    /// What guided the needle.
    enum Imaging {
        /// Nothing.
        None "none",
        /// Ultrasound.
        Ultrasound "ultrasound",
        /// X-ray that moves.
        Fluoroscopy "fluoroscopy",
        /// Computed tomography.
        Ct "ct",
        /// Magnetic resonance.
        Mri "mri",
        /// Something else.
        Other "other",
    }

    /// How pain was kept away.
    enum Anaesthesia {
        /// Not at all.
        None "none",
        /// Where the needle went in.
        Local "local",
        /// Half asleep.
        Sedation "sedation",
        /// Asleep.
        General "general",
    }

    /// Whether something was found.
    enum Finding {
        /// It was.
        Yes "yes",
        /// It was not.
        No "no",
        /// It is not known.
        Unknown "unknown",
    }

    /// What speaks against cell therapy.
    enum Contraindication {
        /// Damaged cells of the bone marrow.
        DamagedBoneMarrow "damaged_bone_marrow",
        /// Blood that does not clot as it should.
        ClottingDisorder "clotting_disorder",
        /// Too few platelets.
        LowPlatelets "low_platelets",
        /// Cancer.
        Cancer "cancer",
        /// A child that is carried or nursed.
        PregnancyOrLactation "pregnancy_or_lactation",
        /// A severe infection now.
        ActiveSevereInfection "active_severe_infection",
    }

    /// What a person felt after a treatment.
    enum SideEffectKind {
        /// Headache.
        Headache "headache",
        /// Tiredness.
        Fatigue "fatigue",
        /// Fever.
        Fever "fever",
        /// Pain where the needle went in.
        SitePain "site_pain",
        /// Something else, in words.
        Other "other",
    }
}

impl SideEffectKind {
    /// What a family calls it, fit for the beginning of a sentence.
    pub const fn everyday_name(self) -> &'static str {
        match self {
            Self::Headache => "headache",
            Self::Fatigue => "tiredness",
            Self::Fever => "fever",
            Self::SitePain => "pain at the site",
            Self::Other => "another side effect",
        }
    }
}

/// How bad a side effect was: 1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 fatal (CTCAE).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(try_from = "u8", into = "u8")]
#[schema(value_type = u8, minimum = 1, maximum = 5, example = 2)]
pub struct Severity(u8);

impl TryFrom<u8> for Severity {
    type Error = &'static str;

    fn try_from(grade: u8) -> Result<Self, &'static str> {
        if (1..=5).contains(&grade) {
            Ok(Self(grade))
        } else {
            Err("a severity is 1 to 5")
        }
    }
}

impl From<Severity> for u8 {
    fn from(severity: Severity) -> Self {
        severity.0
    }
}

/// A medicine that is given for ALS, or was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct KnownDrug {
    /// What it is called.
    #[schema(example = "riluzole")]
    pub name: &'static str,
    /// Its ATC code.
    #[schema(example = "N07XX02")]
    pub atc: &'static str,
    /// Whether the code was read in a source of the agency's; otherwise in secondary ones that agree.
    pub confirmed: bool,
    /// The day its withdrawal was announced; it stays selectable, for past dates.
    #[schema(example = "2024-04-04")]
    pub withdrawn_on: Option<NaiveDate>,
}

/// The medicines that an app may offer by name; any other is written out.
pub fn known_drugs() -> [KnownDrug; 5] {
    let drug = |name, atc, confirmed| KnownDrug {
        name,
        atc,
        confirmed,
        withdrawn_on: None,
    };
    [
        drug("riluzole", "N07XX02", false),
        drug("edaravone", "N07XX14", false),
        drug("tofersen", "N07XX22", true),
        KnownDrug {
            withdrawn_on: NaiveDate::from_ymd_opt(2024, 4, 4),
            ..drug(
                "sodium phenylbutyrate and ursodoxicoltaurine",
                "N07XX19",
                false,
            )
        },
        drug("tauroursodeoxycholic acid", "A05AA05", false),
    ]
}

/// Whether a text has the form of an ATC code of the fifth level, such as `N07XX02`.
pub fn is_atc(text: &str) -> bool {
    let is_one = |byte: u8, place: usize| match place {
        0 | 3 | 4 => byte.is_ascii_uppercase(),
        _ => byte.is_ascii_digit(),
    };
    text.len() == 7
        && text
            .bytes()
            .zip(0..)
            .all(|(byte, place)| is_one(byte, place))
}
