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
            sign_up(&mut client, &email, "patient").await;
        }
    }))
    .await;
    let codes: &HashMap<_, _> = &codes(mail, number, |_| true).await.into_iter().collect();
    let found = join_all(shares(&emails).into_iter().map(|share| async move {
        let mut client = Client::connect(address).await;
        let mut found = Vec::new();
        for email in share {
            confirm(&mut client, &email, codes.get(&email).unwrap()).await;
            found.push(sign_in(&mut client, &email).await);
        }
        found
    }))
    .await;
    found.into_iter().flatten().collect()
}

/// The token of somebody whom each of `patients` has let read their entries.
pub async fn caregiver(address: SocketAddr, mail: &Path, patients: &[Patient]) -> String {
    let email = "bob@example.org";
    let to_bob = |to: &str| to == email;
    let mut client = Client::connect(address).await;
    sign_up(&mut client, email, "caregiver").await;
    let confirming = codes(mail, 1, to_bob).await;
    for (_, code) in &confirming {
        confirm(&mut client, email, code).await;
    }
    let invitation = json!({ "email": email, "level": "read", "relation": "partner" });
    for Patient { id, token, .. } in patients {
        let path = format!("/v1/patients/{id}/invitations");
        post(&mut client, &path, Some(token), &invitation, 201).await;
    }
    let all = codes(mail, patients.len() + 1, to_bob).await;
    let session = post(&mut client, "/v1/sessions", None, &credentials(email), 201).await;
    let token = session["access_token"].as_str().unwrap().to_owned();
    for (_, code) in all.iter().filter(|sent| !confirming.contains(sent)) {
        let code = json!({ "code": code });
        post(
            &mut client,
            "/v1/invitations/accept",
            Some(&token),
            &code,
            201,
        )
        .await;
    }
    token
}

/// Opens one more session of `email`.
pub async fn sign_in(client: &mut Client, email: &str) -> Patient {
    let session = post(client, "/v1/sessions", None, &credentials(email), 201).await;
    let text = |name: &str| session[name].as_str().unwrap().to_owned();
    Patient {
        id: text("patient_id"),
        token: text("access_token"),
        email: email.to_owned(),
    }
}

fn credentials(email: &str) -> Value {
    json!({ "email": email, "password": PASSWORD })
}

async fn sign_up(client: &mut Client, email: &str, role: &str) {
    let wish = json!({
        "email": email, "password": PASSWORD, "display_name": "Ada Example",
        "role": role, "time_zone": "Europe/Berlin",
    });
    post(client, "/v1/accounts", None, &wish, 202).await;
}

async fn confirm(client: &mut Client, email: &str, code: &str) {
    let code = json!({ "email": email, "code": code });
    post(client, "/v1/accounts/confirm", None, &code, 201).await;
}

/// Posts `body`, and expects this status.
pub async fn post(
    client: &mut Client,
    path: &str,
    token: Option<&str>,
    body: &Value,
    expected: u16,
) -> Value {
    let mut request = Vec::new();
    let line = format!("POST {path}");
    client::write(&mut request, &line, token, Some(&body.to_string()));
    let reply = client.send(&request).await;
    let body: Value = serde_json::from_slice(reply.body).unwrap();
    assert_eq!(reply.status, expected, "{body}");
    body
}

/// Addresses and codes of the mail to those who are `wanted`, once there is so much of it.
pub async fn codes(
    folder: &Path,
    number: usize,
    wanted: impl Fn(&str) -> bool,
) -> Vec<(String, String)> {
    let asked = Instant::now();
    loop {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let ends = |path: &Path| path.extension().is_some_and(|end| end == "eml");
        let codes: Vec<_> = files
            .map(|file| file.path())
            .filter(|path| ends(path))
            .filter_map(|path| code_in(&std::fs::read_to_string(path).ok()?))
            .filter(|(to, _)| wanted(to))
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
