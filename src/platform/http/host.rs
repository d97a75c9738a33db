//! By which name a request came: not by another's, where the settings say which ones are ours.

use actix_web::HttpRequest;
use actix_web::http::header::HOST;
use url::Host;

/// Asked by whatever keeps the service running, by whatever name it finds.
const FOR_EVERYBODY: [&str; 2] = ["/healthz", "/readyz"];

/// Whether `request` names one of `ours`, or this machine. What is no name is not ours.
pub fn names_one_of(ours: &[String], request: &HttpRequest) -> bool {
    if FOR_EVERYBODY.contains(&request.path()) {
        return true;
    }
    let mut headers = request.headers().get_all(HOST);
    let (Some(header), None) = (headers.next(), headers.next()) else {
        return false;
    };
    let target = request
        .uri()
        .authority()
        .map(actix_web::http::uri::Authority::as_str);
    let named = [header.to_str().ok(), target.or(header.to_str().ok())];
    named
        .into_iter()
        .all(|named| named.is_some_and(|named| is_one_of(ours, named)))
}

fn is_one_of(ours: &[String], named: &str) -> bool {
    let name = match named.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => named,
    };
    match Host::parse(name) {
        Ok(Host::Ipv4(address)) if address.is_loopback() => true,
        Ok(Host::Ipv6(address)) if address.to_canonical().is_loopback() => true,
        Ok(host) => {
            let host = host.to_string();
            host == "localhost" || ours.contains(&host)
        }
        Err(_) => false,
    }
}
