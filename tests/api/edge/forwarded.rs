//! Whose address counts: the peer's, unless the peer is a proxy of ours (R64, R130).

use rstest::rstest;

use crate::app::Database::Sqlite;
use crate::app::{TestApp, start};
use crate::people::sign_in;

const PROXY: &str = "127.0.0.1";
const CLIENT: &str = "203.0.113.7";

/// From where Ada's newest session was opened, as she is shown it.
async fn address_of_sign_in(app: &TestApp, header: &str, hops: &str) -> String {
    let ada = app.patient("ada").await;
    let client = app.nobody().with_header(header, hops);
    let session = sign_in(&client, &ada.email, &ada.password)
        .await
        .expect(201);
    let devices = ada.get("/v1/sessions").await.expect(200);
    let devices = devices.body["items"].as_array().unwrap().clone();
    let opened = devices
        .iter()
        .find(|device| device["session_id"] == session.body["session_id"])
        .expect("the session among the devices");
    opened["address"].as_str().unwrap().to_owned()
}

#[rstest]
#[tokio::test]
async fn r64_a_client_cannot_say_where_it_is(
    #[values("x-forwarded-for", "x-real-ip", "true-client-ip")] header: &str,
) {
    let app = start!(Sqlite);

    assert_eq!(
        address_of_sign_in(&app, header, CLIENT).await,
        "127.0.0.0/24"
    );
}

#[rstest]
#[case::behind_one(CLIENT, "203.0.113.0/24")]
#[case::the_client_lies("8.8.8.8, 203.0.113.7", "203.0.113.0/24")]
#[case::behind_two("8.8.8.8, 203.0.113.7, 10.0.0.9", "203.0.113.0/24")]
#[case::nonsense("unknown", "127.0.0.0/24")]
#[case::a_network_of_its_own("2001:db8:1:2::3", "2001:db8:1::/48")]
#[case::with_a_port("203.0.113.7:50100", "203.0.113.0/24")]
#[case::in_brackets("[2001:db8:1:2::3]", "2001:db8:1::/48")]
#[case::in_brackets_with_a_port("[2001:db8:1:2::3]:50100", "2001:db8:1::/48")]
#[case::inside_ipv6("::ffff:203.0.113.7", "203.0.113.0/24")]
#[case::behind_a_proxy_inside_ipv6("203.0.113.7, ::ffff:10.0.0.9", "203.0.113.0/24")]
#[tokio::test]
async fn r64_our_proxies_say_where_the_client_is(#[case] hops: &str, #[case] address: &str) {
    let app = start!(Sqlite, |settings| {
        settings.trusted_proxies = vec![PROXY.parse().unwrap(), "10.0.0.9".parse().unwrap()];
    });

    assert_eq!(
        address_of_sign_in(&app, "x-forwarded-for", hops).await,
        address
    );
}

#[rstest]
#[tokio::test]
async fn r130_what_else_a_proxy_might_say_is_not_asked(
    #[values("forwarded", "x-real-ip")] header: &str,
) {
    let app = start!(Sqlite, |settings| {
        settings.trusted_proxies = vec![PROXY.parse().unwrap()];
    });

    assert_eq!(
        address_of_sign_in(&app, header, CLIENT).await,
        "127.0.0.0/24"
    );
}

/// A listener on all addresses sees IPv4 inside IPv6: the proxy is ours however it is written.
#[rstest]
#[tokio::test]
async fn r64_a_proxy_that_arrives_as_ipv4_inside_ipv6_is_ours(
    #[values(PROXY, "::ffff:127.0.0.1")] written: &str,
) {
    let app = start!(Sqlite, |settings| {
        settings.listen = "[::]:0".parse().unwrap();
        settings.trusted_proxies = vec![written.parse().unwrap()];
    });

    assert_eq!(
        address_of_sign_in(&app, "x-forwarded-for", CLIENT).await,
        "203.0.113.0/24"
    );
}
