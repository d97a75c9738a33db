//! Passwords that are easily guessed: on the list of common ones, or put together from such words.

use rstest::rstest;

use crate::app::Database::Sqlite;
use crate::app::start;
use crate::passwords::sign_up;

#[rstest]
#[case::a_word_twice("passwordpassword1")]
#[case::the_instrument("alsfrs-r alsfrs-r")]
#[case::her_address("ada@example.orgada@example.org")]
#[case::her_address_in_words("Ada Example.Org")]
#[case::her_name("ada-ada-ada-ada-ada")]
#[case::keys_in_a_row("qwertyuiopasdfghjkl")]
#[case::nothing("               ")]
#[case::a_word_of_another_language("passwort passwort")]
#[case::on_the_list("correcthorsebatterystaple")]
#[case::on_the_list_but_for_case("CorrectHorseBatteryStaple")]
#[tokio::test]
async fn r4_what_others_have_is_no_password(#[case] common: &str) {
    let app = start!(Sqlite);

    let reply = sign_up(&app, common).await;

    reply.faulty("/password", "password_too_common");
}

#[rstest]
#[tokio::test]
async fn r4_a_long_password_is_as_good_as_its_better_end() {
    let app = start!(Sqlite);

    let end = format!("{}seven quiet herons at dawn", "la ".repeat(30));
    let beginning = format!("seven quiet herons at dawn{}", " la".repeat(30));

    sign_up(&app, &end).await.expect(202);
    sign_up(&app, &beginning).await.expect(202);
    let neither = sign_up(&app, &"la ".repeat(30)).await;
    neither.faulty("/password", "password_too_common");
}

#[rstest]
#[tokio::test]
async fn r4_no_password_takes_long_to_judge() {
    let app = start!(Sqlite);
    let phrase = "seven quiet herons at dawn";
    sign_up(&app, phrase).await.expect(202);

    // The time grows with the square of what is read, so nobody reads what stands in the middle.
    let around = "la ".repeat(30);
    let hidden = sign_up(&app, &format!("{around}{phrase} {around}")).await;

    hidden.faulty("/password", "password_too_common");
}
