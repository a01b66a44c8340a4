//! The same work in Rust: 500 pages of 6 KB in a map.

use lambda_http::{run, service_fn, Error, Request, Response};
use std::collections::HashMap;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let pages: HashMap<String, String> = (100..600)
        .map(|code| {
            let line = format!("<p>{code} is one of <b>500</b> pages.</p>\n");
            (format!("/{code}"), line.repeat(6000 / line.len()))
        })
        .collect();
    let pages = &pages;
    run(service_fn(move |request: Request| async move {
        let path = request.uri().path();
        let page = pages.get(path.strip_suffix(".json").unwrap_or(path));
        let response = Response::builder()
            .header("Content-Type", "text/html;charset=UTF-8")
            .header("Cache-Control", "public, max-age=300")
            .header("Vary", "Accept");
        Ok::<_, Error>(match page {
            Some(page) => response.status(200).body(page.clone())?,
            None => response.status(404).body(String::new())?,
        })
    }))
    .await
}
