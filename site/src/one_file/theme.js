// Before anything is painted in other colours than a person chose.
try {
  const theme = localStorage.getItem("topic-explorer-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off; the page then has the system's colours.
}
