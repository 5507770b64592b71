//! Phase two: text to tokens with byte spans, and tokens to their counted forms.
