//! Patients who came in through the front door.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::client::{self, Client};

/// Somebody who keeps a diary, signed in.
#[derive(Clone)]
pub struct Patient {
    pub id: String,
    pub token: String,
    pub email: String,
}

/// Everybody's.
pub const PASSWORD: &str = "seven quiet herons at dawn";

/// As many sign up at once: each costs the server 19 MiB for a moment.
const AT_ONCE: usize = 4;

/// Signs `number` patients up and in. Their codes come out of the mail folder.
pub async fn arrive(address: SocketAddr, mail: &Path, number: usize) -> Vec<Patient> {
    let emails: Vec<String> = (0..number)
        .map(|who| format!("p{who}@example.org"))
        .collect();
    let shares = |emails: &[String]| -> Vec<Vec<String>> {
        let share = emails.len().div_ceil(AT_ONCE);
        emails.chunks(share).map(<[_]>::to_vec).collect()
    };
    join_all(shares(&emails).into_iter().map(|share| async move {
        let mut client = Client::connect(address).await;
        for email in share {
            let wish = json!({
                "email": email, "password": PASSWORD, "display_name": "Ada Example",
                "role": "patient", "time_zone": "Europe/Berlin",
            });
            post(&mut client, "/v1/accounts", &wish, 202).await;
        }
    }))
    .await;
    let codes = &codes(mail, number).await;
    let found = join_all(shares(&emails).into_iter().map(|share| async move {
        let mut client = Client::connect(address).await;
        let mut found = Vec::new();
        for email in share {
            let code = json!({ "email": email, "code": codes.get(&email).unwrap() });
            post(&mut client, "/v1/accounts/confirm", &code, 201).await;
            found.push(sign_in(&mut client, &email).await);
        }
        found
    }))
    .await;
    found.into_iter().flatten().collect()
}

/// Opens one more session of `email`.
pub async fn sign_in(client: &mut Client, email: &str) -> Patient {
    let credentials = json!({ "email": email, "password": PASSWORD });
    let session = post(client, "/v1/sessions", &credentials, 201).await;
    let text = |name: &str| session[name].as_str().unwrap().to_owned();
    Patient {
        id: text("patient_id"),
        token: text("access_token"),
        email: email.to_owned(),
    }
}

async fn post(client: &mut Client, path: &str, body: &Value, expected: u16) -> Value {
    let mut request = Vec::new();
    let line = format!("POST {path}");
    client::write(&mut request, &line, None, Some(&body.to_string()));
    let reply = client.send(&request).await;
    let body: Value = serde_json::from_slice(reply.body).unwrap();
    assert_eq!(reply.status, expected, "{body}");
    body
}

/// The code for each address, once all the mail is there.
async fn codes(folder: &Path, number: usize) -> HashMap<String, String> {
    let asked = Instant::now();
    loop {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let ends = |path: &Path| path.extension().is_some_and(|end| end == "eml");
        let codes: HashMap<_, _> = files
            .map(|file| file.path())
            .filter(|path| ends(path))
            .filter_map(|path| code_in(&std::fs::read_to_string(path).ok()?))
            .collect();
        if codes.len() == number {
            return codes;
        }
        assert!(asked.elapsed() < Duration::from_secs(60), "mail is missing");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn code_in(mail: &str) -> Option<(String, String)> {
    let line = |name: &str| mail.lines().find_map(|line| line.strip_prefix(name));
    let to = line("To: ")?.trim_matches(['<', '>']);
    Some((to.to_owned(), line("Code: ")?.trim().to_owned()))
}
