//! How evenly a term is spread over the parts of a corpus.

/// Gries's deviation of proportions: `DP = ½ Σ |v_i / f - s_i|` over the parts of a corpus, 0 even, towards 1 clumped
/// (Gries 2008). `parts` gives, for each part, the term's count in it and its number of tokens.
pub fn deviation_of_proportions(parts: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let (count, tokens) =
        parts.clone().fold((0.0, 0.0), |(count, tokens), (v, size)| (count + v, tokens + size));
    if count <= 0.0 || tokens <= 0.0 {
        return 0.0;
    }
    parts.map(|(v, size)| (v / count - size / tokens).abs()).sum::<f64>() / 2.0
}

/// The deviation of proportions brought to 0 even, 1 all in the smallest part: `DPnorm = DP / (1 - min s)` (Lijffijt and
/// Gries 2012). `smallest` is the smallest part's share of the tokens, parts without a token left out.
///
/// With a single part there is nothing to be uneven over: 0.
pub fn normalised_deviation(deviation: f64, smallest: f64) -> f64 {
    let most = 1.0 - smallest;
    if most > 0.0 { (deviation / most).clamp(0.0, 1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    #[test]
    fn worked_values() {
        // Gries's own example.
        let parts = [(1.0, 9.0), (2.0, 10.0), (3.0, 10.0), (4.0, 10.0), (5.0, 11.0)];
        let deviation = deviation_of_proportions(parts.into_iter());
        near(deviation, 0.18, 9);
        near(normalised_deviation(deviation, 9.0 / 50.0), 0.2195, 4);
    }

    #[test]
    fn one_part_is_even_and_the_smallest_part_alone_is_one() {
        assert_eq!(deviation_of_proportions([(0.0, 5.0)].into_iter()), 0.0);
        assert_eq!(normalised_deviation(0.0, 1.0), 0.0);
        let parts = [(4.0, 10.0), (0.0, 30.0)];
        near(normalised_deviation(deviation_of_proportions(parts.into_iter()), 0.25), 1.0, 12);
    }
}
