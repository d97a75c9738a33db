//! Which paths into this crate a source file names, read from its text.

/// A path from the root of the crate: `["accounts", "store", "find"]`.
pub type ModulePath = Vec<String>;

/// The module that the file at `path` (below `src`) is.
pub fn module_of(path: &str) -> ModulePath {
    let mut parts: ModulePath = path
        .trim_end_matches(".rs")
        .split('/')
        .map(str::to_owned)
        .collect();
    if parts
        .last()
        .is_some_and(|name| ["mod", "lib", "main"].contains(&name.as_str()))
    {
        parts.pop();
    }
    parts
}

/// Every path that begins with `crate::` or `super::`, in imports and elsewhere.
pub fn named_in(code: &str, module: &[String]) -> Vec<ModulePath> {
    let mut found = Vec::new();
    for (at, root) in roots(code) {
        let mut prefix = module.to_vec();
        if root == "super" {
            prefix.pop();
        } else {
            prefix.clear();
        }
        let rest = code.get(at..).unwrap_or_default();
        read_tree(rest, &prefix, &mut found);
    }
    found
}

/// Where paths begin: behind a `crate::` or `super::` that is not itself inside a path.
fn roots(code: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for root in ["crate", "super"] {
        for (at, _) in code.match_indices(&format!("{root}::")) {
            let before = code.get(..at).and_then(|text| text.chars().last());
            if before.is_none_or(|c| !is_name(c) && c != ':') {
                found.push((at + root.len() + 2, root));
            }
        }
    }
    found
}

/// Reads `a::b`, `{a, b::{c, d}}` or `*`, and returns what follows.
fn read_tree<'a>(code: &'a str, prefix: &[String], found: &mut Vec<ModulePath>) -> &'a str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            match rest.strip_prefix('}') {
                Some(after) => return after,
                None if rest.is_empty() => return rest,
                None => rest = skip_alias(read_tree(rest, prefix, found)),
            }
        }
    }
    let end = code.find(|c| !is_name(c)).unwrap_or(code.len());
    let (name, rest) = code.split_at(end.max(usize::from(code.starts_with('*'))));
    let mut path = prefix.to_vec();
    match name {
        "super" => drop(path.pop()),
        "self" => {}
        _ => path.push(name.to_owned()),
    }
    match rest.strip_prefix("::") {
        Some(inner) if inner.starts_with(|c| is_name(c) || c == '{' || c == '*') => {
            read_tree(inner, &path, found)
        }
        _ => {
            found.push(path);
            // A step at least, so that text that is no path does not hold us up.
            if name.is_empty() {
                rest.get(1..).unwrap_or_default()
            } else {
                rest
            }
        }
    }
}

fn skip_alias(code: &str) -> &str {
    let after = code.trim_start();
    match after.strip_prefix("as ") {
        Some(alias) => alias.trim_start().trim_start_matches(is_name),
        None => after,
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
