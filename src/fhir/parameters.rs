//! `Parameters`, as programs send them.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::platform::faults::Faults;

/// The body of an operation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ParametersRequest {
    resource_type: String,
    #[serde(default, rename = "id")]
    _id: Option<IgnoredAny>,
    #[serde(default, rename = "meta")]
    _meta: Option<IgnoredAny>,
    #[serde(default)]
    parameter: Vec<ParameterRequest>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ParameterRequest {
    name: String,
    #[serde(default)]
    value_string: Option<String>,
    #[serde(default)]
    value_code: Option<String>,
    #[serde(default)]
    value_uri: Option<String>,
    #[serde(default)]
    value_instant: Option<String>,
    #[serde(default)]
    value_boolean: Option<bool>,
    #[serde(default)]
    value_reference: Option<IgnoredAny>,
}

impl ParametersRequest {
    /// Whether there was a body.
    pub fn is_sent(&self) -> bool {
        !self.resource_type.is_empty() || !self.parameter.is_empty()
    }

    /// Each parameter with its value, as a query would have them; `faults` are those found before. A reference has no
    /// value there.
    pub fn read(self, mut faults: Faults) -> Result<Vec<(String, String)>, Faults> {
        faults.require(
            self.resource_type == "Parameters",
            "/resourceType",
            "invalid_value",
            "Only Parameters are taken here.",
        );
        let mut read = Vec::new();
        for (number, one) in self.parameter.into_iter().enumerate() {
            let texts = [
                one.value_string,
                one.value_code,
                one.value_uri,
                one.value_instant,
                one.value_boolean.map(|it| it.to_string()),
                one.value_reference.map(|_| String::new()),
            ];
            let mut texts = texts.into_iter().flatten();
            let only = texts.next().filter(|_| texts.next().is_none());
            faults.require(
                only.is_some(),
                &format!("/parameter/{number}"),
                "one_of_them",
                "A parameter has one value.",
            );
            read.push((one.name, only.unwrap_or_default()));
        }
        faults.or(read)
    }
}
