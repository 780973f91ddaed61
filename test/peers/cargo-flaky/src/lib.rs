//! An election as small as it can be, with tests inside and outside.

/// Votes that win an election among `servers`.
pub fn majority(servers: usize) -> usize {
    servers / 2 + 1
}

#[cfg(test)]
mod tests {
    #[test]
    fn basic_agree_2b() {
        assert_eq!(super::majority(5), 3);
    }
}
