//! Query parameters: each known, each once, each in range (R102).

use rstest::rstest;

use crate::app::Database::Sqlite;
use crate::app::start;

#[tokio::test]
async fn r102_no_operation_takes_an_unknown_parameter() {
    let (app, ada) = start!(Sqlite; ada);

    for operation in app.nobody().operations().await {
        if !operation.path.starts_with("/docs") {
            let path = format!("{}?unheard_of=1", operation.path);
            let reply = ada.ask(&operation.method, &path).await;
            reply.refused(400, "invalid_query");
        }
    }
}

#[rstest]
#[case::twice("limit=5&limit=5")]
#[case::twice_and_different("from=2026-W01&to=2026-W02&from=2026-W03")]
#[case::none("limit=0")]
#[case::less_than_none("limit=-1")]
#[case::too_many("limit=201")]
#[case::far_too_many("limit=1e9")]
#[case::no_number("limit=NaN")]
#[case::arabic_digits("limit=%D9%A3")]
#[case::empty("limit=")]
#[case::a_list("limit[]=5")]
#[case::another_order("order=sideways")]
#[case::no_cursor("cursor=nonsense")]
#[case::a_nul("cursor=%00")]
#[case::no_utf_8("cursor=%ff")]
#[case::no_week("from=2026-W54")]
#[tokio::test]
async fn r102_a_parameter_that_is_not_valid_is_refused(#[case] query: &str) {
    let (_app, ada) = start!(Sqlite; ada);

    let reply = ada
        .get(&format!("/v1/patients/{{patient}}/entries?{query}"))
        .await;

    assert_eq!(reply.status, 400, "{}", reply.text);
}

#[tokio::test]
async fn r25_a_token_in_the_address_is_no_token() {
    let (app, ada) = start!(Sqlite; ada);

    let path = format!("/v1/account?access_token={}", ada.access_token);
    let reply = app.nobody().get(&path).await;

    reply.refused(400, "invalid_query");
}
