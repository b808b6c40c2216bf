//! Patterns that ARNs alone match.

/// Whether all that matches begins with `arn:`: one alternative, anchored, with these letters as they are, in
/// groups that are always there.
pub(super) fn is_arn_pattern(expression: &str) -> bool {
    let Some(mut rest) = expression.strip_prefix('^') else {
        return false;
    };
    let mut groups = 0;
    while let Some(inside) = rest.strip_prefix("(?:").or_else(|| rest.strip_prefix('(')) {
        groups += 1;
        rest = inside;
    }
    rest.starts_with("arn:") && !rest.contains('|') && !may_be_left_out(rest, groups)
}

/// Whether one of so many groups, which are open where an expression begins, may be left out.
fn may_be_left_out(expression: &str, groups: usize) -> bool {
    let (mut depth, mut open) = (groups, groups);
    let mut is_in_class = false;
    let mut letters = expression.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                letters.next();
            }
            '[' => is_in_class = true,
            ']' => is_in_class = false,
            '(' if !is_in_class => depth += 1,
            ')' if !is_in_class => {
                depth = depth.saturating_sub(1);
                if depth < open {
                    open = depth;
                    if matches!(letters.peek(), Some('?' | '*' | '{')) {
                        return true;
                    }
                }
            }
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_arn_pattern;

    #[test]
    fn a_pattern_of_arns_leaves_none_of_their_start_out() {
        for expression in [
            "^arn:aws:iam::.*$",
            "^(arn:aws[a-z-]*:(x)?.+)$",
            "^((?:arn:[)]?)+)$",
        ] {
            assert!(is_arn_pattern(expression), "{expression}");
        }
        for expression in [
            "arn:aws:iam",
            "^(?:arn:aws:events:bus/)?[/\\.\\-_A-Za-z0-9]+$",
            "^((arn:x)?y)$",
            "^(arn:[()]){0,1}$",
            "^(arn:x)*$",
            "^arn:a|b$",
            "^[a-z]+$",
        ] {
            assert!(!is_arn_pattern(expression), "{expression}");
        }
    }
}
