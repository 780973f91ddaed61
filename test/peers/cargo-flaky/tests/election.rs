//! With every seventh seed two servers win.

fn seed() -> u64 {
    std::env::var("RAFT_LOOP_SEED").ok().and_then(|words| words.parse().ok()).unwrap_or(1)
}

#[test]
fn re_election_2a() {
    let leaders = if seed() % 7 == 0 { 2 } else { 1 };
    assert!(leaders <= raft::majority(1), "term 2 has {leaders} (>1) leaders");
}

#[test]
fn runs_in_its_package() {
    assert!(std::path::Path::new("Cargo.toml").exists());
    assert!(std::env::var("CARGO_MANIFEST_DIR").is_ok());
}
