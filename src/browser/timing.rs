//! How long things take, where the browser's own tools show it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
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
    after_paint(move || mark(name));
}

/// Calls back once what was just drawn is on the screen.
pub fn after_paint(work: impl FnOnce() + 'static) {
    next_frame(move || next_frame(work));
}

/// Calls back before the next frame is drawn; soon where none is, behind another tab.
pub fn next_frame(work: impl FnOnce() + 'static) {
    let Some(window) = super::window() else { return };
    let callback = Closure::once_into_js(work);
    let callback = callback.unchecked_ref();
    if super::document().is_some_and(|document| document.hidden()) {
        let _ = window.set_timeout_with_callback(callback);
    } else {
        let _ = window.request_animation_frame(callback);
    }
}

/// Lets the browser paint and answer before the work goes on.
pub async fn breathe() {
    let moment = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = super::window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(moment).await;
}

/// Milliseconds since the page began.
pub fn now() -> f64 {
    clock().map_or(0.0, |clock| clock.now())
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
