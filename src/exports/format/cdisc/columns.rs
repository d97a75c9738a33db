//! Which columns each domain has.

/// A column: name, label, type.
pub(super) type Column = (&'static str, &'static str, &'static str);

const STUDY: Column = ("STUDYID", "Study Identifier", "string");
const DOMAIN: Column = ("DOMAIN", "Domain Abbreviation", "string");
const SUBJECT: Column = ("USUBJID", "Unique Subject Identifier", "string");

pub(super) const QS: [Column; 15] = [
    STUDY,
    DOMAIN,
    SUBJECT,
    ("QSSEQ", "Sequence Number", "integer"),
    ("QSTESTCD", "Question Short Name, Sponsor-Defined", "string"),
    ("QSTEST", "Question Name, Sponsor-Defined", "string"),
    ("QSCAT", "Category of Question", "string"),
    ("QSSCAT", "Subcategory for Question", "string"),
    ("QSORRES", "Finding in Original Units", "string"),
    (
        "QSSTRESC",
        "Character Result/Finding in Std Format",
        "string",
    ),
    ("QSSTRESN", "Numeric Finding in Standard Units", "integer"),
    ("QSDRVFL", "Derived Flag", "string"),
    ("QSEVAL", "Evaluator", "string"),
    ("QSDTC", "Date/Time of Finding", "string"),
    ("QSDY", "Study Day of Finding", "integer"),
];
pub(super) const DM: [Column; 8] = [
    STUDY,
    DOMAIN,
    SUBJECT,
    ("SUBJID", "Subject Identifier for the Study", "string"),
    ("RFSTDTC", "Subject Reference Start Date/Time", "string"),
    ("AGE", "Age", "integer"),
    ("AGEU", "Age Units", "string"),
    ("SEX", "Sex", "string"),
];
pub(super) const CM: [Column; 10] = [
    STUDY,
    DOMAIN,
    SUBJECT,
    ("CMSEQ", "Sequence Number", "integer"),
    ("CMTRT", "Reported Name of Drug, Med, or Therapy", "string"),
    ("CMCAT", "Category for Medication", "string"),
    ("CMSTDTC", "Start Date/Time of Medication", "string"),
    ("CMENDTC", "End Date/Time of Medication", "string"),
    ("CMSTDY", "Study Day of Start of Medication", "integer"),
    ("CMENDY", "Study Day of End of Medication", "integer"),
];
pub(super) const AE: [Column; 11] = [
    STUDY,
    DOMAIN,
    SUBJECT,
    ("AESEQ", "Sequence Number", "integer"),
    ("AETERM", "Reported Term for the Adverse Event", "string"),
    ("AESER", "Serious Event", "string"),
    ("AETOXGR", "Standard Toxicity Grade", "string"),
    ("AESTDTC", "Start Date/Time of Adverse Event", "string"),
    ("AEENDTC", "End Date/Time of Adverse Event", "string"),
    ("AESTDY", "Study Day of Start of Adverse Event", "integer"),
    ("AEENDY", "Study Day of End of Adverse Event", "integer"),
];
