//! The guide that the demo prints.

use super::people::Somebody;
use crate::clinical::Week;

/// Stands in the guide for where the server listens.
pub(super) const BASE: &str = "{base}";

/// Who lives in the demo, and four things to try.
pub(super) fn guide(people: &[&Somebody; 5], this_week: Week) -> String {
    let [ada, bob, cleo, ..] = people;
    let patient = ada.patient.map(|id| id.to_string()).unwrap_or_default();
    let last_week = this_week.previous();
    let who: String = people.iter().map(|somebody| line(somebody)).collect();
    format!(
        "\n\
         The demo is ready at {BASE} — the contract to browse is at {BASE}/docs\n\
         Everybody in it is invented. Sign in as:\n\n\
         {who}\n\
         Bob is Ada's husband and may write for her; Cleo is a friend and sees the trend alone.\n\
         Ada takes riluzole since the fourth month, and had a course of cells after nine.\n\
         Four things to try:\n\n\
         # 1. Cleo looks at what two years of Ada's weeks add up to\n\
         {}\
         curl -s -H \"Authorization: Bearer $CLEO\" '{BASE}/v1/patients/{patient}/trend?weeks=104'\n\n\
         # 2. Bob reads the week before this one, which Ada recorded\n\
         {}\
         curl -s -H \"Authorization: Bearer $BOB\" {BASE}/v1/patients/{patient}/entries/{last_week}\n\n\
         # 3. Cleo tries the same, and is told that she was given the trend\n\
         curl -s -H \"Authorization: Bearer $CLEO\" {BASE}/v1/patients/{patient}/entries/{last_week}\n\n\
         # 4. Bob looks at Ada's treatments; put the id of one and /response behind it\n\
         curl -s -H \"Authorization: Bearer $BOB\" {BASE}/v1/patients/{patient}/treatments\n\n\
         Stop with Ctrl-C. Delete the demo's folder to begin anew.\n",
        sign_in("CLEO", cleo),
        sign_in("BOB", bob),
    )
}

fn line(somebody: &Somebody) -> String {
    format!(
        "  {:<5} {:<20} password: {}\n",
        somebody.name,
        somebody.email.as_str(),
        somebody.password
    )
}

fn sign_in(variable: &str, somebody: &Somebody) -> String {
    format!(
        "{variable}=$(curl -s -X POST {BASE}/v1/sessions -H 'Content-Type: application/json' \\\n  \
         -d '{{\"email\":\"{}\",\"password\":\"{}\"}}' | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\n",
        somebody.email.as_str(),
        somebody.password
    )
}
