//! The rules of the house, each as a check of one file.

use crate::paths::{module_of, named_in};

/// From the ground up. What shares a floor may use each other.
const FLOORS: [&[&str]; 25] = [
    &["clinical", "words"],
    &["platform", "schema", "on_each"],
    &["access"],
    &["audit"],
    &["versions", "product"],
    &["accounts"],
    &["patients"],
    &["circle"],
    &["diary"],
    &["guests"],
    &["treatments"],
    &["trends"],
    &["cards"],
    &["clinic"],
    &["consents"],
    &["smart"],
    &["exports"],
    &["fhir"],
    &["phone"],
    &["channels"],
    &["reminders"],
    &["alerts"],
    &["privacy"],
    &["server"],
    &["cli"],
];

const SLICES: std::ops::Range<usize> = 5..22;

/// One file below `src`.
#[derive(Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

/// What a file of a slice is there for, from the ground up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Model,
    Store,
    UseCase,
    Http,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    pub fn code(&self) -> String {
        let without_comment = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
        let lines: Vec<String> = self.text.lines().map(without_comment).collect();
        lines.join("\n")
    }
}

/// Every rule that `source` breaks, in words.
pub fn offences(source: &Source) -> Vec<String> {
    let code = source.code();
    let module = module_of(&source.path);
    let mut found: Vec<String> = named_in(&code, &module)
        .iter()
        .filter_map(|path| offence_of_import(&module, path))
        .collect();
    found.extend(foreign_words(&module, &code));
    found
        .into_iter()
        .map(|offence| format!("{}: {offence}", source.path))
        .collect()
}

fn offence_of_import(from: &[String], to: &[String]) -> Option<String> {
    let named = to.join("::");
    let (Some(own), Some(other)) = (from.first(), to.first()) else {
        return None;
    };
    let Some(target) = floor(other) else {
        return Some(format!("{named} is on no floor of the house"));
    };
    if target > floor(own)? {
        return Some(format!("{named} is further up"));
    }
    if own == other {
        return offence_inside_a_slice(from, to);
    }
    let is_module = |name: &String| name.starts_with(|c: char| c.is_ascii_lowercase());
    let reaches_in = to.len() > 2 && to.get(1).is_some_and(is_module);
    (SLICES.contains(&target) && reaches_in)
        .then(|| format!("{named} reaches past what {other}/mod.rs offers"))
}

fn offence_inside_a_slice(from: &[String], to: &[String]) -> Option<String> {
    let (own, other) = (layer(from)?, layer(to)?);
    (other > own && other != Layer::UseCase)
        .then(|| format!("{} is further up inside the slice", to.join("::")))
}

/// Which libraries a file may not know.
fn foreign_words(module: &[String], code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut forbid = |word: &str, why: &str| {
        if code.contains(word) {
            found.push(format!("{word} {why}"));
        }
    };
    if code.contains("sql_query") {
        forbid("sql_query", "is SQL as text");
        return found;
    }
    let layer = layer(module);
    let is_pure = |name: &String| floor(name) == Some(0);
    if module.first().is_some_and(is_pure) {
        forbid("diesel", "in what is pure");
        forbid("actix", "in what is pure");
    }
    if matches!(layer, Some(Layer::Model | Layer::Store | Layer::UseCase)) {
        forbid("actix", "outside http");
    }
    if matches!(layer, Some(Layer::Model | Layer::Http)) {
        forbid("diesel", "outside store");
    }
    found
}

/// The layer of a module in a slice. `mod.rs` has none, nor has `refusal`: every layer may refuse,
/// and it says how that is told.
fn layer(module: &[String]) -> Option<Layer> {
    if !SLICES.contains(&floor(module.first()?)?) {
        return None;
    }
    let inside = module.get(1..).filter(|inside| !inside.is_empty())?;
    if inside.iter().any(|name| name == "refusal") {
        return None;
    }
    let named = |name: &String| match name.as_str() {
        "model" => Some(Layer::Model),
        "store" => Some(Layer::Store),
        "http" => Some(Layer::Http),
        _ => None,
    };
    inside.iter().find_map(named).or(Some(Layer::UseCase))
}

fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&name))
}
