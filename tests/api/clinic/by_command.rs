//! Clinics and who works there, on the command line.

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

#[rstest]
#[tokio::test]
async fn clinics_are_made_and_staffed_on_the_command_line_too(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(false, true)] while_it_runs: bool,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let sil = clinic.staff("sil", "site_admin").await;
    let (site, home) = (clinic.site.clone(), app.home());
    drop((kim, sil, clinic));
    let _running = if while_it_runs {
        Some(app)
    } else {
        app.stop().await;
        None
    };
    let flags = home.flags_but(&["--listen", "--metrics-listen"]);
    let run = |by: &str, words: &[&str]| {
        let by = format!("--for={by}@example.org");
        let mut all = vec!["site"];
        all.extend(words);
        all.push(&by);
        all.extend(flags.iter().map(String::as_str));
        let (code, said) = home.run(&all);
        (code == Some(0), said.trim().to_owned())
    };
    let hill = ["add", "--name=Hill", "--time-zone=Europe/Berlin"];
    let eve = ["--email=eve@example.org", "--name=Eve", "--role=clinician"];
    let staffed = |site: &str, by: &str| {
        let words = [&["add-staff", site], eve.as_slice()].concat();
        run(by, &words)
    };

    for by in ["kim", "sil", "nobody"] {
        let (done, said) = run(by, &hill);
        assert!(!done, "{by} made a clinic: {said}");
    }
    let (done, said) = run("ann", &["add", "--name= ", "--time-zone=Europe/Berlin"]);
    assert!(!done && said.contains("--name: "), "{said}");
    let (done, made) = run("ann", &hill);
    assert!(done, "{made}");
    let (_, listed) = run("ann", &["list"]);
    assert!(
        listed.contains(&format!("{made}\tHill\tEurope/Berlin")),
        "{listed}"
    );
    let (_, listed) = run("sil", &["list"]);
    assert!(!listed.contains("Hill"), "{listed}");

    for (by, at) in [("kim", &site), ("sil", &made), ("nobody", &site)] {
        let (done, said) = staffed(at, by);
        assert!(!done, "{by} let Eve in: {said}");
    }
    let (done, said) = staffed(&site, "sil");
    assert!(done, "{said}");
    if while_it_runs {
        home.mail().next_to("eve@example.org").await.code();
    }
    let (done, said) = run("ann", &["remove-staff", &site, "--email=kim@example.org"]);
    assert!(done, "{said}");
    let (_, staff) = run("sil", &["staff", &site]);
    assert!(
        staff.contains("\tsite_admin\t") && !staff.contains("Kim"),
        "{staff}"
    );
    assert!(staff.contains("\tEve\tpending"), "{staff}");
    assert_eq!(home.written_down("site.made"), 2);
    assert_eq!(home.written_down("site.staff_removed"), 1);
}
