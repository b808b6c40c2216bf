//! Numbers that stand for names, quick to make.

/// Without a pattern in its bits: a bit of what is multiplied by it changes many above it.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// A number that stands for a name, as [`key`], with its upper bits spread as if at random.
#[inline]
pub(crate) fn spread(name: &str) -> u64 {
    key(name).wrapping_mul(SPREAD)
}

/// A number that stands for a name: equal names have equal keys, others nearly always different ones, for
/// the length, the first and the last eight bytes are in it.
#[inline]
fn key(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let long = bytes.first_chunk::<8>().zip(bytes.last_chunk::<8>());
    let short = bytes.first_chunk::<4>().zip(bytes.last_chunk::<4>());
    let (start, end) = match (long, short) {
        (Some((start, end)), _) => (u64::from_le_bytes(*start), u64::from_le_bytes(*end)),
        (None, Some((start, end))) => {
            let number = |chunk: &[u8; 4]| u64::from(u32::from_le_bytes(*chunk));
            (number(start), number(end))
        }
        (None, None) => {
            let byte = |place: usize| bytes.get(place).map_or(0, |byte| u64::from(*byte));
            (byte(0) | byte(1) << 8 | byte(2) << 16, 0)
        }
    };
    (start ^ end.wrapping_mul(SPREAD)).wrapping_add(bytes.len() as u64)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::spread;

    #[test]
    fn different_names_have_different_keys() {
        let names = [
            "",
            "A",
            "B",
            "AB",
            "BA",
            "ABC",
            "Key",
            "Kez",
            "Keys",
            "Syek",
            "Value",
            "Valve",
            "KeyValue",
            "ValueKey",
            "BucketName",
            "BucketNams",
            "PublicAccessBlockConfiguration",
            "PublicAccessBlockConfigurations",
            "ReplicationConfiguration",
            "é",
            "è",
        ];
        let keys: HashSet<u64> = names.iter().map(|name| spread(name)).collect();
        assert_eq!(keys.len(), names.len());
    }
}
