//! What people see first: a filled diary.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use crate::app::Database::Sqlite;
use crate::client::Client;
use crate::home::Home;
use crate::people::sign_in;

#[tokio::test]
async fn the_demo_listens_where_it_is_told_to_and_says_no_more_than_a_page() {
    let home = Home::empty(Sqlite).unwrap();
    let folder = format!("--folder={}", home.folder().join("demo").display());

    let mut demo = home
        .program()
        .args(["demo", &folder])
        .env("ALSFRS_LISTEN", "127.0.0.1:0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(demo.stdout.take().unwrap()).lines();
    let mut said = lines.map_while(Result::ok).skip_while(String::is_empty);
    let ready = said.next().unwrap();
    let address = ready
        .split_whitespace()
        .find_map(|word| word.strip_prefix("http://"));
    let here = Client::of(address.unwrap().parse().unwrap());
    let ada = sign_in(&here, "ada@example.org", "ada watches the herons").await;
    demo.kill().unwrap();
    demo.wait().unwrap();

    ada.expect(201);
    assert!(said.count() < 40);
    let mut progress = String::new();
    demo.stderr.unwrap().read_to_string(&mut progress).unwrap();
    assert_eq!(progress, "", "there is no terminal");
}
