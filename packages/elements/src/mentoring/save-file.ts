const KEPT_MS = 60_000;

/** Gives the viewer a file to keep or to open. Works under a policy that allows no `data:` and no inline script. */
export function saveFile(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it some time after the click.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
