//! Parameters that several operations have, written once.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{operations, to};

/// Takes what is the same in several operations out of them, and returns it by its name.
pub(super) fn share(paths: &mut Value) -> Value {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    each(paths, |_, parameter| {
        *uses.entry(parameter.to_string()).or_default() += 1;
    });
    let mut shared = Map::new();
    each(paths, |method, parameter| {
        let name = parameter["name"].as_str().unwrap_or_default().to_owned();
        let is_common = uses
            .get(&parameter.to_string())
            .is_some_and(|uses| *uses > 1);
        // What is needed elsewhere may be left out of a `put`.
        let other = format!("{name}-of-{method}");
        for name in [name, other].into_iter().filter(|_| is_common) {
            if *shared.entry(&name).or_insert_with(|| parameter.clone()) == *parameter {
                *parameter = to("parameters", &name);
                break;
            }
        }
    });
    shared.into()
}

fn each(paths: &mut Value, mut change: impl FnMut(&str, &mut Value)) {
    // Those of FHIR have the names of others, and mean something else.
    let ours = operations(paths).filter(|(path, ..)| !path.starts_with("/fhir/"));
    for (_, method, operation) in ours {
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        let parameters = parameters.into_iter().flatten();
        parameters.for_each(|parameter| change(method, parameter));
    }
}
