//! How long things take, where the browser's own tools show it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Performance;

fn clock() -> Option<Performance> {
    super::window()?.performance()
}

/// Does some work and leaves a measure of it.
pub fn measure<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = format!("{name}-start");
    mark(&start);
    let result = work();
    if let Some(clock) = clock() {
        let _ = clock.measure_with_start_mark(name, &start);
    }
    result
}

/// Leaves a mark.
pub fn mark(name: &str) {
    if let Some(clock) = clock() {
        let _ = clock.mark(name);
    }
}

/// Leaves a mark once what was just drawn is on the screen: in the frame after the one that paints it.
pub fn mark_after_paint(name: &'static str) {
    next_frame(move || next_frame(move || mark(name)));
}

/// Calls back before the next frame is drawn.
pub fn next_frame(work: impl FnOnce() + 'static) {
    let Some(window) = super::window() else { return };
    let callback = Closure::once_into_js(work);
    let _ = window.request_animation_frame(callback.unchecked_ref());
}

/// Calls back once what was just drawn is on the screen and the browser has nothing better to do; where it cannot tell, at once then.
pub fn when_idle(work: fn()) {
    next_frame(move || {
        next_frame(move || {
            let callback = Closure::once_into_js(work);
            let asked =
                super::window().map(|one| one.request_idle_callback(callback.unchecked_ref()));
            if !matches!(asked, Some(Ok(_))) {
                work();
            }
        });
    });
}
