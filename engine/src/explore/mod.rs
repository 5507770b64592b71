//! Phase five: what a selection of sections looks like in numbers.
