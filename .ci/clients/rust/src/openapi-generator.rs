//! Calls the API through the client of openapi-generator's rust.

use client::apis::configuration::Configuration;
use client::apis::{code_api, codes_api, guide_api, search_api, Error};
use serde::Serialize;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let base_path = std::env::args().nth(1).ok_or("the URL is missing")?;
    let api = Configuration { base_path, ..Configuration::default() };

    let all = codes_api::list_status_codes(&api).await?;
    let others = all.codes.iter().flat_map(|code| code.other_uses.iter().flatten()).count();
    let constants: Vec<_> = all.codes.iter().flat_map(|code| code.constants.iter().flatten()).collect();
    let deprecated = constants.iter().filter(|constant| constant.deprecated == Some(true)).count();
    println!(
        "{}: {} codes, {} other uses, {} constants, {} deprecated",
        all.license,
        all.codes.len(),
        others,
        constants.len(),
        deprecated
    );

    let code = code_api::get_status_code(&api, 404).await?;
    let class = code.class.ok_or("404 has no class")?;
    println!("{} {}, {}, {}: {}", code.code, code.reason_phrase, class, code.state, code.summary);
    let retry = code.retry.ok_or("404 has no retry")?;
    println!("retry {}, checked {}", text(&retry.advice)?, code.source.checked);

    let found = search_api::search_status_codes(&api, "too many").await?;
    println!("{}: {}, first {}", found.query, found.results.len(), found.results[0].code);

    let pair = guide_api::get_comparison(&api, "302-vs-303").await?;
    let first = &pair.codes[0];
    let redirect = first.redirect.as_ref().ok_or("302 has no redirect")?;
    println!("{} {}, method {}: {}", pair.decision, first.right_when, text(&redirect.method)?, first.meaning);

    match code_api::get_status_code(&api, 477).await {
        Err(Error::ResponseError(response)) => match response.entity {
            Some(code_api::GetStatusCodeError::Status404(problem)) => {
                println!("{} {}: {}", problem.status, problem.title, problem.detail)
            }
            other => return Err(format!("477: {other:?}").into()),
        },
        other => return Err(format!("477: {other:?}").into()),
    }

    let picture = code_api::get_status_code_picture(&api, 404).await?.bytes().await?;
    println!("{}, {} bytes", std::str::from_utf8(&picture[1..4])?, picture.len());
    Ok(())
}

/// The value of an enum as JSON has it.
fn text(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::from_value(serde_json::to_value(value)?)
}
