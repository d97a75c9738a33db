//! Writes JSON as YAML for people: what is short stands on one line (decision 0120).

use serde_json::Value;

/// What may stand on one line.
const LINE: usize = 180;

/// `value` as a document.
pub(super) fn write(value: &Value) -> String {
    let mut out = String::new();
    lines(&mut out, value, 0);
    out
}

/// Writes each member, or item, of `value` on a line of its own.
fn lines(out: &mut String, value: &Value, indent: usize) {
    for (name, member) in value.as_object().into_iter().flatten() {
        pad(out, indent);
        text(out, name);
        out.push(':');
        rest(out, member, indent);
    }
    for item in value.as_array().into_iter().flatten() {
        pad(out, indent);
        out.push('-');
        rest(out, item, indent);
    }
}

/// Writes `value` behind what a line began with.
fn rest(out: &mut String, value: &Value, indent: usize) {
    let inner = indent + 1;
    let paragraphs = value.as_str().filter(|text| text.contains('\n'));
    if let Some(string) = value.as_str().filter(|string| is_plain(string, IN_BLOCK)) {
        out.push(' ');
        out.push_str(string);
        out.push('\n');
    } else if let Some(text) = paragraphs {
        out.push_str(if text.ends_with('\n') {
            " |\n"
        } else {
            " |-\n"
        });
        for line in text.lines() {
            if !line.is_empty() {
                pad(out, inner);
            }
            out.push_str(line);
            out.push('\n');
        }
    } else if is_short(value) {
        out.push(' ');
        flow(out, value);
        out.push('\n');
    } else {
        out.push('\n');
        lines(out, value, inner);
    }
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}

fn is_short(value: &Value) -> bool {
    match value {
        Value::Object(_) => value.to_string().len() <= LINE,
        Value::Array(items) => {
            let is_inner = |item: &Value| item.is_object() || item.is_array();
            !items.iter().any(is_inner) || value.to_string().len() <= LINE
        }
        _ => true,
    }
}

fn flow(out: &mut String, value: &Value) {
    match value {
        Value::Object(members) => {
            out.push('{');
            for (n, (name, member)) in members.iter().enumerate() {
                out.push_str(if n > 0 { ", " } else { "" });
                text(out, name);
                out.push_str(": ");
                flow(out, member);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                out.push_str(if n > 0 { ", " } else { "" });
                flow(out, item);
            }
            out.push(']');
        }
        Value::String(string) => text(out, string),
        other => out.push_str(&other.to_string()),
    }
}

/// What a text may have beside letters and digits, and stand without quotes.
const ANYWHERE: &str = "_-./ ();'$+@`\"*=<>?!";

/// The same where it is not in brackets.
const IN_BLOCK: &str = "_-./ ();'$+@`\"*=<>?!,[]{}";

fn text(out: &mut String, text: &str) {
    if is_plain(text, ANYWHERE) {
        out.push_str(text);
    } else {
        out.push_str(&Value::from(text).to_string());
    }
}

/// Whether no reader takes it for anything else without quotes: it begins as a word, and has no colon and no mark
/// of a comment.
fn is_plain(text: &str, others: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let begins = |first: char| first.is_ascii_alphabetic() || "/$".contains(first);
    text.starts_with(begins)
        && !text.ends_with(' ')
        && text
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || others.contains(char))
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}
