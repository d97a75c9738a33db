//! Names that read alone: inside its slice a type may be `State` and a handler `confirm`; a generated
//! client has all of them in one place, beside the names of its own language.

use serde_json::{Value, json};

use super::operations;

const SCHEMAS: [(&str, &str); 27] = [
    ("Change", "FlagChange"),
    ("Copy", "PersonalCopy"),
    ("Decide", "ConsentDecision"),
    ("Descriptor", "PasskeyDescriptor"),
    ("Domain", "ScaleDomain"),
    ("Due", "DueWindow"),
    ("Head", "AuditChainHead"),
    ("Invite", "InvitationRequest"),
    ("Latest", "LatestWeek"),
    ("Measure", "TrialMeasure"),
    ("Missing", "SlopeShortfall"),
    ("Parameters", "PasskeyParameters"),
    ("Party", "RelyingParty"),
    ("Preview", "InvitationPreview"),
    ("Reading", "FlagReading"),
    ("Refresh", "RefreshRequest"),
    ("Response", "TreatmentResponse"),
    ("ResponseRespondents", "TreatmentResponseRespondents"),
    ("ResponseWindows", "TreatmentResponseWindows"),
    ("Revision", "EntryVersion"),
    ("Route", "AdministrationRoute"),
    ("Selection", "AuthenticatorSelection"),
    ("State", "TrusteeState"),
    ("Status", "InvitationStatus"),
    ("Terms", "InvitationTerms"),
    ("User", "PasskeyUser"),
    ("Window", "TrendWindow"),
];

const OPERATIONS: [(&str, &str); 44] = [
    ("activate", "activate_account"),
    ("add_passkey", "create_passkey"),
    ("ask_for_password_reset", "request_password_reset"),
    ("ask_to_act", "request_trusteeship"),
    ("ask_to_be_erased", "request_erasure"),
    ("ask_to_close", "request_closure"),
    ("begin_passkey", "get_passkey_creation_options"),
    ("begin_passkey_sign_in", "get_passkey_sign_in_options"),
    ("begin_passkey_step_up", "get_passkey_step_up_options"),
    ("cancel_own_reset", "cancel_factor_reset"),
    ("change_password", "replace_password"),
    ("confirm", "confirm_account"),
    ("decide", "record_consent"),
    ("docs", "get_docs_page"),
    ("docs_file", "get_docs_file"),
    ("end_other_sessions", "remove_other_sessions"),
    ("end_session", "remove_session"),
    ("export_everything", "export_personal_copy"),
    ("forget_trustee", "remove_trustee"),
    ("front", "get_front_page"),
    ("healthz", "get_health"),
    ("jwks", "get_key_set"),
    ("keep_open", "cancel_closure"),
    ("keep_the_account", "cancel_erasure"),
    ("list_circle", "list_members"),
    ("list_factors", "get_factors"),
    ("list_revisions", "list_entry_versions"),
    ("name_trustee", "replace_trustee"),
    ("never_again", "block_invitations"),
    ("never_again_page", "get_never_again_page"),
    ("openapi_json", "get_openapi_json"),
    ("openapi_yaml", "get_openapi_yaml"),
    ("readyz", "get_readiness"),
    ("refresh", "refresh_session"),
    ("renew_recovery_codes", "replace_recovery_codes"),
    ("send_invitation", "create_invitation"),
    ("show_access_log", "list_access_log"),
    ("sign_up", "create_account"),
    ("step_up", "step_up_session"),
    ("take_back", "cancel_trusteeship_request"),
    ("veto", "veto_trusteeship"),
    ("veto_page", "get_veto_page"),
    ("void_entry", "remove_entry"),
    ("withdraw_invitation", "remove_invitation"),
];

/// The name of a schema outside: `Page_Entry`, as `Page<Entry>` is written, is `EntryPage`.
pub(super) fn schema(name: &str) -> Option<String> {
    if let Some((of, what)) = name.split_once('_') {
        let what = schema(what).unwrap_or_else(|| what.to_owned());
        return Some(format!("{what}{of}"));
    }
    let known = SCHEMAS.iter().find(|(inside, _)| *inside == name);
    known.map(|(_, outside)| (*outside).to_owned())
}

/// Names each operation by a verb and what it is done to; one verb for one meaning.
pub(super) fn of_operations(paths: &mut Value) {
    for (_, _, operation) in operations(paths) {
        let name = operation["operationId"].as_str().unwrap_or_default();
        let known = OPERATIONS.iter().find(|(inside, _)| *inside == name);
        let outside = known.map_or_else(|| plain(name), |(_, outside)| (*outside).to_owned());
        operation["operationId"] = json!(outside);
    }
}

fn plain(name: &str) -> String {
    let (verb, noun) = name.split_once('_').unwrap_or((name, ""));
    let verb = match verb {
        "show" | "read" => "get",
        "void" => "remove",
        other => other,
    };
    format!("{verb}_{noun}")
}
