// Starts the worker that reads files. Its parts stand in `parts`, its word frequencies in `lists`, both compressed.
async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

(async () => {
  self.words = {};
  for (const [code, list] of Object.entries(lists)) {
    self.words[code] = URL.createObjectURL(new Blob([await unpacked(list)]));
  }
  await wasm_bindgen({ module_or_path: await unpacked(parts) });
})();
