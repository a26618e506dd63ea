/** Saves a text as a file, as when a link to it is followed. Works under a strict policy: the text never leaves the page. */
export function saveText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const link = document.createElement('a');
  // Spreadsheets take a text without the mark at its beginning for one in an old encoding.
  const marked = text.startsWith('\ufeff') ? text : `\ufeff${text}`;
  link.href = URL.createObjectURL(new Blob([marked], { type }));
  link.download = name;
  link.click();
  // The download has begun by then, and reads from what was kept.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
