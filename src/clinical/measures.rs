//! What the scale lacks: lung function, hours of ventilation, markers of nerve damage, and the milestones
//! of the disease.
//!
//! Units are UCUM codes. The bounds keep out what cannot be: a litre for a percentage, a year for an hour.
//! They are ours.

use serde::Serialize;

use super::vocabulary::words;

words! {
    /// Something that is measured and not asked.
    #[schema(as = MeasurandCode)]
    enum Measurand {
        /// Slow vital capacity, per cent of what is predicted.
        Svc "svc",
        /// Forced vital capacity, per cent of what is predicted.
        Fvc "fvc",
        /// Sniff nasal inspiratory pressure.
        Snip "snip",
        /// Peak cough flow.
        PeakCoughFlow "peak_cough_flow",
        /// Hours a day on a ventilator.
        VentilatorHours "ventilator_hours",
        /// Neurofilament light chain in serum.
        NflSerum "nfl_serum",
        /// Neurofilament light chain in plasma.
        NflPlasma "nfl_plasma",
        /// Neurofilament light chain in the fluid around the cord.
        NflCsf "nfl_csf",
        /// Phosphorylated neurofilament heavy chain in that fluid.
        PnfhCsf "pnfh_csf",
    }

    /// How the person sat or lay.
    enum Posture {
        /// Sitting.
        Sitting "sitting",
        /// On the back.
        Supine "supine",
        /// Standing.
        Standing "standing",
    }

    /// Something that begins once, and may end.
    #[schema(as = MilestoneKind)]
    enum Milestone {
        /// A tube through the wall of the belly.
        Gastrostomy "gastrostomy",
        /// A tube through the nose.
        NasogastricTube "nasogastric_tube",
        /// A mask for more than 22 hours a day.
        NivOver22Hours "niv_over_22_hours",
        /// A tube into the windpipe.
        Tracheostomy "tracheostomy",
        /// A wheelchair.
        Wheelchair "wheelchair",
        /// A device that speaks.
        SpeechDevice "speech_device",
    }
}

/// In what something is counted, and between which two numbers it lies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MeasurandRange {
    /// What is measured.
    pub measure: Measurand,
    /// Its unit, a UCUM code.
    #[schema(example = "cm[H2O]")]
    pub unit: &'static str,
    /// The lowest value that is taken.
    pub lowest: f64,
    /// The highest value that is taken.
    pub highest: f64,
}

impl Measurand {
    /// Its unit and bounds.
    pub const fn range(self) -> MeasurandRange {
        let (unit, lowest, highest) = match self {
            Self::Svc | Self::Fvc => ("%", 1.0, 200.0),
            Self::Snip => ("cm[H2O]", 0.0, 200.0),
            Self::PeakCoughFlow => ("L/min", 0.0, 1000.0),
            Self::VentilatorHours => ("h/d", 0.0, 24.0),
            Self::NflSerum | Self::NflPlasma | Self::NflCsf | Self::PnfhCsf => {
                ("pg/mL", 0.0, 100_000.0)
            }
        };
        MeasurandRange {
            measure: self,
            unit,
            lowest,
            highest,
        }
    }

    /// Whether it is blown or sniffed, so that the posture counts.
    pub const fn is_of_the_lungs(self) -> bool {
        matches!(
            self,
            Self::Svc | Self::Fvc | Self::Snip | Self::PeakCoughFlow
        )
    }

    /// Whether it comes from a laboratory, so that the assay counts.
    pub const fn is_of_a_laboratory(self) -> bool {
        matches!(
            self,
            Self::NflSerum | Self::NflPlasma | Self::NflCsf | Self::PnfhCsf
        )
    }
}

impl Milestone {
    /// Whether it feeds: King's counts it as nutritional failure.
    pub const fn is_feeding_tube(self) -> bool {
        matches!(self, Self::Gastrostomy | Self::NasogastricTube)
    }
}
