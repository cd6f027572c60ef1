// Saves something as a file, without a right to downloads: a link that is clicked.

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // the browser has taken the content by then
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
